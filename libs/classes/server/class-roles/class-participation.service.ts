import { Injectable } from '@nestjs/common';
import type { Actor } from '@halong/platform/contract';
import { ClassAudiences } from '../audience/class-audiences.ts';
import { ClassRoles } from './class-roles.service.ts';

/** Who takes part in a class: teaches it, coordinates it or attends it. Whoever only manages it does not. */
@Injectable()
export class ClassParticipation {
  constructor(
    private readonly roles: ClassRoles,
    private readonly audiences: ClassAudiences,
  ) {}

  /** @throws AppError platform.not_found when there is no such class */
  async takesPart(actor: Actor, classId: number): Promise<boolean> {
    const roles = await this.roles.roles(actor, classId);
    if (roles.includes('LECTURER') || roles.includes('CLASS_COORDINATOR')) return true;
    return (await this.audiences.of(actor)).attends.includes(classId);
  }
}
