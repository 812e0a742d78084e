import { Injectable } from '@nestjs/common';
import { markSources, type MarkSource, type WorkResult } from '@halong/assessment/contract';
import { Documents } from '@halong/materials/server';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { Database } from '@halong/platform/server';
import { AssignmentRepository } from '../assignment/assignment.repository.ts';
import { GradeSheetRepository } from '../grade-sheet/grade-sheet.repository.ts';
import { RubricRepository } from '../rubric/rubric.repository.ts';
import { isReleased } from '../submission/submission.lifecycle.ts';
import { MarkingRepository } from './marking.repository.ts';
import { countingMarkers } from './outcome.rules.ts';
import type { SubmissionState } from '@halong/assessment/contract';

const sourceOf = (stored: string): MarkSource => markSources.find((one) => one === stored) ?? 'SINGLE';

/** What comes back to those who wrote the work. */
@Injectable()
export class WorkResults {
  constructor(
    private readonly db: Database,
    private readonly repository: MarkingRepository,
    private readonly assignments: AssignmentRepository,
    private readonly sheets: GradeSheetRepository,
    private readonly rubrics: RubricRepository,
    private readonly documents: Documents,
  ) {}

  /** @throws AppError platform.not_found before the release, as if there were nothing */
  async mine(actor: Actor, assignmentId: number): Promise<WorkResult> {
    const script = await this.db.row<{ id: number; state: SubmissionState }>(
      `SELECT s.id, s.state FROM assessment_submission s JOIN assessment_submission_member m ON m.submission_id = s.id JOIN enrolment_enrolment e ON e.id = m.enrolment_id
       WHERE s.assignment_id = ? AND e.person_id = ? AND s.is_current = 1 LIMIT 1`,
      [assignmentId, actor.personId ?? 0],
    );
    const assignment = await this.assignments.find(assignmentId);
    const [mark] = script ? await this.repository.marks([script.id]) : [];
    if (!script || !assignment || !isReleased(script.state) || !mark?.releasedAt) throw new AppError(platformErrors.not_found);
    const sheets = await this.repository.ofScript(script.id);
    const counting = countingMarkers(sourceOf(mark.source), sheets);
    const shown = sheets.filter(({ markerNo }) => counting.includes(markerNo));
    const files = await this.repository.files(shown.map(({ id }) => id));
    const views = await this.documents.view(files.map(({ documentId }) => documentId));
    const versionId = shown[0]?.rubricVersionId ?? null;
    const rubric = versionId === null ? undefined : await this.rubrics.version(versionId);
    return {
      scale: (await this.sheets.classOf(assignment.classId))?.rules?.scale ?? 10,
      raw: mark.raw, source: sourceOf(mark.source), deduction: mark.deduction, final: mark.final ?? mark.raw, releasedAt: mark.releasedAt.toISOString(),
      rubric: rubric ? { ...rubric.content, title: rubric.title } : null,
      markings: shown.map(({ id, markerNo, points, total, comment, notes }) => ({
        markerNo, points: { ...points }, total, comment, notes, files: files.filter(({ markingId }) => markingId === id).flatMap(({ documentId }) => views.get(documentId) ?? []),
      })),
    };
  }
}
