import { Injectable } from '@nestjs/common';
import type { LedgerRules } from '@halong/completion/server';
import { Clock } from '@halong/platform/server';
import { RuleSets } from '@halong/regulations/server';
import { judgedOn } from './outlook.rules.ts';

/** The yearly duty of an official is that of state management, whatever classes they take. */
const category = 'QLNN';

export interface JudgedYear {
  year: number;
  on: string;
  rules: LedgerRules;
}

/** By which rules, and on which day, a year is judged. */
@Injectable()
export class YearRules {
  constructor(
    private readonly ruleSets: RuleSets,
    private readonly clock: Clock,
  ) {}

  /** The present year when it is left out. @throws AppError regulations.none_in_force */
  async of(year?: number): Promise<JudgedYear> {
    const today = this.clock.today();
    const wanted = year ?? Number(today.slice(0, 4));
    const { rules } = await this.ruleSets.inForce(category, today);
    return { year: wanted, on: judgedOn(wanted, today), rules };
  }
}
