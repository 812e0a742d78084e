import { useDeferredValue, useState } from 'react';
import { DataTable, EmptyState, ErrorState, PageHead, Person, SearchField, Sheet, usePage, type Column, type Sort } from '@halong/design/web';
import { personRoutes, type PersonItem } from '@halong/organisation/contract';
import { formatNumber, useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { LedgerPanel } from './ledger-panel.tsx';
import { say } from './unit.texts.ts';
import { UnitChoice } from './unit-choice.tsx';
import { useUnitAddress, type LedUnit } from './your-unit.ts';

const size = 50;

/** The people of my unit and below, by given name. */
export default function UnitStaff({ units }: { units: readonly LedUnit[] }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const at = useUnitAddress(units);
  const { unitId } = at;
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const [sort, setSort] = useState<Sort>({ key: 'name', direction: 'asc' });
  const text = useDeferredValue(search);
  usePage({ crumbs: [{ label: t('title'), to: '/unit' }, { label: t('staff') }], fill: true });
  const { data, error, refetch } = useQueryOf(personRoutes.listPeople, { query: { page, size, search: text, unitId, order: sort.direction } }, { enabled: unitId !== undefined });
  if (unitId === undefined) return <EmptyState centered title={t('noUnit')}>{t('noUnitWhy')}</EmptyState>;
  const columns: Column<PersonItem>[] = [
    { key: 'name', head: t('name'), sortable: true, cell: (row) => <Person name={row.fullName} id={String(row.id)} sub={row.unitName ?? undefined} /> },
    { key: 'position', head: t('position'), cell: (row) => <span lang="vi">{row.position}</span> },
    { key: 'rank', head: t('rank'), phone: 'hide', cell: (row) => row.rank },
    { key: 'born', head: t('born'), align: 'right', phone: 'hide', cell: (row) => row.birthYear },
  ];
  return (
    <>
      <PageHead
        title={data ? t('staffHeadline', { total: formatNumber(data.total, language) }) : t('staff')} sub={t('staffLead')}
        actions={<UnitChoice units={units} unitId={unitId} onChoose={(unit) => at.set({ unit, person: undefined })} />}
      />
      <div className="row wrap g3"><SearchField label={t('search')} value={search} onChange={(next) => { setSearch(next); setPage(1); }} /></div>
      <Sheet padded={false} fill>
        {error && !data ? <ErrorState problem={error.problem} onRetry={() => void refetch()} /> : (
          <DataTable
            caption={t('staff')} columns={columns} rows={data?.items} rowId={(row) => String(row.id)} sort={sort} onSort={(next) => { setSort(next); setPage(1); }}
            onOpen={(row) => at.set({ person: String(row.id) })} openId={at.personId === undefined ? undefined : String(at.personId)}
            pages={{ page, pageSize: size, total: data?.total ?? 0, onPage: setPage }} empty={<EmptyState title={t('empty')}>{t('emptyWhy')}</EmptyState>}
          />
        )}
      </Sheet>
      {at.personId !== undefined && (
        <LedgerPanel
          key={at.personId} unitId={unitId} personId={at.personId} year={at.year} neighbours={(data?.items ?? []).map((one) => one.id)}
          onOpen={(id) => at.set({ person: id === undefined ? undefined : String(id) })}
        />
      )}
    </>
  );
}
