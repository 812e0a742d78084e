import type { ReactNode } from 'react';
import { Link } from 'react-router';
import {
  Button, EmptyState, ErrorState, Icon, IconCalendarEvent, IconClock, IconDeviceLaptop, IconMapPin, IconQrcode, IconUser, Karst, Progress, Sheet, Skeletons, TaskItem, usePage,
} from '@halong/design/web';
import { todayRoutes, type Today, type TodaySession } from '@halong/insights/contract';
import { splitName } from '@halong/platform/contract';
import { dayOf, formatLongDay, formatShortDay, formatTime, useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { say } from './today.texts.ts';

type Say = (key: Parameters<typeof say>[1], params?: Record<string, string | number>) => string;

function greeting(today: Today, t: Say): string {
  const { given } = splitName(today.fullName);
  if (today.gender === null) return t('hello');
  return t(today.gender === 'F' ? 'helloF' : 'helloM', { given });
}

/** The phone in the morning: the session of now, what comes next, the periods of the year. */
export default function TraineeToday() {
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
        {current ? <Hero session={current} now={data.now} t={t} /> : <Sheet><EmptyState title={t('noneToday')}>{t('noneWhy')}</EmptyState></Sheet>}
        {others.length > 0 && <SessionList title={t('others')} sessions={others} day={data.day} t={t} />}
      </div>
      <div className="col g4">
        <YearSheet today={data} t={t} />
        {data.upcoming.length > 0 && (
          <SessionList title={t('next')} sessions={data.upcoming} day={data.day} t={t} aside={<Link to="/timetable">{t('timetable')}</Link>} />
        )}
      </div>
    </div>
  );
}

function Hero({ session, now, t }: { session: TodaySession; now: string; t: Say }) {
  const { language } = useLanguage();
  const over = session.state === 'ENDED' || session.state === 'ATTENDANCE_LOCKED';
  const open = !over && now >= session.checkInFrom;
  const inRoom = session.mode !== 'ONLINE';
  const online = session.mode === 'ONLINE' || session.mode === 'BOTH';
  const name = language === 'vi' ? session.classNameVi : session.classNameEn;
  const arrived = session.mine?.arrivedAt;
  return (
    <section className="hero" aria-label={session.topic}>
      <Karst className="kh" />
      <p className="row">
        {open && <span className="live">{t('checkInOpen')}</span>}
        {!open && !over && <span>{t('opensAt', { time: formatTime(session.checkInFrom) })}</span>}
        {over && <span>{t('ended')}</span>}
        <span className="sp" />
        <span className="s">{t('untilTime', { time: formatTime(session.endsAt) })}</span>
      </p>
      <h2 className="t">{session.topic}</h2>
      <p className="s">{name} · {t('session', { no: session.sessionNo, total: session.sessionsTotal })}</p>
      <ul className="col g2 facts">
        <li className="row"><Icon of={IconClock} />{formatTime(session.startsAt)} – {formatTime(session.endsAt)} · {t('periods', { from: session.firstPeriod, to: session.lastPeriod })}</li>
        {session.where && <li className="row"><Icon of={IconMapPin} />{session.where}</li>}
        {session.lecturers && <li className="row"><Icon of={IconUser} />{session.lecturers}</li>}
      </ul>
      {arrived && <p className="s">{t('here', { time: formatTime(arrived) })} · {t('credited', { credited: session.mine?.periodsCredited ?? 0, total: session.mine?.periodsTotal ?? 0 })}</p>}
      <div className="verbs">
        {open && inRoom && !arrived && <Button size="xl" icon={IconQrcode} to="/check-in">{t('checkIn')}</Button>}
        {open && online && <Button size={inRoom && !arrived ? 'm' : 'xl'} className={inRoom && !arrived ? 'alt' : ''} icon={IconDeviceLaptop} to={`/sessions/${session.sessionId}/room`}>{inRoom && !arrived ? t('online') : t('enter')}</Button>}
        {over && <Button className="alt" to={`/sessions/${session.sessionId}`}>{t('see')}</Button>}
      </div>
    </section>
  );
}

function SessionList({ title, sessions, day, t, aside }: { title: string; sessions: readonly TodaySession[]; day: string; t: Say; aside?: ReactNode }) {
  return (
    <Sheet title={title} aside={aside} padded={false}>
      {sessions.map((one) => (
        <TaskItem
          key={one.sessionId} icon={one.mode === 'ONLINE' ? IconDeviceLaptop : IconCalendarEvent} tone={one.mode === 'ONLINE' ? 'info' : 'mute'} title={one.topic}
          to={`/sessions/${one.sessionId}`}
          detail={`${formatShortDay(dayOf(new Date(one.startsAt)), day)} ${formatTime(one.startsAt)} · ${one.where ?? t('onlineOnly')} · ${one.classCode}`}
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
      <p className="soft">{sum > counted ? t('willBe', { sum }) : t('countedOnly')} <Link to="/record">{t('record')}</Link></p>
    </Sheet>
  );
}
