import { Injectable } from '@nestjs/common';
import { classEnrolmentTopic, type NominationState } from '@halong/enrolment/contract';
import { Notifications } from '@halong/notifications/server';
import type { Actor, TextPair } from '@halong/platform/contract';
import { Audit, Clock, Outbox, Realtime } from '@halong/platform/server';
import type { Snapshot } from '../enrolment/enrolment.rows.ts';
import { EnrolmentRepository } from '../enrolment/enrolment.repository.ts';
import { enrolmentMessages } from '../events.ts';
import { NominationRepository } from '../nomination/nomination.repository.ts';
import type { LineRow } from '../nomination/nomination.rows.ts';
import type { ClassRow } from '../training-class/class.rows.ts';
import type { Refusal } from './admission.rules.ts';

export interface Admitted extends Snapshot {
  outcome: 'ELIGIBLE' | 'OVER_QUOTA';
}

const wordsOf = ({ code, nameVi, nameEn }: ClassRow) => ({ classCode: code, className: { vi: nameVi, en: nameEn } });

const mostNames = 5;

/** The first names of a list, and how many more there are. */
function namesOf(lines: readonly LineRow[]): TextPair {
  const names = lines.slice(0, mostNames).map(({ fullName, writtenName }) => fullName ?? writtenName).join(', ');
  const more = lines.length - mostNames;
  return more > 0 ? { vi: `${names} và ${more} người khác`, en: `${names} and ${more} more` } : { vi: names, en: names };
}

/** Writes what was decided, with its trail, event and notices, inside the transaction of the decision. */
@Injectable()
export class Outcomes {
  constructor(
    private readonly nominations: NominationRepository,
    private readonly enrolments: EnrolmentRepository,
    private readonly notifications: Notifications,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly realtime: Realtime,
    private readonly clock: Clock,
  ) {}

  /** Approved, enrolled, seated and told. @returns enrolment id by person */
  async seat(actor: Actor, trainingClass: ClassRow, admitted: readonly Admitted[], reason: string | undefined): Promise<Map<number, number>> {
    const [first] = admitted;
    if (!first) return new Map();
    const now = this.clock.now();
    const ids = admitted.map(({ nominationId }) => nominationId);
    await this.nominations.decide(ids, 'APPROVED', actor.accountId, now, reason ?? null);
    const enrolmentIds = await this.enrolments.seat(trainingClass.id, admitted, now);
    for (const { nominationId, personId, outcome } of admitted) {
      const after = { state: 'ADMITTED', nominationId, personId, screening: outcome };
      await this.audit.record({ action: 'enrolment.admit', subjectType: 'enrolment', subjectId: enrolmentIds.get(personId)!, reason, after });
    }
    await this.outbox.publish(enrolmentMessages.admitted, { classId: trainingClass.id, enrolmentIds: [...enrolmentIds.values()] });
    await this.notifications.tell({
      kind: 'admitted', params: { ...wordsOf(trainingClass), openingDate: trainingClass.openingDate ?? '…' }, link: `/classes/${trainingClass.id}`,
      // A nomination is approved once, so the lowest one names this occasion.
      onceKey: `nomination-${Math.min(...ids)}-admitted`, personIds: admitted.map(({ personId }) => personId),
    });
    this.realtime.changed(classEnrolmentTopic.name, trainingClass.id);
    return enrolmentIds;
  }

  /** Whoever sent a list learns which of its people got in. */
  async tellSenders(trainingClass: ClassRow, lines: readonly LineRow[]): Promise<void> {
    for (const listId of new Set(lines.map((line) => line.listId))) {
      const ofList = lines.filter((line) => line.listId === listId);
      const [first] = ofList;
      if (!first || first.submittedBy === null) continue;
      const { id, unitId, submittedBy } = first;
      await this.notifications.tell({
        kind: 'nominees_admitted', link: `/unit/nominations/${trainingClass.id}/${unitId}`, onceKey: `list-${listId}-admitted-${id}`, accountIds: [submittedBy],
        params: { ...wordsOf(trainingClass), openingDate: trainingClass.openingDate ?? '…', count: ofList.length, names: namesOf(ofList) },
      });
    }
  }

  /** Those who only lack a seat wait for one; who waits already goes on waiting. */
  async waitlist(waiting: readonly Refusal[], stateOf: ReadonlyMap<number, NominationState>): Promise<void> {
    const ids = waiting.map(({ nominationId }) => nominationId).filter((id) => stateOf.get(id) === 'SUBMITTED');
    await this.nominations.waitlist(ids);
    for (const id of ids) await this.audit.record({ action: 'enrolment.waitlist', subjectType: 'nomination', subjectId: id, before: { state: 'SUBMITTED' }, after: { state: 'WAITLISTED' } });
  }

  /** Rejected with one reason; the people and whoever sent the list are told. */
  async reject(actor: Actor, trainingClass: ClassRow, lines: readonly LineRow[], reason: string): Promise<void> {
    const nominationIds = lines.map(({ id }) => id);
    await this.nominations.decide(nominationIds, 'REJECTED', actor.accountId, this.clock.now(), reason);
    for (const { id, state, personId, fullName, writtenName, submittedBy } of lines) {
      await this.audit.record({ action: 'enrolment.reject', subjectType: 'nomination', subjectId: id, reason, before: { state }, after: { state: 'REJECTED' } });
      const telling = { kind: 'rejected', params: { ...wordsOf(trainingClass), personName: fullName ?? writtenName, reason }, onceKey: `nomination-${id}-rejected` } as const;
      if (submittedBy !== null) await this.notifications.tell({ ...telling, link: '/unit/nominations', accountIds: [submittedBy] });
      if (personId !== null) await this.notifications.tell({ ...telling, link: '/notifications', personIds: [personId] });
    }
    await this.outbox.publish(enrolmentMessages.rejected, { classId: trainingClass.id, nominationIds });
    this.realtime.changed(classEnrolmentTopic.name, trainingClass.id);
  }
}
