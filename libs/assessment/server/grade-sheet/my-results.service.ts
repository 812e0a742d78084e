import { Injectable } from '@nestjs/common';
import { gradeOf, type MyResult } from '@halong/assessment/contract';
import type { Actor } from '@halong/platform/contract';
import { presentRules } from './grade-sheet.presenter.ts';
import type { GradeCell } from './grade-sheet.rows.ts';
import { marksOf } from './grading.ts';
import { MyResultsRepository, type PublishedResult } from './my-results.repository.ts';

/** What a trainee sees of the grade sheets: their own rows of published ones. */
@Injectable()
export class MyResults {
  constructor(private readonly results: MyResultsRepository) {}

  /** Newest class first; one class when it is named. Empty for an account without a person. */
  async list({ personId }: Pick<Actor, 'personId'>, classId?: number): Promise<MyResult[]> {
    if (personId === null) return [];
    const published = await this.results.published(personId, classId ?? null);
    const cells = await this.results.cells(published.map(({ enrolmentId }) => enrolmentId));
    return published.map((one) => presentResult(one, cells.get(one.enrolmentId) ?? []));
  }
}

function presentResult({ enrolmentId, class: ofClass, components, categories, rules, barred, override, recognition }: PublishedResult, own: readonly GradeCell[]): MyResult {
  const cellOf = new Map(own.map((cell) => [cell.component, cell]));
  const facts = { barred, hasResit: own.some(({ resits }) => resits > 0), override: override?.average ?? null };
  const { average, band, result } = gradeOf({ components, categories, rules }, marksOf(own), facts);
  return {
    class: ofClass,
    enrolmentId,
    components: components.map((component) => ({ ...component, mark: cellOf.get(component.key)?.mark ?? { kind: 'BLANK' as const }, resits: cellOf.get(component.key)?.resits ?? 0 })),
    average, band, result, scale: rules.scale, categories, rules: presentRules(rules), barred, override, recognition,
  };
}
