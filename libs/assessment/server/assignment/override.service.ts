import { Injectable } from '@nestjs/common';
import { assignmentErrors as errors, type AssignmentDetail } from '@halong/assessment/contract';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { Database } from '@halong/platform/server';
import { AssignmentEffects } from './assignment.effects.ts';
import { editors } from './assignment.policy.ts';
import { inOrder, termsFor } from './assignment.rules.ts';
import { AssignmentReading } from './assignment-reading.service.ts';
import type { AssignmentRow } from './assignment.rows.ts';
import { GroupRepository } from './group.repository.ts';
import { OverrideRepository } from './override.repository.ts';
import { Rejudging } from './rejudging.ts';

export interface OverrideInput {
  enrolmentId: number | null;
  groupId: number | null;
  opensAt: string | null;
  dueAt: string | null;
  cutoffAt: string | null;
  attempts: number | null;
  waiveLate: boolean;
  reason: string;
}

/** Extensions and other exceptions, each with its reason on record. */
@Injectable()
export class Overrides {
  constructor(
    private readonly db: Database,
    private readonly reading: AssignmentReading,
    private readonly overrides: OverrideRepository,
    private readonly groups: GroupRepository,
    private readonly rejudging: Rejudging,
    private readonly effects: AssignmentEffects,
  ) {}

  /** @throws AppError platform.not_found, assessment.override_target, override_empty, override_order */
  async put(actor: Actor, assignmentId: number, input: OverrideInput): Promise<AssignmentDetail> {
    return this.db.transaction(async () => {
      const { row, held } = await this.reading.require(actor, assignmentId, editors, true);
      const at = (text: string | null) => (text === null ? null : new Date(text));
      const override = { ...input, assignmentId, opensAt: at(input.opensAt), dueAt: at(input.dueAt), cutoffAt: at(input.cutoffAt) };
      if (!(await this.isTarget(row, input))) throw new AppError(errors.override_target);
      if (!override.opensAt && !override.dueAt && !override.cutoffAt && override.attempts === null && !override.waiveLate) throw new AppError(errors.override_empty);
      const inconsistent = override.cutoffAt && override.cutoffAt < (override.dueAt ?? row.dueAt);
      if (inconsistent || !inOrder(termsFor(row, override))) throw new AppError(errors.override_order);
      const before = (await this.overrides.ofAssignments([assignmentId])).find((one) => one.enrolmentId === input.enrolmentId && one.groupId === input.groupId) ?? null;
      await this.overrides.put(override);
      await this.rejudging.of(row);
      await this.effects.changed(row, { action: 'assessment.override_set', reason: input.reason, before, after: input });
      return this.reading.detail(row, held);
    });
  }

  /** @throws AppError platform.not_found */
  async remove(actor: Actor, assignmentId: number, overrideId: number, reason: string): Promise<AssignmentDetail> {
    return this.db.transaction(async () => {
      const { row, held } = await this.reading.require(actor, assignmentId, editors, true);
      const before = (await this.overrides.ofAssignments([assignmentId])).find(({ id }) => id === overrideId);
      if (!before) throw new AppError(platformErrors.not_found);
      await this.overrides.remove(overrideId);
      await this.rejudging.of(row);
      await this.effects.changed(row, { action: 'assessment.override_removed', reason, before, after: null });
      return this.reading.detail(row, held);
    });
  }

  /** Group work is a group's; otherwise a person, or everybody in a group. */
  private async isTarget({ classId, groupWork }: AssignmentRow, { enrolmentId, groupId }: OverrideInput): Promise<boolean> {
    if ((enrolmentId === null) === (groupId === null)) return false;
    if (groupId !== null) return (await this.groups.groups(classId)).some(({ id }) => id === groupId);
    return !groupWork && (await this.groups.seats(classId)).some((seat) => seat.enrolmentId === enrolmentId);
  }
}
