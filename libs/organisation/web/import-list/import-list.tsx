import { useDeferredValue, useState } from 'react';
import { useNavigate } from 'react-router';
import { DataTable, EmptyState, ErrorState, PageHead, SearchField, Sheet, StatusText, usePage, type Column } from '@halong/design/web';
import { importRoutes, type ImportItem } from '@halong/organisation/contract';
import { formatInstant, formatNumber, useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { say } from './import-list.texts.ts';
import { isAtWork, stateTones } from './import-state.ts';
import { StartImport } from './start-import.tsx';

const size = 20;

/** Every import with its step; one that was left is found again here. */
export default function ImportList() {
  const t = useTexts(say);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [page, setPage] = useState(1);
  const [search, setSearch] = useState('');
  const text = useDeferredValue(search);
  usePage({ crumbs: [{ label: t('title') }] });
  const [busy, setBusy] = useState(false);
  const { data, error, refetch } = useQueryOf(importRoutes.listImports, { query: { page, size, search: text } }, { refetchMs: busy ? 2_000 : undefined });
  const working = data?.items.some(({ state }) => isAtWork(state)) ?? false;
  if (working !== busy) setBusy(working);
  const number = (value: number) => formatNumber(value, language);

  const columns: Column<ImportItem>[] = [
    { key: 'file', head: t('fileName'), cell: (row) => <><span className="m">{row.fileName}</span><span className="xs muted" style={{ display: 'block' }}>{t(row.kind)}</span></> },
    { key: 'state', head: t('state'), cell: (row) => <StatusText tone={stateTones[row.state]}>{t(row.state)}{row.state === 'WRITING' ? ` ${number(row.progress.done)}/${number(row.progress.total)}` : ''}</StatusText> },
    {
      key: 'numbers', head: t('numbers'),
      cell: ({ counts }) => counts && t('numbersText', { added: number(counts.ADDED ?? 0), changed: number(counts.CHANGED ?? 0), review: number(counts.REVIEW ?? 0), rejected: number(counts.REJECTED ?? 0) }),
    },
    { key: 'by', head: t('by'), cell: (row) => row.createdBy },
    { key: 'at', head: t('at'), align: 'right', cell: (row) => formatInstant(row.createdAt) },
  ];
  return (
    <>
      <PageHead title={t('title')} sub={t('lead')} />
      <StartImport />
      <Sheet title={t('earlier')} padded={false} aside={<SearchField label={t('search')} value={search} onChange={(value) => { setSearch(value); setPage(1); }} />} ruled>
        {error && !data ? <ErrorState problem={error.problem} onRetry={() => void refetch()} /> : (
          <DataTable
            caption={t('earlier')} columns={columns} rows={data?.items} rowId={(row) => String(row.id)} onOpen={(row) => void navigate(`/imports/${row.id}`)}
            pages={{ page, pageSize: size, total: data?.total ?? 0, onPage: setPage }} empty={<EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>}
          />
        )}
      </Sheet>
    </>
  );
}
