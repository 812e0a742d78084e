import { Button, IconDownload } from '@halong/design/web';
import { contentReuseRoutes } from '@halong/materials/contract';
import { addressOf, useLanguage, useTexts } from '@halong/platform/web';
import { say } from './content.texts.ts';

/** The archive is written while it is sent: the browser's own download shows how far it is. */
export function DownloadAll({ classId }: { classId: number }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  return <Button size="s" icon={IconDownload} download href={addressOf(contentReuseRoutes.downloadAll, { params: { id: classId }, query: { language } })}>{t('downloadAll')}</Button>;
}
