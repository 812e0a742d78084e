import { Injectable } from '@nestjs/common';
import { Clock, Database, Every } from '@halong/platform/server';
import { readRules } from '@halong/regulations/server';
import { assessmentMessages } from '../events.ts';
import { GradeSheetEffects } from '../grade-sheet/grade-sheet.effects.ts';
import { GradeSheetRepository } from '../grade-sheet/grade-sheet.repository.ts';
import { GradeSheets } from '../grade-sheet/grade-sheet.service.ts';
import { RegradeDecisions } from './regrade-decisions.service.ts';
import { RegradeRepository } from './regrade.repository.ts';
import { nextRegradeStates, openRegradeStates, windowEnd } from './regrade.rules.ts';

/** The clock locks a sheet when the time for requests is over and none is open; what was decided is closed with it. */
@Injectable()
export class RegradeJobs {
  constructor(
    private readonly db: Database,
    private readonly regrades: RegradeRepository,
    private readonly sheets: GradeSheetRepository,
    private readonly gradeSheets: GradeSheets,
    private readonly decisions: RegradeDecisions,
    private readonly effects: GradeSheetEffects,
    private readonly clock: Clock,
  ) {}

  /** One transaction a class; repeating it finds nothing to do. */
  @Every(60, assessmentMessages.lockSheets)
  async lockSheets(): Promise<void> {
    const now = this.clock.now();
    const due = (await this.regrades.published()).filter(({ publishedAt, rules, open }) => !Number(open) && windowEnd(publishedAt, readRules(rules).regrade) < now);
    for (const { classId } of due) await this.db.transaction(() => this.lock(classId));
  }

  /** Looks again under the lock: a request may have been sent since. */
  private async lock(classId: number): Promise<void> {
    const sheet = await this.gradeSheets.lock(classId);
    const rows = await this.regrades.ofClass(classId);
    if (sheet.state !== 'PUBLISHED' || rows.some(({ state }) => openRegradeStates.includes(state))) return;
    const content = await this.gradeSheets.content(classId);
    for (const row of rows.filter(({ state }) => nextRegradeStates(state, ['SYSTEM']).includes('CLOSED'))) {
      await this.decisions.step(content, row, ['SYSTEM'], { to: 'CLOSED', reason: '', markerIds: [] });
    }
    await this.sheets.move(classId, 'LOCKED');
    await this.effects.moved(content, 'LOCKED', undefined);
  }
}
