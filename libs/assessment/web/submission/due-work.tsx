import { Link } from 'react-router';
import { Sheet } from '@halong/design/web';
import { submissionRoutes } from '@halong/assessment/contract';
import { useQueryOf, useTexts } from '@halong/platform/web';
import { say } from './work.texts.ts';
import { isToDo } from './work-looks.ts';
import { WorkRow } from './work-rows.tsx';

/** What is due, for a home or the page of a class; nothing at all when nothing was given. */
export default function DueWork({ classId }: { classId?: number }) {
  const t = useTexts(say);
  const { data } = useQueryOf(submissionRoutes.listMyWork, classId === undefined ? {} : { query: { classId } });
  const due = data?.items.filter(isToDo).slice(0, 4) ?? [];
  if (!data || data.items.length === 0) return null;
  return (
    <Sheet title={due.length > 0 ? t('dueTitle', { count: data.due }) : t('noneDue')} aside={<Link to="/assignments">{t('myWork')}</Link>} padded={false}>
      {due.map((item) => <WorkRow key={item.id} item={item} withClass={classId === undefined} />)}
    </Sheet>
  );
}
