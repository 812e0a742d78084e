import { lazy, Suspense } from 'react';
import type { CheckCodeView } from '@halong/attendance/contract';
import { Icon, IconCalendarOff, IconClockExclamation, IconDeviceLaptop, IconDoorEnter, IconHourglass, IconWifiOff, type IconType } from '@halong/design/web';
import { formatDay, formatTime, useTexts } from '@halong/platform/web';
import { spacedCode } from '../words/naming.ts';
import type { CodePhase } from './code-clock.rules.ts';
import { say } from './projector.texts.ts';

const QrPicture = lazy(() => import('./qr-picture.tsx'));

/** Why there is no code; undefined when there is one. */
function closedOf(view: CheckCodeView, t: ReturnType<typeof useTexts<Parameters<typeof say>[1]>>): { icon: IconType; text: string } | undefined {
  if (view.code) return undefined;
  if (view.window === 'CANCELLED') return { icon: IconCalendarOff, text: t('cancelled') };
  if (view.window === 'NOT_OPEN_YET') return { icon: IconHourglass, text: t('notOpen', { at: formatTime(view.session.opensAt), day: formatDay(view.session.day) }) };
  if (view.window === 'CLOSED') return { icon: IconHourglass, text: t('closed', { at: formatTime(view.session.endsAt) }) };
  return { icon: IconDeviceLaptop, text: t('onlineOnly') };
}

/** The QR picture, or why there is none. A code that is not accepted any more is never shown. */
export function QrBox({ view, phase }: { view: CheckCodeView; phase: CodePhase | undefined }) {
  const t = useTexts(say);
  const closed = closedOf(view, t);
  if (closed) return <div className="qrb"><div className="none"><Icon of={closed.icon} /><span>{closed.text}</span></div></div>;
  if (!view.code || phase?.kind === 'stale') return <div className="qrb"><div className="none"><Icon of={IconWifiOff} /><span>{t('stale')}</span></div></div>;
  return <div className="qrb"><Suspense fallback={null}><QrPicture text={view.code.url} label={t('qr')} /></Suspense></div>;
}

const radius = 23;
const round = 2 * Math.PI * radius;

const Ring = ({ share }: { share: number }) => (
  <svg className="ring" viewBox="0 0 60 60" aria-hidden>
    <circle cx="30" cy="30" r={radius} fill="none" stroke="#D6D7CE" strokeWidth="9" />
    <circle
      cx="30" cy="30" r={radius} fill="none" stroke="#0E6E64" strokeWidth="9" strokeLinecap="round" transform="rotate(-90 30 30)"
      strokeDasharray={round} strokeDashoffset={round * (1 - share)}
    />
  </svg>
);

/** Six digits and how long they hold. */
export function Digits({ view, phase }: { view: CheckCodeView; phase: CodePhase | undefined }) {
  const t = useTexts(say);
  if (!view.code || !phase) return null;
  const stale = phase.kind === 'stale';
  return (
    <>
      <div className="lead">{t('scan')}</div>
      <div className="code" data-testid="digits">{stale ? '––– –––' : spacedCode(view.code.digits)}</div>
      <div className={stale ? 'turn stale' : 'turn'} role={stale ? 'alert' : undefined}>
        {phase.kind === 'fresh' && <><Ring share={phase.share} /><span>{t('left')} <b className="tn">{phase.left}</b> {t('seconds')}</span></>}
        {phase.kind === 'turning' && <><Ring share={0} /><span>{t('turning')}</span></>}
        {stale && <><Icon of={IconWifiOff} /><span><b>{t('stale')}</b> {t('staleWhy')}</span></>}
      </div>
    </>
  );
}

const width = (part: number, of: number): string => `${of > 0 ? (part / of) * 100 : 0}%`;

/** How many are in the room, online, not here yet. */
export function Counts({ view: { counts, session } }: { view: CheckCodeView }) {
  const t = useTexts(say);
  const { expected, room, online, pending } = counts;
  return (
    <div>
      <div className="cnt">
        <div><div className="v room">{room}</div><div className="l"><span className="room"><Icon of={IconDoorEnter} /></span>{t('inRoom')}</div></div>
        <div><div className="v online">{online}</div><div className="l"><span className="online"><Icon of={IconDeviceLaptop} /></span>{t('online')}</div></div>
        <div><div className="v pending">{pending}</div><div className="l"><span className="pending"><Icon of={IconClockExclamation} /></span>{t('pending')}</div></div>
      </div>
      <div className="sum" role="img" aria-label={t('counts', { room, online, pending })} style={{ marginTop: 26 }}>
        <i className="room" style={{ width: width(room, expected) }} /><i className="online" style={{ width: width(online, expected) }} />
      </div>
      <div className="total"><b>{expected - pending}/{expected}</b> {t('total')} <b>{formatTime(session.endsAt)}</b>.</div>
    </div>
  );
}

/** Names of people who have just come in, and of nobody else. */
export function JustIn({ recent }: Pick<CheckCodeView, 'recent'>) {
  const t = useTexts(say);
  return (
    <>
      <b>{t('recent')}</b>
      {recent.slice(0, 4).map((one) => (
        <span key={one.fullName}>
          <span className={one.way === 'ONLINE' ? 'online' : 'room'}><Icon of={one.way === 'ONLINE' ? IconDeviceLaptop : IconDoorEnter} /></span>{one.fullName}
        </span>
      ))}
      {recent.length === 0 && <span>{t('nobody')}</span>}
    </>
  );
}
