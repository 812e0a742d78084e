import { attendanceRoutes, type AttendanceSession } from '@halong/attendance/contract';
import { Button, IconLock, IconPrinter, IconScreenShare, PageHead } from '@halong/design/web';
import type { ResponseOf } from '@halong/platform/contract';
import { formatLongDay, formatTime, useLanguage, useTexts } from '@halong/platform/web';
import { periodRun } from '../words/naming.ts';
import { roomText } from '../words/room.ts';
import { say, type Key } from './attendance.texts.ts';

type List = ResponseOf<typeof attendanceRoutes.listAttendance>;

/** The headline is the answer: who is still to review, who has come, or that it is closed. */
function headlineOf(session: AttendanceSession, counts: List['counts'], mayLock: boolean): Key {
  if (session.state === 'CANCELLED') return 'headCancelled';
  if (session.lockedAt) return 'headLocked';
  if (counts['to-review'] > 0) return 'headReview';
  if (session.state === 'LIVE') return 'headRunning';
  return mayLock ? 'headReady' : 'title';
}

export function AttendanceHead({ data, onLock, onPrint }: { data: List; onLock: () => void; onPrint: () => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { session, counts, can } = data;
  const when = t('sub', {
    day: formatLongDay(session.day, language), from: formatTime(session.startsAt), to: formatTime(session.endsAt), periods: periodRun(session.periods.map((one) => one.no)),
  });
  const open = counts['to-review'];
  const coming = session.state === 'SCHEDULED' || session.state === 'LIVE';
  return (
    <PageHead
      title={t(headlineOf(session, counts, can.lock), { no: session.sessionNo, count: open, all: counts.all, here: counts.all - counts.absent })}
      sub={[when, session.roomName && roomText(session.roomName, language), session.lecturers.join(', ')].filter(Boolean).join(' · ')}
      actions={<>
        <Button variant="quiet" to={`/classes/${session.classId}/attendance`}>{t('wholeClass')}</Button>
        <Button icon={IconPrinter} onClick={onPrint}>{t('print')}</Button>
        {can.showCode && coming && session.mode !== 'ONLINE' && <Button icon={IconScreenShare} to={`/sessions/${session.id}/projector`}>{t('projector')}</Button>}
        {can.lock && <Button variant="primary" icon={IconLock} onClick={onLock}>{open > 0 ? t('lockOpen', { count: open }) : t('lock')}</Button>}
      </>}
    />
  );
}
