import { Injectable } from '@nestjs/common';
import { trainingClassStates } from '@halong/classes/contract';
import type { Overview, UnitCompletion } from '@halong/insights/contract';
import { AppError, foldVietnamese, platformErrors, type Actor, type Page, type PageQuery } from '@halong/platform/contract';
import { searchWords } from '@halong/platform/server';
import { ComplianceRepository } from '../compliance/compliance.repository.ts';
import { countLights } from '../compliance/totals.rules.ts';
import { maySeeOverview } from '../compliance/unit-access.policy.ts';
import { YearRules } from '../figures/year-rules.ts';
import { ProgressRepository } from '../progress/progress.repository.ts';
import { OverviewRepository } from './overview.repository.ts';

const firstUnits = 12;

/** The training manager's numbers: classes by state, completion by unit, the 40 periods of everybody. */
@Injectable()
export class Overviews {
  constructor(
    private readonly overviews: OverviewRepository,
    private readonly people: ComplianceRepository,
    private readonly progress: ProgressRepository,
    private readonly years: YearRules,
  ) {}

  /** @throws AppError platform.forbidden */
  async get(actor: Actor, wanted?: number): Promise<Overview> {
    assertMaySee(actor);
    const judgedYear = await this.years.of(wanted);
    const { year } = judgedYear;
    const [years, states, persons, progress, units, totals] = await Promise.all([
      this.overviews.years(), this.overviews.classesByState(year), this.overviews.persons(year), this.progress.ofYear(year), this.overviews.units(year, [], 1, firstUnits), this.people.totals('EVERYBODY', judgedYear),
    ]);
    const classes = trainingClassStates.map((state) => {
      const found = states.find((one) => one.state === state);
      return { state, classes: found?.classes ?? 0, trainees: found?.trainees ?? 0 };
    });
    return { year, years, classes, ...persons, ...progress, lights: countLights(totals), units: units.rows, unitsTotal: units.total };
  }

  /** @throws AppError platform.forbidden */
  async units(actor: Actor, { year: wanted, search, page, size }: PageQuery & { year?: number | undefined }): Promise<Page<UnitCompletion> & { year: number }> {
    assertMaySee(actor);
    const { year } = await this.years.of(wanted);
    const words = searchWords(foldVietnamese(search));
    const { rows, total } = await this.overviews.units(year, words, page, size);
    return { items: rows, total, page, size, year };
  }
}

function assertMaySee(actor: Actor): void {
  if (!maySeeOverview(actor)) throw new AppError(platformErrors.forbidden);
}
