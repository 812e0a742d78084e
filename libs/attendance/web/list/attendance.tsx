import { useCallback, useDeferredValue, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import {
  attendanceFilterNames, attendanceFilters, attendanceRoutes as routes, sessionAttendanceTopic, type AttendanceFilter, type AttendanceRow,
} from '@halong/attendance/contract';
import { Button, DataTable, EmptyState, ErrorState, Note, Segmented, SearchField, Sheet, Skeletons, toast, usePage } from '@halong/design/web';
import { formatInstant, useLanguage, useQueryOf, useTexts, useWatch } from '@halong/platform/web';
import { attendanceColumns } from './attendance-columns.tsx';
import { AttendanceHead } from './attendance-head.tsx';
import { say } from './attendance.texts.ts';
import { MarkPresentDialog } from './change-dialogs.tsx';
import { EvidencePanel } from './evidence-panel.tsx';
import { LockDialog } from './lock-dialog.tsx';
import { usePeopleKeys } from './people-keys.ts';
import { forgetReason } from './reason-dialog.tsx';
import { everybodyOf, SignInSheet } from './sign-in-sheet.tsx';

const size = 100;

/** Who was in the session, how, and why the periods count or not. */
export default function Attendance() {
  const t = useTexts(say);
  const { language } = useLanguage();
  const sessionId = Number(useParams().id);
  const [params, setParams] = useSearchParams();
  const filter = attendanceFilters.find((one) => one === params.get('show')) ?? 'all';
  const openId = Number(params.get('person')) || undefined;
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const [chosen, setChosen] = useState<Set<string>>(new Set());
  const [asking, setAsking] = useState<'lock' | 'present'>();
  const [paper, setPaper] = useState<AttendanceRow[]>();
  const text = useDeferredValue(search);
  const { data, error, refetch } = useQueryOf(routes.listAttendance, { params: { id: sessionId }, query: { filter, page, size, search: text } });
  useWatch(sessionAttendanceTopic, sessionId, [routes.listAttendance, routes.getAttendance]);
  const session = data?.session;
  usePage({
    fill: true,
    crumbs: [
      { label: t('classes'), to: '/classes' },
      ...(session ? [{ label: session.classCode, to: `/classes/${session.classId}` }] : []),
      { label: session ? t('title', { no: session.sessionNo }) : t('name') },
    ],
  });

  const change = useCallback((next: { show?: AttendanceFilter; person?: number }) => setParams((old) => {
    const fresh = new URLSearchParams(old);
    if (next.show) fresh.set('show', next.show);
    if ('person' in next) {
      if (next.person === undefined) fresh.delete('person');
      else fresh.set('person', String(next.person));
    }
    return fresh;
  }, { replace: true }), [setParams]);
  const rows = data?.items;
  const at = rows?.findIndex((row) => row.enrolmentId === openId) ?? -1;
  const stepTo = (row: AttendanceRow | undefined) => (openId !== undefined && row ? () => change({ person: row.enrolmentId }) : undefined);
  // Somebody who has just been settled may have left the list: then the first one is next.
  const previous = stepTo(at > 0 ? rows?.[at - 1] : undefined);
  const next = stepTo(at >= 0 ? rows?.[at + 1] : rows?.[0]);
  usePeopleKeys(openId !== undefined, previous, next);
  const printed = useCallback(() => setPaper(undefined), []);

  if (error && !data) return <ErrorState centered problem={error.problem} onRetry={() => void refetch()} />;
  if (!data || !session) return <Skeletons rows={8} />;
  const show = (chosenFilter: AttendanceFilter) => {
    setPage(1);
    setChosen(new Set());
    change({ show: chosenFilter });
  };
  const { counts, can } = data;
  return (
    <>
      <div className="col g4 noprint" style={{ flex: 1, minHeight: 0 }}>
        <AttendanceHead data={data} onLock={() => setAsking('lock')} onPrint={() => void everybodyOf(sessionId).then(setPaper)} />
        {session.lockedAt && <Note tone="info" title={t('locked', { at: formatInstant(session.lockedAt) })}>{t('lockedNote')}</Note>}
        <div className="row wrap g3">
          <Segmented
            label={t('filters')} value={filter} onChange={show}
            options={attendanceFilters.map((one) => ({ value: one, label: attendanceFilterNames[one][language], count: counts[one], hot: one === 'to-review' && counts[one] > 0 }))}
          />
          <SearchField label={t('search')} value={search} onChange={(value) => { setSearch(value); setPage(1); }} />
          {openId === undefined && <><span className="sp" /><span className="muted sm nw deskonly">{t('sorted')}</span></>}
        </div>
        <Sheet padded={false} fill>
          <DataTable
            caption={t('title', { no: session.sessionNo })} columns={attendanceColumns(t, session)} rows={rows} rowId={(row) => String(row.enrolmentId)} rowName={(row) => row.fullName}
            onOpen={(row) => change({ person: row.enrolmentId })} openId={openId ? String(openId) : undefined} selected={chosen} onSelect={can.mark ? setChosen : undefined}
            bulkActions={<Button variant="primary" onClick={() => setAsking('present')}>{t('markPresent', { count: chosen.size })}</Button>}
            pages={data.total > size ? { page, pageSize: size, total: data.total, onPage: setPage } : undefined}
            empty={counts.all === 0
              ? <EmptyState title={t('emptyAll')}>{t('emptyAllWhy')}</EmptyState>
              : <EmptyState title={t(filter === 'to-review' && !text ? 'emptyReview' : 'emptyFilter')} action={<Button onClick={() => { setSearch(''); show('all'); }}>{t('showAll')}</Button>} />}
          />
        </Sheet>
      </div>
      {openId !== undefined && (
        <EvidencePanel key={openId} sessionId={sessionId} enrolmentId={openId} onClose={() => change({ person: undefined })} onPrevious={previous} onNext={next} />
      )}
      {asking === 'lock' && <LockDialog session={session} counts={counts} onClose={() => setAsking(undefined)} onSeeCases={() => { setAsking(undefined); show('to-review'); }} />}
      {asking === 'present' && (
        <MarkPresentDialog
          sessionId={sessionId} enrolmentIds={[...chosen].map(Number)} late={can.late} onClose={() => setAsking(undefined)}
          onDone={(count) => {
            setAsking(undefined);
            setChosen(new Set());
            forgetReason(`${sessionId}-many`);
            toast(t('marked', { count }));
          }}
        />
      )}
      {paper && <SignInSheet session={session} rows={paper} onPrinted={printed} />}
    </>
  );
}
