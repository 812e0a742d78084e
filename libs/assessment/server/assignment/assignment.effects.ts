import { Injectable } from '@nestjs/common';
import { assignmentsTopic } from '@halong/assessment/contract';
import { ContentItems } from '@halong/materials/server';
import { Notifications } from '@halong/notifications/server';
import { dayOf, timeOf } from '@halong/platform/contract';
import { Audit, Outbox, Realtime } from '@halong/platform/server';
import { assessmentMessages } from '../events.ts';
import type { AssignmentClass, AssignmentRow } from './assignment.rows.ts';
import { GroupRepository } from './group.repository.ts';

export interface AssignmentChange {
  action: string;
  reason?: string;
  before: unknown;
  after: unknown;
}

/** What follows from a change of an assignment, in the same transaction: audit, word to those who watch and to the trainees. */
@Injectable()
export class AssignmentEffects {
  constructor(
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly realtime: Realtime,
    private readonly notifications: Notifications,
    private readonly groups: GroupRepository,
    private readonly content: ContentItems,
  ) {}

  async changed({ id, classId }: Pick<AssignmentRow, 'id' | 'classId'>, { action, reason, before, after }: AssignmentChange): Promise<void> {
    await this.audit.record({ action, subjectType: 'assignment', subjectId: id, reason: reason ?? null, before, after });
    this.realtime.changed(assignmentsTopic.name, classId);
  }

  /** Its place in the content of the class follows. */
  retitled({ id, title }: Pick<AssignmentRow, 'id' | 'title'>): Promise<void> {
    return this.content.retitle(id, title);
  }

  removed({ id }: Pick<AssignmentRow, 'id'>): Promise<void> {
    return this.content.remove(id);
  }

  async published({ id, classId, title, dueAt }: AssignmentRow, { code }: AssignmentClass, topicKey: string | null): Promise<void> {
    await this.content.place({ classId, topicKey, kind: 'ASSIGNMENT', refId: id, title });
    await this.outbox.publish(assessmentMessages.assigned, { classId, assignmentId: id });
    await this.notifications.tell({
      kind: 'work_assigned',
      params: { classCode: code, title, dueDay: dayOf(dueAt), dueTime: timeOf(dueAt) },
      link: `/assignments/${id}`,
      onceKey: `work-assigned-${id}`,
      personIds: (await this.groups.seats(classId)).map(({ personId }) => personId),
    });
  }
}
