import { Suspense, lazy } from 'react';
import { Field, type FieldProps } from './Field.tsx';

const ComboList = /* @__PURE__ */ lazy(() => import('./ComboList.tsx'));

export interface ComboOption {
  value: string;
  label: string;
  /** Second line: unit, code. Found by the search too. */
  detail?: string;
}

export interface ComboProps {
  /** All choices, or with `onSearch` those the server found. */
  options: readonly ComboOption[];
  value: ComboOption | undefined;
  onChange: (option: ComboOption | undefined) => void;
  /** Called with what is typed; the caller waits a little and asks the server. */
  onSearch?: (text: string) => void;
  loading?: boolean;
  placeholder?: string;
  disabled?: boolean;
}

/** One of many, found by typing; marks may be left out ("thu" finds "Thư"). */
export function ComboField({ label, hint, error, optional, aside, labelHidden, ...combo }: FieldProps & ComboProps) {
  return (
    <Field {...{ label, hint, error, optional, aside, labelHidden }}>
      {(control) => (
        <Suspense fallback={<span className="in"><input {...control} disabled value={combo.value?.label ?? ''} readOnly /></span>}>
          <ComboList {...combo} control={control} />
        </Suspense>
      )}
    </Field>
  );
}
