import type { SessionMode } from '@halong/classes/contract';
import type { RuleSet } from '@halong/regulations/contract';

export interface OnlineShare {
  /** Periods that take place online only. */
  online: number;
  /** Of how many: the programme's periods, or the timetable's when it has more. */
  planned: number;
  /** Whole periods that may be online. */
  allowed: number;
  over: boolean;
}

/**
 * How much of a class is online, against the most that its rules allow (domain rule D02, `online.maxShare`, 0–1).
 * Only sessions without a room or a place count: who attends in room and online together may always come.
 * @param periods of the sessions that are not cancelled, by mode
 * @param programmePeriods what the whole programme has, so that a timetable in the making is measured by what it will be
 */
export function onlineShare(periods: Partial<Record<SessionMode, number>>, programmePeriods: number, { online: { maxShare } }: { online: Pick<RuleSet['online'], 'maxShare'> }): OnlineShare {
  const online = periods.ONLINE ?? 0;
  const planned = Math.max(programmePeriods, Object.values(periods).reduce((sum, one) => sum + one, 0));
  const allowed = Math.floor((Math.round(maxShare * 1000) * planned) / 1000);
  return { online, planned, allowed, over: online > allowed };
}
