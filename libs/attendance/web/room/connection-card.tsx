import { Icon, IconCalendarOff, IconClock, IconDoorExit, IconFlag3, IconLoader2, IconLock, IconUserCheck, IconUserX, IconWifiOff, type IconType } from '@halong/design/web';
import { formatTime, useTexts } from '@halong/platform/web';
import type { Presence, RoomState } from './presence.rules.ts';
import { say } from './room.texts.ts';

type Tone = 'ok' | 'warn' | 'mute';
const looks: Record<RoomState, { tone: Tone; icon: IconType }> = {
  joining: { tone: 'mute', icon: IconLoader2 },
  connected: { tone: 'ok', icon: IconUserCheck },
  lost: { tone: 'warn', icon: IconWifiOff },
  'signed-out': { tone: 'warn', icon: IconLock },
  waiting: { tone: 'mute', icon: IconClock },
  over: { tone: 'mute', icon: IconFlag3 },
  cancelled: { tone: 'mute', icon: IconCalendarOff },
  refused: { tone: 'warn', icon: IconUserX },
  left: { tone: 'mute', icon: IconDoorExit },
};

interface ConnectionCardProps {
  state: RoomState;
  presence: Presence;
  /** When the session ends, ISO. */
  endsAt: string | undefined;
}

/** The one big fact of the page: present, lost since when, or why not. */
export function ConnectionCard({ state, presence: { lastAt, problem }, endsAt }: ConnectionCardProps) {
  const t = useTexts(say);
  const at = lastAt === undefined ? '' : formatTime(new Date(lastAt).toISOString());
  const words: Record<RoomState, [title: string, why: string]> = {
    joining: [t('joining'), t('joiningWhy')],
    connected: [t('connected'), t('connectedWhy', { at })],
    lost: [t('lost', { at }), t('lostWhy')],
    'signed-out': [t('signedOut'), lastAt === undefined ? t('signedOutNever') : t('signedOutWhy', { at })],
    waiting: [t('waiting'), problem?.title ?? ''],
    over: [t('over'), endsAt ? t('overWhy', { at: formatTime(endsAt) }) : ''],
    cancelled: [t('cancelled'), t('cancelledWhy')],
    refused: [t('refused'), problem?.title ?? ''],
    left: [t('left'), t('leftWhy')],
  };
  const [title, why] = words[state];
  const { tone, icon } = looks[state];
  return (
    <div className={`here ${tone}`}>
      <span className="dot"><Icon of={icon} className={state === 'joining' ? 'spin' : undefined} /></span>
      {/* The time of the last signal changes all the while; only the state itself is read aloud. */}
      <b role="status">{title}</b>
      <span className="s">{why}</span>
    </div>
  );
}
