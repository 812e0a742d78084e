import { attendanceRoutes as routes, myAttendanceTopic, type AttendanceEvidence } from '@halong/attendance/contract';
import { sessionTopic } from '@halong/classes/contract';
import { Button, ErrorState, Icon, IconClock, IconDeviceLaptop, IconMapPin, IconQrcode, IconUser, Karst, Skeletons } from '@halong/design/web';
import { formatTime, useLanguage, useQueryOf, useTexts, useWatch } from '@halong/platform/web';
import { classNameOf, periodRun } from '../words/naming.ts';
import { roomText } from '../words/room.ts';
import { say } from './mine.texts.ts';

/** The first card of a trainee's day: one session, where it stands, and the ways of attending it. */
export function TodaySession({ sessionId }: { sessionId: number }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { data: evidence, error, refetch } = useQueryOf(routes.getMyAttendance, { params: { id: sessionId } });
  useWatch(myAttendanceTopic, evidence?.person.enrolmentId, [routes.getMyAttendance]);
  useWatch(sessionTopic, sessionId, [routes.getMyAttendance]);
  if (error && !evidence) return <ErrorState problem={error.problem} onRetry={() => void refetch()} />;
  if (!evidence) return <Skeletons rows={3} height={80} />;
  const { session } = evidence;
  return (
    <section className="hero" aria-label={session.topic}>
      <Karst className="kh" />
      <div className="row" style={{ justifyContent: 'space-between' }}>
        <StateLine evidence={evidence} />
        <span className="s num">{t('until', { at: formatTime(session.endsAt) })}</span>
      </div>
      <h2 className="t" style={{ marginTop: 8 }}>{session.topic}</h2>
      <p className="s">{t('class', { name: classNameOf(session, language), code: session.classCode, no: session.sessionNo })}</p>
      <ul className="factrows">
        <li><Icon of={IconClock} /><span>{t('time', { from: formatTime(session.startsAt), to: formatTime(session.endsAt), periods: periodRun(session.periods.map((one) => one.no)) })}</span></li>
        {session.roomName && <li><Icon of={IconMapPin} /><span>{roomText(session.roomName, t('room'))}</span></li>}
        {session.lecturers.length > 0 && <li><Icon of={IconUser} /><span>{session.lecturers.join(', ')}</span></li>}
      </ul>
      <Ways evidence={evidence} />
    </section>
  );
}

function StateLine({ evidence: { session, person } }: { evidence: AttendanceEvidence }) {
  const t = useTexts(say);
  if (session.state === 'CANCELLED') return <span className="chip">{t('cancelled')}</span>;
  if (person.arrivedAt) return <span className="live" style={{ color: '#B9E5DB' }}>{t('recorded', { at: formatTime(person.arrivedAt) })}</span>;
  if (session.state === 'LIVE') return <span className="live" style={{ color: '#F2D9A0' }}>{t('open')}</span>;
  if (session.state === 'SCHEDULED') return <span className="chip">{t('soon', { at: formatTime(session.opensAt) })}</span>;
  return <span className="chip">{t('done')}</span>;
}

/** Offered as long as the session is to come or under way; the server says what is too early. */
function Ways({ evidence: { session, person } }: { evidence: AttendanceEvidence }) {
  const t = useTexts(say);
  const open = session.state === 'SCHEDULED' || session.state === 'LIVE';
  const room = session.mode !== 'ONLINE';
  const online = session.mode === 'ONLINE' || session.mode === 'BOTH';
  const inRoom = person.way === 'ROOM' && person.arrivedAt !== null && person.leftAt === null;
  if (!open) return <Button size="xl" to={`/sessions/${session.id}`}>{t('see')}</Button>;
  return (
    <>
      {room && !inRoom && <Button size="xl" icon={IconQrcode} to="/check-in">{t('checkIn')}</Button>}
      {inRoom && <Button size="xl" to={`/sessions/${session.id}`}>{t('see')}</Button>}
      {inRoom && <Button className="alt" to="/check-in?out=1">{t('leave')}</Button>}
      {online && !inRoom && (room
        ? <Button className="alt" icon={IconDeviceLaptop} to={`/sessions/${session.id}/room`}>{t('goOnline')}</Button>
        : <Button size="xl" icon={IconDeviceLaptop} to={`/sessions/${session.id}/room`}>{t('join')}</Button>)}
    </>
  );
}
