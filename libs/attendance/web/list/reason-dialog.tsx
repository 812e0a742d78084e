import type { ReactNode } from 'react';
import { Button, Dialog, Note, TextArea } from '@halong/design/web';
import { useDraft, useTexts, type ProblemError } from '@halong/platform/web';
import { say } from './attendance.texts.ts';

interface ReasonDialogProps {
  /** Names the draft: what was typed comes back when the dialog is opened again. */
  draft: string;
  title: string;
  lead?: ReactNode;
  /** Verb and object. */
  confirm: string;
  /** Attendance is locked: the change is a late one. */
  late: boolean;
  busy: boolean;
  error: ProblemError | null;
  /** Something besides the reason is missing. */
  incomplete?: boolean;
  children?: ReactNode;
  onClose: () => void;
  onConfirm: (reason: string) => void;
}

/** A word about attendance always comes with its reason. */
export function ReasonDialog({ draft, title, lead, confirm, late, busy, error, incomplete = false, children, onClose, onConfirm }: ReasonDialogProps) {
  const t = useTexts(say);
  const [reason, setReason] = useDraft(`attendance.reason.${draft}`, '');
  const given = reason.trim();
  return (
    <Dialog
      open onClose={onClose} busy={busy} title={title} lead={lead}
      actions={<>
        <Button onClick={onClose} disabled={busy}>{t('leaveIt')}</Button>
        <Button variant="primary" loading={busy} disabled={incomplete || given.length < 3} onClick={() => onConfirm(given)}>{confirm}</Button>
      </>}
    >
      {late && <Note tone="warn">{t('lateNote')}</Note>}
      {error && <Note tone="act">{error.problem.title}</Note>}
      {children}
      <TextArea label={t('reason')} hint={t('reasonHint')} value={reason} maxLength={500} onChange={(event) => setReason(event.currentTarget.value)} />
    </Dialog>
  );
}

/** Forgets the draft of a dialog whose words were sent. */
export function forgetReason(draft: string): void {
  try {
    sessionStorage.removeItem(`halong.draft.attendance.reason.${draft}`);
  } catch {
    // Without storage nothing was kept.
  }
}
