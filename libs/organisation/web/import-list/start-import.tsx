import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button, FileDrop, IconFileImport, RadioCards, Sheet } from '@halong/design/web';
import { importFileBytes, importRoutes, type ImportKind } from '@halong/organisation/contract';
import { useMutationOf, useTexts } from '@halong/platform/web';
import { say } from './import-list.texts.ts';

const accepted = ['.xlsx', '.csv'];

/** Chooses a file and sends it; reading it is the worker's business. */
export function StartImport() {
  const t = useTexts(say);
  const navigate = useNavigate();
  const [kind, setKind] = useState<ImportKind>('PEOPLE');
  const [files, setFiles] = useState<File[]>([]);
  const start = useMutationOf(importRoutes.startImport, { invalidates: [importRoutes.listImports], onSuccess: ({ id }) => void navigate(`/imports/${id}`) });
  const [file] = files;
  const send = () => file && start.mutate({ query: { kind, name: file.name }, file });
  return (
    <Sheet title={t('start')}>
      <div className="col g4">
        <RadioCards
          label={t('kind')} value={kind} onChange={setKind}
          options={(['PEOPLE', 'ORG_UNITS'] as const).map((value) => ({ value, title: t(value), detail: t(`${value}_detail`) }))}
        />
        <FileDrop label={t('file')} accept={accepted} maxBytes={importFileBytes} files={files} onChange={setFiles} error={start.error?.problem.title} disabled={start.isPending} />
        <div className="row"><Button variant="primary" icon={IconFileImport} disabled={!file} loading={start.isPending} onClick={send}>{t('read')}</Button></div>
      </div>
    </Sheet>
  );
}
