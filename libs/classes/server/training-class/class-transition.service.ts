import { Injectable } from '@nestjs/common';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { currentRequest, Database } from '@halong/platform/server';
import { classesErrors, classFactNames, classTopic, trainingClassStateNames, type ClassFact, type TrainingClassState } from '@halong/classes/contract';
import { ClassFactSources } from '../audience/class-fact-sources.ts';
import { classesMessages } from '../events.ts';
import { ClassJournal } from '../journal/class-journal.ts';
import { SessionRepository } from '../session/session.repository.ts';
import { ClassDecisions, type Decision } from './class-decision.service.ts';
import { checkClassTransition, type ClassActor, type ClassFacts } from './training-class.lifecycle.ts';
import { TrainingClassRepository } from './training-class.repository.ts';
import { isSetAside } from './training-class.rules.ts';
import { TrainingClasses, type ClassRecord } from './training-class.service.ts';

export interface Step {
  to: TrainingClassState;
  reason?: string | undefined;
  decision?: Decision | undefined;
}

/** Takes classes through their states; the decision freezes the rules. */
@Injectable()
export class ClassTransitions {
  constructor(
    private readonly access: TrainingClasses,
    private readonly classes: TrainingClassRepository,
    private readonly sessions: SessionRepository,
    private readonly facts: ClassFactSources,
    private readonly decisions: ClassDecisions,
    private readonly db: Database,
    private readonly journal: ClassJournal,
  ) {}

  /** What a person asks for. @throws AppError stale_version, unknown_transition, step_not_yours, facts_missing, decision_… */
  transition(actor: Actor, id: number, { version, ...step }: Step & { version: number }): Promise<void> {
    return this.db.transaction(async () => {
      await this.classes.lock(id);
      const { record, roles } = await this.access.accessTo(actor, id);
      if (record.version !== version) throw new AppError(platformErrors.stale_version);
      await this.take(record, step, roles, actor);
    });
  }

  /**
   * What another domain or the clock asks for, inside their transaction: `advance(classId, 'CERTIFIED', ['CERTIFICATE_OFFICER'])`.
   * @throws AppError as for a person
   */
  async advance(classId: number, to: TrainingClassState, by: readonly ClassActor[], reason?: string): Promise<void> {
    await this.take(await this.access.forUpdate(classId), { to, reason }, by, null);
  }

  private async take(record: ClassRecord, step: Step, roles: readonly ClassActor[], actor: Actor | null): Promise<void> {
    await this.check(record, step, roles);
    const values = step.to === 'DECIDED' && step.decision ? await this.decisions.columnsOf(record, step.decision, actor) : {};
    const reason = step.reason?.trim() || null;
    await this.classes.update(record.id, { state: step.to, state_reason: reason, ...values });
    if (isSetAside(step.to)) await this.giveUpSessions(record, reason ?? '');
    await this.journal.record({
      action: 'class.state_changed', subjectType: 'class', subjectId: record.id, reason, before: { state: record.state }, after: { state: step.to, ...values },
      ...(actor ? {} : { actorId: null }),
    });
    await this.journal.publish(classesMessages.stateChanged, { classId: record.id, from: record.state, to: step.to });
    if (step.to === 'DECIDED') await this.journal.publish(classesMessages.classDecided, { classId: record.id });
    this.journal.changed(classTopic, record.id);
  }

  private async check(record: ClassRecord, { to, reason, decision }: Step, roles: readonly ClassActor[]): Promise<void> {
    const facts: ClassFacts = {
      ...(reason ? { reason } : {}),
      ...(decision ? { decisionNumber: decision.no, decisionDate: decision.date } : {}),
      ...(decision?.fileId ? { decisionFileId: decision.fileId } : {}),
      finalList: await this.facts.is('finalList', record.id),
      gradeSheetsPublished: await this.facts.is('gradeSheetsPublished', record.id),
    };
    const check = checkClassTransition(record.state, to, roles, facts);
    if (check.ok) return;
    const language = currentRequest()?.language ?? 'vi';
    if (check.refusal === 'role_not_allowed') throw new AppError(classesErrors.step_not_yours);
    if (check.refusal === 'facts_missing') throw new AppError(classesErrors.facts_missing, { missing: check.missing.map((fact: ClassFact) => classFactNames[fact][language]).join(', ') });
    throw new AppError(classesErrors.unknown_transition, { from: trainingClassStateNames[record.state][language], to: trainingClassStateNames[to][language] });
  }

  /** Rooms and lecturers are free again at once; a class that is taken up later gets a new timetable. */
  private async giveUpSessions(record: ClassRecord, reason: string): Promise<void> {
    for (const sessionId of await this.sessions.cancelScheduled(record.id, reason)) {
      await this.journal.publish(classesMessages.sessionCancelled, { sessionId, classId: record.id, reason, withClass: true });
    }
  }
}
