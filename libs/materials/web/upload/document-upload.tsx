import { useState } from 'react';
import { ErrorState, FileDrop, Note, RadioCards, Skeletons } from '@halong/design/web';
import { useSession } from '@halong/identity/web';
import { uploadRoutes, type Classification, type DocumentKind, type DocumentView, type UploadPurpose } from '@halong/materials/contract';
import { useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { TransferLine } from './transfer-line.tsx';
import { say } from './upload.texts.ts';
import { useTransfers } from './use-transfers.ts';

export interface DocumentUploadProps {
  purpose: UploadPurpose;
  classId?: number;
  /** Left out: every kind that the server takes. */
  accept?: readonly DocumentKind[];
  multiple?: boolean;
  /** Called once for each file that has been received and checked. */
  onReady: (document: DocumentView) => void;
}

/** Choose, declare, send: what is taken stands there first, every file shows where it is, and ends with a receipt. */
export default function DocumentUpload({ purpose, classId, accept, multiple = false, onReady }: DocumentUploadProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { me } = useSession();
  const [classification, setClassification] = useState<Classification>('INTERNAL');
  const { rows, add, remove } = useTransfers(onReady);
  const { data: terms, error, refetch } = useQueryOf(uploadRoutes.getUploadTerms, { query: { purpose, ...(classId === undefined ? {} : { classId }) } });
  if (error) return <ErrorState problem={error.problem} onRetry={() => void refetch()} />;
  if (!terms) return <Skeletons rows={3} />;
  const endings = terms.kinds.filter(({ kind }) => !accept || accept.includes(kind)).flatMap(({ extensions }) => extensions.map((one) => `.${one}`));
  const send = (files: File[]) => add(files, {
    declaration: { purpose, classification, ...(classId === undefined ? {} : { classId }) },
    accountId: me.accountId, chunkBytes: terms.chunkBytes, language, unreachable: t('unreachable'),
  });
  const busy = !multiple && rows.some(({ state }) => state.step !== 'FAILED');
  return (
    <div className="col g3">
      <RadioCards
        label={t('declare')} value={classification} onChange={setClassification}
        options={[{ value: 'INTERNAL', title: t('INTERNAL'), detail: t('internalWhy') }, { value: 'PUBLIC', title: t('PUBLIC'), detail: t('publicWhy') }]}
      />
      <Note tone="warn">{t('secretNote')}</Note>
      <FileDrop label={t('files')} files={[]} onChange={send} multiple={multiple} accept={endings} maxBytes={terms.maxBytes} disabled={busy} />
      <p className="xs muted">{t('resumeHint')}</p>
      {rows.length > 0 && <ul className="col g2">{rows.map((row) => <TransferLine key={row.key} row={row} onRemove={remove} />)}</ul>}
    </div>
  );
}
