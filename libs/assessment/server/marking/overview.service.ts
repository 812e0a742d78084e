import { Injectable } from '@nestjs/common';
import type { MarkingOverview } from '@halong/assessment/contract';
import { AppError, dayOf, platformErrors, type Actor } from '@halong/platform/contract';
import { Clock } from '@halong/platform/server';
import { isReleased } from '../submission/submission.lifecycle.ts';
import { SubmissionRepository } from '../submission/submission.repository.ts';
import { MarkingDoor, type MarkedAssignment } from './marking-door.ts';
import { mayCoordinate, mayRelease, maySeeOverview } from './marking.policy.ts';
import { presentHead, presentProgress } from './marking.presenter.ts';
import { MarkingRepository } from './marking.repository.ts';

/** How marking of an assignment stands, for those who coordinate it. */
@Injectable()
export class MarkingOverviews {
  constructor(
    private readonly door: MarkingDoor,
    private readonly repository: MarkingRepository,
    private readonly submissions: SubmissionRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError platform.not_found */
  async get(actor: Actor, assignmentId: number): Promise<MarkingOverview> {
    const assignment = await this.door.require(actor, assignmentId, 'LECTURER', 'CLASS_COORDINATOR', 'TRAINING_MANAGER', 'SYSTEM_ADMIN');
    if (!maySeeOverview(assignment.held, assignment.row)) throw new AppError(platformErrors.not_found);
    return this.of(actor, assignment);
  }

  /** For whoever has been let in already. */
  async of(actor: Actor, { row, class: ofClass, held, terms }: MarkedAssignment): Promise<MarkingOverview> {
    const [scripts, markings, lecturers, markBy] = await Promise.all([
      this.repository.scripts(row.id), this.repository.ofAssignment(row.id), this.repository.lecturers(row.classId, dayOf(this.clock.millis())), this.repository.markBy(row.id),
    ]);
    // Whose work it is comes out with the results.
    const named = scripts.filter(({ state }) => !row.blind || isReleased(state)).map(({ id }) => id);
    const [marks, members] = await Promise.all([this.repository.marks(scripts.map(({ id }) => id)), this.submissions.members(named)]);
    const shown = scripts.map((script) => {
      const sheets = markings.filter(({ submissionId }) => submissionId === script.id);
      const hidden = row.markers > 1 && actor.personId !== null && sheets.some(({ personId, state }) => personId === actor.personId && state !== 'MARKED');
      const names = named.includes(script.id) ? members.filter(({ submissionId }) => submissionId === script.id).map(({ fullName }) => fullName) : null;
      return presentProgress(script, sheets, marks.find(({ submissionId }) => submissionId === script.id), terms, { names, hidden });
    });
    const counted = (what: (one: (typeof shown)[number]) => boolean): number => shown.filter(what).length;
    const released = counted(({ submissionState }) => isReleased(submissionState));
    return {
      assignment: { ...presentHead(row, ofClass, markBy), scale: terms.scale, step: terms.step, diffThreshold: terms.diffThreshold, rubricVersionId: row.rubricVersionId, component: row.component },
      lecturers: lecturers.map(({ personId, name }) => {
        const own = markings.filter((sheet) => sheet.personId === personId);
        return { personId, name, allotted: own.length, done: own.filter(({ state }) => state === 'MARKED').length };
      }),
      scripts: shown,
      counts: {
        total: shown.length, released, waiting: counted(({ outcome }) => outcome === 'WAITING'), apart: counted(({ outcome }) => outcome === 'APART'),
        ready: counted(({ outcome, submissionState }) => outcome === 'READY' && (submissionState === 'MARKED' || submissionState === 'IN_REVIEW')),
      },
      can: { allot: mayCoordinate(held), reconcile: mayCoordinate(held), release: mayRelease(held, row) },
    };
  }
}
