import { useState } from 'react';
import { useParams } from 'react-router';
import {
  Button, Checkbox, ConfirmDialog, DataTable, DateField, Dialog, EmptyState, ErrorState, IconSend, IconUsersGroup, Menu, PageHead, Progress, Sheet, Skeletons, StatusText, toast, usePage, type Column, type Tone,
} from '@halong/design/web';
import { markingRoutes, markingTopic, submissionStateNames, type MarkingOverview, type ScriptProgress } from '@halong/assessment/contract';
import { formatNumber, useLanguage, useMutationOf, useQueryOf, useTexts, useWatch } from '@halong/platform/web';
import { say } from './marking.texts.ts';
import { ReconcileDialog } from './reconcile-dialog.tsx';
import { RubricChoice } from '../rubric/rubric-choice.tsx';

const looks: Record<ScriptProgress['outcome'], Tone> = { WAITING: 'info', APART: 'act', READY: 'ok' };

/** Who marks what, where two marks lie apart, and the release. */
export default function MarkingOverviewScreen() {
  const id = Number(useParams().id);
  const t = useTexts(say);
  const { data, error, refetch } = useQueryOf(markingRoutes.getMarking, { params: { id } });
  useWatch(markingTopic, id, [markingRoutes.getMarking]);
  usePage({ crumbs: [{ label: t('inbox'), to: '/marking' }, { label: data?.assignment.title ?? t('overview') }], fill: true });
  if (error && !data) return <Sheet><ErrorState problem={error.problem} onRetry={() => void refetch()} /></Sheet>;
  if (!data) return <Skeletons rows={6} />;
  return <Overview data={data} />;
}

function Overview({ data }: { data: MarkingOverview }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [chosen, setChosen] = useState<Set<string>>(new Set());
  const [open, setOpen] = useState<'allot' | 'release'>();
  const [reconciled, setReconciled] = useState<{ script: ScriptProgress; how: 'third' | 'agree' }>();
  const { assignment, counts, can, lecturers } = data;
  const { id } = assignment;
  const number = (value: number | null) => (value === null ? '–' : formatNumber(value, language));
  const releasable = data.scripts.filter(({ outcome, submissionState }) => outcome === 'READY' && (submissionState === 'MARKED' || submissionState === 'IN_REVIEW'));
  const picked = releasable.filter(({ code }) => chosen.has(code));
  const count = picked.length || releasable.length;
  const release = useMutationOf(markingRoutes.releaseMarks, {
    invalidates: [markingRoutes.getMarking, markingRoutes.listMyMarking],
    onSuccess: ({ released }) => { setOpen(undefined); setChosen(new Set()); toast(t('released', { count: released })); },
  });

  const columns: Column<ScriptProgress>[] = [
    { key: 'code', head: t('script'), cell: ({ code, names }) => <><b className="tn">{code}</b>{names && <> <span className="soft">{names.join(', ')}</span></>}</> },
    { key: 'state', head: t('state'), cell: ({ outcome, submissionState }) => <StatusText tone={looks[outcome]}>{outcome === 'APART' ? t('APART') : submissionStateNames[submissionState][language]}</StatusText> },
    { key: 'markers', head: t('person'), cell: ({ markers }) => (markers.length === 0 ? <span className="muted">{t('nobody')}</span> : markers.map(({ markerNo, name, total }) => <div key={markerNo} className="nw">{markerNo}. {name || t('nobody')}{total !== null && <>: <b>{number(total)}</b></>}</div>)) },
    { key: 'difference', head: t('difference'), align: 'right', cell: ({ difference }) => number(difference) },
    {
      key: 'final', head: t('final'), align: 'right', cell: ({ mark, final, deduction, source }) => (mark === null ? '–' : <><b>{number(final)}</b><small className="block muted">{deduction > 0 && mark !== final ? t('lateMinus', { raw: number(mark), deduction: number(deduction) }) : source && t(source)}</small></>),
    },
    {
      key: 'acts', head: t('choose'), headHidden: true, actions: true, cell: (script) => {
        const entries = [
          ...(can.reconcile && script.outcome === 'APART' && script.submissionState === 'IN_REVIEW' ? [{ id: 'third', label: t('third'), onSelect: () => setReconciled({ script, how: 'third' }) }] : []),
          ...(can.reconcile && (script.submissionState === 'MARKED' || script.submissionState === 'IN_REVIEW') ? [{ id: 'agree', label: t('agree'), onSelect: () => setReconciled({ script, how: 'agree' }) }] : []),
        ];
        return entries.length > 0 && <Menu label={`${t('choose')} ${script.code}`} trigger={t('choose')} triggerClass="btn s" entries={entries} />;
      },
    },
  ];
  return (
    <>
      <PageHead
        title={assignment.title} sub={t('counts', counts)}
        actions={(
          <>
            {can.allot && <Button icon={IconUsersGroup} onClick={() => setOpen('allot')}>{t('allot')}</Button>}
            {can.release && <Button variant="primary" icon={IconSend} disabled={releasable.length === 0} onClick={() => setOpen('release')}>{t('release', { count })}</Button>}
          </>
        )}
      />
      <div className="row wrap g3 mkload">
        {can.allot && <RubricChoice assignmentId={id} classId={assignment.class.id} versionId={assignment.rubricVersionId} />}
        {lecturers.filter(({ allotted }) => allotted > 0).map(({ personId, name, allotted, done }) => (
          <div key={personId}><span className="sm">{name} <span className="muted tn">{t('load', { done, allotted })}</span></span><Progress parts={[{ value: done }]} max={allotted} label={`${name}, ${t('load', { done, allotted })}`} /></div>
        ))}
      </div>
      <Sheet padded={false} fill>
        <DataTable
          caption={t('overview')} columns={columns} rows={data.scripts} rowId={({ code }) => code} rowName={({ code }) => code} dense
          selected={can.release ? chosen : undefined} onSelect={can.release ? setChosen : undefined} empty={<EmptyState title={t('noScripts')}>{t('noScriptsWhy')}</EmptyState>}
        />
      </Sheet>
      <AllotDialog data={data} open={open === 'allot'} onClose={() => setOpen(undefined)} />
      <ConfirmDialog
        open={open === 'release'} onClose={() => setOpen(undefined)} title={t('releaseTitle', { count })} lead={release.error?.problem.title ?? t('releaseLead')} confirmLabel={t('release', { count })} cancelLabel={t('keep')}
        busy={release.isPending} onConfirm={() => release.mutate({ params: { id }, body: { codes: picked.length > 0 ? picked.map(({ code }) => code) : null } })}
      />
      {reconciled && <ReconcileDialog key={`${reconciled.script.code}-${reconciled.how}`} {...reconciled} data={data} onClose={() => setReconciled(undefined)} />}
    </>
  );
}

function AllotDialog({ data: { assignment, lecturers }, open, onClose }: { data: MarkingOverview; open: boolean; onClose: () => void }) {
  const t = useTexts(say);
  const [people, setPeople] = useState<ReadonlySet<number>>(new Set(lecturers.filter(({ allotted }) => allotted > 0).map(({ personId }) => personId)));
  const [markBy, setMarkBy] = useState<string | null>(assignment.markBy);
  const allot = useMutationOf(markingRoutes.allotMarkers, { invalidates: [markingRoutes.getMarking, markingRoutes.listMyMarking], onSuccess: onClose });
  const toggle = (personId: number, on: boolean) => setPeople(new Set(on ? [...people, personId] : [...people].filter((one) => one !== personId)));
  return (
    <Dialog
      open={open} onClose={onClose} title={t('allot')} lead={`${t('allotNeed', { count: assignment.markers })} ${t('allotLead')}`}
      actions={(
        <>
          <Button onClick={onClose}>{t('keep')}</Button>
          <Button variant="primary" loading={allot.isPending} disabled={people.size < assignment.markers} onClick={() => allot.mutate({ params: { id: assignment.id }, body: { personIds: [...people], markBy } })}>{t('allotIt', { count: people.size })}</Button>
        </>
      )}
    >
      <div className="col g2">
        {lecturers.length === 0 && <p className="soft">{t('noLecturers')}</p>}
        {lecturers.map(({ personId, name }) => <Checkbox key={personId} label={name} checked={people.has(personId)} onChange={(on) => toggle(personId, on)} />)}
        <DateField label={t('markByField')} optional value={markBy ?? ''} onChange={(day) => setMarkBy(day || null)} />
        {allot.error && <p className="err" role="alert">{allot.error.problem.title}</p>}
      </div>
    </Dialog>
  );
}
