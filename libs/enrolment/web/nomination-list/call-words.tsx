import { Note, StatusText } from '@halong/design/web';
import type { EnrolmentCall } from '@halong/enrolment/contract';
import { formatDay, useTexts } from '@halong/platform/web';
import { say } from '../nomination.texts.ts';

/** Until when names are taken; a closed call says why it is closed. */
export function CallDeadline({ call: { nominationDeadline, closedBy } }: { call: EnrolmentCall }) {
  const t = useTexts(say);
  const day = nominationDeadline ? formatDay(nominationDeadline) : t('noDeadline');
  if (closedBy === null) return <span className={nominationDeadline ? 'nw' : 'muted'}>{day}</span>;
  return <span><StatusText tone="mute">{t(closedBy === 'DEADLINE' ? 'deadlinePassed' : 'classMovedOn')}</StatusText>{nominationDeadline && <small className="muted block">{day}</small>}</span>;
}

/** What the unit has done about the call; a list that is open and not sent asks for somebody. */
export function ListStateText({ call: { listState, open } }: { call: EnrolmentCall }) {
  const t = useTexts(say);
  if (listState === 'SUBMITTED') return <StatusText tone="ok">{t('sent')}</StatusText>;
  return <StatusText tone={open ? 'act' : 'mute'}>{t(listState === 'DRAFT' ? 'draft' : 'notBegun')}</StatusText>;
}

/** Above a list that the unit cannot change any more. */
export function ClosedNote({ call: { closedBy, nominationDeadline } }: { call: EnrolmentCall }) {
  const t = useTexts(say);
  if (closedBy === null) return null;
  if (closedBy === 'CLASS' || !nominationDeadline) return <Note tone="mute" title={t('closedClass')}>{t('closedClassWhy')}</Note>;
  return <Note tone="warn" title={t('closedDeadline', { day: formatDay(nominationDeadline) })}>{t('closedDeadlineWhy')}</Note>;
}
