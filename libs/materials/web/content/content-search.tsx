import { type ReactNode, useDeferredValue, useState } from 'react';
import { Link } from 'react-router';
import { EmptyState, ErrorState, SearchField, Sheet, Skeletons } from '@halong/design/web';
import { renditionRoutes } from '@halong/materials/contract';
import { useQueryOf, useTexts } from '@halong/platform/web';
import { say } from './content.texts.ts';
import { addressOfItem } from './item-line.tsx';

/** Finds words in what the class shows; the content itself stands below until somebody types. */
export function ContentSearch({ classId, children }: { classId: number; children: ReactNode }) {
  const t = useTexts(say);
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  return (
    <div className="col g3">
      <SearchField label={t('search')} value={typed} onChange={setTyped} compact={false} />
      {search.length < 2 ? children : <Sheet title={t('found')}><Hits classId={classId} search={search} /></Sheet>}
    </div>
  );
}

function Hits({ classId, search }: { classId: number; search: string }) {
  const t = useTexts(say);
  const { data, error, refetch } = useQueryOf(renditionRoutes.searchContent, { params: { id: classId }, query: { search } });
  if (error && !data) return <ErrorState problem={error.problem} onRetry={() => void refetch()} />;
  if (!data) return <Skeletons rows={3} />;
  if (data.items.length === 0) return <EmptyState title={t('nothingFound')}>{t('nothingFoundWhy')}</EmptyState>;
  return (
    <ul className="rulelist">
      {data.items.map(({ itemId, title, page, excerpt }) => (
        <li key={itemId}><span><Link to={addressOfItem({ classId, id: itemId })}>{title}</Link>{page !== null && <small>{t('onPage', { page })}: {excerpt}</small>}</span></li>
      ))}
    </ul>
  );
}
