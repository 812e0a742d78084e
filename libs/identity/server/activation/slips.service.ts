import { Inject, Injectable } from '@nestjs/common';
import { identityErrors, showCode } from '@halong/identity/contract';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { Audit, Clock, CONFIG, Database, Mailer, type Config } from '@halong/platform/server';
import { mayManageAccounts } from '../account/account.policy.ts';
import { AccountRepository } from '../account/account.repository.ts';
import { RoleGrantRepository } from '../role/role-grant.repository.ts';
import { OneTimeCodeRepository } from './one-time-code.repository.ts';
import { activationMail } from './activation-mail.ts';
import { renderSlips, type Slip } from './slip-pdf/render-slips.ts';
import { WaitingRepository, type WaitingPerson } from './waiting.repository.ts';

/** What one sheaf of paper and one request can carry. */
const limit = 2_000;

type Issued = Slip & { email: string | null };

/** Codes for everybody of a unit who has not chosen a password yet. No password is hashed here. */
@Injectable()
export class SlipsService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly mailer: Mailer,
    private readonly waiting: WaitingRepository,
    private readonly accounts: AccountRepository,
    private readonly codes: OneTimeCodeRepository,
    private readonly grants: RoleGrantRepository,
  ) {}

  async count(actor: Actor, unitId: number): Promise<{ people: number; withEmail: number; withoutEmail: number }> {
    await this.assertMayFor(actor, unitId);
    const people = await this.waiting.inSubtree(unitId, 100_000);
    const withEmail = people.filter(({ email }) => email).length;
    return { people: people.length, withEmail, withoutEmail: people.length - withEmail };
  }

  /** A sheaf of A4 with eight slips a page. @throws AppError not_found, nobody_waits, too_many_slips */
  async print(actor: Actor, unitId: number): Promise<Uint8Array> {
    const slips = await this.db.transaction(async () => {
      const people = await this.peopleOf(actor, unitId);
      const issued = await this.issueTo(people);
      await this.record(unitId, 'activation.printed', issued.length);
      return issued;
    });
    return renderSlips(slips, { address: `${this.config.PUBLIC_URL}/kich-hoat`, printedAt: this.clock.now() });
  }

  /** @throws AppError not_found, nobody_waits, too_many_slips */
  async mail(actor: Actor, unitId: number): Promise<{ sent: number; withoutEmail: { personId: number; displayName: string; unitName: string }[] }> {
    return this.db.transaction(async () => {
      const people = await this.peopleOf(actor, unitId);
      const withoutEmail = people.filter(({ email }) => !email).map(({ personId, displayName, unitName }) => ({ personId, displayName, unitName }));
      const issued = await this.issueTo(people.filter(({ email }) => email));
      const sent: (number | undefined)[] = [];
      for (const slip of issued) sent.push(await this.mailer.send({ to: slip.email ?? '', ...activationMail(slip, this.config.PUBLIC_URL) }));
      await this.record(unitId, 'activation.mailed', issued.length);
      return { sent: sent.filter((id) => id !== undefined).length, withoutEmail };
    });
  }

  private async peopleOf(actor: Actor, unitId: number): Promise<WaitingPerson[]> {
    await this.assertMayFor(actor, unitId);
    const people = await this.waiting.inSubtree(unitId, limit + 1);
    if (people.length === 0) throw new AppError(identityErrors.nobody_waits);
    if (people.length > limit) throw new AppError(identityErrors.too_many_slips, { people: people.length, limit });
    return people;
  }

  private async issueTo(people: readonly WaitingPerson[]): Promise<Issued[]> {
    await this.accounts.addForPersons(people.filter(({ accountId }) => accountId === null));
    const accountOf = await this.accounts.idsOfPersons(people.map(({ personId }) => personId));
    const ids = await this.waiting.lock([...accountOf.values()]);
    const { codes, expiresAt } = await this.codes.issue([...ids]);
    const logins = await this.waiting.logins([...ids]);
    return people.flatMap(({ personId, displayName, unitName, email }) => {
      const accountId = accountOf.get(personId) ?? 0;
      const code = codes.get(accountId);
      return code ? [{ displayName, unitName, email, login: logins.get(accountId) ?? '', code: showCode(code), expiresAt }] : [];
    });
  }

  private record(unitId: number, action: string, people: number): Promise<void> {
    return this.audit.record({ action, subjectType: 'unit', subjectId: unitId, after: { people } });
  }

  private async assertMayFor(actor: Actor, unitId: number): Promise<void> {
    if (!mayManageAccounts(actor) || !(await this.grants.isUnit(unitId))) throw new AppError(platformErrors.not_found);
  }
}
