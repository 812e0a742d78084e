import { useState, type ReactNode } from 'react';
import { Button, ConfirmDialog, IconArrowBackUp, Note, PageHead } from '@halong/design/web';
import { importRoutes, type ImportDetail } from '@halong/organisation/contract';
import { formatInstant, formatNumber, useLanguage, useMutationOf, useTexts } from '@halong/platform/web';
import { RejectedLink } from './dry-run.tsx';
import { ImportRows } from './import-rows.tsx';
import { say } from './import-wizard.texts.ts';
import { useSourceText } from './source-text.ts';

/** What was written or taken back, row by row, and the way back while there is one. */
export function Outcome({ detail, steps }: { detail: ImportDetail; steps: ReactNode }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const source = useSourceText(detail);
  const number = (value: number) => formatNumber(value, language);
  const title = detail.state === 'DONE' ? t('doneTitle', { count: number(detail.written) }) : t('undoneTitle', { count: number(detail.undone), stayed: number(detail.stayed) });
  const people = detail.kind === 'PEOPLE';
  return (
    <>
      <PageHead
        title={title} sub={detail.finishedAt ? `${source} · ${formatInstant(detail.finishedAt)}` : source}
        actions={(
          <>
            {(detail.counts?.REJECTED ?? 0) > 0 && <RejectedLink detail={detail} />}
            {detail.can.undo && <Undo detail={detail} />}
            <Button variant="primary" to={people ? '/people' : '/organisation'}>{people ? t('seePeople') : t('seeTree')}</Button>
          </>
        )}
      />
      {steps}
      {detail.stale > 0 && <Note tone="warn">{t('staleNote', { count: number(detail.stale) })}</Note>}
      {detail.stayed > 0 && <Note tone="warn">{t('stayedNote', { count: number(detail.stayed) })}</Note>}
      {detail.can.undo && detail.undoUntil && <p className="soft">{t('undoUntil', { at: formatInstant(detail.undoUntil) })}</p>}
      <ImportRows detail={detail} />
    </>
  );
}

function Undo({ detail }: { detail: ImportDetail }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [asking, setAsking] = useState(false);
  const undo = useMutationOf(importRoutes.undoImport, { invalidates: [importRoutes.getImport, importRoutes.listRows], onSuccess: () => setAsking(false) });
  const label = t('undo', { count: formatNumber(detail.written, language) });
  return (
    <>
      <Button icon={IconArrowBackUp} onClick={() => setAsking(true)}>{label}</Button>
      <ConfirmDialog
        open={asking} onClose={() => setAsking(false)} title={t('undoTitle', { file: detail.fileName })} lead={t('undoLead')} confirmLabel={label} cancelLabel={t('keep')}
        busy={undo.isPending} onConfirm={() => undo.mutate({ params: { id: detail.id }, body: { version: detail.version } })}
      >
        {undo.error && <Note tone="act">{undo.error.problem.title}</Note>}
      </ConfirmDialog>
    </>
  );
}
