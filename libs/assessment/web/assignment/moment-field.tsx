import { DateField, TimeField } from '@halong/design/web';
import { dayOf, instantOf, timeOf } from '@halong/platform/contract';
import { useTexts } from '@halong/platform/web';
import { useState } from 'react';
import { say } from './assignment.texts.ts';

interface MomentFieldProps {
  label: string;
  /** ISO instant; null: none. */
  value: string | null;
  onChange: (value: string | null) => void;
  optional?: boolean;
  /** The time of day that stands there when a day is chosen first. */
  usual?: string;
}

/** A day and a time of the province. */
export function MomentField({ label, value, onChange, optional = false, usual = '17:00' }: MomentFieldProps) {
  const t = useTexts(say);
  const [time, setTime] = useState(value ? timeOf(new Date(value)) : usual);
  const day = value ? dayOf(new Date(value)) : '';
  const put = (nextDay: string, nextTime: string) => onChange(nextDay === '' ? null : instantOf(nextDay, nextTime).toISOString());
  return (
    <div className="row wrap g3" style={{ alignItems: 'flex-start' }}>
      <DateField label={t('dateOf', { what: label })} value={day} optional={optional} onChange={(next) => put(next, time)} />
      <TimeField
        label={t('timeOf', { what: label })} value={time} optional={optional}
        onChange={(next) => {
          setTime(next);
          put(day, next);
        }}
      />
    </div>
  );
}
