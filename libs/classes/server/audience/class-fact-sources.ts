import { Injectable } from '@nestjs/common';
import type { ClassFact } from '@halong/classes/contract';

/** Facts about a class that only a downstream domain knows. */
export type ForeignFact = Extract<ClassFact, 'finalList' | 'gradeSheetsPublished'>;
type Source = (classId: number) => Promise<boolean>;

/**
 * Enrolment answers `finalList`, assessment `gradeSheetsPublished`; they register when their module starts. The question is
 * asked inside the transition's transaction. A fact that nobody answers is missing: the step is refused, not waved through.
 */
@Injectable()
export class ClassFactSources {
  private readonly sources = new Map<ForeignFact, Source>();

  register(fact: ForeignFact, source: Source): void {
    this.sources.set(fact, source);
  }

  async is(fact: ForeignFact, classId: number): Promise<boolean> {
    return (await this.sources.get(fact)?.(classId)) ?? false;
  }
}
