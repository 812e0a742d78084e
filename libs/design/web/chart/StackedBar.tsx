import type { ReactNode } from 'react';
import { Icon, type IconType } from '../icon/Icon.tsx';
import { Link } from 'react-router';

export interface StackedPart {
  id: string;
  value: number;
  /** In the bar, when there is room: "58 người đã đủ 40 tiết". */
  label: string;
  look: 'done' | 'expected' | 'gap' | 'rest' | 'online';
  /** In the line below: what the number counts. */
  note?: ReactNode;
  icon?: IconType;
  /** The rows behind it. */
  to?: string;
}

const looks = { done: 'k1', expected: 'k2', gap: 'k3', rest: 'k4', online: 'k5' } as const;
const tones = { done: 'brand-t', expected: 'brand-t', gap: 'act-t', rest: 'muted', online: 'info-t' } as const;

/** Is there room for the words: on a desk, on a phone. */
const room = (share: number) => (share < 0.12 ? 'tiny' : share < 0.45 ? 'slim' : '');

interface StackedBarProps {
  parts: readonly StackedPart[];
  /** All numbers in words. */
  label: string;
  aside?: ReactNode;
}

/** One bar to a total, each part a door to its rows. */
export function StackedBar({ parts, label, aside }: StackedBarProps) {
  const shown = parts.filter((part) => part.value > 0);
  const sum = shown.reduce((total, part) => total + part.value, 0);
  return (
    <div>
      <div className="split" role="img" aria-label={label}>
        {shown.map((part) => (
          <span key={part.id} className={`${looks[part.look]} ${room(part.value / sum)}`} style={{ flex: part.value }}>
            <span className="lb">{part.label}</span><span className="nb">{part.value}</span>
          </span>
        ))}
      </div>
      <ul className="splitkey">
        {parts.map((part) => (
          <li key={part.id} className="row">
            {part.icon && <span className={tones[part.look]}><Icon of={part.icon} /></span>}
            <b className={tones[part.look]}>{part.value}</b>
            {part.to ? <Link to={part.to}>{part.note ?? part.label}</Link> : <span>{part.note ?? part.label}</span>}
          </li>
        ))}
        {aside && <li className="sp tr">{aside}</li>}
      </ul>
    </div>
  );
}
