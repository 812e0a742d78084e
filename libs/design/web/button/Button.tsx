import type { ButtonHTMLAttributes, MouseEvent, ReactNode, Ref } from 'react';
import { Link } from 'react-router';
import { Icon, type IconType } from '../icon/Icon.tsx';
import { IconLoader2 } from '../icon/icons.ts';

export type ButtonVariant = 'primary' | 'default' | 'tint' | 'quiet' | 'danger';
export type ButtonSize = 's' | 'm' | 'xl';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  children: ReactNode;
  /** One `primary` a screen; `danger` only for what cannot be undone. */
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: IconType;
  /** Work is going on: the button keeps its place and its focus, and does nothing. */
  loading?: boolean;
  /** Full width of its container. */
  block?: boolean;
  /** A place in this client: renders a router link. */
  to?: string;
  /** A file or another site: renders a plain link. */
  href?: string;
  download?: string | boolean;
  ref?: Ref<HTMLButtonElement>;
}

const variants: Record<ButtonVariant, string> = { primary: 'p', default: '', tint: 't', quiet: 'q', danger: 'd' };
const sizes: Record<ButtonSize, string> = { s: 's', m: '', xl: 'xl' };

/** Class names of a button, for the rare link that cannot be one of ours. */
export const buttonClass = (variant: ButtonVariant = 'default', size: ButtonSize = 'm', extra = '') =>
  ['btn', variants[variant], sizes[size], extra].filter(Boolean).join(' ');

const stop = (event: MouseEvent) => event.preventDefault();

/** Says verb and object, with the number: "Chốt điểm danh", "Nhập 180 dòng". */
export function Button(props: ButtonProps) {
  const { children, variant, size, icon, loading = false, block = false, to, href, download, className = '', ref, onClick, ...rest } = props;
  const classes = buttonClass(variant, size, `${block ? 'block ' : ''}${className}`.trim());
  const content = (
    <>
      {loading ? <Icon of={IconLoader2} className="spin" /> : icon && <Icon of={icon} />}
      {children}
    </>
  );
  if (to !== undefined && !rest.disabled) return <Link to={to} className={classes} aria-label={rest['aria-label']}>{content}</Link>;
  if (href !== undefined && !rest.disabled) {
    return <a href={href} download={download} className={classes} aria-label={rest['aria-label']}>{content}</a>;
  }
  return (
    <button
      type="button" {...rest} ref={ref} className={classes}
      aria-busy={loading || undefined} aria-disabled={loading || rest['aria-disabled'] || undefined} onClick={loading ? stop : onClick}
    >
      {content}
    </button>
  );
}
