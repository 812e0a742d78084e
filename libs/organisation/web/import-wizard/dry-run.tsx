import { useState, type ReactNode } from 'react';
import { Button, Icon, IconAlertTriangle, IconCircleX, IconDownload, IconHistory, IconPencil, IconStack2, IconUserPlus, Note, PageHead, Tiles } from '@halong/design/web';
import { importRoutes, type ImportBucket, type ImportDetail } from '@halong/organisation/contract';
import { call, formatNumber, ProblemError, saveFile, useLanguage, useMutationOf, useTexts } from '@halong/platform/web';
import { ImportRows } from './import-rows.tsx';
import { say } from './import-wizard.texts.ts';
import { useSourceText } from './source-text.ts';

/** What the import would do. Nothing is written before the button that says how many. */
export function DryRun({ detail, steps }: { detail: ImportDetail; steps: ReactNode }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const source = useSourceText(detail);
  const number = (value: number) => formatNumber(value, language);
  const count = (bucket: ImportBucket) => detail.counts?.[bucket] ?? 0;
  const rejected = count('REJECTED');
  const usable = Object.values(detail.counts ?? {}).reduce((sum, each) => sum + each, 0) - rejected - count('LEFT_OUT');
  return (
    <>
      <PageHead
        title={t('dryTitle', { usable: number(usable), rejected: number(rejected) })} sub={`${source} · ${t('nothingYet')}`}
        actions={rejected > 0 && <RejectedLink detail={detail} />}
      />
      {steps}
      <Tiles
        tiles={[
          { value: number(count('ADDED')), label: t('tileAdded'), note: t('noteAdded'), icon: IconUserPlus, tone: 'ok' },
          { value: number(count('CHANGED')), label: t('tileChanged'), note: t('noteChanged', { count: number(count('UNCHANGED')) }), icon: IconPencil, tone: 'ok' },
          ...(detail.kind === 'PEOPLE' ? [
            { value: number(count('REVIEW')), label: t('tileReview'), note: t('noteReview'), icon: IconAlertTriangle, tone: 'warn' as const },
            { value: number(count('MERGED')), label: t('tileMerged'), note: t('noteMerged'), icon: IconStack2, tone: 'info' as const },
          ] : []),
          { value: number(rejected), label: t('tileRejected'), note: count('LEFT_OUT') > 0 ? t('noteLeftOut', { count: number(count('LEFT_OUT')) }) : t('noteRejected'), icon: IconCircleX, tone: 'act' },
        ]}
      />
      {detail.state === 'CHECKING' && <Note tone="info"><span role="status">{t('judging')}</span></Note>}
      {detail.kind === 'ORG_UNITS' && rejected > 0 && <Note tone="act">{t('brokenTree', { count: number(rejected) })}</Note>}
      <ImportRows detail={detail} />
      <Foot detail={detail} />
    </>
  );
}

/** The reasons in it are in the language of the screen. */
export function RejectedLink({ detail }: { detail: ImportDetail }) {
  const t = useTexts(say);
  const [failed, setFailed] = useState<string>();
  const download = async () => {
    try {
      saveFile(await call(importRoutes.downloadRejected, { params: { id: detail.id } }), t('rejectedFile', { file: detail.fileName.replace(/\.\w+$/, '') }));
      setFailed(undefined);
    } catch (error) {
      setFailed(error instanceof ProblemError ? error.problem.title : String(error));
    }
  };
  return <>{failed && <Note tone="act">{failed}</Note>}<Button icon={IconDownload} onClick={() => void download()}>{t('download')}</Button></>;
}

function Foot({ detail }: { detail: ImportDetail }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const map = useMutationOf(importRoutes.mapColumns, { invalidates: [importRoutes.getImport] });
  const run = useMutationOf(importRoutes.runImport, { invalidates: [importRoutes.getImport, importRoutes.listRows] });
  const number = (value: number) => formatNumber(value, language);
  const refused = run.error ?? map.error;
  const params = { id: detail.id };
  return (
    <>
      {refused && <Note tone="act">{refused.problem.title}</Note>}
      <div className="row wrap g3">
        <span className="soft sp">
          <Icon of={IconHistory} /> {detail.willWrite === 0 ? t('nothingNew') : t('footNote')}
          {detail.undecided > 0 && detail.willWrite > 0 && ` ${t('footUndecided', { count: number(detail.undecided) })}`}
        </span>
        <Button loading={map.isPending} disabled={!detail.can.map} onClick={() => map.mutate({ params, body: { version: detail.version, columns: null } })}>{t('back')}</Button>
        {detail.willWrite > 0 && (
          <Button variant="primary" disabled={!detail.can.run} loading={run.isPending} onClick={() => run.mutate({ params, body: { version: detail.version, expected: detail.willWrite } })}>
            {t('run', { count: number(detail.willWrite) })}
          </Button>
        )}
      </div>
    </>
  );
}
