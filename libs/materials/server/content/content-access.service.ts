import { Injectable } from '@nestjs/common';
import { ClassRoles } from '@halong/classes/server';
import { Enrolments } from '@halong/enrolment/server';
import { seatedStates } from '@halong/enrolment/contract';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { standingIn, type Standing } from './content.policy.ts';

/** What somebody is to the content of a class. */
@Injectable()
export class ContentAccess {
  constructor(
    private readonly roles: ClassRoles,
    private readonly enrolments: Enrolments,
  ) {}

  /** Undefined for those to whom the content does not exist. @throws AppError platform.not_found when there is no such class */
  async standing(actor: Actor, classId: number): Promise<Standing | undefined> {
    const roles = await this.roles.roles(actor, classId);
    const enrolment = actor.personId === null ? undefined : await this.enrolments.ofPersonInClass(classId, actor.personId);
    return standingIn(roles, enrolment && seatedStates.includes(enrolment.state) ? enrolment.id : null);
  }

  /** @throws AppError platform.not_found */
  async require(actor: Actor, classId: number): Promise<Standing> {
    const standing = await this.standing(actor, classId);
    if (!standing) throw new AppError(platformErrors.not_found);
    return standing;
  }

  /** Those who teach or coordinate the class. @throws AppError platform.not_found; platform.forbidden for its trainees */
  async requireEditor(actor: Actor, classId: number): Promise<Standing> {
    const standing = await this.require(actor, classId);
    if (!standing.edits) throw new AppError(platformErrors.forbidden);
    return standing;
  }
}
