import { type ReactNode, useState } from 'react';
import { useDesignTexts } from '../provider/DesignContext.ts';
import { Field } from './Field.tsx';
import { parseTime } from './times.ts';

interface TimeFieldProps {
  label: ReactNode;
  /** HH:mm. */
  value: string;
  /** Called with HH:mm; not called while what is typed is no time. */
  onChange: (time: string) => void;
  hint?: ReactNode;
  optional?: boolean;
  disabled?: boolean;
}

/** A time of day by 24 hours, whatever the language of the browser: its own field would say 05:00 PM. */
export function TimeField({ label, value, onChange, hint, optional, disabled }: TimeFieldProps) {
  const texts = useDesignTexts();
  const [typed, setTyped] = useState<string>();
  const wrong = typed !== undefined && parseTime(typed) === undefined;
  return (
    <Field label={label} hint={hint ?? texts.timeHint} optional={optional}>
      {(control) => (
        <>
          <span className="in">
            <input
              {...control} type="text" inputMode="numeric" autoComplete="off" placeholder="HH:mm" value={typed ?? value} disabled={disabled} aria-invalid={wrong || undefined}
              onChange={(event) => {
                const text = event.currentTarget.value;
                setTyped(text);
                const time = parseTime(text);
                if (time !== undefined) onChange(time);
              }}
              onBlur={() => !wrong && setTyped(undefined)}
            />
          </span>
          <span role="status" className={wrong ? 'err' : 'vh'}>{wrong && texts.timeWrong}</span>
        </>
      )}
    </Field>
  );
}
