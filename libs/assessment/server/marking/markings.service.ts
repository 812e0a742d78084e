import { Injectable } from '@nestjs/common';
import { markingErrors as errors, type MarkingContent, type MarkingView } from '@halong/assessment/contract';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { Database } from '@halong/platform/server';
import { canMove } from '../submission/submission.lifecycle.ts';
import { SubmissionRepository } from '../submission/submission.repository.ts';
import { MarkingDoor, type MarkedAssignment } from './marking-door.ts';
import { markerNoOf, mayChange } from './marking.policy.ts';
import { MarkingEffects } from './marking.effects.ts';
import { MarkingRepository } from './marking.repository.ts';
import type { Marking, MarkingValues, Script } from './marking.rows.ts';
import { othersVisible, outcomeOf } from './outcome.rules.ts';
import { Scripts } from './scripts.service.ts';
import { SheetChecks } from './sheet-checks.ts';

interface Open {
  assignment: MarkedAssignment;
  script: Script;
  sheets: Marking[];
  mine: Marking | undefined;
  markerNo: number;
}

/** A marker's sheet: kept while it is written, done, taken up again. */
@Injectable()
export class Markings {
  constructor(
    private readonly db: Database,
    private readonly door: MarkingDoor,
    private readonly repository: MarkingRepository,
    private readonly submissions: SubmissionRepository,
    private readonly checks: SheetChecks,
    private readonly scripts: Scripts,
    private readonly effects: MarkingEffects,
  ) {}

  /**
   * Keeps the sheet as a whole.
   * @returns `stored: false` with the present sheet when somebody else was faster
   * @throws AppError platform.not_found, assessment.not_marking_now, bad_points, bad_mark, feedback_file
   */
  async put(actor: Actor, assignmentId: number, code: string, { version, ...content }: MarkingContent & { version: number }): Promise<{ stored: boolean; marking: MarkingView }> {
    return this.db.transaction(async () => {
      const open = await this.open(actor, assignmentId, code);
      const stored = (open.mine?.version ?? 0) === version;
      if (stored) {
        this.assertOpen(open);
        const values = await this.checks.values(actor, open.assignment, open.mine, content);
        const id = await this.repository.write({ submissionId: open.script.id, markerNo: open.markerNo, id: open.mine?.id ?? null }, values, actor.accountId);
        await this.repository.putFiles(id, [...new Set(content.fileIds)]);
        if (open.mine?.state === 'MARKED') await this.audited('assessment.marking_reopened', open, open.mine, values);
        if (canMove(open.script.state, 'MARKING', ['LECTURER'])) await this.submissions.move(open.script, 'MARKING');
        this.effects.changed(assignmentId);
      }
      return { stored, marking: await this.scripts.sheet(open.assignment, open.script, open.markerNo) };
    });
  }

  /**
   * The sheet is done. When it was the last one that was needed, the script is marked, or goes into review because the marks lie apart.
   * @returns `stored: false` with the present sheet when somebody else was faster
   * @throws AppError platform.not_found, assessment.not_marking_now, not_all_judged, no_total, override_reason
   */
  async finish(actor: Actor, assignmentId: number, code: string, version: number) {
    return this.db.transaction(async () => {
      const open = await this.open(actor, assignmentId, code);
      const stored = open.mine?.version === version;
      if (stored && open.mine && open.mine.state !== 'MARKED') {
        this.assertOpen(open);
        await this.checks.assertComplete(open.mine);
        const values: MarkingValues = { ...open.mine, state: 'MARKED', later: false };
        await this.repository.write(open.mine, values, actor.accountId);
        await this.audited('assessment.marked', open, null, values);
        await this.settle(open);
        this.effects.changed(assignmentId);
      }
      return {
        stored, marking: await this.scripts.sheet(open.assignment, open.script, open.markerNo),
        nextWaiting: await this.scripts.nextAfter(actor, open.assignment, code),
      };
    });
  }

  private async open(actor: Actor, assignmentId: number, code: string): Promise<Open> {
    const assignment = await this.door.require(actor, assignmentId, 'LECTURER');
    const script = await this.repository.lockScript(assignmentId, code);
    if (!script) throw new AppError(platformErrors.not_found);
    const sheets = await this.repository.ofScript(script.id);
    const markerNo = markerNoOf(sheets, actor.personId, assignment.row);
    if (markerNo === null) throw new AppError(platformErrors.not_found);
    return { assignment, script, sheets, markerNo, mine: sheets.find((sheet) => sheet.markerNo === markerNo) };
  }

  private assertOpen({ assignment, script, sheets, mine }: Open): void {
    if (!mayChange(script.state, mine?.state ?? 'TO_DO', othersVisible(sheets, assignment.row.markers), assignment.row)) throw new AppError(errors.not_marking_now);
  }

  /** Takes the script on when its last sheet is done. */
  private async settle({ assignment, script, markerNo }: Open): Promise<void> {
    const outcome = outcomeOf(await this.repository.ofScript(script.id), assignment.terms);
    if (outcome.kind === 'WAITING') return;
    const fresh = await this.submissions.lock(script.id);
    if (!fresh || !canMove(fresh.state, 'MARKED', ['SYSTEM'])) return;
    await this.submissions.move(fresh, 'MARKED');
    if (outcome.kind !== 'APART') return;
    await this.submissions.move({ id: fresh.id, version: fresh.version + 1 }, 'IN_REVIEW');
    await this.effects.recorded({ action: 'assessment.marks_apart', subjectType: 'submission', subjectId: script.id, before: { markerNo }, after: { difference: outcome.difference } });
  }

  private async audited(action: string, { script, markerNo }: Open, before: MarkingValues | null, { points, total, overrideReason }: MarkingValues): Promise<void> {
    const shown = before && { points: before.points, total: before.total };
    await this.effects.recorded({ action, subjectType: 'submission', subjectId: script.id, reason: overrideReason || null, before: shown, after: { markerNo, points, total } });
  }
}
