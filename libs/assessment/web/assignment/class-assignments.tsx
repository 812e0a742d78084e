import { useState } from 'react';
import { useParams } from 'react-router';
import { Button, EmptyState, ErrorState, IconCopy, IconPencil, IconPlus, IconUsersGroup, IconWriting, NeedRow, Sheet, Skeletons, StatusChip } from '@halong/design/web';
import { assignmentKindNames, assignmentRoutes, assignmentsTopic, type AssignmentItem } from '@halong/assessment/contract';
import { ClassHeader } from '@halong/classes/web';
import { formatInstant, useLanguage, useQueryOf, useTexts, useWatch } from '@halong/platform/web';
import { say } from './assignment.texts.ts';
import { CopyDialog } from './copy-dialog.tsx';

/** The assignments of a class by due date, for its staff. */
export default function ClassAssignments() {
  const classId = Number(useParams().id);
  const t = useTexts(say);
  const [copying, setCopying] = useState(false);
  const { data, error, refetch } = useQueryOf(assignmentRoutes.listAssignments, { params: { id: classId } });
  useWatch(assignmentsTopic, classId, [assignmentRoutes.listAssignments]);
  const given = data?.items.filter(({ state }) => state === 'PUBLISHED').length ?? 0;
  return (
    <>
      <ClassHeader
        classId={classId} active="assignments" title={data && (data.items.length === 0 ? t('none') : t('title', { count: given }))}
        actions={data?.can.create && (
          <>
            <Button icon={IconUsersGroup} to={`/classes/${classId}/groups`}>{t('groups')}</Button>
            <Button icon={IconCopy} onClick={() => setCopying(true)}>{t('copy')}</Button>
            <Button variant="primary" icon={IconPlus} to={`/classes/${classId}/assignments/new`}>{t('newOne')}</Button>
          </>
        )}
      />
      {error && !data && <Sheet><ErrorState problem={error.problem} onRetry={() => void refetch()} /></Sheet>}
      {!data && !error && <Skeletons rows={3} height={64} />}
      {data && (
        <Sheet padded={false}>
          {data.items.length === 0 ? <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState> : data.items.map((item) => <Line key={item.id} item={item} />)}
        </Sheet>
      )}
      {copying && data && <CopyDialog classId={classId} onClose={() => setCopying(false)} />}
    </>
  );
}

function Line({ item }: { item: AssignmentItem }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { submitted, expected, late } = item.counts;
  const draft = item.state === 'DRAFT';
  const facts = [
    assignmentKindNames[item.kind][language], item.groupWork && t('groupWord'), t('dueAt', { time: formatInstant(item.dueAt) }),
    !draft && t('submittedOf', { submitted, expected }), late > 0 && t('lateOf', { count: late }),
  ].filter(Boolean).join(' · ');
  return (
    <NeedRow
      icon={draft ? IconPencil : IconWriting} tone={draft ? 'mute' : 'info'} title={item.title}
      detail={<>{facts} <StatusChip tone={draft ? 'mute' : 'ok'} icon={draft ? IconPencil : undefined}>{t(item.state)}</StatusChip></>}
      action={<Button to={`/classes/${item.classId}/assignments/${item.id}`} aria-label={`${t(draft ? 'edit' : 'turnIns')}: ${item.title}`}>{t(draft ? 'edit' : 'turnIns')}</Button>}
    />
  );
}
