import { useState } from 'react';
import { useParams } from 'react-router';
import { ClassHeader } from '@halong/classes/web';
import {
  Button, DataTable, DestructiveDialog, EmptyState, ErrorState, Note, Person, Segmented, Sheet, StatusText, toast, type Column, type Tone,
} from '@halong/design/web';
import { enrolmentRoutes, nominationRoutes, nominationStateNames, type NominationItem, type NominationState } from '@halong/enrolment/contract';
import { useLanguage, useMutationOf, useQueryOf, useTexts } from '@halong/platform/web';
import { say } from '../nomination.texts.ts';
import { Outcome } from '../screening-words.tsx';

const tones: Record<NominationState, Tone> = { DRAFT: 'mute', SUBMITTED: 'act', APPROVED: 'ok', WAITLISTED: 'warn', REJECTED: 'mute', WITHDRAWN: 'mute' };
const size = 100;
const noSeats = { free: 0, taken: 0, capacity: 0 };
const changed = [nominationRoutes.listNominations, enrolmentRoutes.listOfClass];
type Asking = { what: 'reject'; ids: number[] } | { what: 'over'; row: NominationItem };

/** The coordinator decides: one by one, chosen ones, or all that are eligible. */
export default function NominationReview() {
  const t = useTexts(say);
  const classId = Number(useParams()['id']);
  const [view, setView] = useState<'SUBMITTED' | 'ALL'>('SUBMITTED');
  const [page, setPage] = useState(1);
  const [selected, setSelected] = useState(new Set<string>());
  const [asking, setAsking] = useState<Asking>();
  const { data, error, refetch } = useNominations(classId, view, page);
  const close = () => {
    setAsking(undefined);
    setSelected(new Set());
  };
  const admit = useMutationOf(nominationRoutes.admit, {
    invalidates: changed,
    onSuccess: (answer) => {
      close();
      toast(answer.refused.length > 0 ? `${t('admitted', { count: answer.admitted.length })} ${t('refused', { count: answer.refused.length })}` : t('admitted', { count: answer.admitted.length }));
    },
  });
  const reject = useMutationOf(nominationRoutes.reject, {
    invalidates: changed,
    onSuccess: ({ rejected }) => {
      close();
      toast(t('rejected', { count: rejected }));
    },
  });
  const params = { classId };
  const ids = [...selected].map(Number);
  const units = data?.units ?? [];
  const seats = data?.seats ?? noSeats;
  const eligible = units.reduce((sum, unit) => sum + Math.max(0, unit.eligible - unit.admitted), 0);
  const waiting = view === 'SUBMITTED' ? (data?.total ?? 0) : units.reduce((sum, unit) => sum + unit.listed - unit.admitted, 0);
  const columns = useColumns((row) => (row.screening === 'OVER_QUOTA' ? setAsking({ what: 'over', row }) : admit.mutate({ params, body: { nominationIds: [row.id] } })), (row) => setAsking({ what: 'reject', ids: [row.id] }));
  const problem = (admit.error ?? reject.error)?.problem;
  return (
    <>
      <ClassHeader
        classId={classId} active="nominations"
        title={t(waiting > 0 ? 'reviewTitle' : 'reviewDone', { waiting, free: seats.free })} sub={t('seats', { taken: seats.taken, capacity: seats.capacity })}
        actions={data?.can.admit && eligible > 0 && (
          <Button variant="primary" loading={admit.isPending} onClick={() => admit.mutate({ params, body: { allEligible: true } })}>{t('admitAll', { count: eligible })}</Button>
        )}
      />
      {problem && <Note tone="act">{problem.title}</Note>}
      <Segmented label={t('state')} value={view} onChange={(next) => { setView(next); setPage(1); }} options={[{ value: 'SUBMITTED', label: t('waiting') }, { value: 'ALL', label: t('all') }]} />
      <Sheet padded={false}>
        {error && !data ? <ErrorState problem={error.problem} onRetry={() => void refetch()} /> : (
          <DataTable
            caption={t('nominations')} columns={columns} rows={data?.items} rowId={(row) => String(row.id)} rowName={(row) => row.writtenName}
            selected={selected} onSelect={data?.can.admit ? setSelected : undefined} empty={<EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>}
            bulkActions={<>
              <Button onClick={() => setAsking({ what: 'reject', ids })}>{t('rejectSome', { count: ids.length })}</Button>
              <Button variant="primary" loading={admit.isPending} onClick={() => admit.mutate({ params, body: { nominationIds: ids } })}>{t('admitSome', { count: ids.length })}</Button>
            </>}
            pages={{ page, pageSize: size, total: data?.total ?? 0, onPage: setPage }}
          />
        )}
      </Sheet>
      {units.length > 0 && <UnitsSheet units={units} />}
      {asking && (
        <ReviewDialog
          asking={asking} busy={reject.isPending || admit.isPending} onClose={() => setAsking(undefined)}
          onReject={(nominationIds, reason) => reject.mutate({ params, body: { nominationIds, reason } })}
          onAdmit={(id, reason) => admit.mutate({ params, body: { nominationIds: [id], reason } })}
        />
      )}
    </>
  );
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

function useNominations(classId: number, view: 'SUBMITTED' | 'ALL', page: number) {
  return useQueryOf(nominationRoutes.listNominations, { params: { classId }, query: { page, size, ...(view === 'SUBMITTED' ? { state: 'SUBMITTED' as const } : {}) } });
}

function useColumns(onAdmit: (row: NominationItem) => void, onReject: (row: NominationItem) => void): Column<NominationItem>[] {
  const t = useTexts(say);
  const { language } = useLanguage();
  return [
    { key: 'name', head: t('name'), cell: (row) => <Person name={row.fullName ?? row.writtenName} id={String(row.personId ?? row.id)} sub={row.fullName ? row.unitName : t('notInStaff')} /> },
    { key: 'position', head: t('position'), cell: (row) => row.position ?? '–' },
    { key: 'outcome', head: t('outcome'), cell: (row) => <Outcome row={row} /> },
    { key: 'state', head: t('state'), cell: (row) => <StatusText tone={tones[row.state]}>{nominationStateNames[row.state][language]}</StatusText> },
    {
      key: 'acts', head: t('state'), headHidden: true, actions: true,
      cell: (row) => (
        <span className="row g2">
          {row.can.admit && (
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
