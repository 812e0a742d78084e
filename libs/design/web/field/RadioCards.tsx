import { type ReactNode, useId } from 'react';

export interface RadioCardOption<V extends string> {
  value: V;
  title: ReactNode;
  detail?: ReactNode;
  /** What choosing it costs: "báo 51 người". */
  cost?: ReactNode;
  disabled?: boolean;
}

interface RadioCardsProps<V extends string> {
  label: ReactNode;
  /** The best one first. */
  options: readonly RadioCardOption<V>[];
  value: V | undefined;
  onChange: (value: V) => void;
}

/** A choice between a few ways, each with its consequence. */
export function RadioCards<V extends string>({ label, options, value, onChange }: RadioCardsProps<V>) {
  const name = useId();
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      <div className="choices">
        {options.map((option) => (
          <label key={option.value} className="opt">
            <input
              type="radio" name={name} value={option.value} checked={option.value === value} disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            <span className="rad" aria-hidden />
            <span>
              <b>{option.title}</b>
              {option.detail && <small>{option.detail}</small>}
              {option.cost && <span className="cost">{option.cost}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
