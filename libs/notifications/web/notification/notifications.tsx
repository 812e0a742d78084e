import { useState } from 'react';
import { Button, EmptyState, ErrorState, IconBell, IconBellRinging, IconCheckbox, Note, PageHead, Pagination, Segmented, Sheet, Skeletons, StatusText, TaskItem, usePage } from '@halong/design/web';
import { notificationRoutes, notificationText, type NotificationItem } from '@halong/notifications/contract';
import { formatInstant, useLanguage, useMutationOf, useQueryOf, useTexts } from '@halong/platform/web';
import { say } from './notification.texts.ts';

const size = 30;
const changed = [notificationRoutes.listMine, notificationRoutes.countMine];

/** What I should know, newest first; opening one marks it as read. */
export default function Notifications() {
  const t = useTexts(say);
  const [unreadOnly, setUnreadOnly] = useState(false);
  const [page, setPage] = useState(1);
  usePage({ crumbs: [{ label: t('title') }] });
  const count = useQueryOf(notificationRoutes.countMine, {});
  const { data, error, refetch } = useQueryOf(notificationRoutes.listMine, { query: { page, size, unread: unreadOnly ? 'true' : 'false' } });
  const read = useMutationOf(notificationRoutes.readMine, { invalidates: changed });
  const unread = count.data?.unread ?? 0;
  return (
    <>
      <PageHead
        title={count.data ? (unread > 0 ? t('headline', { unread }) : t('headlineNone')) : t('title')}
        actions={unread > 0 && <Button icon={IconCheckbox} loading={read.isPending} onClick={() => read.mutate({ body: { all: true } })}>{t('readAll', { count: unread })}</Button>}
      />
      <div className="row wrap g3 filters">
        <Segmented
          label={t('show')} value={unreadOnly ? 'unread' : 'all'} options={[{ value: 'all', label: t('all') }, { value: 'unread', label: t('unread'), count: unread }]}
          onChange={(next) => {
            setPage(1);
            setUnreadOnly(next === 'unread');
          }}
        />
      </div>
      {read.error && <Note tone="act">{read.error.problem.title}</Note>}
      <Sheet padded={false}>
        {error && !data && <ErrorState problem={error.problem} onRetry={() => void refetch()} />}
        {!data && !error && <Skeletons rows={5} />}
        {data && <Items items={data.items} unreadOnly={unreadOnly} onRead={(id) => read.mutate({ body: { ids: [id] } })} />}
        {data && data.total > size && <Pagination page={page} pageSize={size} total={data.total} onPage={setPage} />}
      </Sheet>
    </>
  );
}

function Items({ items, unreadOnly, onRead }: { items: readonly NotificationItem[]; unreadOnly: boolean; onRead: (id: number) => void }) {
  const t = useTexts(say);
  if (items.length === 0) return <EmptyState title={t(unreadOnly ? 'emptyUnread' : 'empty')}>{t('emptyWhy')}</EmptyState>;
  return items.map((one) => <Item key={one.id} item={one} onRead={() => onRead(one.id)} />);
}

function Item({ item, onRead }: { item: NotificationItem; onRead: () => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const text = notificationText(language, item.kind, item.params) ?? { title: t('newer'), body: '' };
  const unread = item.readAt === null;
  return (
    <div onClickCapture={unread ? onRead : undefined}>
      <TaskItem
        icon={unread ? IconBellRinging : IconBell} tone={unread ? 'info' : 'mute'} to={item.link} title={text.title}
        detail={<>{text.body}<span className="row g3 muted">{formatInstant(item.at)}{unread && <StatusText tone="info">{t('isUnread')}</StatusText>}</span></>}
      />
    </div>
  );
}
