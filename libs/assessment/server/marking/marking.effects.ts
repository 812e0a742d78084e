import { Injectable } from '@nestjs/common';
import { assignmentsTopic, markingTopic } from '@halong/assessment/contract';
import { Notifications } from '@halong/notifications/server';
import type { Actor } from '@halong/platform/contract';
import { Audit, Realtime, type AuditEntry } from '@halong/platform/server';
import { MarkIntake } from '../grade-sheet/mark-intake.service.ts';
import type { MemberRow } from '../submission/submission.rows.ts';
import type { MarkedAssignment } from './marking-door.ts';
import type { Script, StoredMark } from './marking.rows.ts';

export interface Released {
  script: Script;
  mark: StoredMark & { final: number };
}

/** What follows from a step of marking, in the same transaction: audit, grade sheet, word to those concerned. Nothing of it names a mark before its release. */
@Injectable()
export class MarkingEffects {
  constructor(
    private readonly intake: MarkIntake,
    private readonly notifications: Notifications,
    private readonly audit: Audit,
    private readonly realtime: Realtime,
  ) {}

  recorded(entry: AuditEntry): Promise<void> {
    return this.audit.record(entry);
  }

  changed(assignmentId: number): void {
    this.realtime.changed(markingTopic.name, assignmentId);
  }

  async released(actor: Actor, { row, class: { code, nameVi, nameEn } }: MarkedAssignment, released: readonly Released[], members: readonly MemberRow[]): Promise<void> {
    const scores = members.flatMap(({ submissionId, enrolmentId }) => {
      const found = released.find(({ script }) => script.id === submissionId);
      return found ? [{ enrolmentId, value: found.mark.final }] : [];
    });
    if (row.component !== null) await this.intake.take(actor, row.classId, row.component, scores);
    await this.audit.record({
      action: 'assessment.marks_released', subjectType: 'assignment', subjectId: row.id, before: null,
      after: released.map(({ script, mark }) => ({ submissionId: script.id, raw: mark.raw, source: mark.source, deduction: mark.deduction, final: mark.final })),
    });
    await this.notifications.tell({
      kind: 'work_result', params: { title: row.title, classCode: code, className: { vi: nameVi, en: nameEn } }, link: `/assignments/${row.id}`, onceKey: `work-result-${row.id}`,
      personIds: [...new Set(members.map(({ personId }) => personId))],
    });
    this.changed(row.id);
    this.realtime.changed(assignmentsTopic.name, row.classId);
  }
}
