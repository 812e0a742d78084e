import { Injectable } from '@nestjs/common';
import { assignmentErrors as errors, type GroupList } from '@halong/assessment/contract';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { Audit, Database } from '@halong/platform/server';
import { ClassAccess } from '../class-access/class-access.service.ts';
import { editors, mayEdit, readers } from './assignment.policy.ts';
import { GroupRepository } from './group.repository.ts';

export interface GroupArrangement {
  version: number;
  groups: readonly { id: number | null; name: string; enrolmentIds: readonly number[] }[];
}

/** The groups of a class: one arrangement, everybody in one group at most. */
@Injectable()
export class Groups {
  constructor(
    private readonly db: Database,
    private readonly groups: GroupRepository,
    private readonly access: ClassAccess,
    private readonly audit: Audit,
  ) {}

  /** @throws AppError platform.not_found */
  async list(actor: Actor, classId: number): Promise<GroupList> {
    const held = await this.access.require(actor, classId, ...readers);
    return this.content(classId, mayEdit(held));
  }

  /**
   * All groups anew; those that keep their id keep their work.
   * @throws AppError platform.not_found, platform.stale_version, assessment.group_member_twice, group_member_unknown, group_in_use
   */
  async put(actor: Actor, classId: number, { version, groups }: GroupArrangement): Promise<GroupList> {
    return this.db.transaction(async () => {
      const stored = await this.groups.lock(classId);
      await this.access.require(actor, classId, ...editors);
      if (stored !== version) throw new AppError(platformErrors.stale_version);
      const before = await this.content(classId, true);
      await this.check(classId, before, groups);
      await this.write(classId, before, groups);
      const after = await this.content(classId, true);
      await this.audit.record({ action: 'assessment.groups_arranged', subjectType: 'class', subjectId: classId, before: before.groups, after: after.groups });
      return after;
    });
  }

  private async check(classId: number, before: GroupList, groups: GroupArrangement['groups']): Promise<void> {
    const known = new Set([...before.rest, ...before.groups.flatMap(({ members }) => members)].map(({ enrolmentId }) => enrolmentId));
    const named = groups.flatMap(({ enrolmentIds }) => enrolmentIds);
    if (new Set(named).size < named.length) throw new AppError(errors.group_member_twice);
    if (named.some((enrolmentId) => !known.has(enrolmentId))) throw new AppError(errors.group_member_unknown);
    const ids = new Set(before.groups.map(({ id }) => id));
    if (groups.some(({ id }) => id !== null && !ids.has(id))) throw new AppError(platformErrors.stale_version);
    const inUse = await this.groups.inUse(classId);
    const lost = before.groups.find(({ id }) => inUse.has(id) && !groups.some((group) => group.id === id));
    if (lost) throw new AppError(errors.group_in_use, { name: lost.name });
  }

  private async write(classId: number, before: GroupList, groups: GroupArrangement['groups']): Promise<void> {
    const kept = new Set(groups.map(({ id }) => id));
    await this.groups.clearMembers(classId);
    await this.groups.remove(before.groups.filter(({ id }) => !kept.has(id)).map(({ id }) => id));
    // Names change places: first out of the way, then to where they belong.
    for (const { id } of before.groups) if (kept.has(id)) await this.groups.rename(id, `\u0000${id}`);
    for (const { id, name, enrolmentIds } of groups) {
      const groupId = id ?? (await this.groups.add(classId, name));
      if (id !== null) await this.groups.rename(id, name);
      await this.groups.addMembers(enrolmentIds.map((enrolmentId) => ({ enrolmentId, groupId })));
    }
    await this.groups.touch(classId);
  }

  private async content(classId: number, edit: boolean): Promise<GroupList> {
    const [version, groups, seats] = await Promise.all([this.groups.version(classId), this.groups.groups(classId), this.groups.seats(classId)]);
    const of = (groupId: number | null) => seats.filter((seat) => seat.groupId === groupId).map(({ enrolmentId, fullName }) => ({ enrolmentId, fullName }));
    return { version, groups: groups.map(({ id, name }) => ({ id, name, members: of(id) })), rest: of(null), can: { edit } };
  }
}
