import { useState } from 'react';
import { Button, DataTable, Note, SelectField, Sheet, StatusText, type Column } from '@halong/design/web';
import { importRoutes, type ImportDetail, type ImportMapping, type ImportSheet } from '@halong/organisation/contract';
import { useMutationOf, useTexts } from '@halong/platform/web';
import { say } from './import-wizard.texts.ts';

type PreviewRow = ImportSheet['rows'][number];

/** The first rows of each sheet; the person says which is the heading and the columns are proposed anew. */
export function HeadChoice({ detail }: { detail: ImportDetail }) {
  const t = useTexts(say);
  const mapping = detail.mapping as ImportMapping;
  const [sheet, setSheet] = useState(() => (mapping.sheets.some((each) => each.sheet === mapping.sheet) ? mapping.sheet : (mapping.sheets[0]?.sheet ?? 0)));
  const choose = useMutationOf(importRoutes.chooseHead, { invalidates: [importRoutes.getImport] });
  const isHead = ({ row }: PreviewRow) => sheet === mapping.sheet && mapping.headerRows.includes(row);
  const take = (row: number) => choose.mutate({ params: { id: detail.id }, body: { version: detail.version, sheet, row } });
  const columns: Column<PreviewRow>[] = [
    { key: 'row', head: t('row'), align: 'right', width: 64, phone: 'plain', cell: (row) => row.row },
    { key: 'content', head: t('content'), cell: (row) => <span className="sm" style={{ overflowWrap: 'anywhere' }}>{row.cells.join(' · ')}</span> },
    {
      key: 'take', head: '', actions: true, width: 150,
      cell: (row) => (isHead(row)
        ? <StatusText tone="ok">{t('headNow')}</StatusText>
        : <Button size="s" disabled={choose.isPending} onClick={() => take(row.row)}>{t('isHead', { row: row.row })}</Button>),
    },
  ];
  return (
    <Sheet padded={false} title={t('headTitle')} ruled>
      {mapping.sheets.length > 1 && (
        <div className="hd">
          <SelectField
            compact label={t('sheetField')} value={String(sheet)} onChange={(value) => setSheet(Number(value))}
            options={mapping.sheets.map((each) => ({ value: String(each.sheet), label: each.name }))}
          />
        </div>
      )}
      {choose.error && <Note tone="act">{choose.error.problem.title}</Note>}
      <DataTable dense caption={t('firstRows')} columns={columns} rows={mapping.sheets.find((each) => each.sheet === sheet)?.rows ?? []} rowId={({ row }) => String(row)} />
    </Sheet>
  );
}
