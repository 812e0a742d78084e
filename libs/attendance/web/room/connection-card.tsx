import { Icon, IconClock, IconDoorExit, IconFlag3, IconLoader2, IconUserCheck, IconUserX, IconWifiOff, type IconType } from '@halong/design/web';
import { formatTime, useTexts } from '@halong/platform/web';
import type { Presence } from './presence.rules.ts';
import { say } from './room.texts.ts';

type Tone = 'ok' | 'warn' | 'mute';
const looks: Record<Presence['phase'], { tone: Tone; icon: IconType }> = {
  joining: { tone: 'mute', icon: IconLoader2 },
  connected: { tone: 'ok', icon: IconUserCheck },
  lost: { tone: 'warn', icon: IconWifiOff },
  waiting: { tone: 'mute', icon: IconClock },
  over: { tone: 'mute', icon: IconFlag3 },
  refused: { tone: 'warn', icon: IconUserX },
  left: { tone: 'mute', icon: IconDoorExit },
};

/** The one big fact of the page: present, lost since when, or why not. */
export function ConnectionCard({ presence }: { presence: Presence }) {
  const t = useTexts(say);
  const { phase, lastAt, problem } = presence;
  const at = lastAt === undefined ? '' : formatTime(new Date(lastAt).toISOString());
  const words: Record<Presence['phase'], [title: string, why: string]> = {
    joining: [t('joining'), t('joiningWhy')],
    connected: [t('connected'), t('connectedWhy', { at })],
    lost: [t('lost', { at }), t('lostWhy')],
    waiting: [t('waiting'), problem?.title ?? ''],
    over: [t('over'), t('overWhy')],
    refused: [t('refused'), problem?.title ?? ''],
    left: [t('left'), t('leftWhy')],
  };
  const [title, why] = words[phase];
  const { tone, icon } = looks[phase];
  return (
    <div className={`here ${tone}`}>
      <span className="dot"><Icon of={icon} className={phase === 'joining' ? 'spin' : undefined} /></span>
      {/* The time of the last signal changes all the while; only the state itself is read aloud. */}
      <b role="status">{title}</b>
      <span className="s">{why}</span>
    </div>
  );
}
