import { useState } from 'react';
import { Button, Dialog, EmptyState, ErrorState, Icon, Note, Pagination, SearchField, Segmented, Skeletons, toast } from '@halong/design/web';
import { contentReuseRoutes, contentRoutes, libraryShelves, type LibraryItem } from '@halong/materials/contract';
import { formatInstant, useMutationOf, useQueryOf, useTexts } from '@halong/platform/web';
import { iconOf } from '../content/item-looks.ts';
import { say } from './editor.texts.ts';

const size = 8;

/** One's own and the programme's library, found by title or by words of a page. */
export function LibraryDialog({ classId, topicKey, onClose }: { classId: number; topicKey: string | null; onClose: () => void }) {
  const t = useTexts(say);
  const [shelf, setShelf] = useState<(typeof libraryShelves)[number]>('MINE');
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const { data, error, refetch } = useQueryOf(contentReuseRoutes.listLibrary, { params: { id: classId }, query: { shelf, search, page, size } });
  const reuse = useMutationOf(contentReuseRoutes.reuseItem, { invalidates: [contentRoutes.getClassContent, contentReuseRoutes.listLibrary], onSuccess: ({ title }) => toast(t('added', { title })) });
  const first = <T,>(set: (value: T) => void) => (value: T) => { set(value); setPage(1); };
  return (
    <Dialog open onClose={onClose} size={680} title={t('libraryTitle')} actions={<Button onClick={onClose}>{t('close')}</Button>}>
      {reuse.error && <Note tone="act">{reuse.error.problem.title}</Note>}
      <Segmented label={t('shelf')} value={shelf} onChange={first(setShelf)} options={libraryShelves.map((value) => ({ value, label: t(value) }))} />
      <SearchField label={t('searchLibrary')} value={search} onChange={first(setSearch)} />
      {error && !data ? <ErrorState problem={error.problem} onRetry={() => void refetch()} /> : !data ? <Skeletons rows={4} /> : data.items.length === 0
        ? <EmptyState title={t('libraryEmpty')}>{t('libraryEmptyWhy')}</EmptyState>
        : <ul className="rulelist">{data.items.map((one) => <Row key={one.id} one={one} busy={reuse.isPending} onUse={() => reuse.mutate({ params: { id: classId }, body: { itemId: one.id, topicKey } })} />)}</ul>}
      {data && data.total > size && <Pagination page={page} pageSize={size} total={data.total} onPage={setPage} />}
    </Dialog>
  );
}

function Row({ one, busy, onUse }: { one: LibraryItem; busy: boolean; onUse: () => void }) {
  const t = useTexts(say);
  return (
    <li>
      <span><span className="row g2"><Icon of={iconOf(one)} />{one.title}</span><small>{one.classCode} · {one.by}, {formatInstant(one.at)}</small></span>
      <span className="v"><Button size="s" disabled={busy} aria-label={t('useOf', { title: one.title })} onClick={onUse}>{t('use')}</Button></span>
    </li>
  );
}
