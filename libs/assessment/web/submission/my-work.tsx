import { EmptyState, ErrorState, PageHead, Sheet, Skeletons, usePage } from '@halong/design/web';
import { submissionRoutes, type WorkItem } from '@halong/assessment/contract';
import { useQueryOf, useTexts } from '@halong/platform/web';
import { say } from './work.texts.ts';
import { isToDo } from './work-looks.ts';
import { WorkRow } from './work-rows.tsx';

/** What has to be submitted, the most urgent first, and what is done. */
export default function MyWork() {
  const t = useTexts(say);
  const { data, error, refetch } = useQueryOf(submissionRoutes.listMyWork, {});
  usePage({ crumbs: [{ label: t('myWork') }] });
  if (error && !data) return <Sheet><ErrorState problem={error.problem} onRetry={() => void refetch()} /></Sheet>;
  if (!data) return <Skeletons rows={4} height={72} />;
  const parts: [string, WorkItem[]][] = [
    [t('toDo'), data.items.filter(isToDo)],
    [t('later'), data.items.filter(({ state }) => state === 'NOT_OPEN')],
    [t('done'), data.items.filter((item) => !isToDo(item) && item.state !== 'NOT_OPEN')],
  ];
  return (
    <>
      <PageHead title={data.due > 0 ? t('dueTitle', { count: data.due }) : t('noneDue')} />
      {data.items.length === 0 && <Sheet><EmptyState title={t('empty')}>{t('emptyWhy')}</EmptyState></Sheet>}
      {parts.map(([title, items]) => items.length > 0 && (
        <Sheet key={title} title={title} ruled padded={false}>{items.map((item) => <WorkRow key={item.id} item={item} />)}</Sheet>
      ))}
    </>
  );
}
