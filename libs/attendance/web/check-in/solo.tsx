import type { ReactNode } from 'react';
import { IconArrowLeft, IconButton, IconX } from '@halong/design/web';

interface SoloProps {
  /** In the middle of the bar; the heading of the page stands in its content. */
  bar?: ReactNode;
  backLabel: string;
  /** Where the cross or arrow leads. */
  backTo: string;
  arrow?: boolean;
  /** Right end of the bar. */
  aside?: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
}

/** A page of one thing on a phone: no rail, no bar of five. */
export const Solo = ({ bar, backLabel, backTo, arrow = false, aside, children, foot }: SoloProps) => (
  <div className="solo">
    <header className="top"><IconButton icon={arrow ? IconArrowLeft : IconX} label={backLabel} hint="none" to={backTo} /><span className="ttl">{bar}</span>{aside ?? <span className="pad" />}</header>
    <main id="main" tabIndex={-1}>{children}</main>
    {foot && <footer className="foot">{foot}</footer>}
  </div>
);
