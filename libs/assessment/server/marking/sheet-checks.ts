import { Injectable } from '@nestjs/common';
import { markingErrors as errors, type MarkingContent, rubricTotal, toStep } from '@halong/assessment/contract';
import { Documents } from '@halong/materials/server';
import { AppError, type Actor } from '@halong/platform/contract';
import { RubricRepository } from '../rubric/rubric.repository.ts';
import { badPoints } from '../rubric/rubric.rules.ts';
import type { MarkedAssignment } from './marking-door.ts';
import { blankSheet, MarkingRepository } from './marking.repository.ts';
import type { Marking, MarkingValues } from './marking.rows.ts';

/** Whether what a marker writes can be kept, and whether it is whole. */
@Injectable()
export class SheetChecks {
  constructor(
    private readonly rubrics: RubricRepository,
    private readonly repository: MarkingRepository,
    private readonly documents: Documents,
  ) {}

  /** The sheet as it is to be stored. @throws AppError assessment.bad_points, bad_mark, feedback_file */
  async values(actor: Actor, { row, terms }: MarkedAssignment, mine: Marking | undefined, content: MarkingContent): Promise<MarkingValues> {
    const { scale, step } = terms;
    const rubricVersionId = mine?.rubricVersionId ?? row.rubricVersionId;
    const rubric = await this.rubric(rubricVersionId);
    if (badPoints(rubric ?? { scale, criteria: [] }, content.points).length > 0) throw new AppError(errors.bad_points, { scale: rubric?.scale ?? scale });
    const { override } = content;
    if (override && !onScale(override.mark, terms)) throw new AppError(errors.bad_mark, { scale, step });
    await this.assertOwnFiles(actor, mine, content.fileIds);
    return {
      ...blankSheet, state: 'MARKING', later: content.later, rubricVersionId, points: content.points, comment: content.comment, notes: content.notes,
      overrideMark: override?.mark ?? null, overrideReason: override?.reason ?? '', total: override?.mark ?? (rubric ? rubricTotal(rubric, content.points, terms) : null),
    };
  }

  /** @throws AppError assessment.not_all_judged, no_total, override_reason */
  async assertComplete({ rubricVersionId, points, overrideMark, overrideReason, total }: Marking): Promise<void> {
    const rubric = await this.rubric(rubricVersionId);
    const missing = rubric?.criteria.filter(({ key }) => points[key] === undefined).length ?? 0;
    if (missing > 0 && overrideMark === null) throw new AppError(errors.not_all_judged, { count: missing });
    if (total === null) throw new AppError(errors.no_total);
    if (rubric && overrideMark !== null && overrideReason.trim() === '') throw new AppError(errors.override_reason);
  }

  private async rubric(versionId: number | null) {
    return versionId === null ? undefined : (await this.rubrics.version(versionId))?.content;
  }

  private async assertOwnFiles(actor: Actor, mine: Marking | undefined, fileIds: readonly number[]): Promise<void> {
    const known = new Set(mine ? (await this.repository.files([mine.id])).map(({ documentId }) => documentId) : []);
    for (const fileId of fileIds) {
      if (known.has(fileId)) continue;
      await this.documents.requireReady(fileId, { ownedBy: actor.accountId }).catch(() => {
        throw new AppError(errors.feedback_file);
      });
    }
  }
}

/** From zero to the top of the scale, in its steps. */
export const onScale = (mark: number, { scale, step }: { scale: number; step: number }): boolean => mark >= 0 && mark <= scale && Math.abs(toStep(mark, step) - mark) < 1e-6;
