import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Button, DestructiveDialog, ErrorState, IconClipboardCheck, IconPencil, IconSend, IconTrash, Note, Sheet, Skeletons, StatusChip, toast } from '@halong/design/web';
import { assignmentKindNames, assignmentRoutes, assignmentsTopic, type AssignmentDetail } from '@halong/assessment/contract';
import { ClassHeader } from '@halong/classes/web';
import { formatInstant, useLanguage, useMutationOf, useQueryOf, useTexts, useWatch } from '@halong/platform/web';
import { RubricChoice } from '../rubric/rubric-choice.tsx';
import { AssignmentFacts } from './assignment-facts.tsx';
import { say } from './assignment.texts.ts';
import { Exceptions } from './exceptions.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { TurnIns } from './turn-ins.tsx';

/** One assignment for the staff: what was asked, who has submitted, who has more time. */
export default function AssignmentScreen() {
  const params = useParams();
  const classId = Number(params.id);
  const id = Number(params.assignmentId);
  const { data, error, refetch } = useQueryOf(assignmentRoutes.getAssignment, { params: { id } });
  useWatch(assignmentsTopic, classId, [assignmentRoutes.getAssignment, assignmentRoutes.listTurnIns]);
  return (
    <>
      <ClassHeader classId={classId} active="assignments" title={data?.title} sub={data && <Sub detail={data} />} actions={data && <Actions detail={data} />} />
      {error && !data && <Sheet><ErrorState problem={error.problem} onRetry={() => void refetch()} /></Sheet>}
      {!data && !error && <Skeletons rows={5} height={56} />}
      {data && (
        <div className="cols">
          <div className="col g4">{data.state === 'PUBLISHED' && <TurnIns detail={data} />}<AssignmentFacts detail={data} part="brief" /></div>
          <div className="col g4"><AssignmentFacts detail={data} part="facts" />{data.can.edit && <Sheet><RubricChoice assignmentId={id} classId={classId} versionId={data.rubricVersionId} /></Sheet>}{data.overrides.length > 0 && <Exceptions detail={data} />}</div>
        </div>
      )}
    </>
  );
}

function Sub({ detail }: { detail: AssignmentDetail }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  return (
    <span className="row wrap g2">
      <span>{[assignmentKindNames[detail.kind][language], detail.groupWork && t('groupWord'), t('dueAt', { time: formatInstant(detail.dueAt) })].filter(Boolean).join(' · ')}</span>
      <StatusChip tone={detail.state === 'DRAFT' ? 'mute' : 'ok'} icon={detail.state === 'DRAFT' ? IconPencil : undefined}>{t(detail.state)}</StatusChip>
    </span>
  );
}

function Actions({ detail }: { detail: AssignmentDetail }) {
  const t = useTexts(say);
  const navigate = useNavigate();
  const [asking, setAsking] = useState<'publish' | 'remove'>();
  const { id, classId, version, title, can } = detail;
  const close = () => setAsking(undefined);
  const remove = useMutationOf(assignmentRoutes.removeAssignment, {
    invalidates: [assignmentRoutes.listAssignments],
    onSuccess: () => {
      toast(t('removed'));
      void navigate(`/classes/${classId}/assignments`);
    },
  });
  const there = `/classes/${classId}/assignments/${id}`;
  return (
    <>
      {can.remove && <Button icon={IconTrash} onClick={() => setAsking('remove')}>{t('remove')}</Button>}
      {can.edit && <Button icon={IconPencil} to={`${there}/edit`}>{t('edit')}</Button>}
      {detail.state === 'PUBLISHED' && <Button variant="primary" icon={IconClipboardCheck} to={`/assignments/${id}/marking`}>{t('marking')}</Button>}
      {can.publish && <Button variant="primary" icon={IconSend} onClick={() => setAsking('publish')}>{t('publish')}</Button>}
      {asking === 'publish' && <PublishDialog detail={detail} onClose={close} />}
      <DestructiveDialog
        open={asking === 'remove'} onClose={close} busy={remove.isPending} title={t('removeTitle', { title })} lead={t('removeLead')} reasonLabel={t('reason')}
        confirmLabel={t('remove')} onConfirm={(reason) => remove.mutate({ params: { id }, body: { version, reason } })}
      >
        {remove.error && <Note tone="act">{remove.error.problem.title}</Note>}
      </DestructiveDialog>
    </>
  );
}
