import { useEffect } from 'react';
import { attendanceRoutes as routes, type AttendanceRow, type AttendanceSession } from '@halong/attendance/contract';
import { call, formatInstant, formatLongDay, formatTime, serverNow, useLanguage, useTexts } from '@halong/platform/web';
import { periodRun, classNameOf } from '../words/naming.ts';
import { roomText } from '../words/room.ts';
import { say } from './attendance.texts.ts';

/** Everybody in the session by given name, all pages of the list. */
export async function everybodyOf(sessionId: number): Promise<AttendanceRow[]> {
  const size = 100;
  const rows: AttendanceRow[] = [];
  for (let page = 1; ; page += 1) {
    const { items, total } = await call(routes.listAttendance, { params: { id: sessionId }, query: { page, size } });
    rows.push(...items);
    if (items.length === 0 || rows.length >= total) return rows;
  }
}

interface SignInSheetProps {
  session: AttendanceSession;
  rows: readonly AttendanceRow[];
  onPrinted: () => void;
}

/** The list on paper, for signatures; opens the browser's print dialog by itself. */
export function SignInSheet({ session, rows, onPrinted }: SignInSheetProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  useEffect(() => {
    window.addEventListener('afterprint', onPrinted, { once: true });
    const timer = setTimeout(() => window.print(), 0);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('afterprint', onPrinted);
    };
  }, [onPrinted]);
  const when = t('sub', {
    day: formatLongDay(session.day, language), from: formatTime(session.startsAt), to: formatTime(session.endsAt), periods: periodRun(session.periods.map((one) => one.no)),
  });
  return (
    <div className="printonly">
      <h1>{t('signTitle')}</h1>
      <p>{classNameOf(session, language)} ({session.classCode}) · {t('title', { no: session.sessionNo })}</p>
      <p>{when}{session.roomName && ` · ${roomText(session.roomName, language)}`}</p>
      <p>{session.topic}{session.lecturers.length > 0 && ` · ${session.lecturers.join(', ')}`}</p>
      <table className="signlist">
        <thead><tr><th scope="col" className="n">{t('signNo')}</th><th scope="col">{t('trainee')}</th><th scope="col">{t('signUnit')}</th><th scope="col" className="sig">{t('sign')}</th></tr></thead>
        <tbody>
          {rows.map((row, index) => <tr key={row.enrolmentId}><td className="n">{index + 1}</td><td>{row.fullName}</td><td>{row.unitName}</td><td /></tr>)}
        </tbody>
      </table>
      <div className="signfoot"><span>{t('signLecturer')}</span><span>{t('signCoordinator')}</span></div>
      <p>{t('signMade', { at: formatInstant(new Date(serverNow()).toISOString()) })}</p>
    </div>
  );
}
