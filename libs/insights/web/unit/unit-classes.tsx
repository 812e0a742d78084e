import { useState } from 'react';
import { useNavigate } from 'react-router';
import { DataTable, EmptyState, ErrorState, Sheet, StatusText, type Column } from '@halong/design/web';
import { trainingClassStateNames } from '@halong/classes/contract';
import { classStateLooks } from '@halong/classes/web';
import { unitLedgerTopic } from '@halong/completion/contract';
import { progressRoutes, type ClassProgress } from '@halong/insights/contract';
import { formatDay, useLanguage, useQueryOf, useTexts, useWatch } from '@halong/platform/web';
import { say } from './classes.texts.ts';

const size = 5;
const none = <span className="muted">–</span>;

/** The classes of the year that the unit sends people to, from the announcement to the certificates. */
export function UnitClasses({ unitId, year }: { unitId: number; year: number }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [page, setPage] = useState(1);
  useWatch(unitLedgerTopic, unitId, [progressRoutes.listUnitClasses]);
  const { data, error, refetch } = useQueryOf(progressRoutes.listUnitClasses, { params: { id: unitId }, query: { year, page, size } });
  const columns: Column<ClassProgress>[] = [
    { key: 'class', head: t('class'), width: '32%', cell: (row) => <><b>{row.code}</b><span className="soft sm" style={{ display: 'block' }}>{language === 'vi' ? row.nameVi : row.nameEn}</span></> },
    { key: 'state', head: t('state'), cell: (row) => <StatusText {...classStateLooks[row.state]}>{trainingClassStateNames[row.state][language]}</StatusText> },
    { key: 'people', head: t('people'), cell: (row) => <Pair first={peopleOf(row, t)} then={row.nominated > 0 ? t('admitted', { count: row.admitted }) : row.nominationDeadline && t('until', { day: formatDay(row.nominationDeadline) })} /> },
    { key: 'sessions', head: t('sessions'), cell: ({ sessions }) => (sessions.total === 0 ? none : <Pair first={t('held', { held: sessions.held, total: sessions.total })} then={sessions.held > 0 && t('locked', { count: sessions.locked })} />) },
    { key: 'completed', head: t('completed'), cell: (row) => (row.admitted === 0 ? none : <Pair first={t('completedOf', { done: row.completed, total: row.admitted })} then={row.marksPublished && t('published')} />) },
    { key: 'certificates', head: t('certificates'), cell: (row) => (row.certificates + row.revoked === 0 ? none : <Pair first={t('valid', { count: row.certificates })} then={row.revoked > 0 && t('revoked', { count: row.revoked })} />) },
  ];
  return (
    <Sheet title={t('title', { year })} padded={false}>
      {error && !data ? <ErrorState problem={error.problem} onRetry={() => void refetch()} /> : (
        <DataTable
          caption={t('title', { year })} columns={columns} rows={data?.items} rowId={(row) => String(row.classId)} onOpen={(row) => void navigate(`/classes/${row.classId}`)}
          pages={{ page, pageSize: size, total: data?.total ?? 0, onPage: setPage }} empty={<EmptyState title={t('empty', { year })}>{t('emptyWhy')}</EmptyState>}
        />
      )}
    </Sheet>
  );
}

const peopleOf = ({ nominated, quota }: ClassProgress, t: (key: 'nominated' | 'quota', values: { count: number }) => string): string =>
  (nominated > 0 ? t('nominated', { count: nominated }) : t('quota', { count: quota }));

function Pair({ first, then }: { first: string; then: string | false | null }) {
  return <span><span className="tn nw">{first}</span>{then && <span className="soft sm nw" style={{ display: 'block' }}>{then}</span>}</span>;
}
