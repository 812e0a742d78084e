import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon, type IconType } from '../icon/Icon.tsx';
import { IconChevronRight } from '../icon/icons.ts';
import type { Tone } from '../status/status.tsx';

export interface NeedProps {
  icon: IconType;
  tone?: Tone;
  /** What happened. */
  title: ReactNode;
  /** Consequence and deadline. */
  detail?: ReactNode;
  /** One button with the verb. */
  action?: ReactNode;
}

const tile = (tone: Tone) => (tone === 'mute' || tone === 'ok' ? 'ic' : `ic ${tone}`);

/** A row of "Cần xử lý" on a desk: put several into an unpadded Sheet. */
export const NeedRow = ({ icon, tone = 'mute', title, detail, action }: NeedProps) => (
  <div className="need">
    <span className={tile(tone)}><Icon of={icon} /></span>
    <div>
      <p className="w">{title}</p>
      {detail && <small>{detail}</small>}
    </div>
    {action && <span className="act1">{action}</span>}
  </div>
);

export interface TaskProps {
  icon: IconType;
  tone?: Tone;
  title: ReactNode;
  detail?: ReactNode;
  /** Where the whole row leads. */
  to?: string;
  aside?: ReactNode;
}

/** The same on a phone: the row is the link. */
export function TaskItem({ icon, tone = 'mute', title, detail, to, aside }: TaskProps) {
  const content = (
    <>
      <span className={tile(tone)}><Icon of={icon} /></span>
      <span className="sp">
        <span className="w">{title}</span>
        {detail && <small>{detail}</small>}
      </span>
      {aside ?? (to && <Icon of={IconChevronRight} className="go" />)}
    </>
  );
  const classes = `titem${tone === 'act' ? ' hot' : ''}`;
  return to ? <Link className={classes} to={to}>{content}</Link> : <div className={classes}>{content}</div>;
}
