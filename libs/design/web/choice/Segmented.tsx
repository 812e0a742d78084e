import { type ReactNode, useId } from 'react';

export interface SegmentedOption<V extends string> {
  value: V;
  label: ReactNode;
  count?: number | string;
  /** The count waits for somebody. */
  hot?: boolean;
}

interface SegmentedProps<V extends string> {
  options: readonly SegmentedOption<V>[];
  value: V;
  onChange: (value: V) => void;
  /** Name of the group, read aloud. */
  label: string;
}

/** One of a few views of the same list; arrow keys move inside. */
export function Segmented<V extends string>({ options, value, onChange, label }: SegmentedProps<V>) {
  const name = useId();
  return (
    <fieldset className="seg">
      <legend className="vh">{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
          {option.label}
          {option.count !== undefined && <span className={option.hot ? 'num hot' : 'num'}>{option.count}</span>}
        </label>
      ))}
    </fieldset>
  );
}
