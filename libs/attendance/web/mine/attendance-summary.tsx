import { useDeferredValue, useState } from 'react';
import { absenceRoutes, type TraineeAbsence } from '@halong/attendance/contract';
import { DataTable, EmptyState, ErrorState, Pagination, Person, SearchField, Segmented, Sheet, StatusText, type Column } from '@halong/design/web';
import { formatNumber, useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { SessionGrid } from './session-grid.tsx';
import { say as sayGrid } from './session-grid.texts.ts';
import { say } from './mine.texts.ts';

type Row = TraineeAbsence;
type View = 'sum' | 'sessions';
const size = 50;

/** Each trainee of the class: credited periods, absence by part against its limit, what may still be missed; or session by session. */
export function AttendanceSummary({ classId }: { classId: number }) {
  const t = useTexts(say);
  const g = useTexts(sayGrid);
  const [view, setView] = useState<View>('sum');
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
        : <StatusText tone={row.periodsLeftBeforeBarred === 0 ? 'warn' : 'ok'}>{t('left', { count: row.periodsLeftBeforeBarred })}</StatusText>),
    },
    { key: 'review', head: t('review'), align: 'right', cell: (row) => (row.toReview > 0 ? <span className="act-t b">{row.toReview}</span> : '–') },
  ];
  if (error && !data) return <ErrorState problem={error.problem} onRetry={() => void refetch()} />;
  const pages = data && data.total > size ? { page, pageSize: size, total: data.total, onPage: setPage } : undefined;
  const views = (['sum', 'sessions'] as const).map((value) => ({ value, label: g(value) }));
  return (
    <>
      <div className="row wrap g3 filters">
        <Segmented label={g('view')} value={view} onChange={setView} options={views} />
        <SearchField label={t('search')} value={search} onChange={(value) => { setSearch(value); setPage(1); }} />
      </div>
      <Sheet padded={false}>
        {view === 'sessions' && data && data.items.length > 0 ? (
          <><SessionGrid sessions={data.sessions} trainees={data.items} />{pages && <Pagination {...pages} />}</>
        ) : (
          <DataTable
            caption={t('table')} columns={columns} rows={data?.items} rowId={(row) => String(row.enrolmentId)}
            pages={pages} empty={<EmptyState title={t('empty')}>{t('emptyWhy')}</EmptyState>}
          />
        )}
      </Sheet>
    </>
  );
}
