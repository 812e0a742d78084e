import { type ReactNode, useRef, useState } from 'react';
import { IconButton } from '../button/IconButton.tsx';
import { IconCalendar } from '../icon/icons.ts';
import { useDesignTexts } from '../provider/DesignContext.ts';
import { parseDate, showDate } from './dates.ts';
import { Field } from './Field.tsx';

interface DateFieldProps {
  label: ReactNode;
  /** ISO date, or "" for none. */
  value: string;
  /** Called with an ISO date, or "" when the field is emptied; not called while what is typed is no date. */
  onChange: (iso: string) => void;
  min?: string;
  max?: string;
  hint?: ReactNode;
  error?: ReactNode;
  optional?: boolean;
  disabled?: boolean;
}

/** Typed as dd/MM/yyyy, or chosen in the device's own calendar. */
export function DateField({ label, value, onChange, min, max, hint, error, optional, disabled }: DateFieldProps) {
  const texts = useDesignTexts();
  const [typed, setTyped] = useState<string>();
  const picker = useRef<HTMLInputElement>(null);
  const wrong = typed !== undefined && typed.trim() !== '' && parseDate(typed) === undefined;

  function type(text: string) {
    setTyped(text);
    const iso = text.trim() === '' ? '' : parseDate(text);
    if (iso !== undefined) onChange(iso);
  }

  return (
    <Field label={label} hint={hint ?? texts.dateHint} error={error} optional={optional}>
      {(control) => (
        <DateBox
          control={{ ...control, 'aria-invalid': control['aria-invalid'] ?? (wrong || undefined) }}
          text={typed ?? showDate(value)} disabled={disabled} onType={type}
          onLeave={() => !wrong && setTyped(undefined)} wrong={wrong ? texts.dateWrong : undefined}
          calendar={(
            <>
              <IconButton icon={IconCalendar} label={texts.chooseDate} hint="none" disabled={disabled} onClick={() => picker.current?.showPicker()} />
              <input
                ref={picker} type="date" className="vh" tabIndex={-1} aria-hidden value={value} min={min} max={max}
                onChange={(event) => { setTyped(undefined); onChange(event.currentTarget.value); }}
              />
            </>
          )}
        />
      )}
    </Field>
  );
}

interface DateBoxProps {
  control: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean | undefined };
  text: string;
  disabled?: boolean;
  wrong?: string;
  onType: (text: string) => void;
  onLeave: () => void;
  calendar: ReactNode;
}

const DateBox = ({ control, text, disabled, wrong, onType, onLeave, calendar }: DateBoxProps) => (
  <>
    <span className="in">
      <input
        {...control} type="text" inputMode="numeric" autoComplete="off" placeholder="dd/MM/yyyy" value={text} disabled={disabled}
        onChange={(event) => onType(event.currentTarget.value)} onBlur={onLeave}
      />
      {calendar}
    </span>
    <span role="status" className={wrong ? 'err' : 'vh'}>{wrong}</span>
  </>
);
