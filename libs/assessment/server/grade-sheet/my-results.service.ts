import { Injectable } from '@nestjs/common';
import type { MyResult } from '@halong/assessment/contract';
import type { Actor } from '@halong/platform/contract';
import { MyResultsRepository } from './my-results.repository.ts';
import { gradeOf } from './grading.ts';

/** What a trainee sees of the grade sheets: their own rows of published ones. */
@Injectable()
export class MyResults {
  constructor(private readonly results: MyResultsRepository) {}

  /** Newest class first; one class when it is named. Empty for an account without a person. */
  async list({ personId }: Pick<Actor, 'personId'>, classId?: number): Promise<MyResult[]> {
    if (personId === null) return [];
    const published = await this.results.published(personId, classId ?? null);
    const marks = await this.results.marks(published.map(({ enrolmentId }) => enrolmentId));
    return published.map(({ enrolmentId, class: ofClass, components, rules, barred, recognition }) => {
      const own = marks.get(enrolmentId) ?? new Map();
      const { average, band, result } = gradeOf(components, own, barred, rules);
      return {
        class: ofClass,
        enrolmentId,
        components: components.map((component) => ({ ...component, mark: own.get(component.key) ?? { kind: 'BLANK' as const } })),
        average, band, result, scale: rules.scale, recognition,
      };
    });
  }
}
