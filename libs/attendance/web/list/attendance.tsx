import { useCallback, useDeferredValue, useState } from 'react';
import { useParams } from 'react-router';
import { attendanceFilterNames, attendanceFilters, attendanceRoutes as routes, sessionAttendanceTopic, type AttendanceRow } from '@halong/attendance/contract';
import { Button, DataTable, EmptyState, ErrorState, Note, SearchField, Segmented, Sheet, Skeletons, toast, usePage } from '@halong/design/web';
import type { ResponseOf } from '@halong/platform/contract';
import { formatInstant, useLanguage, useQueryOf, useTexts, useWatch } from '@halong/platform/web';
import { attendanceColumns } from './attendance-columns.tsx';
import { AttendanceHead } from './attendance-head.tsx';
import { neighboursOf, useAttendanceView } from './attendance-view.ts';
import { say } from './attendance.texts.ts';
import { MarkPresentDialog } from './change-dialogs.tsx';
import { EvidencePanel } from './evidence-panel.tsx';
import { LockDialog } from './lock-dialog.tsx';
import { usePeopleKeys } from './people-keys.ts';
import { forgetReason } from './reason-dialog.tsx';
import { everybodyOf, SignInSheet } from './sign-in-sheet.tsx';

const size = 100;
type List = ResponseOf<typeof routes.listAttendance>;

/** Who was in the session, how, and why the periods count or not. */
export default function Attendance() {
  const t = useTexts(say);
  const sessionId = Number(useParams().id);
  const view = useAttendanceView();
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const [asking, setAsking] = useState<'lock'>();
  const [paper, setPaper] = useState<AttendanceRow[]>();
  const printed = useCallback(() => setPaper(undefined), []);
  const query = { filter: view.filter, page, size, search: useDeferredValue(search) };
  const { data, error, refetch } = useQueryOf(routes.listAttendance, { params: { id: sessionId }, query });
  useWatch(sessionAttendanceTopic, sessionId, [routes.listAttendance, routes.getAttendance]);
  const session = data?.session;
  const crumbs = session ? [{ label: session.classCode, to: `/classes/${session.classId}` }, { label: t('title', { no: session.sessionNo }) }] : [{ label: t('name') }];
  usePage({ fill: true, crumbs: [{ label: t('classes'), to: '/classes' }, ...crumbs] });

  if (error && !data) return <ErrorState centered problem={error.problem} onRetry={() => void refetch()} />;
  if (!data || !session) return <Skeletons rows={8} />;
  const seek = (text: string) => {
    setSearch(text);
    setPage(1);
  };
  const show = (filter: typeof view.filter) => {
    setPage(1);
    view.show(filter);
  };
  return (
    <>
      <div className={paper ? 'col g4 noprint' : 'col g4'} style={{ flex: 1, minHeight: 0 }}>
        <AttendanceHead data={data} onLock={() => setAsking('lock')} onPrint={() => void everybodyOf(sessionId).then(setPaper)} />
        {session.lockedAt && <Note tone="info" title={t('locked', { at: formatInstant(session.lockedAt) })}>{t('lockedNote')}</Note>}
        <Filters counts={data.counts} view={{ ...view, show }} search={search} onSearch={seek} />
        <People key={view.filter} data={data} view={{ ...view, show }} onPage={setPage} found={search !== ''} onClear={() => seek('')} />
      </div>
      {view.openId !== undefined && <OpenPerson sessionId={sessionId} ids={data.items.map((row) => row.enrolmentId)} openId={view.openId} onOpen={view.open} />}
      {asking === 'lock' && <LockDialog session={session} counts={data.counts} onClose={() => setAsking(undefined)} onSeeCases={() => { setAsking(undefined); show('to-review'); }} />}
      {paper && <SignInSheet session={session} rows={paper} onPrinted={printed} />}
    </>
  );
}

type View = Omit<ReturnType<typeof useAttendanceView>, 'change'>;

function Filters({ counts, view, search, onSearch }: { counts: List['counts']; view: View; search: string; onSearch: (text: string) => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  return (
    <div className="row wrap g3 filters">
      <Segmented
        label={t('filters')} value={view.filter} onChange={view.show}
        options={attendanceFilters.map((one) => ({ value: one, label: attendanceFilterNames[one][language], count: counts[one], hot: one === 'to-review' && counts[one] > 0 }))}
      />
      <SearchField label={t('search')} value={search} onChange={onSearch} />
      {view.openId === undefined && <><span className="sp" /><span className="muted sm nw deskonly">{t('sorted')}</span></>}
    </div>
  );
}

interface PeopleProps {
  data: List;
  view: View;
  /** The list is a search result. */
  found: boolean;
  onPage: (page: number) => void;
  onClear: () => void;
}

function People({ data, view, found, onPage, onClear }: PeopleProps) {
  const t = useTexts(say);
  const [chosen, setChosen] = useState<Set<string>>(new Set());
  const [marking, setMarking] = useState(false);
  const { session, counts, can, total, page } = data;
  const all = () => {
    onClear();
    view.show('all');
  };
  const marked = (count: number) => {
    setMarking(false);
    setChosen(new Set());
    forgetReason(`${session.id}-many`);
    toast(t('marked', { count }));
  };
  const nobody = counts.all === 0
    ? <EmptyState title={t('emptyAll')}>{t('emptyAllWhy')}</EmptyState>
    : <EmptyState title={t(view.filter === 'to-review' && !found ? 'emptyReview' : 'emptyFilter')} action={<Button onClick={all}>{t('showAll')}</Button>} />;
  return (
    <Sheet padded={false} fill>
      <DataTable
        caption={t('title', { no: session.sessionNo })} columns={attendanceColumns(t, session)} rows={data.items} rowId={(row) => String(row.enrolmentId)} rowName={(row) => row.fullName}
        onOpen={(row) => view.open(row.enrolmentId)} openId={view.openId?.toString()} selected={chosen} onSelect={can.mark ? setChosen : undefined}
        bulkActions={<Button variant="primary" onClick={() => setMarking(true)}>{t('markPresent', { count: chosen.size })}</Button>}
        pages={total > size ? { page, pageSize: size, total, onPage } : undefined} empty={nobody}
      />
      {marking && <MarkPresentDialog sessionId={session.id} enrolmentIds={[...chosen].map(Number)} late={can.late} onClose={() => setMarking(false)} onDone={marked} />}
    </Sheet>
  );
}

interface OpenPersonProps {
  sessionId: number;
  ids: readonly number[];
  openId: number;
  onOpen: (enrolmentId: number | undefined) => void;
}

/** The panel beside the list; ↑ ↓ and k j go through the people. */
function OpenPerson({ sessionId, ids, openId, onOpen }: OpenPersonProps) {
  const { previous, next } = neighboursOf(ids, openId);
  const step = (to: number | undefined) => (to === undefined ? undefined : () => onOpen(to));
  const [toPrevious, toNext] = [step(previous), step(next)];
  usePeopleKeys(true, toPrevious, toNext);
  return <EvidencePanel key={openId} sessionId={sessionId} enrolmentId={openId} onClose={() => onOpen(undefined)} onPrevious={toPrevious} onNext={toNext} />;
}
