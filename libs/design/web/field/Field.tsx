import { type ReactNode, useId } from 'react';
import { Icon } from '../icon/Icon.tsx';
import { IconAlertTriangle } from '../icon/icons.ts';
import { useDesignTexts } from '../provider/DesignContext.ts';

export interface FieldProps {
  label: ReactNode;
  /** Said before anything is typed: format, limits. */
  hint?: ReactNode;
  /** What is wrong and how to put it right. */
  error?: ReactNode;
  /** Marks the field "(không bắt buộc)"; fields are required unless they say so. */
  optional?: boolean;
  /** Right of the label: "Quên mật khẩu". */
  aside?: ReactNode;
  /** The label is only read aloud. */
  labelHidden?: boolean;
}

/** What an input needs to point at its label, hint and error. */
export interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** Label, control, hint or error, tied together for screen readers. */
export function Field(props: FieldProps & { id?: string; children: (control: ControlProps) => ReactNode }) {
  const { label, hint, error, optional = false, aside, labelHidden = false, id, children } = props;
  const texts = useDesignTexts();
  const generated = useId();
  const own = id ?? generated;
  const described = [error && `${own}-error`, hint && `${own}-hint`].filter(Boolean).join(' ') || undefined;
  const labelled = (
    <label htmlFor={own} className={labelHidden ? 'vh' : undefined}>
      {label}
      {optional && <span className="opt-word"> ({texts.optional})</span>}
    </label>
  );
  return (
    <div className="field">
      {aside ? <div className="lab">{labelled}{aside}</div> : labelled}
      {children({ id: own, 'aria-describedby': described, 'aria-invalid': error ? true : undefined })}
      {error && <p className="err" id={`${own}-error`} role="alert"><Icon of={IconAlertTriangle} /><span>{error}</span></p>}
      {hint && <p className="hint" id={`${own}-hint`}>{hint}</p>}
    </div>
  );
}
