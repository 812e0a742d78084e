import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { roomName } from '@halong/classes/contract';
import { EmptyState, ErrorState, IconCalendarEvent, IconDeviceLaptop, Progress, Sheet, Skeletons, TaskItem, usePage } from '@halong/design/web';
import { todayRoutes, type Today, type TodaySession } from '@halong/insights/contract';
import { splitName } from '@halong/platform/contract';
import { dayOf, formatLongDay, formatShortDay, formatTime, useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { SessionHero } from './session-hero.tsx';
import { say } from './today.texts.ts';

type Say = (key: Parameters<typeof say>[1], params?: Record<string, string | number>) => string;

function greeting(today: Today, t: Say): string {
  const { given } = splitName(today.fullName);
  if (today.gender === null) return t('hello');
  return t(today.gender === 'F' ? 'helloF' : 'helloM', { given });
}

/** The phone in the morning: the session of now, what comes next, the periods of the year; `work` is what has to be submitted. */
export default function TraineeToday({ work }: { work?: ReactNode }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { data, error, refetch } = useQueryOf(todayRoutes.getToday, {}, { refetchMs: 30_000 });
  usePage({ crumbs: [{ label: t('today') }], phoneHead: data && { over: formatLongDay(data.day, language), title: greeting(data, t) } });
  if (error && !data) return <ErrorState centered problem={error.problem} onRetry={() => void refetch()} />;
  if (!data) return <Skeletons rows={4} />;
  const current = data.sessions.find((one) => one.state !== 'ENDED' && one.state !== 'ATTENDANCE_LOCKED') ?? data.sessions.at(-1);
  const others = data.sessions.filter((one) => one !== current);
  return (
    <div className="cols">
      <div className="col g4">
        {current ? <SessionHero session={current} now={data.now} /> : <Sheet><EmptyState title={t('noneToday')}>{t('noneWhy')}</EmptyState></Sheet>}
        <YearSheet today={data} t={t} />
        {/* It comes after the first picture, so nothing that people look at already stands below it. */}
        {work}
        {others.length > 0 && <SessionList title={t('others')} sessions={others} day={data.day} t={t} />}
      </div>
      {data.upcoming.length > 0 && (
        <div className="col g4">
          <SessionList title={t('next')} sessions={data.upcoming} day={data.day} t={t} aside={<Link to="/timetable">{t('timetable')}</Link>} />
        </div>
      )}
    </div>
  );
}

function SessionList({ title, sessions, day, t, aside }: { title: string; sessions: readonly TodaySession[]; day: string; t: Say; aside?: ReactNode }) {
  const { language } = useLanguage();
  return (
    <Sheet title={title} aside={aside} padded={false}>
      {sessions.map((one) => (
        <TaskItem
          key={one.sessionId} icon={one.mode === 'ONLINE' ? IconDeviceLaptop : IconCalendarEvent} tone={one.mode === 'ONLINE' ? 'info' : 'mute'} title={one.topic}
          to={`/sessions/${one.sessionId}`}
          detail={`${formatShortDay(dayOf(new Date(one.startsAt)), day)} ${formatTime(one.startsAt)} · ${one.where === null ? t('onlineOnly') : roomName(one.where, language)} · ${one.classCode}`}
        />
      ))}
    </Sheet>
  );
}

function YearSheet({ today, t }: { today: Today; t: Say }) {
  const { counted, onTheWay, expected, needed } = today.ledger;
  const sum = counted + onTheWay + expected;
  const missing = Math.max(0, needed - counted);
  return (
    <Sheet title={t('year', { have: counted, needed })} aside={<span className={missing > 0 ? 'warn-t m' : 'brand-t m'}>{missing > 0 ? t('missing', { missing }) : t('enough')}</span>}>
      <Progress
        size="m" label={`${t('year', { have: counted, needed })}. ${t('willBe', { sum })}`} max={Math.max(needed, sum)}
        parts={[{ value: counted }, { value: onTheWay + expected, look: 'expected' }]}
      />
      <p className="soft" style={{ marginTop: 8 }}>{sum > counted ? t('willBe', { sum }) : t('countedOnly')} <Link to="/record">{t('record')}</Link></p>
    </Sheet>
  );
}
