import type { Presence } from './presence.rules.ts';

/** What is stored of a judgement: the rules' answer as it was at that moment. Instants are epoch milliseconds. */
export interface StoredPresence extends Pick<Presence, 'status' | 'way' | 'periodsCredited' | 'minutesPresent' | 'periods' | 'arrivedAt' | 'leftAt'> {
  toReview: boolean;
  /** As in Presence; records that were judged earlier do not say it. */
  seenUntil?: number | null;
}

export interface TraineeRow {
  enrolmentId: number;
  fullName: string;
  unitName: string;
  /** Null: nothing has been recorded or judged yet. */
  record: StoredPresence | null;
}

export const storedOf = (presence: Presence): StoredPresence => ({
  status: presence.status, way: presence.way, periodsCredited: presence.periodsCredited, minutesPresent: presence.minutesPresent,
  periods: presence.periods, arrivedAt: presence.arrivedAt, leftAt: presence.leftAt, seenUntil: presence.seenUntil, toReview: presence.review.needed,
});

/** What others decide by; a record that only grew by minutes is not worth telling. */
export const sameOutcome = (one: StoredPresence | undefined, other: StoredPresence): boolean =>
  one !== undefined && one.status === other.status && one.way === other.way && one.toReview === other.toReview &&
  one.periods.length === other.periods.length && one.periods.every((period, i) => period.state === other.periods[i]?.state);
