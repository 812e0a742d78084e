import type { ReactNode } from 'react';

export interface ProgressPart {
  value: number;
  /** viz 1–4, `gap` for what must be acted on, `expected` hatched. */
  look?: 'b1' | 'b2' | 'b3' | 'b4' | 'gap' | 'expected';
}

interface ProgressProps {
  parts: readonly ProgressPart[];
  /** The whole. */
  max: number;
  /** The same in words: "26 trên 40 tiết, lớp này thêm 24". */
  label: string;
  size?: 's' | 'm' | 'l';
}

const classes = { b1: 'b1', b2: 'b2', b3: 'b3', b4: 'b4', gap: 'bx', expected: 'gh' } as const;
const heights = { s: 8, m: 12, l: 14 } as const;
const share = (value: number, max: number) => `${max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0}%`;

/** A bar to a total; expected things are hatched. Bars start at 0. */
export const Progress = ({ parts, max, label, size = 's' }: ProgressProps) => (
  <div className={size === 'l' ? 'bar lg' : 'bar'} role="img" aria-label={label} style={{ height: heights[size] }}>
    {parts.map((part, index) => <i key={index} className={classes[part.look ?? 'b1']} style={{ width: share(part.value, max) }} />)}
  </div>
);

interface WorkProps {
  title: ReactNode;
  done: number;
  total: number;
  /** Remaining time and "rời trang được". */
  note?: ReactNode;
  stop?: ReactNode;
  /** "31 trên 54" in words. */
  label: string;
}

/** Work in the background: n/total, remaining time, a way to stop. */
export const BackgroundWork = ({ title, done, total, note, stop, label }: WorkProps) => (
  <div>
    <div className="row sm"><span className="sp m">{title}</span><span className="tn">{done}/{total}</span></div>
    <div
      className="bar" role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={total} aria-valuenow={done}
      style={{ margin: '6px 0 4px' }}
    >
      <i className="b1" style={{ width: share(done, total) }} />
    </div>
    <div className="row xs muted"><span className="sp">{note}</span>{stop}</div>
  </div>
);
