import { useDeferredValue, useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { ClassHeader } from '@halong/classes/web';
import { DataTable, EmptyState, ErrorState, Person, SearchField, Sheet, StatusText, type Column, type Tone } from '@halong/design/web';
import { enrolmentRoutes, enrolmentStateNames, type EnrolmentItem, type EnrolmentState } from '@halong/enrolment/contract';
import { useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { say } from '../nomination.texts.ts';

const size = 50;
const tones: Partial<Record<EnrolmentState, Tone>> = { PASSED: 'ok', COMPLETED: 'ok', EXAM_BARRED: 'act', FAILED: 'act', ACTIVE: 'info', ADMITTED: 'info' };

/** Who is in the class, by given name. The page may add what other domains know of them. */
export default function Trainees({ children }: { children?: ReactNode }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const classId = Number(useParams()['id']);
  const [page, setPage] = useState(1);
  const [search, setSearch] = useState('');
  const text = useDeferredValue(search);
  const { data, error, refetch } = useQueryOf(enrolmentRoutes.listOfClass, { params: { classId }, query: { page, size, search: text } });
  const columns: Column<EnrolmentItem>[] = [
    { key: 'name', head: t('name'), cell: (row) => <Person name={row.fullName} id={String(row.personId)} sub={row.unitName} /> },
    { key: 'position', head: t('position'), cell: (row) => row.position ?? '–' },
    { key: 'state', head: t('state'), cell: (row) => <StatusText tone={tones[row.state] ?? 'mute'}>{enrolmentStateNames[row.state][language]}</StatusText> },
  ];
  return (
    <>
      <ClassHeader
        classId={classId} active="trainees" title={t('traineesTitle', { total: data?.total ?? 0 })} sub={t('traineesSub')} actions={<SearchField label={t('search')} value={search} onChange={(next) => { setSearch(next); setPage(1); }} />}
      />
      <Sheet padded={false}>
        {error && !data ? <ErrorState problem={error.problem} onRetry={() => void refetch()} /> : (
          <DataTable
            caption={t('trainees')} columns={columns} rows={data?.items} rowId={(row) => String(row.id)} empty={<EmptyState title={t('traineesNone')}>{t('traineesNoneWhy')}</EmptyState>}
            pages={{ page, pageSize: size, total: data?.total ?? 0, onPage: setPage }}
          />
        )}
      </Sheet>
      {children}
    </>
  );
}
