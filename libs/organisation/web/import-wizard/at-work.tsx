import type { ReactNode } from 'react';
import { BackgroundWork, PageHead, Sheet } from '@halong/design/web';
import type { ImportDetail } from '@halong/organisation/contract';
import { formatNumber, useLanguage, useTexts } from '@halong/platform/web';
import { say } from './import-wizard.texts.ts';

/** The worker is at it. One may leave. */
export function AtWork({ detail, steps }: { detail: ImportDetail; steps: ReactNode }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { done, total } = detail.progress;
  const number = (value: number) => formatNumber(value, language);
  const title = {
    CHECKING: t('checking', { total: number(detail.mapping?.rows ?? 0) }), WRITING: t('writing'), UNDOING: t('undoing'),
  }[detail.state as string] ?? t('reading');
  const counted = detail.state === 'WRITING' || detail.state === 'UNDOING';
  return (
    <>
      <PageHead title={title} sub={detail.fileName} />
      {steps}
      <Sheet>
        {counted
          ? <BackgroundWork title={title} done={done} total={total} label={t('progress', { done: number(done), total: number(total) })} note={t('canLeave')} />
          : <div role="status"><div className="bar" aria-hidden><i className="gh" style={{ width: '100%' }} /></div><p className="soft" style={{ marginTop: 8 }}>{t('canLeave')}</p></div>}
      </Sheet>
    </>
  );
}
