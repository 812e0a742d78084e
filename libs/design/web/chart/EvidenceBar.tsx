import type { ReactNode } from 'react';

/** A stretch of time in minutes from the start of the session. */
export interface Stretch {
  from: number;
  to: number;
}

interface EvidenceBarProps {
  /** Periods with their names ("Tiết 1"). */
  periods: readonly (Stretch & { label: string })[];
  /** When the person was there. */
  present: readonly Stretch[];
  /** When the connection or the person was lost. */
  gaps: readonly Stretch[];
  /** Minutes at which a presence check was answered. */
  pings?: readonly number[];
  /** The whole as a sentence, for those who cannot see it. */
  label: string;
  legend: { present: string; gap: string; ping?: string };
}

/** The session as a bar: there, gone, and the checks answered. */
export function EvidenceBar({ periods, present, gaps, pings = [], label, legend }: EvidenceBarProps) {
  const start = Math.min(...periods.map((period) => period.from));
  const end = Math.max(...periods.map((period) => period.to));
  const at = (minute: number) => `${((minute - start) / (end - start)) * 100}%`;
  const place = ({ from, to }: Stretch) => ({ left: at(from), width: `${((to - from) / (end - start)) * 100}%` });
  return (
    <div>
      <div className="track" role="img" aria-label={label}>
        {periods.map((period) => <span key={period.label} className="p" style={place(period)}><b>{period.label}</b></span>)}
        {present.map((stretch) => <span key={stretch.from} className="c" style={place(stretch)} />)}
        {gaps.map((stretch) => <span key={stretch.from} className="x" style={place(stretch)} />)}
        {pings.map((minute) => <span key={minute} className="ping" style={{ left: at(minute) }} />)}
      </div>
      <div className="legend" style={{ marginTop: 8 }}>
        <Key mark="c">{legend.present}</Key>
        {gaps.length > 0 && <Key mark="x">{legend.gap}</Key>}
        {pings.length > 0 && legend.ping && <Key mark="ping">{legend.ping}</Key>}
      </div>
    </div>
  );
}

const Key = ({ mark, children }: { mark: 'c' | 'x' | 'ping'; children: ReactNode }) => <span><i className={`key-${mark}`} />{children}</span>;
