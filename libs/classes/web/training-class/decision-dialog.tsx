import { type ReactNode, useState } from 'react';
import { Button, DateField, Dialog, FileDrop, Note, TextField } from '@halong/design/web';
import { trainingClassRoutes, type ClassDetail } from '@halong/classes/contract';
import { useMutationOf, useTexts, useToday } from '@halong/platform/web';
import { say } from './transition.texts.ts';

interface DecisionDialogProps {
  found: ClassDetail;
  problem: ReactNode;
  busy: boolean;
  onClose: () => void;
  onDecide: (decision: { no: string; date: string; signer?: string; fileId: number }) => void;
}

const maxBytes = 20 * 1_048_576;

/** Number, date, signer and the signed file of the opening decision. */
export function DecisionDialog({ found, problem, busy, onClose, onDecide }: DecisionDialogProps) {
  const t = useTexts(say);
  const today = useToday();
  const [no, setNo] = useState('');
  const [date, setDate] = useState(today);
  const [signer, setSigner] = useState('');
  const [files, setFiles] = useState<File[]>([]);
  const upload = useMutationOf(trainingClassRoutes.uploadClassFile);
  const [file] = files;
  const ready = no.trim() !== '' && date !== '' && file !== undefined;
  const submit = async () => {
    if (!file) return;
    const { fileId } = upload.data ?? (await upload.mutateAsync({ query: { name: file.name }, file }));
    onDecide({ no: no.trim(), date, fileId, ...(signer.trim() ? { signer: signer.trim() } : {}) });
  };
  const chooseFiles = (next: File[]) => {
    upload.reset();
    setFiles(next);
  };
  const working = busy || upload.isPending;
  return (
    <Dialog
      open onClose={onClose} busy={working} title={t('decisionTitle', { code: found.code })} lead={t('decisionLead')}
      actions={<>
        <Button onClick={onClose} disabled={working}>{t('keep')}</Button>
        <Button variant="primary" loading={working} disabled={!ready} onClick={() => void submit().catch(() => undefined)}>{t('decide')}</Button>
      </>}
    >
      {problem}
      {upload.error && <Note tone="act">{upload.error.problem.title}</Note>}
      <TextField label={t('no')} hint={t('noHint')} value={no} maxLength={60} onChange={(event) => setNo(event.currentTarget.value)} />
      <DateField label={t('date')} value={date} max={today} onChange={setDate} />
      <TextField label={t('signer')} optional value={signer} maxLength={120} onChange={(event) => setSigner(event.currentTarget.value)} />
      <FileDrop label={t('file')} accept={['.pdf', '.docx', '.jpg', '.png']} maxBytes={maxBytes} files={files} onChange={chooseFiles} />
    </Dialog>
  );
}
