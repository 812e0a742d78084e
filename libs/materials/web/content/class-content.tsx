import { Fragment, lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { EmptyState, ErrorState, Progress, Sheet, Skeletons } from '@halong/design/web';
import { classContentTopic, contentRoutes, progressRoutes, type ClassContent as Content, type ContentItem } from '@halong/materials/contract';
import { call, serverNow, useQueryOf, useTexts, useWatch } from '@halong/platform/web';
import { ContentSearch } from './content-search.tsx';
import { say } from './content.texts.ts';
import { DownloadAll } from './download-all.tsx';
import { ItemLine } from './item-line.tsx';
import { Topic } from './topic.tsx';
import { firstOpen, shareOf } from './topic-state.rules.ts';

/** Who edits brings a heavier page with them; who learns does not load it. */
const ContentEditor = lazy(() => import('../editor/content-editor.tsx'));

export interface ClassContentProps {
  classId: number;
  /** An assignment among the items, kept by another domain. */
  renderAssignment?: (refId: number) => ReactNode;
}

/** What a class has been given: to read for its trainees, to put together for those who teach it. */
export default function ClassContent({ classId, renderAssignment }: ClassContentProps) {
  const { data, error, refetch } = useQueryOf(contentRoutes.getClassContent, { params: { id: classId } });
  useWatch(classContentTopic, classId, [contentRoutes.getClassContent]);
  if (error && !data) return <ErrorState centered problem={error.problem} onRetry={() => void refetch()} />;
  if (!data) return <Skeletons rows={6} height={56} />;
  return (
    <ContentSearch classId={classId}>
      {data.can.edit
        ? <Suspense fallback={<Skeletons rows={6} height={56} />}><ContentEditor content={data} renderAssignment={renderAssignment} /></Suspense>
        : <Reading content={data} renderAssignment={renderAssignment} />}
    </ContentSearch>
  );
}

/** Says once that the trainee is here: what is new is counted from the visit before. */
function useVisit(classId: number): void {
  useEffect(() => {
    void call(progressRoutes.visitContent, { params: { id: classId } }).catch(() => undefined);
  }, [classId]);
}

function Reading({ content, renderAssignment }: { content: Content; renderAssignment: ClassContentProps['renderAssignment'] }) {
  const t = useTexts(say);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [first] = useState(() => firstOpen(content, serverNow()));
  useVisit(content.classId);
  const isOpen = (key: string) => (key === first) !== toggled.has(key);
  const toggle = (key: string) => setToggled((now) => (now.has(key) ? new Set([...now].filter((one) => one !== key)) : new Set([...now, key])));
  const share = shareOf(content);
  const filled = content.topics.filter(({ items }) => items.length > 0);
  if (filled.length === 0 && content.loose.length === 0) return <Sheet><EmptyState title={t('empty')}>{t('emptyWhy')}</EmptyState></Sheet>;
  return (
    <Sheet padded={false} title={filled.length > 0 ? t('topics', { count: filled.length }) : t('content')} aside={<Aside content={content} share={share} />}>
      {content.loose.length > 0 && <Items items={content.loose} renderAssignment={renderAssignment} />}
      {filled.map((topic, at) => (
        <Topic key={topic.key} topic={topic} no={at + 1} sessions={content.sessions} own open={isOpen(topic.key)} onToggle={() => toggle(topic.key)}>
          <Items items={topic.items} renderAssignment={renderAssignment} />
        </Topic>
      ))}
    </Sheet>
  );
}

function Aside({ content, share }: { content: Content; share: ReturnType<typeof shareOf> }) {
  const t = useTexts(say);
  const words = share && share.needed > 0 ? t(share.must ? 'seenOf' : 'seenAll', { done: share.done, needed: share.needed }) : null;
  return (
    <span className="row wrap g3">
      {words && share && <><span className="sm soft">{words}</span><span className="share"><Progress parts={[{ value: share.done }]} max={share.needed} label={words} /></span></>}
      {content.can.downloadAll && <DownloadAll classId={content.classId} />}
    </span>
  );
}

function Items({ items, renderAssignment }: { items: readonly ContentItem[]; renderAssignment: ClassContentProps['renderAssignment'] }) {
  return (
    <ul className="mats">
      {items.map((item) => item.kind === 'ASSIGNMENT' && item.refId !== null
        ? <li key={item.id} className="work">{renderAssignment ? renderAssignment(item.refId) : <Fragment>{item.title}</Fragment>}</li>
        : <li key={item.id} className="mat"><ItemLine item={item} /></li>)}
    </ul>
  );
}
