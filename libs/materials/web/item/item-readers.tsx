import { useState } from 'react';
import { DataTable, EmptyState, ErrorState, Pagination, Person, SearchField, Sheet, type Column } from '@halong/design/web';
import { progressRoutes, type Reader } from '@halong/materials/contract';
import { formatInstant, useQueryOf, useTexts } from '@halong/platform/web';
import { say } from './item.texts.ts';

const size = 20;

/** Who of the class has opened, downloaded and seen an item. */
export function ItemReaders({ itemId }: { itemId: number }) {
  const t = useTexts(say);
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const { data, error, refetch } = useQueryOf(progressRoutes.listReaders, { params: { id: itemId }, query: { search, page, size } });
  const columns: Column<Reader>[] = [
    { key: 'name', head: t('person'), cell: (row) => <Person name={row.fullName} id={String(row.personId)} sub={row.unitName} /> },
    { key: 'seen', head: t('seen'), align: 'right', cell: (row) => t(row.state, { percent: row.percent }) },
    { key: 'times', head: t('times'), align: 'right', cell: (row) => `${row.opened} / ${row.downloaded}` },
    { key: 'last', head: t('last'), cell: (row) => (row.lastAt ? formatInstant(row.lastAt) : '–') },
  ];
  return (
    <Sheet title={t('readers')} padded={false}>
      <div className="bd col g2">
        {data && <p className="sm soft">{t('readersLead', data.counts)}</p>}
        <SearchField label={t('search')} value={search} onChange={(next) => { setSearch(next); setPage(1); }} />
      </div>
      {error && !data ? <ErrorState problem={error.problem} onRetry={() => void refetch()} /> : (
        <DataTable caption={t('readers')} columns={columns} rows={data?.items} rowId={(row) => String(row.personId)} empty={<EmptyState title={t('nobody')}>{t('nobodyWhy')}</EmptyState>} />
      )}
      {data && data.total > size && <Pagination page={page} pageSize={size} total={data.total} onPage={setPage} />}
    </Sheet>
  );
}
