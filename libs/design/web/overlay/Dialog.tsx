import { type ReactNode, Suspense, lazy, useState } from 'react';
import { Button } from '../button/Button.tsx';
import { TextArea } from '../field/TextField.tsx';
import { useDesignTexts } from '../provider/DesignContext.ts';
import type { DialogFrameProps } from './DialogFrame.tsx';
import { useOnce } from './useOnce.ts';
import { useReturnFocus } from './useReturnFocus.ts';

const Frame = /* @__PURE__ */ lazy(() => import('./DialogFrame.tsx'));

/** A question or a short form over the page. Loaded when first opened. */
export function Dialog(props: DialogFrameProps) {
  const used = useOnce(props.open);
  useReturnFocus(props.open);
  if (!used) return null;
  return <Suspense fallback={null}><Frame {...props} /></Suspense>;
}

interface ConfirmProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** Consequences as facts. */
  lead?: ReactNode;
  children?: ReactNode;
  /** Repeats verb and object: "Chốt điểm danh buổi 3". */
  confirmLabel: ReactNode;
  /** Names the safe outcome: "Giữ lại". */
  cancelLabel?: ReactNode;
  busy?: boolean;
  disabled?: boolean;
}

/** Asks before something that many people notice. */
export function ConfirmDialog({ confirmLabel, cancelLabel, onConfirm, disabled, ...props }: ConfirmProps & { onConfirm: () => void }) {
  const texts = useDesignTexts();
  return (
    <Dialog
      {...props}
      actions={(
        <>
          <Button onClick={props.onClose} disabled={props.busy}>{cancelLabel ?? texts.keep}</Button>
          <Button variant="primary" loading={props.busy} disabled={disabled} onClick={onConfirm}>{confirmLabel}</Button>
        </>
      )}
    />
  );
}

interface DestructiveProps extends ConfirmProps {
  /** Label of the reason; it is required. */
  reasonLabel: ReactNode;
  reasonHint?: ReactNode;
  /** Shortest reason that says something, in letters. */
  minReason?: number;
  onConfirm: (reason: string) => void;
}

/** Before what cannot be undone: a reason in writing, a red button that repeats verb and object. */
export function DestructiveDialog(props: DestructiveProps) {
  const { reasonLabel, reasonHint, minReason = 5, onConfirm, confirmLabel, cancelLabel, children, disabled, ...rest } = props;
  const texts = useDesignTexts();
  const [reason, setReason] = useState('');
  const given = reason.trim();
  return (
    <Dialog
      {...rest}
      actions={(
        <>
          <Button onClick={rest.onClose} disabled={rest.busy}>{cancelLabel ?? texts.keep}</Button>
          <Button variant="danger" loading={rest.busy} disabled={disabled || given.length < minReason} onClick={() => onConfirm(given)}>{confirmLabel}</Button>
        </>
      )}
    >
      {children}
      <TextArea label={reasonLabel} hint={reasonHint} value={reason} maxLength={2000} onChange={(event) => setReason(event.currentTarget.value)} />
    </Dialog>
  );
}
