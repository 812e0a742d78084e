import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { attendanceRoutes as routes, myAttendanceTopic, renderSentence, type AttendanceEvidence } from '@halong/attendance/contract';
import { sessionTopic } from '@halong/classes/contract';
import { Button, ErrorState, Icon, IconBooks, IconClock, IconMapPin, IconScale, IconUser, Note, Progress, Sheet, Skeletons, StatusChip, useForcedScheme, usePage } from '@halong/design/web';
import { useSession } from '@halong/identity/web';
import { formatInstant, formatLongDay, formatTime, useLanguage, useNow, useQueryOf, useTexts, useWatch } from '@halong/platform/web';
import { Solo } from '../check-in/solo.tsx';
import { Reasons } from '../evidence/evidence-story.tsx';
import { useWakeLock } from '../projector/wake-lock.ts';
import { Periods } from '../words/looks.tsx';
import { classNameOf, periodRun } from '../words/naming.ts';
import { roomText } from '../words/room.ts';
import { ConnectionCard } from './connection-card.tsx';
import { isHere, roomStateOf, type RoomState } from './presence.rules.ts';
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
  const { ended: signedOut } = useSession();
  const now = useNow(5_000);
  const session = evidence && { state: evidence.session.state, endsAt: Date.parse(evidence.session.endsAt) };
  const state = roomStateOf(presence, { signedOut, session, now });
  const here = isHere(state);
  const over = state === 'over';
  useWakeLock(here);
  useEffect(() => {
    // The end changes the result: what runs until then is decided now.
    if (over) void refetch();
  }, [over, refetch]);
  useEffect(() => {
    const timer = setInterval(() => void refetch(), askEveryMs);
    return () => clearInterval(timer);
  }, [refetch]);
  return (
    <Solo
      backLabel={t('back')} backTo="/today" bar={state === 'connected' ? <StatusChip tone="ok">{t('live')}</StatusChip> : t('title')}
      foot={<Ways state={state} onLeave={() => line.leave()} onAgain={onAgain} />}
    >
      {evidence && <h1 lang="vi">{evidence.session.topic}</h1>}
      <ConnectionCard state={state} presence={presence} endsAt={evidence?.session.endsAt} />
      {otherTab && here && <Note tone="info">{t('twoTabs')}</Note>}
      {!evidence && !error && <Skeletons rows={4} />}
      {error && !evidence && <ErrorState problem={error.problem} onRetry={() => void refetch()} />}
      {evidence && over && isJudged(evidence) && <Result evidence={evidence} />}
      {evidence && <MyPeriods evidence={evidence} />}
      {evidence && <Lesson session={evidence.session} />}
      {presence.prompt && here && <PromptDialog key={presence.prompt.no} prompt={presence.prompt} line={line} />}
    </Solo>
  );
}

function Ways({ state, onLeave, onAgain }: { state: RoomState; onLeave: () => void; onAgain: () => void }) {
  const t = useTexts(say);
  if (state === 'left') {
    return (
      <>
        <Button variant="primary" size="xl" onClick={onAgain}>{t('retry')}</Button>
        <Button size="xl" to="/today">{t('back')}</Button>
      </>
    );
  }
  if (state === 'over' || state === 'cancelled' || state === 'refused') return <Button variant="primary" size="xl" to="/today">{t('back')}</Button>;
  return <Button size="xl" onClick={onLeave}>{t('leave')}</Button>;
}

/** Fetched after the end: an answer from before it would call the session unfinished. */
const isJudged = ({ person }: AttendanceEvidence): boolean => person.periods.every((one) => one.state !== 'UPCOMING');

/** What the session has brought so far, with the reasons that the lecturer sees. */
function Result({ evidence }: { evidence: AttendanceEvidence }) {
  const t = useTexts(say);
  const { lockedAt, locksAt } = evidence.session;
  return (
    <Sheet title={t('result')} aside={<Periods periods={evidence.person.periods} />}>
      <Reasons evidence={evidence} level={3} />
      <p className="muted md" style={{ marginTop: 12 }}>{lockedAt ? t('resultLocked', { at: formatInstant(lockedAt) }) : t('resultSoFar', { at: formatInstant(locksAt) })}</p>
    </Sheet>
  );
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
        {session.roomName && <li><Icon of={IconMapPin} /><span>{roomText(session.roomName, language)}</span></li>}
      </ul>
    </Sheet>
  );
}
