import { Injectable } from '@nestjs/common';
import { fewestLetters, mostHits, type SearchAnswer, type SearchGroup } from '@halong/insights/contract';
import { foldVietnamese, type Actor } from '@halong/platform/contract';
import { ClassFinder } from './class-finder.ts';
import { nothing, type Finder } from './finder.ts';
import { PersonFinder } from './person-finder.ts';
import { ProgrammeFinder } from './programme-finder.ts';
import { UnitFinder } from './unit-finder.ts';

/** How long one kind may take, milliseconds: a slow one leaves the others their answer. */
const patience = 1_500;

/** One field for everything that the actor may open; each domain finds its own. */
@Injectable()
export class Search {
  private readonly finders: readonly Finder[];

  constructor(people: PersonFinder, classes: ClassFinder, programmes: ProgrammeFinder, units: UnitFinder) {
    this.finders = [people, classes, programmes, units];
  }

  /** Groups with something in them, in the order of `searchKinds`; none for less than two letters. */
  async find(actor: Actor, text: string): Promise<SearchAnswer> {
    const words = foldVietnamese(text);
    if (words.length < fewestLetters) return { groups: [] };
    const groups = await Promise.all(this.finders.map((finder) => withinPatience(finder, actor, words, patience)));
    return { groups: groups.filter(({ total, late }) => total > 0 || late) };
  }
}

/** The finder's group, or an empty one marked `late` when it has not answered within so many milliseconds. */
export async function withinPatience(finder: Finder, actor: Actor, words: string, milliseconds: number): Promise<SearchGroup> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<SearchGroup>((resolve) => {
    timer = setTimeout(() => resolve({ kind: finder.kind, ...nothing, late: true }), milliseconds);
  });
  const found = finder.find(actor, words, mostHits).then((answer): SearchGroup => ({ kind: finder.kind, ...answer, late: false }));
  // An error after the time is up has nobody to go to.
  found.catch(() => undefined);
  try {
    return await Promise.race([found, late]);
  } finally {
    clearTimeout(timer);
  }
}
