import { Injectable } from '@nestjs/common';
import { leftStates } from '@halong/enrolment/contract';
import { Notifications } from '@halong/notifications/server';
import { dayOf, timeOf } from '@halong/platform/contract';
import { Clock, Database, Every } from '@halong/platform/server';
import { assessmentMessages } from '../events.ts';

const aheadMs = 24 * 3_600_000;

interface DueRow {
  assignmentId: number;
  title: string;
  classCode: string;
  personId: number;
  dueAt: Date;
}

/** A day before it is due everybody who has not submitted is reminded, once; extensions count. */
@Injectable()
export class WorkReminders {
  constructor(
    private readonly db: Database,
    private readonly notifications: Notifications,
    private readonly clock: Clock,
  ) {}

  @Every(900, assessmentMessages.remindOfWork)
  async remind(): Promise<void> {
    const now = this.clock.now();
    const rows = await this.due(now, new Date(now.getTime() + aheadMs));
    const byWork = new Map<string, DueRow[]>();
    for (const row of rows) {
      const key = `${row.assignmentId}-${row.dueAt.getTime()}`;
      byWork.set(key, [...(byWork.get(key) ?? []), row]);
    }
    for (const people of byWork.values()) await this.db.transaction(() => this.tell(people));
  }

  private async tell(people: readonly DueRow[]): Promise<void> {
    const [first] = people;
    if (!first) return;
    const { assignmentId, title, classCode, dueAt } = first;
    await this.notifications.tell({
      kind: 'work_due', params: { classCode, title, dueDay: dayOf(dueAt), dueTime: timeOf(dueAt) }, link: `/assignments/${assignmentId}`,
      onceKey: `work-due-${assignmentId}-${dueAt.getTime()}`, personIds: people.map(({ personId }) => personId),
    });
  }

  /** Who has not submitted what is due between the two moments: the person's own due time, else the group's, else everybody's. */
  private due(from: Date, until: Date): Promise<DueRow[]> {
    const dueAt = 'COALESCE(IF(a.group_work, NULL, o.due_at), g.due_at, a.due_at)';
    return this.db.rows(
      `SELECT a.id AS assignmentId, a.title, c.code AS classCode, e.person_id AS personId, ${dueAt} AS dueAt
       FROM assessment_assignment a JOIN classes_class c ON c.id = a.class_id AND c.state IN ('DECIDED', 'RUNNING', 'EXAM', 'GRADING')
       JOIN enrolment_enrolment e ON e.class_id = a.class_id AND e.state NOT IN (?) LEFT JOIN assessment_group_member m ON m.enrolment_id = e.id
       LEFT JOIN assessment_override o ON o.assignment_id = a.id AND o.enrolment_id = e.id LEFT JOIN assessment_override g ON g.assignment_id = a.id AND g.group_id = m.group_id
       WHERE a.state = 'PUBLISHED' AND a.due_at > ? - INTERVAL 60 DAY AND ${dueAt} > ? AND ${dueAt} <= ? AND (a.opens_at IS NULL OR a.opens_at <= ?)
         AND NOT EXISTS (SELECT 1 FROM assessment_submission s WHERE s.assignment_id = a.id AND s.owner = IF(a.group_work, CONCAT('G', m.group_id), CONCAT('E', e.id)))
       LIMIT 5000`,
      [[...leftStates], from, from, until, from],
    );
  }
}
