import { Button, EmptyState, ErrorState, IconClipboardCheck, IconWriting, NeedRow, PageHead, Progress, Sheet, Skeletons, StatusChip, usePage } from '@halong/design/web';
import { markingRoutes, type MarkingDesk } from '@halong/assessment/contract';
import { formatDay, formatInstant, useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { say } from './marking.texts.ts';

/** What waits to be marked, by deadline. */
export default function MarkingInbox() {
  const t = useTexts(say);
  const { data: desk, error, refetch } = useQueryOf(markingRoutes.listMyMarking, {});
  usePage({ crumbs: [{ label: t('inbox') }] });
  if (error && !desk) return <Sheet><ErrorState problem={error.problem} onRetry={() => void refetch()} /></Sheet>;
  if (!desk) return <Skeletons rows={4} height={72} />;
  return (
    <>
      <PageHead title={desk.waiting > 0 ? t('waiting', { count: desk.waiting }) : t('nothingWaits')} />
      <Sheet padded={false}>
        {desk.items.length === 0 ? <EmptyState title={t('empty')}>{t('emptyWhy')}</EmptyState> : desk.items.map((item) => <Line key={item.id} item={item} />)}
      </Sheet>
    </>
  );
}

function Line({ item }: { item: MarkingDesk['items'][number] }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { done, total } = item.progress;
  const late = item.overdueDays > 0;
  const facts = [
    `${language === 'vi' ? item.class.nameVi : item.class.nameEn}, ${item.class.code}`, item.markBy ? t('markBy', { day: formatDay(item.markBy) }) : t('dueWas', { time: formatInstant(item.dueAt) }),
    item.blind && t('blindWord'), item.markers > 1 && t('doubleWord'),
  ].filter(Boolean).join(' · ');
  return (
    <NeedRow
      icon={item.waiting > 0 ? IconWriting : IconClipboardCheck} tone={late ? 'act' : item.waiting > 0 ? 'warn' : 'ok'} title={item.title}
      detail={(
        <>
          {facts}
          <span className="row g3 wrap mkprog">
            <span className="nw">{t('progress', { done, total })}</span>
            <span style={{ width: 140 }}><Progress parts={[{ value: done }]} max={total} label={t('progress', { done, total })} /></span>
            {late && <StatusChip tone="act">{t('overdue', { count: item.overdueDays })}</StatusChip>}
          </span>
        </>
      )}
      action={(
        <span className="row g2 wrap">
          {item.canCoordinate && <Button to={`/assignments/${item.id}/marking`}>{t('coordinate')}</Button>}
          {(item.waiting > 0 || !item.canCoordinate) && <Button variant={item.waiting > 0 ? 'tint' : 'default'} to={`/marking/${item.id}`}>{item.waiting > 0 ? t('markNow') : t('look')}</Button>}
        </span>
      )}
    />
  );
}
