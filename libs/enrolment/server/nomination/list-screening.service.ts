import { Injectable } from '@nestjs/common';
import { classEnrolmentTopic } from '@halong/enrolment/contract';
import { Clock, Realtime } from '@halong/platform/server';
import { Screening } from '../screening/screening.service.ts';
import { ClassRepository } from '../training-class/class.repository.ts';
import { seatsOf } from '../training-class/class.rules.ts';
import type { UnitContext } from './list-reader.service.ts';
import { openLines, quotaTaken } from './list.rules.ts';
import { NominationRepository } from './nomination.repository.ts';

/** Screens one unit's list and writes the outcome on its lines. */
@Injectable()
export class ListScreening {
  constructor(
    private readonly nominations: NominationRepository,
    private readonly classes: ClassRepository,
    private readonly screening: Screening,
    private readonly realtime: Realtime,
    private readonly clock: Clock,
  ) {}

  /**
   * Judges every line that is not decided. With `submit` drafts become SUBMITTED, or WAITLISTED when they are beyond the quota.
   * @returns what became of the lines
   */
  async screen({ trainingClass, unitId, call }: UnitContext, listId: number, { submit }: { submit: boolean }): Promise<{ id: number; outcome: string }[]> {
    const now = this.clock.now();
    const all = await this.nominations.linesOfLists([listId], this.clock.today());
    const lines = openLines(all);
    const { free } = seatsOf(trainingClass.capacity, await this.classes.seatsTaken(trainingClass.id, true));
    const terms = { unitId, quota: Number(call.quota), quotaTaken: quotaTaken(all), freePlaces: free };
    const [screened = []] = await this.screening.screen(trainingClass, [{ ...terms, lines }]);
    const judged = screened.map((screening, index) => {
      const line = lines[index]!;
      const beyond = screening.outcome === 'OVER_QUOTA';
      const state = submit && line.state === 'DRAFT' ? (beyond ? ('WAITLISTED' as const) : ('SUBMITTED' as const)) : undefined;
      return { id: line.id, screening, state, submittedAt: submit ? now : undefined };
    });
    await this.nominations.storeScreening(judged);
    this.realtime.changed(classEnrolmentTopic.name, trainingClass.id);
    return judged.map(({ id, screening: { outcome } }) => ({ id, outcome }));
  }
}
