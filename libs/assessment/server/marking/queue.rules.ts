import type { ScriptItem } from '@halong/assessment/contract';

type Queued = Pick<ScriptItem, 'code' | 'state' | 'later' | 'closed'>;

const waits = ({ state, closed }: Queued): boolean => state !== 'MARKED' && !closed;

/** The next script to mark after this one, round the list; those that were put aside come when nothing else is left. */
export function nextWaiting(items: readonly Queued[], after: string | null): string | null {
  const at = items.findIndex(({ code }) => code === after);
  const round = [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))].filter(waits);
  return (round.find(({ later }) => !later) ?? round[0])?.code ?? null;
}

/** Days since the day by which marking was to be done; 0: in time, or no day was set. */
export function overdueDays(markBy: string | null, today: string): number {
  return markBy === null ? 0 : Math.max(0, Math.round((Date.parse(today) - Date.parse(markBy)) / 86_400_000));
}
