import { useDeferredValue, useState } from 'react';
import { useSearchParams } from 'react-router';
import { DataTable, EmptyState, ErrorState, PageHead, Person, SearchField, Segmented, SelectField, Sheet, StatusText, usePage, type Column } from '@halong/design/web';
import { certificateKindNames, certificateKinds, certificateRoutes, certificateStateNames, certificateStates, type CertificateItem } from '@halong/certification/contract';
import { unitRoutes } from '@halong/organisation/contract';
import { formatDay, formatNumber, useLanguage, useQueryOf, useTexts, useToday } from '@halong/platform/web';
import { certificateLooks } from './certificate-looks.ts';
import { CertificatePanel } from './certificate-panel.tsx';
import { say } from './certificate.texts.ts';

const size = 50;

function useAddress() {
  const [params, setParams] = useSearchParams();
  const idOf = (key: string) => Number(params.get(key)) || undefined;
  return {
    openId: idOf('certificate'),
    year: idOf('year'),
    institutionId: idOf('institution'),
    kind: certificateKinds.find((one) => one === params.get('kind')),
    state: certificateStates.find((one) => one === params.get('state')),
    change: (key: string, value: string) => setParams((now) => {
      const next = new URLSearchParams(now);
      if (value) next.set(key, value);
      else next.delete(key);
      return next;
    }, { replace: true }),
  };
}

/** The register: every number ever given, whose it is and whether it still holds. Filters and the open entry are in the address. */
export default function Register() {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const text = useDeferredValue(search);
  usePage({ crumbs: [{ label: t('register') }], fill: true });
  const { openId, year, institutionId, kind, state, change } = useAddress();
  const { data, error, refetch } = useQueryOf(certificateRoutes.list, { query: { page, size, search: text, year, institutionId, kind, state } });
  const set = (key: string, value: string) => {
    if (key !== 'certificate') setPage(1);
    change(key, value);
  };
  const columns: Column<CertificateItem>[] = [
    { key: 'name', head: t('holder'), cell: (row) => <Person name={row.holderName} id={String(row.personId)} sub={row.unitName} /> },
    { key: 'no', head: t('number'), cell: (row) => <span className="nw">{row.registerNo}</span> },
    { key: 'kind', head: t('kind'), cell: (row) => <span className="nw">{certificateKindNames[row.kind][language]}</span>, phone: 'hide' },
    { key: 'state', head: t('state'), cell: (row) => <StatusText {...certificateLooks[row.state]}>{certificateStateNames[row.state][language]}</StatusText> },
    { key: 'day', head: t('issuedOn'), cell: (row) => formatDay(row.issuedOn) },
    { key: 'class', head: t('class'), phone: 'hide', cell: (row) => <span>{language === 'vi' ? row.class.nameVi : row.class.nameEn} <span className="muted nw">{row.class.code}</span></span> },
    { key: 'by', head: t('institution'), phone: 'hide', cell: (row) => (language === 'vi' ? row.institution.nameVi : row.institution.nameEn) },
  ];
  // Beside the open entry there is room for what tells the rows apart; the rest stands in the entry.
  const shown = openId === undefined ? columns : columns.filter((one) => ['name', 'no', 'state'].includes(one.key));
  const total = formatNumber(data?.total ?? 0, language);
  const narrowed = [text, year, institutionId, kind, state].some(Boolean);
  return (
    <>
      <PageHead title={!data ? t('register') : year ? t('headlineYear', { total, year }) : t('headline', { total })} sub={t('lead')} />
      <div className="row wrap g3 filters">
        <Segmented
          label={t('state')} value={state ?? 'ALL'} onChange={(next) => set('state', next === 'ALL' ? '' : next)}
          options={[{ value: 'ALL', label: t('all') }, ...certificateStates.map((one) => ({ value: one, label: certificateStateNames[one][language] }))]}
        />
        <SearchField label={t('search')} value={search} onChange={(next) => { setSearch(next); setPage(1); }} />
        <Narrow year={year} institutionId={institutionId} kind={kind} onChange={set} />
      </div>
      <Sheet padded={false} fill>
        {error && !data ? <ErrorState problem={error.problem} onRetry={() => void refetch()} /> : (
          <DataTable
            caption={t('register')} columns={shown} rows={data?.items} rowId={(row) => String(row.id)} onOpen={(row) => set('certificate', String(row.id))}
            openId={openId ? String(openId) : undefined} pages={{ page, pageSize: size, total: data?.total ?? 0, onPage: setPage }}
            empty={<EmptyState title={t('empty')}>{t(narrowed ? 'emptySearch' : 'emptyWhy')}</EmptyState>}
          />
        )}
      </Sheet>
      {openId !== undefined && <CertificatePanel key={openId} id={openId} onClose={() => set('certificate', '')} />}
    </>
  );
}

interface NarrowProps {
  year: number | undefined;
  institutionId: number | undefined;
  kind: string | undefined;
  onChange: (key: string, value: string) => void;
}

function Narrow({ year, institutionId, kind, onChange }: NarrowProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const institutions = useQueryOf(unitRoutes.listUnits, { query: { type: 'TRAINING_INSTITUTION', size: 100 } });
  const thisYear = Number(useToday().slice(0, 4));
  const years = [0, 1, 2, 3, 4].map((back) => String(thisYear - back));
  return (
    <>
      <SelectField compact label={t('year')} labelHidden placeholder={t('anyYear')} value={year ? String(year) : ''} onChange={(next) => onChange('year', next)} options={years.map((one) => ({ value: one, label: one }))} />
      <SelectField
        compact label={t('kind')} labelHidden placeholder={t('anyKind')} value={kind ?? ''} onChange={(next) => onChange('kind', next)}
        options={certificateKinds.map((one) => ({ value: one, label: certificateKindNames[one][language] }))}
      />
      <SelectField
        compact label={t('institution')} labelHidden placeholder={t('anyInstitution')} value={institutionId ? String(institutionId) : ''} onChange={(next) => onChange('institution', next)}
        options={(institutions.data?.items ?? []).map((one) => ({ value: String(one.id), label: language === 'vi' ? one.nameVi : one.nameEn }))}
      />
    </>
  );
}
