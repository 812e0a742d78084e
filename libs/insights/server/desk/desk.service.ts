import { Injectable } from '@nestjs/common';
import type { AdminDesk, CertificateDesk } from '@halong/insights/contract';
import { AppError, hasGlobalRole, platformErrors, type Actor } from '@halong/platform/contract';
import { Clock } from '@halong/platform/server';
import { issuesIn } from './desk.policy.ts';
import { DeskRepository } from './desk.repository.ts';

/** Work of this age should be done: the worker begins within seconds and repeats what failed for some minutes. */
const patienceMinutes = 10;

/** *Hôm nay* of those who neither teach nor learn: the administrator and the certificate officer. */
@Injectable()
export class Desks {
  constructor(
    private readonly desks: DeskRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError platform.forbidden */
  async ofAdmin(actor: Actor): Promise<AdminDesk> {
    if (!hasGlobalRole(actor, 'SYSTEM_ADMIN')) throw new AppError(platformErrors.forbidden);
    const before = new Date(this.clock.millis() - patienceMinutes * 60_000);
    const [imports, notActivated, stuck, mailsWaiting] = await Promise.all([this.desks.waitingImports(), this.desks.notActivated(), this.desks.stuck(before, patienceMinutes), this.desks.mailsWaiting(before)]);
    return { day: this.clock.today(), imports, notActivated, stuck, mailsWaiting };
  }

  async ofOfficer(actor: Actor): Promise<CertificateDesk> {
    const scope = issuesIn(actor);
    const [toIssue, making] = await Promise.all([this.desks.toIssue(scope), this.desks.making(scope)]);
    return { day: this.clock.today(), toIssue, making };
  }
}
