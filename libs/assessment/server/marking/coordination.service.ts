import { Injectable } from '@nestjs/common';
import { markingErrors as errors, type MarkingOverview } from '@halong/assessment/contract';
import { AppError, dayOf, platformErrors, type Actor } from '@halong/platform/contract';
import { Clock, Database } from '@halong/platform/server';
import { canMove, isReleased, isUntouched } from '../submission/submission.lifecycle.ts';
import { SubmissionRepository } from '../submission/submission.repository.ts';
import { allot } from './allotment.rules.ts';
import { MarkingDoor, type MarkedAssignment } from './marking-door.ts';
import { MarkingEffects } from './marking.effects.ts';
import { MarkingRepository } from './marking.repository.ts';
import type { Script } from './marking.rows.ts';
import { othersVisible, outcomeOf } from './outcome.rules.ts';
import { MarkingOverviews } from './overview.service.ts';
import { onScale } from './sheet-checks.ts';

/** What the coordinator does around marking: who marks, who decides, what was agreed on. */
@Injectable()
export class MarkingCoordination {
  constructor(
    private readonly db: Database,
    private readonly door: MarkingDoor,
    private readonly repository: MarkingRepository,
    private readonly submissions: SubmissionRepository,
    private readonly overviews: MarkingOverviews,
    private readonly effects: MarkingEffects,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives scripts to markers; sheets that somebody has written on stay with them.
   * @throws AppError platform.not_found, assessment.marker_unknown, too_few_markers
   */
  async allot(actor: Actor, assignmentId: number, { personIds, markBy }: { personIds: readonly number[]; markBy: string | null }): Promise<MarkingOverview> {
    return this.db.transaction(async () => {
      const assignment = await this.door.lock(actor, assignmentId, 'CLASS_COORDINATOR');
      const people = [...new Set(personIds)];
      await this.assertLecturers(assignment, people);
      const { markers } = assignment.row;
      if (people.length < markers) throw new AppError(errors.too_few_markers, { count: markers });
      const scripts = await this.repository.lockScripts(assignmentId);
      const open = scripts.filter(({ state }) => isUntouched(state) || state === 'MARKING').map(({ id }) => id);
      await this.repository.dropUntouched(open);
      const standing = await this.repository.ofAssignment(assignmentId);
      // What somebody began without being named is theirs to finish.
      const made = allot(open, people, markers, standing.map(({ submissionId, markerNo, personId }) => ({ submissionId, markerNo, personId: personId ?? 0 })));
      await this.repository.allot(made);
      await this.repository.setMarkBy(assignmentId, markBy);
      await this.effects.recorded({ action: 'assessment.markers_allotted', subjectType: 'assignment', subjectId: assignmentId, before: null, after: { personIds: people, markBy, scripts: made.length } });
      return this.changed(actor, assignment);
    });
  }

  /** @throws AppError platform.not_found, assessment.marker_unknown, marker_twice, no_third_needed */
  async nameThird(actor: Actor, assignmentId: number, code: string, personId: number): Promise<MarkingOverview> {
    return this.db.transaction(async () => {
      const assignment = await this.door.lock(actor, assignmentId, 'CLASS_COORDINATOR');
      const script = await this.script(assignmentId, code);
      await this.assertLecturers(assignment, [personId]);
      const sheets = await this.repository.ofScript(script.id);
      if (sheets.some((sheet) => sheet.personId === personId)) throw new AppError(errors.marker_twice, { code });
      if (script.state !== 'IN_REVIEW' || outcomeOf(sheets, assignment.terms).kind !== 'APART') throw new AppError(errors.no_third_needed, { code });
      await this.repository.allot([{ submissionId: script.id, markerNo: 3, personId }]);
      await this.submissions.move(script, 'MARKING');
      await this.effects.recorded({ action: 'assessment.third_marker_named', subjectType: 'submission', subjectId: script.id, before: null, after: { personId } });
      return this.changed(actor, assignment);
    });
  }

  /** @throws AppError platform.not_found, assessment.not_ready_to_agree, bad_mark */
  async agree(actor: Actor, assignmentId: number, code: string, { mark, reason }: { mark: number; reason: string }): Promise<MarkingOverview> {
    return this.db.transaction(async () => {
      const assignment = await this.door.lock(actor, assignmentId, 'CLASS_COORDINATOR');
      const script = await this.script(assignmentId, code);
      const { terms } = assignment;
      const sheets = await this.repository.ofScript(script.id);
      const reviewed = script.state === 'IN_REVIEW' || (script.state === 'MARKED' && canMove('MARKED', 'IN_REVIEW', assignment.held));
      if (!reviewed || isReleased(script.state) || !othersVisible(sheets, terms.markers)) throw new AppError(errors.not_ready_to_agree, { code });
      if (!onScale(mark, terms)) throw new AppError(errors.bad_mark, { scale: terms.scale, step: terms.step });
      const [before] = await this.repository.marks([script.id]);
      await this.repository.putMarks([{ submissionId: script.id, raw: mark, source: 'AGREED', reason, deduction: script.deduction, final: null, releasedAt: null }]);
      if (script.state === 'MARKED') await this.submissions.move(script, 'IN_REVIEW');
      await this.effects.recorded({
        action: 'assessment.mark_agreed', subjectType: 'submission', subjectId: script.id, reason, before: { agreed: before?.raw ?? null, markers: sheets.map(({ markerNo, total }) => ({ markerNo, total })) }, after: { mark },
      });
      return this.changed(actor, assignment);
    });
  }

  private async script(assignmentId: number, code: string): Promise<Script> {
    const script = await this.repository.lockScript(assignmentId, code);
    if (!script) throw new AppError(platformErrors.not_found);
    return script;
  }

  private async assertLecturers({ row }: MarkedAssignment, personIds: readonly number[]): Promise<void> {
    const known = new Set((await this.repository.lecturers(row.classId, dayOf(this.clock.millis()))).map(({ personId }) => personId));
    if (personIds.some((personId) => !known.has(personId))) throw new AppError(errors.marker_unknown);
  }

  private changed(actor: Actor, assignment: MarkedAssignment): Promise<MarkingOverview> {
    this.effects.changed(assignment.row.id);
    return this.overviews.of(actor, assignment);
  }
}
