import { Injectable } from '@nestjs/common';
import { Clock } from '@halong/platform/server';
import { quotaTaken } from '../nomination/list.rules.ts';
import { undecidedStates } from '../nomination/nomination.lifecycle.ts';
import { NominationRepository } from '../nomination/nomination.repository.ts';
import type { LineRow } from '../nomination/nomination.rows.ts';
import { Screening, type LineScreening } from '../screening/screening.service.ts';
import type { ClassRow } from '../training-class/class.rows.ts';

export interface JudgedLine {
  line: LineRow;
  screening: LineScreening;
}

/** Screens the undecided nominations of a class again: whenever a seat is given or becomes free. */
@Injectable()
export class ClassScreening {
  constructor(
    private readonly nominations: NominationRepository,
    private readonly screening: Screening,
    private readonly clock: Clock,
  ) {}

  /**
   * Judges and stores, under the lock of the class. Whole lists are screened, because the quota is given out in list order.
   * @param named only the lists that these lines stand on; null for all
   * @returns the undecided lines in the order in which seats are given
   */
  async again(trainingClass: ClassRow, named: ReadonlySet<number> | null = null): Promise<JudgedLine[]> {
    const today = this.clock.today();
    const waiting = await this.nominations.undecided(trainingClass.id, today);
    const listIds = [...new Set(waiting.filter(({ id }) => !named || named.has(id)).map(({ listId }) => listId))];
    const lines = await this.nominations.linesOfLists(listIds, today);
    const quotas = await this.nominations.quotas(trainingClass.id, [...new Set(lines.map(({ unitId }) => unitId))]);
    const lists = listIds.map((listId) => {
      const all = lines.filter((line) => line.listId === listId);
      const unitId = all[0]!.unitId;
      const undecided = all.filter(({ state }) => (undecidedStates as readonly string[]).includes(state));
      return { unitId, lines: undecided, quota: quotas.get(unitId) ?? 0, quotaTaken: quotaTaken(all), freePlaces: null };
    });
    const screened = await this.screening.screen(trainingClass, lists);
    const judged = lists.flatMap((list, at) => list.lines.map((line, index) => ({ line, screening: screened[at]![index]! })));
    await this.nominations.storeScreening(judged.map(({ line, screening }) => ({ id: line.id, screening })));
    return judged;
  }
}
