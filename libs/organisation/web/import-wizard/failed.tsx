import type { ReactNode } from 'react';
import { Button, ErrorState, PageHead, Sheet } from '@halong/design/web';
import { organisationErrors, type ImportDetail } from '@halong/organisation/contract';
import { fillText } from '@halong/platform/contract';
import { useLanguage, useTexts } from '@halong/platform/web';
import { say } from './import-wizard.texts.ts';

/** What is wrong with the file and what to do about it. */
export function Failed({ detail, steps }: { detail: ImportDetail; steps: ReactNode }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const known = organisationErrors[detail.problem?.code as keyof typeof organisationErrors] ?? organisationErrors.import_failed;
  return (
    <>
      <PageHead title={t('failed')} sub={detail.fileName} actions={<Button variant="primary" to="/imports">{t('another')}</Button>} />
      {steps}
      <Sheet><ErrorState problem={{ title: fillText(known[language], detail.problem?.params), code: known.code }} safe={t('failedSafe')} /></Sheet>
    </>
  );
}
