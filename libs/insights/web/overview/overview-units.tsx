import { useDeferredValue, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { DataTable, EmptyState, ErrorState, PageHead, SearchField, SelectField, Sheet, usePage } from '@halong/design/web';
import { overviewTopic } from '@halong/completion/contract';
import { overviewRoutes } from '@halong/insights/contract';
import { formatNumber, useLanguage, useQueryOf, useTexts, useToday, useWatch } from '@halong/platform/web';
import { say } from './overview.texts.ts';
import { useUnitColumns } from './unit-columns.tsx';

const size = 50;

/** Every unit that sent people in a year, most enrolments first. */
export default function OverviewUnits() {
  const t = useTexts(say);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const columns = useUnitColumns();
  const [params, setParams] = useSearchParams();
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const text = useDeferredValue(search);
  usePage({ crumbs: [{ label: t('title'), to: '/overview' }, { label: t('units') }], fill: true });
  useWatch(overviewTopic, 0, [overviewRoutes.listUnits]);
  const { data, error, refetch } = useQueryOf(overviewRoutes.listUnits, { query: { page, size, search: text, year: Number(params.get('year')) || undefined } });
  const thisYear = Number(useToday().slice(0, 4));
  const year = data?.year ?? (Number(params.get('year')) || thisYear);
  const years = [...new Set([thisYear, thisYear - 1, thisYear - 2, year])].sort((one, other) => other - one);
  return (
    <>
      <PageHead title={data ? t('unitsHeadline', { total: formatNumber(data.total, language), year }) : t('units')} sub={t('unitsLead')} />
      <div className="row wrap g3 filters">
        <SearchField label={t('search')} value={search} onChange={(next) => { setSearch(next); setPage(1); }} />
        <SelectField
          compact label={t('year')} labelHidden value={String(year)} onChange={(next) => { setPage(1); setParams({ year: next }, { replace: true }); }}
          options={years.map((one) => ({ value: String(one), label: `${t('year')} ${one}` }))}
        />
      </div>
      <Sheet padded={false} fill>
        {error && !data ? <ErrorState problem={error.problem} onRetry={() => void refetch()} /> : (
          <DataTable
            caption={t('byUnit')} columns={columns} rows={data?.items} rowId={(row) => String(row.unit.id)} onOpen={(row) => void navigate(`/unit?unit=${row.unit.id}&year=${year}&show=ALL`)}
            pages={{ page, pageSize: size, total: data?.total ?? 0, onPage: setPage }} empty={<EmptyState title={t('empty')}>{t(text ? 'emptySearch' : 'emptyWhy')}</EmptyState>}
          />
        )}
      </Sheet>
    </>
  );
}
