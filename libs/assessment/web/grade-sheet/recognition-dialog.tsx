import { useState } from 'react';
import { Button, DateField, Dialog, FileDrop, Note, TextField, toast } from '@halong/design/web';
import { assessmentRoutes, type GradeSheet } from '@halong/assessment/contract';
import { trainingClassRoutes } from '@halong/classes/contract';
import { useMutationOf, useTexts, useToday } from '@halong/platform/web';
import { say } from './grade-sheet.texts.ts';

const maxBytes = 20 * 1_048_576;

/** Number, date, signer and the signed file of the decision that recognises the results. */
export function RecognitionDialog({ sheet, onClose }: { sheet: GradeSheet; onClose: () => void }) {
  const t = useTexts(say);
  const { code, id } = sheet.class;
  const today = useToday();
  const [no, setNo] = useState('');
  const [date, setDate] = useState(today);
  const [signer, setSigner] = useState('');
  const [files, setFiles] = useState<File[]>([]);
  const upload = useMutationOf(trainingClassRoutes.uploadClassFile);
  const recognise = useMutationOf(assessmentRoutes.recognise, {
    invalidates: [assessmentRoutes.getGradeSheet, trainingClassRoutes.getClass],
    onSuccess: () => {
      toast(t('recognised'));
      onClose();
    },
  });
  const [file] = files;
  const working = upload.isPending || recognise.isPending;
  const ready = no.trim() !== '' && date !== '' && signer.trim().length >= 2 && file !== undefined;
  const problem = upload.error ?? recognise.error;
  const submit = async () => {
    if (!file) return;
    const { fileId } = upload.data ?? (await upload.mutateAsync({ query: { name: file.name }, file }));
    recognise.mutate({ params: { id }, body: { decisionNo: no.trim(), decisionDate: date, signer: signer.trim(), fileId } });
  };
  return (
    <Dialog
      open onClose={onClose} busy={working} title={t('recogniseTitle', { code })} lead={t('recogniseLead')}
      actions={<>
        <Button onClick={onClose} disabled={working}>{t('later')}</Button>
        <Button variant="primary" loading={working} disabled={!ready} onClick={() => void submit().catch(() => undefined)}>{t('recogniseIt', { code })}</Button>
      </>}
    >
      {problem && <Note tone="act">{problem.problem.title}</Note>}
      <TextField label={t('decisionNo')} hint={t('decisionNoHint')} value={no} maxLength={60} onChange={(event) => setNo(event.currentTarget.value)} />
      <DateField label={t('decisionDate')} value={date} max={today} onChange={setDate} />
      <TextField label={t('signer')} value={signer} maxLength={120} onChange={(event) => setSigner(event.currentTarget.value)} />
      <FileDrop
        label={t('file')} accept={['.pdf', '.docx', '.jpg', '.png']} maxBytes={maxBytes} files={files}
        onChange={(next) => {
          upload.reset();
          setFiles(next);
        }}
      />
    </Dialog>
  );
}
