import { useState } from 'react';
import { Button, DataTable, EmptyState, ErrorState, PageHead, Sheet, usePage, type Column } from '@halong/design/web';
import { nominationRoutes, type EnrolmentCall } from '@halong/enrolment/contract';
import { useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { say } from '../nomination.texts.ts';
import { CallDeadline, ListStateText } from './call-words.tsx';

const size = 50;

/** The classes that wait for names of my units. */
export default function Calls() {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [page, setPage] = useState(1);
  usePage({ crumbs: [{ label: t('nominations') }] });
  const { data, error, refetch } = useQueryOf(nominationRoutes.listCalls, { query: { page, size } });
  const open = data?.items.filter((call) => call.open && call.listState !== 'SUBMITTED').length ?? 0;
  const columns: Column<EnrolmentCall>[] = [
    { key: 'class', head: t('class'), rowHead: true, cell: (row) => <span><b className="m">{language === 'vi' ? row.nameVi : row.nameEn}</b> <small className="muted">{row.classCode}</small></span> },
    { key: 'unit', head: t('unit'), cell: (row) => row.unitName },
    { key: 'quota', head: t('quota'), align: 'right', cell: (row) => row.quota },
    { key: 'listed', head: t('listed'), align: 'right', cell: (row) => row.listed },
    { key: 'admitted', head: t('done'), align: 'right', cell: (row) => row.admitted },
    { key: 'deadline', head: t('deadline'), cell: (row) => <CallDeadline call={row} /> },
    { key: 'list', head: t('listState'), cell: (row) => <ListStateText call={row} /> },
    {
      key: 'acts', head: t('nominations'), headHidden: true, actions: true,
      cell: (row) => (
        <Button size="s" variant={row.open && row.listState !== 'SUBMITTED' ? 'tint' : 'default'} to={`/unit/nominations/${row.classId}/${row.unitId}`}>
          {row.open && row.listState !== 'SUBMITTED' ? t('openList') : t('seeList')}
        </Button>
      ),
    },
  ];
  return (
    <>
      <PageHead title={!data ? t('nominations') : data.total === 0 ? t('callsNone') : open === 0 ? t('callsAllDone') : t('callsTitle', { open })} sub={data && data.total > 0 && t('callsLead')} />
      <Sheet padded={false}>
        {error && !data ? <ErrorState problem={error.problem} onRetry={() => void refetch()} /> : (
          <DataTable
            caption={t('nominations')} columns={columns} rows={data?.items} rowId={(row) => `${row.classId}-${row.unitId}`}
            empty={<EmptyState title={t('callsNone')}>{t('callsNoneWhy')}</EmptyState>} pages={{ page, pageSize: size, total: data?.total ?? 0, onPage: setPage }}
          />
        )}
      </Sheet>
    </>
  );
}
