import type { ButtonHTMLAttributes, Ref } from 'react';
import { Link } from 'react-router';
import { Icon, type IconType } from '../icon/Icon.tsx';

export interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  icon: IconType;
  /** The name read aloud and shown when pointed at. */
  label: string;
  /** Small number at the corner, for example news in the bell. */
  count?: number;
  size?: 's' | 'm';
  outlined?: boolean;
  to?: string;
  /** Which edge of the button the hint lines up with. */
  hint?: 'start' | 'end' | 'none';
  ref?: Ref<HTMLButtonElement>;
}

/** A button that is only a drawing; its word is always there for those who need it. */
export function IconButton(props: IconButtonProps) {
  const { icon, label, count = 0, size = 'm', outlined = false, to, hint = 'end', className = '', ref, ...rest } = props;
  const classes = ['iconbtn', size === 's' && 's', outlined && 'line', hint === 'start' && 'end', className].filter(Boolean).join(' ');
  const tip = hint === 'none' ? undefined : label;
  const name = count > 0 ? `${label}, ${count}` : label;
  const content = (
    <>
      <Icon of={icon} />
      {count > 0 && <span className="dot" aria-hidden>{count > 99 ? '99+' : count}</span>}
    </>
  );
  if (to !== undefined) return <Link to={to} className={classes} aria-label={name} data-tip={tip}>{content}</Link>;
  return <button type="button" {...rest} ref={ref} className={classes} aria-label={name} data-tip={tip}>{content}</button>;
}
