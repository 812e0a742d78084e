import { Fragment, type Ref, useState } from 'react';
import { useDesignTexts } from '../provider/DesignContext.ts';

interface CodeInputProps {
  /** Digits so far. */
  value: string;
  onChange: (digits: string) => void;
  /** Called once when the last digit is in. */
  onComplete?: (digits: string) => void;
  length?: number;
  label?: string;
  error?: boolean;
  autoFocus?: boolean;
  disabled?: boolean;
  /** Id of the text that says what is wrong. */
  describedBy?: string;
  ref?: Ref<HTMLInputElement>;
}

/** Digits only, however they were typed or pasted: "417 258" → "417258". */
export const digitsOf = (text: string, length: number) => text.replace(/\D/g, '').slice(0, length);

/** Six boxes drawn over one real input: paste, autofill and screen readers work as with any field. */
export function CodeInput(props: CodeInputProps) {
  const { value, onChange, onComplete, length = 6, label, error = false, autoFocus, disabled, describedBy, ref } = props;
  const texts = useDesignTexts();
  const [focused, setFocused] = useState(false);

  function type(text: string) {
    const digits = digitsOf(text, length);
    if (digits === value) return;
    onChange(digits);
    if (digits.length === length) onComplete?.(digits);
  }

  return (
    <div className={error ? 'codein bad' : 'codein'}>
      <input
        ref={ref} type="text" inputMode="numeric" autoComplete="one-time-code" enterKeyHint="done" value={value} autoFocus={autoFocus}
        disabled={disabled} aria-label={label ?? texts.codeHint} aria-invalid={error || undefined} aria-describedby={describedBy}
        onChange={(event) => type(event.currentTarget.value)} onFocus={() => setFocused(true)} onBlur={() => setFocused(false)}
      />
      <div className="codebox" aria-hidden>
        {Array.from({ length }, (_, index) => (
          <Fragment key={index}>
            {index === length / 2 && <s>–</s>}
            <b className={focused && index === Math.min(value.length, length - 1) ? 'cur' : undefined}>{value[index]}</b>
          </Fragment>
        ))}
      </div>
    </div>
  );
}
