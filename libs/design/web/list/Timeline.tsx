import type { ReactNode } from 'react';
import { Icon, type IconType } from '../icon/Icon.tsx';
import type { Tone } from '../status/status.tsx';

export interface TimelineEntry {
  id: string;
  /** Shown time, "07:28". */
  time: string;
  /** Machine-readable form of it. */
  dateTime?: string;
  icon: IconType;
  tone?: Tone;
  title: ReactNode;
  detail?: ReactNode;
}

/** Records in order of time. */
export const Timeline = ({ entries, label }: { entries: readonly TimelineEntry[]; label?: string }) => (
  <ol className="tl" aria-label={label}>
    {entries.map((entry) => (
      <li key={entry.id}>
        <time dateTime={entry.dateTime}>{entry.time}</time>
        <span className={`pt ${entry.tone ?? 'mute'}`}><Icon of={entry.icon} /></span>
        <div>
          <div className="w">{entry.title}</div>
          {entry.detail && <small>{entry.detail}</small>}
        </div>
      </li>
    ))}
  </ol>
);
