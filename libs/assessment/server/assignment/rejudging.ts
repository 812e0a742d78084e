import { Injectable } from '@nestjs/common';
import { isUntouched } from '../submission/submission.lifecycle.ts';
import { SubmissionRepository } from '../submission/submission.repository.ts';
import { judge, termsFor } from './assignment.rules.ts';
import type { AssignmentRow } from './assignment.rows.ts';
import { GroupRepository } from './group.repository.ts';
import { OverrideRepository } from './override.repository.ts';

/** Decides anew how late submitted work was, after dates, policy or an extension have changed; what is being marked stays as it is. */
@Injectable()
export class Rejudging {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly overrides: OverrideRepository,
    private readonly groups: GroupRepository,
  ) {}

  async of(assignment: AssignmentRow): Promise<void> {
    const waiting = (await this.submissions.ofAssignment(assignment.id)).filter(({ state }) => isUntouched(state));
    if (waiting.length === 0) return;
    const [overrides, seats] = await Promise.all([this.overrides.ofAssignments([assignment.id]), this.groups.seats(assignment.classId)]);
    for (const one of waiting) {
      const id = Number(one.owner.slice(1));
      const groupId = one.owner.startsWith('G') ? id : (seats.find(({ enrolmentId }) => enrolmentId === id)?.groupId ?? null);
      const personal = one.owner.startsWith('E') ? overrides.find(({ enrolmentId }) => enrolmentId === id) : undefined;
      const terms = termsFor(assignment, personal, overrides.find((override) => groupId !== null && override.groupId === groupId));
      const lateness = judge(one.arrivedAt, terms, assignment.late);
      const same = lateness.late === one.late && lateness.days === one.lateDays && lateness.deduction === one.deduction && terms.dueAt.getTime() === one.dueAt.getTime();
      if (!same) await this.submissions.judge(one.id, lateness.late ? 'LATE' : 'SUBMITTED', terms.dueAt, lateness);
    }
  }
}
