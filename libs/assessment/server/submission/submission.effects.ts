import { Injectable } from '@nestjs/common';
import { assignmentsTopic } from '@halong/assessment/contract';
import { Notifications } from '@halong/notifications/server';
import { dayOf, timeOf } from '@halong/platform/contract';
import { Audit, Outbox, Realtime } from '@halong/platform/server';
import { assessmentMessages } from '../events.ts';
import type { Standing } from './my-work.service.ts';
import type { NewSubmission } from './submission.rows.ts';

/** What follows from submitting, in the same transaction: audit, event, the receipt to everybody whose work it is. */
@Injectable()
export class SubmissionEffects {
  constructor(
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly realtime: Realtime,
    private readonly notifications: Notifications,
  ) {}

  async submitted(submissionId: number, one: NewSubmission, { given, members }: Standing): Promise<void> {
    const { arrivedAt, attempt, contentHash, late } = one;
    await this.audit.record({ action: 'assessment.submitted', subjectType: 'submission', subjectId: submissionId, before: null, after: { assignmentId: given.id, attempt, arrivedAt, late, contentHash } });
    await this.outbox.publish(assessmentMessages.submitted, { classId: given.classId, assignmentId: given.id, submissionId, enrolmentIds: [...one.enrolmentIds] });
    this.realtime.changed(assignmentsTopic.name, given.classId);
    await this.notifications.tell({
      kind: 'work_received',
      params: { classCode: given.classCode, title: given.title, attempt, day: dayOf(arrivedAt), time: timeOf(arrivedAt), hash: contentHash.slice(0, 16) },
      link: `/assignments/${given.id}`,
      onceKey: `work-received-${submissionId}`,
      personIds: members.map(({ personId }) => personId),
    });
  }

  /** One has confirmed, the others have not. */
  async confirmed({ given, members }: Standing, draftVersion: number, missing: readonly { enrolmentId: number; personId: number }[]): Promise<void> {
    this.realtime.changed(assignmentsTopic.name, given.classId);
    const by = members.find(({ enrolmentId }) => enrolmentId === given.enrolmentId)?.fullName ?? given.fullName;
    await this.notifications.tell({
      kind: 'confirmation_wanted',
      params: { classCode: given.classCode, title: given.title, by },
      link: `/assignments/${given.id}`,
      onceKey: `confirmation-${given.id}-${given.groupId}-${draftVersion}`,
      personIds: missing.map(({ personId }) => personId),
    });
  }
}
