import { Injectable } from '@nestjs/common';
import { MyResults } from '@halong/assessment/server';
import { Certificates } from '@halong/certification/server';
import type { TrainingRecord } from '@halong/insights/contract';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { figuresOf } from '../figures/outlook.rules.ts';
import { YearRules } from '../figures/year-rules.ts';
import { LedgerRepository } from './ledger.repository.ts';

/** What somebody has learned, in one place. */
@Injectable()
export class Records {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly years: YearRules,
    private readonly results: MyResults,
    private readonly certificates: Certificates,
  ) {}

  /** @throws AppError platform.not_found for an account without a person */
  async mine(actor: Actor, wanted?: number): Promise<TrainingRecord> {
    const { personId } = actor;
    if (personId === null) throw new AppError(platformErrors.not_found);
    const { year, on, rules } = await this.years.of(wanted);
    const [sums, years, classes, results, certificates] = await Promise.all([
      this.ledger.sums(personId, year), this.ledger.years(personId), this.ledger.classes(personId, year), this.results.list({ personId }), this.certificates.ofPerson(actor),
    ]);
    return { figures: figuresOf(year, sums, on, rules), years, classes, results, certificates };
  }
}
