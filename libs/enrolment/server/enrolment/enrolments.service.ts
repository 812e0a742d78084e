import { Injectable } from '@nestjs/common';
import { classEnrolmentTopic, enrolmentErrors, enrolmentStateNames, enrolmentStates, seatedStates, type EnrolmentState } from '@halong/enrolment/contract';
import { AppError, platformErrors } from '@halong/platform/contract';
import { Audit, currentRequest, Database, Outbox, Realtime } from '@halong/platform/server';
import { enrolmentMessages } from '../events.ts';
import { ClassRepository } from '../training-class/class.repository.ts';
import type { SeatCount } from '../training-class/class.rows.ts';
import { seatsOf } from '../training-class/class.rules.ts';
import { checkEnrolmentStep, isLeft, type EnrolmentActor } from './enrolment.lifecycle.ts';
import { EnrolmentRepository } from './enrolment.repository.ts';
import type { EnrolmentRow } from './enrolment.rows.ts';

export interface StateChange {
  id: number;
  to: EnrolmentState;
  by: EnrolmentActor;
  /** Obligatory for leaving and coming back. */
  reason?: string;
}

/** Enrolments for the domains downstream: who is in a class, and the only way to change a state. */
@Injectable()
export class Enrolments {
  constructor(
    private readonly db: Database,
    private readonly enrolments: EnrolmentRepository,
    private readonly classes: ClassRepository,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly realtime: Realtime,
  ) {}

  /** @throws AppError platform.not_found */
  async get(id: number): Promise<EnrolmentRow> {
    return found(await this.enrolments.find(id));
  }

  /** The same with its row locked until the transaction ends. @throws AppError platform.not_found */
  async forUpdate(id: number): Promise<EnrolmentRow> {
    return found(await this.enrolments.lock(id));
  }

  /** Sorted by given name. `seated`: without those who have left; otherwise everybody who was ever admitted. */
  ofClass(classId: number, { seated = true }: { seated?: boolean } = {}): Promise<EnrolmentRow[]> {
    return this.enrolments.ofClass(classId, seated ? seatedStates : enrolmentStates);
  }

  /** Every enrolment of a person, newest first. */
  ofPerson(personId: number): Promise<EnrolmentRow[]> {
    return this.enrolments.ofPerson(personId);
  }

  /** The person's enrolment in this class, whatever its state; undefined when there is none. */
  ofPersonInClass(classId: number, personId: number): Promise<EnrolmentRow | undefined> {
    return this.enrolments.ofPersonInClass(classId, personId);
  }

  /** Seats as they are counted now. @throws AppError platform.not_found */
  async seats(classId: number): Promise<SeatCount> {
    const trainingClass = found(await this.classes.find(classId));
    return seatsOf(trainingClass.capacity, await this.classes.seatsTaken(classId));
  }

  /**
   * Takes an enrolment to another state by the lifecycle; asking for the state it has changes nothing. Audited; leaving is
   * published. Coming back from a left state must be asked of a coordinator, who needs a free seat.
   * @throws AppError enrolment.state_not_reachable, enrolment.reason_missing, platform.not_found
   */
  async setState({ id, to, by, reason }: StateChange): Promise<EnrolmentRow> {
    return this.db.transaction(async () => {
      const enrolment = await this.forUpdate(id);
      if (enrolment.state === to) return enrolment;
      const check = checkEnrolmentStep(enrolment.state, to, by, reason);
      if (!check.ok) throw check.refusal === 'reason_missing' ? new AppError(enrolmentErrors.reason_missing) : notReachable(enrolment.state, to);
      await this.enrolments.setState(id, to);
      await this.audit.record({ action: 'enrolment.set_state', subjectType: 'enrolment', subjectId: id, reason, before: { state: enrolment.state }, after: { state: to } });
      if (isLeft(to) && !isLeft(enrolment.state)) await this.outbox.publish(enrolmentMessages.left, { classId: enrolment.classId, enrolmentId: id, state: to });
      if (!isLeft(to) && isLeft(enrolment.state)) await this.outbox.publish(enrolmentMessages.admitted, { classId: enrolment.classId, enrolmentIds: [id] });
      this.realtime.changed(classEnrolmentTopic.name, enrolment.classId);
      return { ...enrolment, state: to, version: enrolment.version + 1 };
    });
  }

  /** Notes a breach of discipline, or takes the note back with null. Audited and published; the same note again changes nothing. @throws AppError platform.not_found */
  async setDisciplineNote(id: number, note: string | null, reason: string): Promise<void> {
    await this.db.transaction(async () => {
      const { classId, disciplineNote } = await this.forUpdate(id);
      if (disciplineNote === note) return;
      await this.enrolments.setDisciplineNote(id, note);
      await this.audit.record({ action: 'enrolment.set_discipline_note', subjectType: 'enrolment', subjectId: id, reason, before: { disciplineNote }, after: { disciplineNote: note } });
      await this.outbox.publish(enrolmentMessages.disciplineNoted, { classId, enrolmentId: id });
      this.realtime.changed(classEnrolmentTopic.name, classId);
    });
  }
}

function found<T>(row: T | undefined): T {
  if (row === undefined) throw new AppError(platformErrors.not_found);
  return row;
}

/** Says in the reader's language which step was refused. */
export function notReachable(from: EnrolmentState, to: EnrolmentState): AppError {
  const language = currentRequest()?.language ?? 'vi';
  return new AppError(enrolmentErrors.state_not_reachable, { from: enrolmentStateNames[from][language], to: enrolmentStateNames[to][language] });
}
