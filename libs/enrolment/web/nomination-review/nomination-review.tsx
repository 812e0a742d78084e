import { useState } from 'react';
import { useParams } from 'react-router';
import { ClassHeader } from '@halong/classes/web';
import { Button, DataTable, DestructiveDialog, EmptyState, ErrorState, Note, Person, Segmented, Sheet, StatusText, type Column } from '@halong/design/web';
import { classEnrolmentTopic, nominationRoutes, nominationStateNames, type NominationCounts, type NominationItem } from '@halong/enrolment/contract';
import { useLanguage, useQueryOf, useTexts, useWatch } from '@halong/platform/web';
import { say } from '../nomination.texts.ts';
import { nominationTones, Outcome } from '../screening-words.tsx';
import { LeftOut, SeatNote } from './review-notes.tsx';
import { isUndecided, reviewViews, type ReviewView } from './review.rules.ts';
import { changed, useDecisions } from './use-decisions.tsx';

const size = 100;
const noSeats = { free: 0, taken: 0, capacity: 0 };
const nobody: NominationCounts = { SUBMITTED: 0, WAITLISTED: 0, APPROVED: 0, REJECTED: 0, WITHDRAWN: 0 };
type Asking = { what: 'reject'; ids: number[] } | { what: 'over'; row: NominationItem };

/** The coordinator decides: one by one, chosen ones, or all that are eligible; and fills a seat that became free from the waiting list. */
export default function NominationReview() {
  const t = useTexts(say);
  const classId = Number(useParams()['id']);
  const [view, setView] = useState<ReviewView>('SUBMITTED');
  const [page, setPage] = useState(1);
  const [selected, setSelected] = useState(new Set<string>());
  const [asking, setAsking] = useState<Asking>();
  const { data, error, refetch } = useNominations(classId, view, page);
  useWatch(classEnrolmentTopic, classId, changed);
  const decisions = useDecisions(classId, () => {
    setAsking(undefined);
    setSelected(new Set());
  });
  const show = (next: ReviewView) => {
    setView(next);
    setPage(1);
    setSelected(new Set());
    decisions.forget();
  };
  const { admit, answer, problem, isAdmitting, isBusy } = decisions;
  const ids = [...selected].map(Number);
  const { units = [], seats = noSeats, counts = nobody, admissible = 0 } = data ?? {};
  const mayAdmit = data?.can.admit === true;
  const admitRow = (row: NominationItem) => (row.screening === 'OVER_QUOTA' ? setAsking({ what: 'over', row }) : admit({ nominationIds: [row.id] }));
  const columns = useColumns(seats.free > 0, admitRow, (row) => setAsking({ what: 'reject', ids: [row.id] }));
  return (
    <>
      <ClassHeader
        classId={classId} active="nominations" title={data && headline(t, counts, seats.free)} sub={data && t('seats', { taken: seats.taken, capacity: seats.capacity })}
        actions={mayAdmit && admissible > 0 && <Button variant="primary" loading={isAdmitting} onClick={() => admit({ allEligible: true })}>{t('admitAll', { count: admissible })}</Button>}
      />
      {problem && <Note tone="act">{problem.title}</Note>}
      {mayAdmit && <SeatNote seats={seats} counts={counts} view={view} onShow={() => show('WAITLISTED')} />}
      {answer && answer.seats.taken === seats.taken && <LeftOut answer={answer} onClose={decisions.forget} />}
      <Views counts={counts} view={view} onShow={show} />
      <Sheet padded={false}>
        {error && !data ? <ErrorState problem={error.problem} onRetry={() => void refetch()} /> : (
          <DataTable
            caption={t('nominations')} columns={columns} rows={data?.items} rowId={(row) => String(row.id)} rowName={(row) => row.writtenName}
            selected={selected} onSelect={mayAdmit && isUndecided(view) ? setSelected : undefined} empty={<NobodyHere counts={counts} />}
            bulkActions={<>
              <Button onClick={() => setAsking({ what: 'reject', ids })}>{t('rejectSome', { count: ids.length })}</Button>
              <Button variant="primary" loading={isAdmitting} onClick={() => admit({ nominationIds: ids })}>{t('admitSome', { count: ids.length })}</Button>
            </>}
            pages={{ page, pageSize: size, total: data?.total ?? 0, onPage: setPage }}
          />
        )}
      </Sheet>
      {units.length > 0 && <UnitsSheet units={units} />}
      {asking && (
        <ReviewDialog
          asking={asking} busy={isBusy} onClose={() => setAsking(undefined)} onReject={decisions.reject} onAdmit={(id, reason) => admit({ nominationIds: [id], reason })}
        />
      )}
    </>
  );
}

function Views({ counts, view, onShow }: { counts: NominationCounts; view: ReviewView; onShow: (view: ReviewView) => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const nameOf = (one: ReviewView) => (one === 'ALL' ? t('all') : one === 'SUBMITTED' ? t('waiting') : nominationStateNames[one][language]);
  const options = reviewViews(counts).map(({ view: one, count }) => ({ value: one, count, hot: one === 'SUBMITTED' && count > 0, label: nameOf(one) }));
  return <Segmented label={t('state')} value={view} onChange={onShow} options={options} />;
}

/** No list at all, or nobody in this view. */
function NobodyHere({ counts }: { counts: NominationCounts }) {
  const t = useTexts(say);
  const nothing = reviewViews(counts).at(-1)?.count === 0;
  return <EmptyState title={t(nothing ? 'none' : 'noneHere')}>{t(nothing ? 'noneWhy' : 'noneHereWhy')}</EmptyState>;
}

type Say = ReturnType<typeof useTexts<Parameters<typeof say>[1]>>;

/** The answer first: who still waits for a decision, and how many seats there are for them. */
function headline(t: Say, counts: NominationCounts, free: number): string {
  if (counts.SUBMITTED > 0) return t('reviewTitle', { waiting: counts.SUBMITTED, free });
  if (counts.WAITLISTED > 0) return t('reviewWaitlist', { count: counts.WAITLISTED, free });
  return t(reviewViews(counts).at(-1)?.count === 0 ? 'reviewNone' : 'reviewDone', { free });
}

interface ReviewDialogProps {
  asking: Asking;
  busy: boolean;
  onClose: () => void;
  onReject: (ids: number[], reason: string) => void;
  onAdmit: (id: number, reason: string) => void;
}

/** Both need a reason in writing. */
function ReviewDialog({ asking, busy, onClose, onReject, onAdmit }: ReviewDialogProps) {
  const t = useTexts(say);
  const kept = { open: true, onClose, reasonLabel: t('reason'), cancelLabel: t('keep'), busy };
  if (asking.what === 'over') {
    return (
      <DestructiveDialog
        {...kept} title={t('admitOver')} lead={t('admitOverLead', { name: asking.row.writtenName })} confirmLabel={t('admitOver')} onConfirm={(reason) => onAdmit(asking.row.id, reason)}
      />
    );
  }
  const count = asking.ids.length;
  return (
    <DestructiveDialog
      {...kept} title={t('rejectTitle', { count })} lead={t('rejectLead')} confirmLabel={t('rejectSome', { count })} onConfirm={(reason) => onReject(asking.ids, reason)}
    />
  );
}

type UnitCounts = NonNullable<ReturnType<typeof useNominations>['data']>['units'];

function UnitsSheet({ units }: { units: UnitCounts }) {
  const t = useTexts(say);
  return (
    <Sheet title={t('units')} padded={false}>
      <DataTable
        caption={t('units')} rows={units} rowId={(unit) => String(unit.unitId)}
        columns={[
          { key: 'unit', head: t('unit'), cell: (unit) => unit.unitName },
          { key: 'quota', head: t('quota'), align: 'right', cell: (unit) => unit.quota },
          { key: 'listed', head: t('listed'), align: 'right', cell: (unit) => unit.listed },
          { key: 'eligible', head: t('eligible'), align: 'right', cell: (unit) => unit.eligible },
          { key: 'admitted', head: t('done'), align: 'right', cell: (unit) => unit.admitted },
        ]}
      />
    </Sheet>
  );
}

function useNominations(classId: number, view: ReviewView, page: number) {
  return useQueryOf(nominationRoutes.listNominations, { params: { classId }, query: { page, size, ...(view === 'ALL' ? {} : { state: view }) } });
}

function useColumns(hasSeats: boolean, onAdmit: (row: NominationItem) => void, onReject: (row: NominationItem) => void): Column<NominationItem>[] {
  const t = useTexts(say);
  return [
    { key: 'name', head: t('name'), cell: (row) => <Person name={row.fullName ?? row.writtenName} id={String(row.personId ?? row.id)} sub={row.fullName ? row.unitName : t('notInStaff')} /> },
    { key: 'position', head: t('position'), cell: (row) => (row.position ? <span lang="vi">{row.position}</span> : '–') },
    { key: 'outcome', head: t('outcome'), cell: (row) => <Outcome row={row} /> },
    { key: 'state', head: t('state'), cell: (row) => <Stand row={row} /> },
    {
      key: 'acts', head: t('state'), headHidden: true, actions: true,
      cell: (row) => (
        <span className="row g2">
          {row.can.admit && hasSeats && (
            <Button
              size="s" variant="tint" aria-label={`${t('admitOne')} ${row.writtenName}`}
              onClick={() => onAdmit(row)}
            >{t('admitOne')}</Button>
          )}
          {row.can.reject && <Button size="s" aria-label={`${t('rejectOne')} ${row.writtenName}`} onClick={() => onReject(row)}>{t('rejectOne')}</Button>}
        </span>
      ),
    },
  ];
}

/** Where the nomination stands, and in which words it was decided. */
function Stand({ row }: { row: NominationItem }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const gone = row.state === 'APPROVED' && !row.seated;
  return (
    <span>
      <StatusText tone={gone ? 'mute' : nominationTones[row.state]}>{nominationStateNames[row.state][language]}</StatusText>
      {gone && <small className="soft block">{t('leftClass')}</small>}
      {row.decisionReason && <small className="soft block">{row.decisionReason}</small>}
    </span>
  );
}
