import { type ReactNode, useId } from 'react';
import { Link } from 'react-router';
import { Icon, type IconType } from '../icon/Icon.tsx';
import { IconChevronRight } from '../icon/icons.ts';
import type { Tone } from '../status/status.tsx';

interface SheetProps {
  title?: ReactNode;
  /** Right of the title: a link, a switch, a chip. */
  aside?: ReactNode;
  /** Level of the heading; 2 unless the sheet is inside another. */
  level?: 2 | 3;
  /** A line below the head, for lists and tables. */
  ruled?: boolean;
  /** Inner padding; off for lists and tables that touch the edge. */
  padded?: boolean;
  /** Takes the height that is left, and its table scrolls inside. */
  fill?: boolean;
  flat?: boolean;
  className?: string;
  children: ReactNode;
}

/** A white sheet on the limestone page. */
export function Sheet({ title, aside, level = 2, ruled = false, padded = true, fill = false, flat = false, className = '', children }: SheetProps) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  const classes = ['sheet', fill && 'fill', flat && 'flat', className].filter(Boolean).join(' ');
  return (
    <section className={classes} aria-labelledby={title ? id : undefined}>
      {title && (
        <div className={`hd${ruled ? ' ln' : ''}`}>
          <Heading id={id} className="sp">{title}</Heading>
          {aside}
        </div>
      )}
      {padded ? <div className="bd">{children}</div> : children}
    </section>
  );
}

interface PageHeadProps {
  /** The headline is the answer, not the name of the page. */
  title: ReactNode;
  sub?: ReactNode;
  /** At most one of them primary. */
  actions?: ReactNode;
}

/** First heading of a page with what can be done on it. */
export const PageHead = ({ title, sub, actions }: PageHeadProps) => (
  <div className="pagehead">
    <div className="tt">
      <h1>{title}</h1>
      {sub && <p className="sub">{sub}</p>}
    </div>
    {actions && <div className="acts">{actions}</div>}
  </div>
);

const toneClass: Record<Tone, string> = { ok: 'brand-t', act: 'act-t', warn: 'warn-t', info: 'info-t', mute: 'muted' };

export interface Tile {
  value: ReactNode;
  label: string;
  note?: string;
  icon: IconType;
  tone: Tone;
}

/** A few numbers in one row, as in the dry run of an import. */
export const Tiles = ({ tiles }: { tiles: readonly Tile[] }) => (
  <ul className="sheet tiles">
    {tiles.map((tile) => (
      <li key={tile.label}>
        <span className={toneClass[tile.tone]}><Icon of={tile.icon} /></span>
        <span className="v">{tile.value}</span>
        <span className="l">{tile.label}</span>
        {tile.note && <small>{tile.note}</small>}
      </li>
    ))}
  </ul>
);

export interface Kpi {
  label: string;
  value: ReactNode;
  /** After the value, smaller: the total or the unit. */
  of?: ReactNode;
  note?: ReactNode;
  tone?: Tone;
  /** Where the people and files behind the number are. */
  to?: string;
}

/** Key numbers, each a door to its rows. */
export const Kpis = ({ kpis }: { kpis: readonly Kpi[] }) => (
  <div className="kpis">
    {kpis.map((kpi) => {
      const body = (
        <span className="stat">
          <span className="lbl">{kpi.label}</span>
          <span className="v">{kpi.value}{kpi.of && <small>{kpi.of}</small>}</span>
          {kpi.note && <small className={kpi.tone ? toneClass[kpi.tone] : 'soft'}>{kpi.note}</small>}
        </span>
      );
      return kpi.to ? (
        <Link key={kpi.label} className="sheet" to={kpi.to}>{body}<Icon of={IconChevronRight} className="go" /></Link>
      ) : (
        <div key={kpi.label} className="sheet">{body}</div>
      );
    })}
  </div>
);
