import { Injectable } from '@nestjs/common';
import { markingErrors as errors } from '@halong/assessment/contract';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { Clock, Database } from '@halong/platform/server';
import { canMove } from '../submission/submission.lifecycle.ts';
import { SubmissionRepository } from '../submission/submission.repository.ts';
import { MarkingDoor, type MarkedAssignment } from './marking-door.ts';
import { MarkingEffects, type Released } from './marking.effects.ts';
import { mayRelease } from './marking.policy.ts';
import { finalMark } from './marking.presenter.ts';
import { MarkingRepository } from './marking.repository.ts';
import type { Script } from './marking.rows.ts';
import { outcomeOf } from './outcome.rules.ts';
import { MarkingOverviews } from './overview.service.ts';

/** The moment from which those who wrote the work see its result. */
@Injectable()
export class Releases {
  constructor(
    private readonly db: Database,
    private readonly door: MarkingDoor,
    private readonly repository: MarkingRepository,
    private readonly submissions: SubmissionRepository,
    private readonly overviews: MarkingOverviews,
    private readonly effects: MarkingEffects,
    private readonly clock: Clock,
  ) {}

  /** Of these codes, or of all that are ready. @throws AppError platform.not_found, platform.forbidden, assessment.nothing_to_release, sheet_closed */
  async release(actor: Actor, assignmentId: number, codes: readonly string[] | null) {
    return this.db.transaction(async () => {
      const assignment = await this.door.lock(actor, assignmentId, 'LECTURER', 'CLASS_COORDINATOR');
      if (!mayRelease(assignment.held, assignment.row)) throw new AppError(platformErrors.forbidden);
      const scripts = await this.repository.lockScripts(assignmentId);
      const ready = await this.ready(assignment, scripts.filter(({ code }) => codes === null || codes.includes(code)));
      if (ready.length === 0) throw new AppError(errors.nothing_to_release);
      await this.repository.putMarks(ready.map(({ mark }) => mark));
      for (const { script } of ready) await this.submissions.move(script, 'PUBLISHED');
      await this.effects.released(actor, assignment, ready, await this.submissions.members(ready.map(({ script }) => script.id)));
      return { released: ready.length, overview: await this.overviews.of(actor, assignment) };
    });
  }

  private async ready({ row, terms, held }: MarkedAssignment, scripts: readonly Script[]): Promise<Released[]> {
    const [markings, marks] = await Promise.all([this.repository.ofAssignment(row.id), this.repository.marks(scripts.map(({ id }) => id))]);
    const releasedAt = this.clock.now();
    return scripts.flatMap((script): Released[] => {
      const agreed = marks.find(({ submissionId, source }) => submissionId === script.id && source === 'AGREED');
      const outcome = outcomeOf(markings.filter(({ submissionId }) => submissionId === script.id), terms, agreed?.raw ?? null);
      if (outcome.kind !== 'READY' || !canMove(script.state, 'PUBLISHED', held)) return [];
      const final = finalMark(outcome.mark, script.deduction, terms.floor, terms.step);
      return [{ script, mark: { submissionId: script.id, raw: outcome.mark, source: outcome.source, reason: agreed?.reason ?? '', deduction: script.deduction, final, releasedAt } }];
    });
  }
}
