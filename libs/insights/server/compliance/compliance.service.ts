import { Injectable } from '@nestjs/common';
import type { Light, Outlook } from '@halong/completion/contract';
import type { ClassProgress, PersonLedger, UnitCompliance } from '@halong/insights/contract';
import { AppError, foldVietnamese, platformErrors, type Actor, type Page, type PageQuery } from '@halong/platform/contract';
import { searchWords } from '@halong/platform/server';
import { figuresOf } from '../figures/outlook.rules.ts';
import { YearRules, type JudgedYear } from '../figures/year-rules.ts';
import { ProgressRepository } from '../progress/progress.repository.ts';
import { LedgerRepository } from '../record/ledger.repository.ts';
import { ComplianceRepository } from './compliance.repository.ts';
import { countLights, countOf, countOutlooks, shareEnough } from './totals.rules.ts';
import { maySeeUnit } from './unit-access.policy.ts';

export interface ComplianceQuery extends PageQuery {
  year?: number | undefined;
  light?: Light | undefined;
  outlook?: Outlook | undefined;
}

/** The 40 periods of a unit, for its head. */
@Injectable()
export class Compliance {
  constructor(
    private readonly people: ComplianceRepository,
    private readonly ledger: LedgerRepository,
    private readonly years: YearRules,
    private readonly progress: ProgressRepository,
  ) {}

  /** @throws AppError platform.not_found for a unit that is not the actor's */
  async ofUnit(actor: Actor, unitId: number, { year: wanted, light, outlook, search, page, size }: ComplianceQuery): Promise<UnitCompliance> {
    const { unit, scope } = await this.visible(actor, unitId);
    const judgedYear = await this.years.of(wanted);
    const { year, on, rules } = judgedYear;
    const words = searchWords(foldVietnamese(search));
    const filter = { light, outlook, words };
    const [totals, previousShare, rows] = await Promise.all([
      this.people.totals(scope, judgedYear), this.people.shareBefore(scope, judgedYear), this.people.people(scope, judgedYear, filter, page, size),
    ]);
    // Only a search needs the people counted once more.
    const total = words.length > 0 ? await this.people.countPeople(scope, judgedYear, filter) : countOf(totals, filter);
    return {
      unit, year, on,
      needed: rules.minAnnualPeriods.CIVIL_SERVANT,
      lights: countLights(totals),
      outlooks: countOutlooks(totals),
      enoughShare: shareEnough(totals),
      previousShare,
      items: rows.map((row) => ({
        personId: row.personId, fullName: row.fullName, position: row.position, unit: { id: row.unitId, nameVi: row.unitVi, nameEn: row.unitEn }, figures: figuresOf(year, row, on, rules),
      })),
      total, page, size,
    };
  }

  /** @throws AppError platform.not_found for a unit that is not the actor's, or a person who does not work there */
  async ofPerson(actor: Actor, unitId: number, personId: number, wanted?: number): Promise<PersonLedger> {
    await this.visible(actor, unitId);
    const judgedYear = await this.years.of(wanted);
    const person = await this.people.personIn(unitId, personId, judgedYear.on);
    if (!person) throw new AppError(platformErrors.not_found);
    return { person, ...(await this.ledgerOf(personId, judgedYear)) };
  }

  /** The announced classes of the unit. @throws AppError platform.not_found for a unit that is not the actor's */
  async classesOf(actor: Actor, unitId: number, { year: wanted, page, size }: ComplianceQuery): Promise<Page<ClassProgress> & { year: number }> {
    await this.visible(actor, unitId);
    const { year } = await this.years.of(wanted);
    const { rows, total } = await this.progress.ofUnit(unitId, year, page, size);
    return { items: rows, total, page, size, year };
  }

  private async ledgerOf(personId: number, { year, on, rules }: JudgedYear): Promise<Pick<PersonLedger, 'figures' | 'classes'>> {
    const [sums, classes] = await Promise.all([this.ledger.sums(personId, year), this.ledger.classes(personId, year)]);
    const sessions = await this.ledger.sessions(classes.map(({ enrolmentId }) => enrolmentId), year);
    return { figures: figuresOf(year, sums, on, rules), classes: classes.map((one) => ({ ...one, sessions: sessions.get(one.enrolmentId) ?? [] })) };
  }

  private async visible(actor: Actor, unitId: number) {
    const unit = await this.people.unit(unitId);
    const lineage = await this.people.lineage(unitId);
    if (!unit || !maySeeUnit(actor, lineage)) throw new AppError(platformErrors.not_found);
    return { unit, scope: { unitId, top: lineage.length === 1 } };
  }
}
