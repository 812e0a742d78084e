import { sayImportField, sayImportReason, type ImportFieldName, type ImportReasonCode, type ImportRow } from '@halong/organisation/contract';
import { formatDay, formatInstant, useLanguage, useTexts } from '@halong/platform/web';
import { say } from './import-wizard.texts.ts';

/** A cell of the file; the one that the reason speaks of is boxed. */
export function CellOf({ row, field, text, strong = false }: { row: ImportRow; field: string; text: string; strong?: boolean }) {
  const t = useTexts(say);
  const reason = row.reasons.find((each) => each.field === field);
  const content = reason && (row.bucket === 'REJECTED' || row.bucket === 'LEFT_OUT') ? (text || reason.value || t('empty')) : text;
  const box = reason && row.bucket === 'REJECTED' ? 'cellbad' : reason && row.bucket === 'REVIEW' && !row.decision ? 'cellwarn' : undefined;
  return <span className={[strong && 'm', box].filter(Boolean).join(' ') || undefined}>{content}</span>;
}

const shownValue = (value: string | null): string => (value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value) : (value ?? '–'));

/** A birthday, or the year when only that is known. */
export const showBirth = (value: string): string => (value.length === 4 ? value : formatDay(value));

/** Why the row is where it is: its reasons with their column, then what changes. */
export function Why({ row }: { row: ImportRow }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const lines = [
    ...row.reasons.map(({ code, column, params }) => {
      const text = sayImportReason(language, code as ImportReasonCode, params);
      return column ? t('cell', { column, text }) : text;
    }),
    ...(row.leftOut ? [t('leftOutLine', { by: row.leftOut.by, at: formatInstant(row.leftOut.at) })] : []),
    ...row.corrections.map(({ field, from, to, by, at }) => t('mendedLine', { field: sayImportField(language, field as ImportFieldName), from: from || t('empty'), to, by, at: formatInstant(at) })),
    ...row.changes.map(({ field, before, after }) => `${sayImportField(language, field as ImportFieldName)}: ${shownValue(before)} → ${shownValue(after)}`),
  ];
  return <span className="sm" style={{ display: 'block' }}>{lines.map((line) => <span key={line} style={{ display: 'block' }}>{line}</span>)}</span>;
}
