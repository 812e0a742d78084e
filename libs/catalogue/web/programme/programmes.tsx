import { useDeferredValue, useState } from 'react';
import { useNavigate } from 'react-router';
import {
  Button, DataTable, EmptyState, ErrorState, IconFileImport, IconPlus, PageHead, SearchField, SelectField, Sheet, StatusText, usePage, type Column,
} from '@halong/design/web';
import { deliveryModeNames, programmeCredentialNames, programmeRoutes, type ProgrammeItem } from '@halong/catalogue/contract';
import { formatNumber, useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { defaultRuleSets, programmeCategoryCode, type ProgrammeCategoryCode } from '@halong/regulations/contract';
import { named } from './naming.ts';
import { say } from './programme.texts.ts';

const size = 50;

/** The catalogue: what can be taught, by category. */
export default function Programmes() {
  const t = useTexts(say);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [search, setSearch] = useState('');
  const [category, setCategory] = useState('');
  const [page, setPage] = useState(1);
  const text = useDeferredValue(search);
  usePage({ crumbs: [{ label: t('title') }], fill: true });
  const query = { page, size, search: text, ...(category ? { category: category as ProgrammeCategoryCode } : {}) };
  const { data, error, refetch } = useQueryOf(programmeRoutes.listProgrammes, { query });
  const filtered = (set: (value: string) => void) => (value: string) => {
    set(value);
    setPage(1);
  };
  const columns: Column<ProgrammeItem>[] = [
    { key: 'name', head: t('name'), cell: (row) => <span>{named(row, language)} <span className="muted nw">{row.code}</span></span> },
    { key: 'category', head: t('category'), cell: (row) => named(defaultRuleSets[row.category], language) },
    { key: 'periods', head: t('periods'), align: 'right', cell: (row) => formatNumber(row.periods, language) },
    { key: 'mode', head: t('mode'), cell: (row) => deliveryModeNames[row.deliveryMode][language] },
    { key: 'credential', head: t('credential'), cell: (row) => programmeCredentialNames[row.credential][language] },
    { key: 'size', head: t('classSize'), align: 'right', cell: (row) => row.classSize, phone: 'hide' },
    { key: 'target', head: t('target'), cell: (row) => <StatusText tone={row.hasTargetGroup ? 'ok' : 'warn'}>{t(row.hasTargetGroup ? 'targetKnown' : 'targetMissing')}</StatusText> },
  ];
  const changing = data?.can.edit && (
    <>
      <Button icon={IconFileImport} to="/programmes/import">{t('import')}</Button>
      <Button variant="primary" icon={IconPlus} to="/programmes/new">{t('add')}</Button>
    </>
  );
  const searched = text !== '' || category !== '';
  const empty = searched
    ? <EmptyState title={t('noMatch')}>{t('noMatchWhy')}</EmptyState>
    : <EmptyState title={t('emptyTitle')} action={data?.can.edit && <Button to="/programmes/import">{t('import')}</Button>}>{t('emptyWhy')}</EmptyState>;
  return (
    <>
      <PageHead title={data ? t('headline', { total: formatNumber(data.total, language) }) : t('title')} sub={t('lead')} actions={changing} />
      <div className="row wrap g3 filters">
        <SearchField label={t('search')} value={search} onChange={filtered(setSearch)} />
        <SelectField
          compact label={t('category')} labelHidden placeholder={t('anyCategory')} value={category} onChange={filtered(setCategory)}
          options={programmeCategoryCode.options.map((code) => ({ value: code, label: named(defaultRuleSets[code], language) }))}
        />
      </div>
      <Sheet padded={false} fill>
        {error && !data ? <ErrorState problem={error.problem} onRetry={() => void refetch()} /> : (
          <DataTable
            caption={t('title')} columns={columns} rows={data?.items} rowId={(row) => String(row.id)} empty={empty}
            pages={{ page, pageSize: size, total: data?.total ?? 0, onPage: setPage }} onOpen={(row) => void navigate(`/programmes/${row.id}`)}
          />
        )}
      </Sheet>
    </>
  );
}
