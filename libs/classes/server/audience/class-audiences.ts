import { Injectable } from '@nestjs/common';
import type { Actor } from '@halong/platform/contract';

/** Classes in which a person has a part that this domain cannot know; a downstream domain says so. */
export interface Audience {
  /** The actor is a trainee of these classes. */
  attends: number[];
  /** People whom the actor leads attend or are nominated for these. */
  sees: number[];
}

type Source = (actor: Actor) => Promise<Audience>;

/** Asks every registered domain. Enrolment registers when its module starts: `audiences.register((actor) => …)`. */
@Injectable()
export class ClassAudiences {
  private readonly sources: Source[] = [];

  register(source: Source): void {
    this.sources.push(source);
  }

  async of(actor: Actor): Promise<Audience> {
    const found = await Promise.all(this.sources.map((source) => source(actor)));
    return { attends: found.flatMap(({ attends }) => attends), sees: found.flatMap(({ sees }) => sees) };
  }
}
