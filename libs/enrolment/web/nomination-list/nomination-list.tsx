import { useState } from 'react';
import { useParams } from 'react-router';
import {
  Button, ComboField, ConfirmDialog, DataTable, DestructiveDialog, EmptyState, ErrorState, FileDrop, IconX, IconButton, Note, PageHead, Person, Sheet, Skeletons, StatusText, toast, usePage,
  type Column,
} from '@halong/design/web';
import { nominationFileProblemTexts, nominationRoutes, nominationStateNames, screeningReasonText, type NominationItem, type NominationList, type UploadedList } from '@halong/enrolment/contract';
import { fillText } from '@halong/platform/contract';
import { formatDay, formatInstant, useLanguage, useMutationOf, useQueryOf, useTexts } from '@halong/platform/web';
import { say } from '../nomination.texts.ts';
import { nominationTones, Outcome } from '../screening-words.tsx';
import { ClosedNote } from './call-words.tsx';

const changed = [nominationRoutes.getList, nominationRoutes.listCalls, nominationRoutes.listCandidates];
const accept = ['.xlsx', '.csv'];

/** A unit's list for one class: people picked by hand or read from the unit's file, then sent by the head. */
export default function NominationListPage() {
  const t = useTexts(say);
  const { classId: classText, unitId: unitText } = useParams();
  const params = { classId: Number(classText), unitId: Number(unitText) };
  const [sending, setSending] = useState(false);
  const [leaving, setLeaving] = useState<NominationItem>();
  const { data, error, refetch } = useQueryOf(nominationRoutes.getList, { params });
  usePage({ crumbs: [{ label: t('nominations'), to: '/unit/nominations' }, { label: data?.call.classCode ?? t('nominations') }] });
  const save = useMutationOf(nominationRoutes.saveDraft, { invalidates: changed });
  const upload = useMutationOf(nominationRoutes.uploadList, { invalidates: changed });
  const submit = useMutationOf(nominationRoutes.submitList, {
    invalidates: changed,
    onSuccess: () => {
      setSending(false);
      toast(t('submitted'));
    },
  });
  const withdraw = useMutationOf(nominationRoutes.withdraw, { invalidates: changed, onSuccess: () => setLeaving(undefined) });
  const drafts = (data?.rows ?? []).filter((row) => row.state === 'DRAFT');
  const kept = drafts.map((row) => ({ nominationId: row.id }));
  const put = (rows: ({ personId: number } | { nominationId: number })[]) => save.mutate({ params, body: { rows, version: data?.version ?? 0 } });
  const columns = useColumns(data?.can.edit ?? false, (row) => put(kept.filter((one) => one.nominationId !== row.id)), setLeaving);
  if (error && !data) return <ErrorState centered problem={error.problem} onRetry={() => void refetch()} />;
  if (!data) return <Skeletons rows={5} />;

  const problem = (save.error ?? upload.error ?? submit.error)?.problem;
  const listed = data.rows.filter((row) => row.state !== 'REJECTED' && row.state !== 'WITHDRAWN').length;
  return (
    <>
      <PageHead
        title={t('listTitle', { listed, quota: data.call.quota })}
        sub={<CallFacts list={data} />}
        actions={data.can.submit && <Button variant="primary" disabled={drafts.length === 0} onClick={() => setSending(true)}>{t('submit', { count: drafts.length })}</Button>}
      />
      <ClosedNote call={data.call} />
      <Note tone="info">{t('target', { text: data.targetGroupText })}</Note>
      {problem && <Note tone="act">{problem.title}</Note>}
      {upload.data && <FileProblems file={upload.data.file} />}
      <div className="cols">
        <Sheet padded={false}>
          <DataTable caption={t('nominations')} columns={columns} rows={data.rows} rowId={(row) => String(row.id)} empty={<EmptyState title={t(data.can.edit ? 'emptyList' : 'nothingSent')}>{t(data.can.edit ? 'emptyListWhy' : 'nothingSentWhy')}</EmptyState>} />
        </Sheet>
        {data.can.edit && (
          <ListTools params={params} onPick={(personId) => put([...kept, { personId }])} onFile={(file) => upload.mutate({ params, query: { name: file.name }, file })} />
        )}
      </div>
      <ConfirmDialog
        open={sending} onClose={() => setSending(false)} title={t('submit', { count: drafts.length })} lead={t('submitLead')} confirmLabel={t('submit', { count: drafts.length })} cancelLabel={t('keep')}
        busy={submit.isPending} onConfirm={() => submit.mutate({ params, body: { version: data.version } })}
      />
      {leaving && (
        <DestructiveDialog
          open onClose={() => setLeaving(undefined)} title={t('withdrawTitle', { name: leaving.writtenName })} lead={t('withdrawLead')} reasonLabel={t('reason')} confirmLabel={t('withdraw')} cancelLabel={t('keep')}
          busy={withdraw.isPending} onConfirm={(reason) => withdraw.mutate({ params: { id: leaving.id }, body: { reason } })}
        >{withdraw.error && <Note tone="act">{withdraw.error.problem.title}</Note>}</DestructiveDialog>
      )}
    </>
  );
}

function FileProblems({ file }: { file: UploadedList['file'] }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  if (file.problems.length === 0) return null;
  return (
    <Note tone="warn" title={t('fileProblems')}>
      <ul>{file.problems.map((one) => <li key={`${one.row}-${one.code}`}>{t('row', { row: one.row })}: {fillText(nominationFileProblemTexts[one.code][language], one.params)}</li>)}</ul>
    </Note>
  );
}

/** Which class, which unit, until when or when it was sent. */
function CallFacts({ list }: { list: NominationList }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { call, submittedAt } = list;
  const when = submittedAt ? t('sentAt', { time: formatInstant(submittedAt) }) : call.open && call.nominationDeadline && t('until', { day: formatDay(call.nominationDeadline) });
  return <>{[language === 'vi' ? call.nameVi : call.nameEn, call.unitName, when].filter(Boolean).join(' · ')}</>;
}

interface ListToolsProps {
  params: { classId: number; unitId: number };
  onPick: (personId: number) => void;
  onFile: (file: File) => void;
}

/** Two ways onto the list: a person by name, or the unit's own file. */
function ListTools({ params, onPick, onFile }: ListToolsProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [search, setSearch] = useState('');
  const candidates = useQueryOf(nominationRoutes.listCandidates, { params, query: { search, size: 30 } });
  const options = (candidates.data?.items ?? []).filter((one) => !one.onList).map((one) => ({
    value: String(one.personId), label: one.fullName,
    detail: [one.position, one.unitName, ...one.reasons.map((reason) => screeningReasonText(language, reason))].filter(Boolean).join(' · '),
  }));
  return (
    <Sheet title={t('pick')}>
      <div className="col g4">
        <ComboField
          label={t('pick')} labelHidden placeholder={t('pickHint')} value={undefined} onSearch={setSearch} loading={candidates.isFetching} options={options}
          onChange={(option) => option && onPick(Number(option.value))}
        />
        <FileDrop
          label={<>{t('upload')} <small className="soft block">{t('uploadHint')}</small></>} accept={accept} maxBytes={5 * 1024 * 1024} files={[]} onChange={([file]) => file && onFile(file)}
        />
      </div>
    </Sheet>
  );
}

function StateWord({ row }: { row: NominationItem }) {
  const { language } = useLanguage();
  return <StatusText tone={row.state === 'SUBMITTED' ? 'info' : nominationTones[row.state]}>{nominationStateNames[row.state][language]}</StatusText>;
}

function useColumns(editable: boolean, onRemove: (row: NominationItem) => void, onLeave: (row: NominationItem) => void): Column<NominationItem>[] {
  const t = useTexts(say);
  return [
    { key: 'name', head: t('name'), cell: (row) => <Person name={row.fullName ?? row.writtenName} id={String(row.personId ?? row.id)} sub={row.personUnitName ?? t('notInStaff')} /> },
    { key: 'position', head: t('position'), cell: (row) => (row.position ? <span lang="vi">{row.position}</span> : '–') },
    { key: 'outcome', head: t('outcome'), cell: (row) => <Outcome row={row} /> },
    { key: 'state', head: t('state'), cell: (row) => <StateWord row={row} /> },
    {
      key: 'acts', head: t('remove'), headHidden: true, actions: true,
      cell: (row) => (
        <>
          {row.state === 'DRAFT' && editable && (
            <IconButton icon={IconX} label={`${t('remove')}: ${row.writtenName}`} onClick={() => onRemove(row)} />
          )}
          {row.can.withdraw && row.state !== 'DRAFT' && <Button size="s" onClick={() => onLeave(row)}>{t('withdraw')}</Button>}
        </>
      ),
    },
  ];
}
