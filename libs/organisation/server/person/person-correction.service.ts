import { Injectable } from '@nestjs/common';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { Audit, Clock, currentRequest, Outbox } from '@halong/platform/server';
import { organisationErrors, sayImportReason, type PersonEvent } from '@halong/organisation/contract';
import { planCorrection, type Corrected } from './person-correction.rules.ts';
import { PersonHistoryRepository } from './person-history.repository.ts';
import { peopleChanged } from './person.messages.ts';
import { mayCorrect } from './person.policy.ts';
import { presentHistory } from './person.presenter.ts';
import { PersonRecords } from './person-record.repository.ts';

const historyLength = 100;

/** Records corrected by hand, and what happened to them. */
@Injectable()
export class PersonCorrections {
  constructor(
    private readonly records: PersonRecords,
    private readonly histories: PersonHistoryRepository,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Corrects fields of a record, inside the caller's transaction; those who keep copies are told.
   * @throws AppError platform.stale_version, platform.invalid_input by field, organisation.nothing_corrected
   */
  async correct(actor: Actor, id: number, { version, reason, ...corrected }: Corrected & { version: number; reason: string }): Promise<void> {
    if (!mayCorrect(actor)) throw new AppError(platformErrors.forbidden);
    const record = await this.records.lock(id);
    if (!record) throw new AppError(platformErrors.not_found);
    if (record.version !== version) throw new AppError(platformErrors.stale_version);
    const { changes, values, faults } = planCorrection(record, corrected, this.clock.today());
    const language = currentRequest()?.language ?? 'vi';
    if (faults.length > 0) {
      throw new AppError(platformErrors.invalid_input, {}, faults.map(({ field, code, value }) => ({ path: `body.${field}`, message: sayImportReason(language, code, { value, limit: '120' }) })));
    }
    if (changes.length === 0) throw new AppError(organisationErrors.nothing_corrected);
    await this.records.changePerson(id, values);
    await this.histories.addCorrection(id, { changes, reason, by: actor.displayName, at: this.clock.now() }, actor.accountId);
    const side = (which: 'before' | 'after') => Object.fromEntries(changes.map((change) => [change.field, change[which]]));
    await this.audit.record({ action: 'person.corrected', subjectType: 'person', subjectId: id, reason, before: side('before'), after: side('after') });
    await this.outbox.publish(peopleChanged, { personIds: [id] });
  }

  /** What lists and people did to a record, the newest first. @throws AppError platform.not_found */
  async history(actor: Actor, id: number): Promise<{ items: PersonEvent[] }> {
    if (!mayCorrect(actor)) throw new AppError(platformErrors.forbidden);
    if (!(await this.records.exists(id))) throw new AppError(platformErrors.not_found);
    const [corrections, lists] = await Promise.all([this.histories.corrections(id, historyLength), this.histories.listRows(id, historyLength)]);
    return { items: presentHistory(corrections, lists, await this.histories.mergedInto(lists)) };
  }
}
