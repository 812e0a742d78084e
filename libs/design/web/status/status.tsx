import type { ReactNode } from 'react';
import { Icon, type IconType } from '../icon/Icon.tsx';
import { IconAlertTriangle, IconBan, IconCircleCheck, IconClockExclamation, IconInfoCircle } from '../icon/icons.ts';

/** `act` = somebody must act; `hot` only for a count of things to do. */
export type Tone = 'ok' | 'act' | 'warn' | 'info' | 'mute';

const toneIcons: Record<Tone | 'hot', IconType> = {
  ok: IconCircleCheck,
  act: IconClockExclamation,
  hot: IconClockExclamation,
  warn: IconAlertTriangle,
  info: IconInfoCircle,
  mute: IconBan,
};

interface StatusProps {
  tone: Tone;
  /** The drawing of this state; a default one per tone. */
  icon?: IconType;
  children: ReactNode;
}

/** Colour, drawing and word (at most three); take one away and it still reads. */
export const StatusChip = ({ tone, icon, children, big = false }: Omit<StatusProps, 'tone'> & { tone: Tone | 'hot'; big?: boolean }) => (
  <span className={`chip ${tone}${big ? ' big' : ''}`}>
    {!(tone === 'hot' && !icon) && <Icon of={icon ?? toneIcons[tone]} />}
    {children}
  </span>
);

/** The same inside a table: without a fill. */
export const StatusText = ({ tone, icon, children }: StatusProps) => (
  <span className={`st ${tone}`}>
    <Icon of={icon ?? toneIcons[tone]} />
    {children}
  </span>
);

interface NoteProps extends StatusProps {
  /** Bold first words. */
  title?: ReactNode;
  action?: ReactNode;
}

/** A condition that lasts stays in the page, at most two of them. Red ones are read out at once. */
export const Note = ({ tone, icon, title, action, children }: NoteProps) => (
  <div className={`note ${tone}`} role={tone === 'act' ? 'alert' : undefined}>
    <Icon of={icon ?? toneIcons[tone]} />
    <div className="sp">
      {title && <><b>{title}</b> </>}
      {children}
    </div>
    {action}
  </div>
);
