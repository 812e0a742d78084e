import { type InputHTMLAttributes, type ReactNode, type Ref, type SelectHTMLAttributes, type TextareaHTMLAttributes, useId, useState } from 'react';
import { IconButton } from '../button/IconButton.tsx';
import { Icon, type IconType } from '../icon/Icon.tsx';
import { IconChevronDown, IconEye, IconEyeOff, IconLock, IconSearch, IconX } from '../icon/icons.ts';
import { useDesignTexts } from '../provider/DesignContext.ts';
import { Field, type FieldProps } from './Field.tsx';

type Split<P> = FieldProps & Omit<P, keyof FieldProps | 'children'>;

function split<P extends FieldProps & { id?: string }>(props: P) {
  const { label, hint, error, optional, aside, labelHidden, id, ...rest } = props;
  return { field: { label, hint, error, optional, aside, labelHidden, id }, rest };
}

export interface TextFieldProps extends Split<InputHTMLAttributes<HTMLInputElement>> {
  icon?: IconType;
  ref?: Ref<HTMLInputElement>;
}

/** One line of text. */
export function TextField({ icon, ref, ...props }: TextFieldProps) {
  const { field, rest } = split(props);
  return (
    <Field {...field}>
      {(control) => (
        <span className="in">
          {icon && <Icon of={icon} />}
          <input type="text" {...rest} {...control} ref={ref} />
        </span>
      )}
    </Field>
  );
}

/** A password that can be shown; password managers and paste work. */
export function PasswordField({ ref, ...props }: Omit<TextFieldProps, 'icon' | 'type'>) {
  const texts = useDesignTexts();
  const [shown, setShown] = useState(false);
  const { field, rest } = split(props);
  return (
    <Field {...field}>
      {(control) => (
        <span className="in">
          <Icon of={IconLock} />
          <input autoComplete="current-password" {...rest} {...control} ref={ref} type={shown ? 'text' : 'password'} autoCapitalize="none" spellCheck={false} />
          <IconButton
            icon={shown ? IconEyeOff : IconEye} label={shown ? texts.hidePassword : texts.showPassword} hint="none"
            aria-pressed={shown} onClick={() => setShown(!shown)}
          />
        </span>
      )}
    </Field>
  );
}

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

export interface SelectFieldProps extends Omit<Split<SelectHTMLAttributes<HTMLSelectElement>>, 'onChange'> {
  options: readonly SelectOption[];
  value: string;
  onChange: (value: string) => void;
  /** First, empty choice. */
  placeholder?: string;
  size?: undefined;
  compact?: boolean;
}

/** A short list: the device's own picker, best on a phone. Long lists that need a search: ComboField. */
export function SelectField({ options, value, onChange, placeholder, compact = false, ...props }: SelectFieldProps) {
  const { field, rest } = split(props);
  return (
    <Field {...field}>
      {(control) => (
        <span className={compact ? 'in s' : 'in'}>
          <select {...rest} {...control} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {options.map((option) => <option key={option.value} value={option.value} disabled={option.disabled}>{option.label}</option>)}
          </select>
          <Icon of={IconChevronDown} />
        </span>
      )}
    </Field>
  );
}

interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  compact?: boolean;
  autoFocus?: boolean;
}

/** Search in a list; the label is read aloud and shown as a placeholder. */
export function SearchField({ label, value, onChange, placeholder = label, compact = true, autoFocus }: SearchFieldProps) {
  const texts = useDesignTexts();
  const id = useId();
  return (
    <div className="field" role="search">
      <label className="vh" htmlFor={id}>{label}</label>
      <span className={compact ? 'in s' : 'in'}>
        <Icon of={IconSearch} />
        <input
          id={id} type="search" value={value} placeholder={placeholder} autoComplete="off" autoFocus={autoFocus}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        {value && <IconButton icon={IconX} size="s" hint="none" label={texts.clearSearch} onClick={() => onChange('')} />}
      </span>
    </div>
  );
}

/** Several lines; grows with what is typed. */
export function TextArea(props: Split<TextareaHTMLAttributes<HTMLTextAreaElement>> & { ref?: Ref<HTMLTextAreaElement> }) {
  const { ref, ...others } = props;
  const { field, rest } = split(others);
  return (
    <Field {...field}>
      {(control) => <span className="in area"><textarea rows={3} {...rest} {...control} ref={ref} /></span>}
    </Field>
  );
}

interface CheckboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'type'> {
  label: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** One yes or no. */
export const Checkbox = ({ label, hint, onChange, ...rest }: CheckboxProps) => (
  <label className="check">
    <input {...rest} type="checkbox" className="cb" onChange={(event) => onChange(event.currentTarget.checked)} />
    <span>
      {label}
      {hint && <small>{hint}</small>}
    </span>
  </label>
);
