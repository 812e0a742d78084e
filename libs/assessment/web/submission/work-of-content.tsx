import { IconWriting, StatusText, TaskItem } from '@halong/design/web';
import { assignmentKindNames, assignmentRoutes, submissionRoutes } from '@halong/assessment/contract';
import { formatInstant, useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { say as sayStaff } from '../assignment/assignment.texts.ts';
import { WorkRow } from './work-rows.tsx';

export interface WorkOfContentProps {
  refId: number;
  classId: number;
  /** Who attends sees where the own work stands, who teaches how many have submitted. */
  as: 'trainee' | 'staff';
}

/** An assignment among the items of a class. */
export default function WorkOfContent({ refId, classId, as }: WorkOfContentProps) {
  return as === 'trainee' ? <Mine refId={refId} classId={classId} /> : <Given refId={refId} classId={classId} />;
}

function Mine({ refId, classId }: Omit<WorkOfContentProps, 'as'>) {
  const { data } = useQueryOf(submissionRoutes.listMyWork, { query: { classId } });
  const item = data?.items.find(({ id }) => id === refId);
  return item ? <WorkRow item={item} withClass={false} /> : null;
}

function Given({ refId, classId }: Omit<WorkOfContentProps, 'as'>) {
  const t = useTexts(sayStaff);
  const { language } = useLanguage();
  const { data } = useQueryOf(assignmentRoutes.listAssignments, { params: { id: classId } });
  const item = data?.items.find(({ id }) => id === refId);
  if (!item) return null;
  const { submitted, expected } = item.counts;
  return (
    <TaskItem
      icon={IconWriting} tone="info" title={item.title} to={`/classes/${classId}/assignments/${refId}`}
      detail={<>{assignmentKindNames[item.kind][language]} · {t('dueAt', { time: formatInstant(item.dueAt) })}<br /><StatusText tone={submitted < expected ? 'warn' : 'ok'}>{t('submittedOf', { submitted, expected })}</StatusText></>}
    />
  );
}
