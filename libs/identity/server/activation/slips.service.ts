import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@halong/platform/contract';
import { Audit, Clock, CONFIG, Database, Mailer, type Config } from '@halong/platform/server';
import { activationMail } from './activation-mail.ts';
import { renderSlips } from './slip-pdf/render-slips.ts';
import { UnitCodesService } from './unit-codes.service.ts';

/** One-time codes for the people of a unit, on paper or by mail. */
@Injectable()
export class SlipsService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly mailer: Mailer,
    private readonly unitCodes: UnitCodesService,
  ) {}

  async count(actor: Actor, unitId: number): Promise<{ people: number; withEmail: number; withoutEmail: number }> {
    const people = await this.unitCodes.waitingIn(actor, unitId);
    const withEmail = people.filter(({ email }) => email).length;
    return { people: people.length, withEmail, withoutEmail: people.length - withEmail };
  }

  /** A sheaf of A4 with eight slips a page. @throws AppError not_found, nobody_waits, too_many_slips */
  async print(actor: Actor, unitId: number): Promise<Uint8Array> {
    const slips = await this.db.transaction(async () => {
      const people = await this.unitCodes.sheafOf(actor, unitId);
      const issued = await this.unitCodes.issueTo(people);
      await this.record(unitId, 'activation.printed', issued.length);
      return issued;
    });
    return renderSlips(slips, { address: `${this.config.PUBLIC_URL}/kich-hoat`, printedAt: this.clock.now() });
  }

  /** @throws AppError not_found, nobody_waits, too_many_slips */
  async mail(actor: Actor, unitId: number): Promise<{ sent: number; withoutEmail: { personId: number; displayName: string; unitName: string }[] }> {
    return this.db.transaction(async () => {
      const people = await this.unitCodes.sheafOf(actor, unitId);
      const withoutEmail = people.filter(({ email }) => !email).map(({ personId, displayName, unitName }) => ({ personId, displayName, unitName }));
      const issued = await this.unitCodes.issueTo(people.filter(({ email }) => email));
      const sent: (number | undefined)[] = [];
      for (const slip of issued) sent.push(await this.mailer.send({ to: slip.email ?? '', ...activationMail(slip, this.config.PUBLIC_URL) }));
      await this.record(unitId, 'activation.mailed', issued.length);
      return { sent: sent.filter((id) => id !== undefined).length, withoutEmail };
    });
  }

  private record(unitId: number, action: string, people: number): Promise<void> {
    return this.audit.record({ action, subjectType: 'unit', subjectId: unitId, after: { people } });
  }
}
