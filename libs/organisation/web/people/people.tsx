import { useDeferredValue, useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button, ComboField, DataTable, EmptyState, ErrorState, IconX, PageHead, Person, SearchField, Segmented, Sheet, StatusText, usePage, type Column, type Sort } from '@halong/design/web';
import { personRoutes, unitOption, unitRoutes, type PersonItem } from '@halong/organisation/contract';
import { formatNumber, useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { PersonPanel } from './person-panel.tsx';
import { say } from './people.texts.ts';

/** The people whom the reader may see; the number behind every unit leads here. */
export default function People() {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { unitId, openId, view, asked, set } = useAddress();
  const [search, setSearch] = useFollowing(asked);
  const [page, setPage] = useState(1);
  const [sort, setSort] = useState<Sort>({ key: 'name', direction: 'asc' });
  const text = useDeferredValue(search);
  usePage({ crumbs: [{ label: t('title') }], fill: true });
  const query = { page, size, search: text, order: sort.direction, ...queries[view], ...(unitId ? { unitId } : {}) };
  const { data, error, refetch } = useQueryOf(personRoutes.listPeople, { query });
  const narrow = (key: string, value: string) => {
    setPage(1);
    set(key, value);
  };
  const open = (id: number | undefined) => set('person', id === undefined ? '' : String(id));
  return (
    <>
      <Head count={formatNumber(data?.total ?? 0, language)} unitId={unitId} view={view} onAllUnits={() => narrow('unit', '')} />
      <div className="row wrap g3">
        <Segmented
          label={t('show')} value={view} onChange={(next) => narrow('show', next === 'all' ? '' : next)}
          options={[{ value: 'all', label: t('all') }, { value: 'working', label: t('working') }, { value: 'pending', label: t('pending') }, { value: 'left', label: t('left') }]}
        />
        <UnitFilter unitId={unitId} onUnit={(id) => narrow('unit', id)} />
        <SearchField label={t('search')} value={search} onChange={(value) => { setSearch(value); setPage(1); }} />
      </div>
      <Sheet padded={false} fill>
        {error && !data ? <ErrorState problem={error.problem} onRetry={() => void refetch()} /> : (
          <DataTable
            caption={t('title')} columns={columnsIn(t)} rows={data?.items} rowId={(row) => String(row.id)} sort={sort} onSort={(next) => { setSort(next); setPage(1); }}
            onOpen={(row) => open(row.id)} openId={openId?.toString()} pages={{ page, pageSize: size, total: data?.total ?? 0, onPage: setPage }}
            empty={<EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>}
          />
        )}
      </Sheet>
      {openId !== undefined && <PersonPanel id={openId} neighbours={(data?.items ?? []).map(({ id }) => id)} onOpen={open} onClose={() => open(undefined)} />}
    </>
  );
}

const size = 50;

type View = 'all' | 'working' | 'pending' | 'left';
const queries: Record<View, { pending?: '1'; status?: 'WORKING' | 'LEFT' }> = { all: {}, working: { status: 'WORKING' }, pending: { pending: '1' }, left: { status: 'LEFT' } };
const viewOf = (params: URLSearchParams): View => (params.get('pending') === '1' ? 'pending' : (Object.keys(queries) as View[]).find((view) => view === params.get('show')) ?? 'all');

/** What is shown stands in the address, so that a link or a reload shows the same. */
function useAddress() {
  const [params, setParams] = useSearchParams();
  const set = (key: string, value: string) => setParams((now) => {
    const next = new URLSearchParams(now);
    if (value) next.set(key, value);
    else next.delete(key);
    if (key === 'show') next.delete('pending');
    return next;
  }, { replace: true });
  return { unitId: Number(params.get('unit')) || undefined, openId: Number(params.get('person')) || undefined, asked: params.get('search') ?? '', view: viewOf(params), set };
}

/** What is typed, beginning with what the address asks for, also when another address comes. */
function useFollowing(asked: string): [string, (text: string) => void] {
  const [{ from, text }, set] = useState({ from: asked, text: asked });
  if (from !== asked) set({ from: asked, text: asked });
  return [from === asked ? text : asked, (next) => set({ from: asked, text: next })];
}

/** Only the people of a unit and of what is below it. */
function UnitFilter({ unitId, onUnit }: { unitId: number | undefined; onUnit: (id: string) => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [text, setText] = useState('');
  const search = useDeferredValue(text);
  const { data, isFetching } = useQueryOf(unitRoutes.listUnits, { query: { search, size: 20 } });
  const { data: unit } = useQueryOf(unitRoutes.getUnit, { params: { id: unitId ?? 0 } }, { enabled: unitId !== undefined });
  const nameOf = ({ nameVi, nameEn }: { nameVi: string; nameEn: string }) => (language === 'en' && nameEn ? nameEn : nameVi);
  return (
    <ComboField
      label={t('unitFilter')} labelHidden placeholder={t('unitFilterHint')} value={unitId !== undefined && unit ? { value: String(unit.id), label: nameOf(unit) } : undefined}
      onChange={(option) => onUnit(option?.value ?? '')} onSearch={setText} loading={isFetching}
      options={(data?.items ?? []).map((each) => unitOption(each, language))}
    />
  );
}

function columnsIn(t: (key: Parameters<typeof say>[1], params?: { text: string }) => string): Column<PersonItem>[] {
  return [
    { key: 'name', head: t('name'), sortable: true, cell: (row) => <Person name={row.fullName} id={String(row.id)} sub={row.position ?? undefined} /> },
    {
      key: 'unit', head: t('unit'),
      cell: (row) => (row.unitPending === null ? row.unitName : <StatusText tone="warn">{t('pendingUnit', { text: row.unitPending })}</StatusText>),
    },
    { key: 'rank', head: t('rank'), phone: 'hide', cell: (row) => row.rank },
    { key: 'born', head: t('born'), align: 'right', phone: 'hide', cell: (row) => row.birthYear },
  ];
}

function Head({ count, unitId, view, onAllUnits }: { count: string; unitId: number | undefined; view: View; onAllUnits: () => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { data: unit } = useQueryOf(unitRoutes.getUnit, { params: { id: unitId ?? 0 } }, { enabled: unitId !== undefined });
  const title = unitId && unit ? t('headlineUnit', { count, unit: language === 'en' ? unit.nameEn : unit.nameVi }) : t(view === 'pending' ? 'headlinePending' : view === 'left' ? 'headlineLeft' : 'headline', { count });
  return <PageHead title={title} sub={t(view === 'pending' ? 'leadPending' : 'lead')} actions={unitId && <Button icon={IconX} onClick={onAllUnits}>{t('wholeProvince')}</Button>} />;
}
