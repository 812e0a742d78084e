import { Button, Note, Progress } from '@halong/design/web';
import { renditionRoutes, type DocumentForms } from '@halong/materials/contract';
import { useMutationOf, useTexts } from '@halong/platform/web';
import { say } from './preview.texts.ts';

/** How far the worker is with a document; nothing once it is through. */
export function FormState({ id, forms }: { id: number; forms: DocumentForms }) {
  const t = useTexts(say);
  const retry = useMutationOf(renditionRoutes.retryRendition, { invalidates: [renditionRoutes.getDocumentForms] });
  const { rendition, missingPackages: missing, can } = forms;
  if (!rendition || rendition.state === 'READY') return null;
  if (rendition.state === 'FAILED') {
    return (
      <Note tone="act" title={t('failed')}>
        {rendition.reason} {t('original')}
        {retry.error && <p>{retry.error.problem.title}</p>}
        {can.retry && <p><Button size="s" loading={retry.isPending} onClick={() => retry.mutate({ params: { id } })}>{t('retry')}</Button></p>}
      </Note>
    );
  }
  if (missing.length > 0) {
    return <Note tone="warn" title={t('missing')}>{t('missingWhy')} <code className="brk">sudo apt-get install --no-install-recommends {missing.join(' ')}</code></Note>;
  }
  if (rendition.state === 'QUEUED') return <Note tone="info" title={t('queued')}>{t('queuedWhy')}</Note>;
  const words = t('converting', { percent: rendition.percent });
  return (
    <div className="col g2" role="status">
      <span className="sm soft">{words}</span>
      <Progress parts={[{ value: rendition.percent }]} max={100} label={words} />
    </div>
  );
}
