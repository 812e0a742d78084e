import { Injectable } from '@nestjs/common';
import { Clock, Database, Every } from '@halong/platform/server';
import { classesMessages } from '../events.ts';
import { ClassTransitions } from '../training-class/class-transition.service.ts';
import { isTeaching, teachingIsOver, teachingStates } from '../training-class/training-class.rules.ts';
import { TrainingClasses } from '../training-class/training-class.service.ts';
import { dueStates } from './session.lifecycle.ts';
import { SessionRepository } from './session.repository.ts';
import { Sessions } from './session.service.ts';

/** The clock begins and ends sessions; the first one that begins takes its class to RUNNING, the closing day to EXAM. */
@Injectable()
export class SessionJobs {
  constructor(
    private readonly sessions: Sessions,
    private readonly repository: SessionRepository,
    private readonly classes: TrainingClasses,
    private readonly transitions: ClassTransitions,
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** One transaction a class: a class that fails does not hold up the others' rows, and repeating it finds nothing to do. */
  @Every(20, classesMessages.advanceSessions)
  async advance(): Promise<void> {
    const now = this.clock.now();
    for (const classId of await this.repository.classesDue(now, teachingStates)) await this.db.transaction(() => this.advanceClass(classId, now));
    for (const classId of await this.repository.classesTaught(this.clock.today())) await this.db.transaction(() => this.beginExam(classId));
  }

  /** Looks again under the lock: a session may have been added since. */
  private async beginExam(classId: number): Promise<void> {
    const { state, closingDate } = await this.classes.forUpdate(classId);
    const over = teachingIsOver(await this.repository.statesOf(classId), closingDate, this.clock.today());
    if (state === 'RUNNING' && over) await this.transitions.advance(classId, 'EXAM', ['SYSTEM']);
  }

  private async advanceClass(classId: number, now: Date): Promise<void> {
    const record = await this.classes.forUpdate(classId);
    const due = await this.repository.due(classId, now);
    const begins = isTeaching(record.state);
    for (const { id, state, starts_at, ends_at } of due) {
      if (state === 'SCHEDULED' && !begins) continue;
      for (const to of dueStates(state, starts_at, ends_at, now)) await this.sessions.apply({ id, classId }, to);
    }
    if (record.state === 'DECIDED' && due.length > 0) await this.transitions.advance(classId, 'RUNNING', ['SYSTEM']);
  }
}
