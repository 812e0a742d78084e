import { IconCalendarTime, IconCircleCheck, IconClipboardCheck, IconClockExclamation, IconPencil, IconUsers, IconWriting, type IconType, type Tone } from '@halong/design/web';
import type { WorkItem, WorkState } from '@halong/assessment/contract';
import { formatInstant } from '@halong/platform/web';
import type { Say } from './work.texts.ts';

export const workLooks: Record<WorkState, { tone: Tone; icon: IconType }> = {
  NOT_OPEN: { tone: 'mute', icon: IconCalendarTime },
  TO_DO: { tone: 'warn', icon: IconWriting },
  DRAFT: { tone: 'warn', icon: IconPencil },
  WAITING: { tone: 'info', icon: IconUsers },
  SUBMITTED: { tone: 'ok', icon: IconCircleCheck },
  LATE: { tone: 'warn', icon: IconClockExclamation },
  PUBLISHED: { tone: 'ok', icon: IconClipboardCheck },
  MISSED: { tone: 'act', icon: IconClockExclamation },
};

const hourMs = 3_600_000;

/** Still to be done, and by when it matters. */
export const isToDo = ({ state }: Pick<WorkItem, 'state'>): boolean => state === 'TO_DO' || state === 'DRAFT' || state === 'WAITING';

/** Red: overdue, or due within a day. */
export function urgencyOf(item: Pick<WorkItem, 'state' | 'dueAt'>, now: number): Tone {
  if (!isToDo(item)) return workLooks[item.state].tone;
  return Date.parse(item.dueAt) - now < 24 * hourMs ? 'act' : workLooks[item.state].tone;
}

/** "Hạn 15/10/2026 17:00 · còn 3 ngày". */
export function whenWords(item: WorkItem, now: number, t: Say): string {
  if (item.submittedAt !== null) return t('submittedAt', { time: formatInstant(item.submittedAt) });
  if (item.state === 'NOT_OPEN' && item.opensAt !== null) return `${t('opens', { time: formatInstant(item.opensAt) })} · ${t('due', { time: formatInstant(item.dueAt) })}`;
  const left = Date.parse(item.dueAt) - now;
  const due = t('due', { time: formatInstant(item.dueAt) });
  if (left < 0) return `${due} · ${t('overdue', { count: Math.ceil(-left / (24 * hourMs)) })}`;
  return `${due} · ${left < 48 * hourMs ? t('hoursLeft', { count: Math.max(1, Math.floor(left / hourMs)) }) : t('daysLeft', { count: Math.floor(left / (24 * hourMs)) })}`;
}
