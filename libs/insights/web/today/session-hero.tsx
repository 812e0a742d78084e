import { Button, Icon, IconClock, IconDeviceLaptop, IconMapPin, IconQrcode, IconUser, Karst } from '@halong/design/web';
import { roomName } from '@halong/classes/contract';
import type { TodaySession } from '@halong/insights/contract';
import { formatTime, useLanguage, useTexts } from '@halong/platform/web';
import { say } from './today.texts.ts';

type Stage = 'BEFORE' | 'OPEN' | 'OVER';

function stageOf(session: TodaySession, now: string): Stage {
  if (session.state === 'ENDED' || session.state === 'ATTENDANCE_LOCKED') return 'OVER';
  return now >= session.checkInFrom ? 'OPEN' : 'BEFORE';
}

/** The session of now on the phone's first card: what, when, where, and the one thing to do. */
export function SessionHero({ session, now }: { session: TodaySession; now: string }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const stage = stageOf(session, now);
  const name = language === 'vi' ? session.classNameVi : session.classNameEn;
  return (
    <section className="hero" aria-label={session.topic}>
      <Karst className="kh" />
      <p className="row">
        <StageWord stage={stage} checkInFrom={session.checkInFrom} />
        <span className="sp" />
        <span className="s">{t('untilTime', { time: formatTime(session.endsAt) })}</span>
      </p>
      <h2 className="t" lang="vi">{session.topic}</h2>
      <p className="s">{name} · {t('session', { no: session.sessionNo, total: session.sessionsTotal })}</p>
      <ul className="col g2 facts">
        <li className="row"><Icon of={IconClock} />{formatTime(session.startsAt)} – {formatTime(session.endsAt)} · {t('periods', { from: session.firstPeriod, to: session.lastPeriod })}</li>
        {session.where && <li className="row"><Icon of={IconMapPin} />{roomName(session.where, language)}</li>}
        {session.lecturers && <li className="row"><Icon of={IconUser} />{session.lecturers}</li>}
      </ul>
      {session.mine?.arrivedAt && (
        <p className="s">{t('here', { time: formatTime(session.mine.arrivedAt) })} · {t('credited', { credited: session.mine.periodsCredited, total: session.mine.periodsTotal })}</p>
      )}
      <Verbs session={session} stage={stage} />
    </section>
  );
}

function StageWord({ stage, checkInFrom }: { stage: Stage; checkInFrom: string }) {
  const t = useTexts(say);
  if (stage === 'OPEN') return <span className="live">{t('checkInOpen')}</span>;
  return <span>{stage === 'OVER' ? t('ended') : t('opensAt', { time: formatTime(checkInFrom) })}</span>;
}

function Verbs({ session, stage }: { session: TodaySession; stage: Stage }) {
  const t = useTexts(say);
  if (stage === 'BEFORE') return null;
  if (stage === 'OVER') return <div className="verbs"><Button className="alt" to={`/sessions/${session.sessionId}`}>{t('see')}</Button></div>;
  const scan = session.mode !== 'ONLINE' && !session.mine?.arrivedAt;
  const online = session.mode === 'ONLINE' || session.mode === 'BOTH';
  const room = `/sessions/${session.sessionId}/room`;
  return (
    <div className="verbs">
      {scan && <Button size="xl" icon={IconQrcode} to="/check-in">{t('checkIn')}</Button>}
      {online && scan && <Button className="alt" icon={IconDeviceLaptop} to={room}>{t('online')}</Button>}
      {online && !scan && <Button size="xl" icon={IconDeviceLaptop} to={room}>{t('enter')}</Button>}
    </div>
  );
}
