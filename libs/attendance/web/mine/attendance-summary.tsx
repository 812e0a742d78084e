import { useDeferredValue, useState } from 'react';
import { absenceRoutes } from '@halong/attendance/contract';
import { DataTable, EmptyState, ErrorState, Person, SearchField, Sheet, StatusText, type Column } from '@halong/design/web';
import type { ResponseOf } from '@halong/platform/contract';
import { formatNumber, useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { say } from './mine.texts.ts';

type Row = ResponseOf<typeof absenceRoutes.classAttendance>['items'][number];
const size = 50;

/** Each trainee of the class: credited periods, absence by part against its limit, what may still be missed. */
export function AttendanceSummary({ classId }: { classId: number }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const text = useDeferredValue(search);
  const { data, error, refetch } = useQueryOf(absenceRoutes.classAttendance, { params: { id: classId }, query: { page, size, search: text } });
  const amount = (value: number) => formatNumber(value, language);
  const columns: Column<Row>[] = [
    { key: 'name', head: t('trainee'), cell: (row) => <Person withAvatar={false} name={row.fullName} id={String(row.enrolmentId)} sub={row.unitName} /> },
    { key: 'periods', head: t('periods'), align: 'right', cell: (row) => `${row.periodsCredited}/${row.periodsHeld}` },
    {
      key: 'missed', head: t('missed'),
      cell: (row) => row.parts.filter((part) => part.absent > 0).map((part) => (
        <span key={part.partId} className={part.barred ? 'act-t' : undefined} style={{ display: 'block' }}>
          {(language === 'vi' ? part.titleVi : part.titleEn) || t('noPart')}: {amount(part.absent)}/{amount(part.limit)}
        </span>
      )),
    },
    {
      key: 'allowed', head: t('allowed'),
      cell: (row) => (row.barred
        ? <StatusText tone="act">{t('barred')}</StatusText>
        : <StatusText tone={row.periodsLeftBeforeBarred <= 2 ? 'warn' : 'ok'}>{t('left', { count: row.periodsLeftBeforeBarred })}</StatusText>),
    },
    { key: 'review', head: t('review'), align: 'right', cell: (row) => (row.toReview > 0 ? <span className="act-t b">{row.toReview}</span> : '–') },
  ];
  if (error && !data) return <ErrorState problem={error.problem} onRetry={() => void refetch()} />;
  return (
    <Sheet padded={false} ruled title={t('summary')} aside={<SearchField label={t('search')} value={search} onChange={(value) => { setSearch(value); setPage(1); }} />}>
      <DataTable
        caption={t('table')} columns={columns} rows={data?.items} rowId={(row) => String(row.enrolmentId)}
        pages={data && data.total > size ? { page, pageSize: size, total: data.total, onPage: setPage } : undefined} empty={<EmptyState title={t('empty')}>{t('emptyWhy')}</EmptyState>}
      />
    </Sheet>
  );
}
