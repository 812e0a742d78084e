import { Injectable } from '@nestjs/common';
import type { TurnInRow } from '@halong/assessment/contract';
import type { Actor } from '@halong/platform/contract';
import { SubmissionRepository } from '../submission/submission.repository.ts';
import { readers } from './assignment.policy.ts';
import { termsFor } from './assignment.rules.ts';
import { AssignmentReading } from './assignment-reading.service.ts';
import { GroupRepository } from './group.repository.ts';
import { OverrideRepository } from './override.repository.ts';

/** Who has submitted and who has not: for reminding people, not for marking. */
@Injectable()
export class TurnIns {
  constructor(
    private readonly reading: AssignmentReading,
    private readonly submissions: SubmissionRepository,
    private readonly overrides: OverrideRepository,
    private readonly groups: GroupRepository,
  ) {}

  /** @throws AppError platform.not_found */
  async list(actor: Actor, assignmentId: number): Promise<{ items: TurnInRow[] }> {
    const { row } = await this.reading.require(actor, assignmentId, readers);
    const [seats, groups, overrides, submissions] = await Promise.all([
      this.groups.seats(row.classId), this.groups.groups(row.classId), this.overrides.ofAssignments([row.id]), this.submissions.ofAssignment(row.id),
    ]);
    const owners = row.groupWork
      ? groups.map(({ id, name }) => ({ owner: `G${id}`, name, enrolmentId: null, groupId: id as number | null, inGroup: id as number | null }))
      : seats.map(({ enrolmentId, fullName, groupId }) => ({ owner: `E${enrolmentId}`, name: fullName, enrolmentId: enrolmentId as number | null, groupId: null, inGroup: groupId }));
    return {
      items: owners.map(({ owner, name, enrolmentId, groupId, inGroup }) => {
        const personal = overrides.find((one) => enrolmentId !== null && one.enrolmentId === enrolmentId);
        const { dueAt, extended } = termsFor(row, personal, overrides.find((one) => inGroup !== null && one.groupId === inGroup));
        const found = submissions.find((one) => one.owner === owner);
        return {
          name, enrolmentId, groupId, dueAt: dueAt.toISOString(), extended,
          arrivedAt: found?.arrivedAt.toISOString() ?? null, late: found?.late ?? false, lateDays: found?.lateDays ?? 0, attempt: found?.attempt ?? 0,
        };
      }),
    };
  }
}
