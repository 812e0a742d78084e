import { useDeferredValue, useState } from 'react';
import {
  DataTable, EmptyState, ErrorState, IconAlertTriangle, IconCircleCheck, IconCircleX, IconPencil, IconStack2, IconUserPlus, SearchField, Segmented, Sheet, StatusText,
  type Column, type IconType, type Tone,
} from '@halong/design/web';
import { importBuckets, importRoutes, sayImportBucket, type ImportBucket, type ImportDetail, type ImportRow } from '@halong/organisation/contract';
import type { Language } from '@halong/platform/contract';
import { formatNumber, useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { say as sayUnit } from '../tree/organisation.texts.ts';
import { CellOf, showBirth, Why } from './row-cells.tsx';
import { say } from './import-wizard.texts.ts';
import { RowActions } from './row-actions.tsx';

const size = 50;
/** What needs a person first. */
const shownFirst: readonly ImportBucket[] = ['REVIEW', 'REJECTED', 'CHANGED', 'ADDED'];
const looks: Record<ImportBucket, { tone: Tone; icon: IconType }> = {
  ADDED: { tone: 'ok', icon: IconUserPlus }, CHANGED: { tone: 'ok', icon: IconPencil }, UNCHANGED: { tone: 'mute', icon: IconCircleCheck },
  REVIEW: { tone: 'warn', icon: IconAlertTriangle }, MERGED: { tone: 'info', icon: IconStack2 }, REJECTED: { tone: 'act', icon: IconCircleX },
  LEFT_OUT: { tone: 'mute', icon: IconCircleX },
};
const outcomeTones = { WRITTEN: 'ok', STALE: 'warn', UNDONE: 'mute', STAYED: 'warn' } as const;

type View = ImportBucket | 'ALL' | 'STALE' | 'STAYED' | 'MENDED';

/** The rows of the file with what the dry run says of each, or what became of it. */
export function ImportRows({ detail }: { detail: ImportDetail }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [view, setView] = useState<View>(() => firstView(detail));
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const text = useDeferredValue(search);
  const isOutcome = view === 'STALE' || view === 'STAYED';
  const query = { page, size, search: text, ...(view === 'ALL' ? {} : view === 'MENDED' ? { mended: '1' as const } : isOutcome ? { outcome: view } : { bucket: view }) };
  const { data, error, refetch } = useQueryOf(importRoutes.listRows, { params: { id: detail.id }, query });
  const counts: Partial<Record<ImportBucket, number>> = detail.counts ?? {};
  const number = (value: number) => formatNumber(value, language);
  const show = (next: View) => {
    setView(next);
    setPage(1);
  };
  const options = [
    ...importBuckets.filter((bucket) => (counts[bucket] ?? 0) > 0).map((bucket) => ({ value: bucket as View, label: sayImportBucket(language, bucket), count: number(counts[bucket] ?? 0) })),
    ...(['STALE', 'STAYED'] as const).flatMap((outcome) => {
      const count = outcome === 'STALE' ? detail.stale : detail.stayed;
      return count > 0 ? [{ value: outcome as View, label: t(outcome), count: number(count) }] : [];
    }),
    ...(detail.mended > 0 ? [{ value: 'MENDED' as const, label: t('mended'), count: number(detail.mended) }] : []),
    { value: 'ALL' as const, label: t('all'), count: number(Object.values(counts).reduce((sum, each) => sum + each, 0)) },
  ];
  return (
    <Sheet padded={false} fill>
      <div className="hd row wrap">
        <span className="sp" style={{ flex: '1 1 300px', minWidth: 0, overflowX: 'auto' }}><Segmented label={t('show')} value={view} onChange={show} options={options} /></span>
        <SearchField label={t('search')} value={search} onChange={(value) => { setSearch(value); setPage(1); }} />
      </div>
      {error && !data ? <ErrorState problem={error.problem} onRetry={() => void refetch()} /> : (
        <DataTable
          dense caption={t('rows')} columns={columnsFor(detail, view, t, language)} rows={data?.items} rowId={(row) => String(row.rowNo)}
          rowTone={(row) => (row.bucket === 'REJECTED' ? 'bad' : undefined)} pages={{ page, pageSize: size, total: data?.total ?? 0, onPage: setPage }}
          empty={<EmptyState title={t('noRows')} />}
        />
      )}
    </Sheet>
  );
}

function firstView(detail: ImportDetail): View {
  if (detail.stayed > 0) return 'STAYED';
  if (detail.stale > 0) return 'STALE';
  return shownFirst.find((bucket) => (detail.counts?.[bucket] ?? 0) > 0) ?? 'ALL';
}

function columnsFor(detail: ImportDetail, view: View, t: (key: Parameters<typeof say>[1]) => string, language: Language): Column<ImportRow>[] {
  const isPeople = detail.kind === 'PEOPLE';
  const columns: Column<ImportRow>[] = [
    { key: 'row', head: t('row'), align: 'right', width: 56, phone: 'plain', cell: (row) => row.rowNo },
    {
      key: 'result', head: t('result'), phone: 'plain',
      cell: ({ bucket, outcome }) => (outcome
        ? <StatusText tone={outcomeTones[outcome]}>{t(outcome)}</StatusText>
        : <StatusText {...looks[bucket]}>{sayImportBucket(language, bucket)}</StatusText>),
    },
    { key: 'name', head: isPeople ? t('name') : t('unitOwnName'), rowHead: true, cell: (row) => <CellOf row={row} field="name" text={row.name} strong /> },
    { key: 'key', head: isPeople ? t('pin') : t('code'), cell: (row) => <CellOf row={row} field={isPeople ? 'pin' : 'code'} text={row.key} /> },
    { key: 'unit', head: isPeople ? t('unit') : t('parent'), width: '16%', cell: (row) => <CellOf row={row} field={isPeople ? 'unit' : 'parentCode'} text={row.decision?.unit?.name ?? row.unitName ?? row.unitText} /> },
    isPeople && view === 'REJECTED'
      ? { key: 'birth', head: t('birth'), cell: (row) => <CellOf row={row} field="dob" text={row.birth ? showBirth(row.birth) : ''} /> }
      : { key: 'position', head: isPeople ? t('position') : t('type'), phone: 'hide', cell: (row) => (isPeople || row.position === null ? row.position : sayUnit(language, row.position as 'WARD')) },
    { key: 'why', head: t('why'), width: '22%', cell: (row) => <Why row={row} /> },
  ];
  if (!detail.can.mend || !needs(view)) return columns;
  return [...columns, {
    key: 'decide', head: t('decide'), actions: true, width: 260, cell: (row) => <RowActions detail={detail} row={row} />,
  }];
}

/** Views in which rows may be decided, mended, left out or taken back. */
const needs = (view: View): boolean => view !== 'UNCHANGED' && view !== 'STALE' && view !== 'STAYED';
