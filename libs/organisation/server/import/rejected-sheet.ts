import type { Language } from '@halong/platform/contract';
import { columnName, type OutputSheet } from '@halong/platform/server';
import { sayImportField, sayImportReason, type ImportFieldName } from '@halong/organisation/contract';
import type { StoredMapping, StoredReason } from './import.rows.ts';

const words = {
  vi: { sheet: 'Dòng bị loại', row: 'Dòng trong tệp', column: 'Cột', reason: 'Vì sao' },
  en: { sheet: 'Rejected rows', row: 'Row in the file', column: 'Column', reason: 'Reason' },
} as const;

/** "G, Số định danh" */
const columnText = (language: Language, { column, field }: StoredReason): string =>
  [column, field && sayImportField(language, field as ImportFieldName)].filter(Boolean).join(', ');

/** The rejected rows as the office sent them, each with its row, column and reason; ready to be mended and sent again. */
export function rejectedSheet(language: Language, mapping: StoredMapping, rows: readonly { rowNo: number; reasons: readonly StoredReason[]; cells: readonly string[] }[]): OutputSheet {
  const say = words[language];
  return {
    name: say.sheet,
    columns: [
      ...mapping.columns.map(({ header, col }) => ({ header: header || columnName(col) })),
      { header: say.row, width: 12 }, { header: say.column, width: 24 }, { header: say.reason, width: 60 },
    ],
    rows: rows.map(({ rowNo, reasons, cells }) => [
      ...mapping.columns.map((_, index) => cells[index] ?? ''),
      rowNo,
      reasons.map((reason) => columnText(language, reason)).join('; '),
      reasons.map(({ code, params }) => sayImportReason(language, code, params)).join(' '),
    ]),
  };
}
