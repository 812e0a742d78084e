import type { ImportDetail } from '@halong/organisation/contract';
import { formatNumber, useLanguage, useTexts } from '@halong/platform/web';
import { say } from './import-wizard.texts.ts';

/** "people.xlsx, trang “DS”, 1.211 dòng" */
export function useSourceText({ fileName, mapping, counts }: ImportDetail): string {
  const t = useTexts(say);
  const { language } = useLanguage();
  const checked = Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0);
  const rows = formatNumber(checked || (mapping?.rows ?? 0), language);
  return mapping?.sheetName ? t('sheet', { file: fileName, sheet: mapping.sheetName, rows }) : t('noSheet', { file: fileName, rows });
}
