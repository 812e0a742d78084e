import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { attendanceRoutes as routes, myAttendanceTopic, renderSentence, type AttendanceEvidence } from '@halong/attendance/contract';
import { sessionTopic } from '@halong/classes/contract';
import { Button, ErrorState, Icon, IconBooks, IconClock, IconMapPin, IconScale, IconUser, Note, Progress, Sheet, Skeletons, StatusChip, useForcedScheme, usePage } from '@halong/design/web';
import { formatLongDay, formatTime, useLanguage, useQueryOf, useTexts, useWatch } from '@halong/platform/web';
import { Solo } from '../check-in/solo.tsx';
import { useWakeLock } from '../projector/wake-lock.ts';
import { classNameOf, periodRun } from '../words/naming.ts';
import { roomText } from '../words/room.ts';
import { ConnectionCard } from './connection-card.tsx';
import type { Presence } from './presence.rules.ts';
import { PromptDialog } from './prompt-dialog.tsx';
import { say } from './room.texts.ts';
import { useOtherTab, usePresence } from './use-presence.ts';

/** Asking now and then also keeps the sign-in alive while somebody only listens. */
const askEveryMs = 60_000;

/** A session from afar: being here, what counts so far, and what the session is about. */
export default function Room() {
  const sessionId = Number(useParams().id);
  // Joining again after leaving is a new visit.
  const [visit, setVisit] = useState(0);
  return <Visit key={`${sessionId}-${visit}`} sessionId={sessionId} onAgain={() => setVisit(visit + 1)} />;
}

function Visit({ sessionId, onAgain }: { sessionId: number; onAgain: () => void }) {
  const t = useTexts(say);
  useForcedScheme('dark');
  usePage({ crumbs: [{ label: t('title') }] });
  const { presence, line } = usePresence(sessionId);
  const otherTab = useOtherTab(sessionId);
  const { data: evidence, error, refetch } = useQueryOf(routes.getMyAttendance, { params: { id: sessionId } });
  useWatch(myAttendanceTopic, presence.enrolmentId, [routes.getMyAttendance]);
  useWatch(sessionTopic, sessionId, [routes.getMyAttendance]);
  const here = isHere(presence.phase);
  useWakeLock(here);
  useEffect(() => {
    const timer = setInterval(() => void refetch(), askEveryMs);
    return () => clearInterval(timer);
  }, [refetch]);
  return (
    <Solo
      backLabel={t('back')} backTo="/today" bar={presence.phase === 'connected' ? <StatusChip tone="ok">{t('live')}</StatusChip> : t('title')}
      foot={<Ways phase={presence.phase} onLeave={() => line.leave()} onAgain={onAgain} />}
    >
      {evidence && <h1>{evidence.session.topic}</h1>}
      <ConnectionCard presence={presence} />
      {otherTab && here && <Note tone="info">{t('twoTabs')}</Note>}
      {!evidence && !error && <Skeletons rows={4} />}
      {error && !evidence && <ErrorState problem={error.problem} onRetry={() => void refetch()} />}
      {evidence && <MyPeriods evidence={evidence} />}
      {evidence && <Lesson session={evidence.session} />}
      {presence.prompt && here && <PromptDialog key={presence.prompt.no} prompt={presence.prompt} line={line} />}
    </Solo>
  );
}

const isHere = (phase: Presence['phase']): boolean => phase === 'connected' || phase === 'lost' || phase === 'joining';

function Ways({ phase, onLeave, onAgain }: { phase: Presence['phase']; onLeave: () => void; onAgain: () => void }) {
  const t = useTexts(say);
  if (phase === 'left') {
    return (
      <>
        <Button variant="primary" size="xl" onClick={onAgain}>{t('retry')}</Button>
        <Button size="xl" to="/today">{t('back')}</Button>
      </>
    );
  }
  if (phase === 'over' || phase === 'refused') return <Button variant="primary" size="xl" to="/today">{t('back')}</Button>;
  return <Button size="xl" onClick={onLeave}>{t('leave')}</Button>;
}

function MyPeriods({ evidence }: { evidence: AttendanceEvidence }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const recorded = evidence.stretches.at(-1)?.to;
  return (
    <Sheet title={t('mine')} aside={recorded && <span className="muted md">{t('until', { at: formatTime(recorded) })}</span>}>
      <ul className="minutes">
        {evidence.person.periods.map(({ no, state, minutesPresent, minutesTotal }) => {
          const minutes = t('minutes', { present: minutesPresent, total: minutesTotal });
          return (
            <li key={no}>
              <span>{t('period', { no })}</span>
              <Progress parts={[{ value: minutesPresent, look: state === 'NOT_CREDITED' ? 'b4' : 'b1' }]} max={minutesTotal} label={minutes} />
              <span className="num">{minutes}</span>
            </li>
          );
        })}
      </ul>
      {!recorded && <p className="muted md" style={{ marginTop: 12 }}>{t('notYet')}</p>}
      {evidence.rules.length > 0 && (
        <ul className="factrows" style={{ marginTop: 16 }}>
          {evidence.rules.map((rule) => <li key={rule.code}><Icon of={IconScale} /><span>{renderSentence(language, rule)}</span></li>)}
        </ul>
      )}
    </Sheet>
  );
}

function Lesson({ session }: { session: AttendanceEvidence['session'] }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const time = t('time', {
    day: formatLongDay(session.day, language), from: formatTime(session.startsAt), to: formatTime(session.endsAt), periods: periodRun(session.periods.map((one) => one.no)),
  });
  return (
    <Sheet title={t('lesson')}>
      <ul className="factrows">
        <li><Icon of={IconBooks} /><span>{t('facts', { name: classNameOf(session, language), code: session.classCode, no: session.sessionNo })}</span></li>
        <li><Icon of={IconClock} /><span>{time}</span></li>
        {session.lecturers.length > 0 && <li><Icon of={IconUser} /><span>{session.lecturers.join(', ')}</span></li>}
        {session.roomName && <li><Icon of={IconMapPin} /><span>{roomText(session.roomName, t('room'))}</span></li>}
      </ul>
    </Sheet>
  );
}
