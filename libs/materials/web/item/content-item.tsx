import { useState } from 'react';
import { useParams } from 'react-router';
import { Button, ErrorState, IconArrowLeft, IconChevronLeft, IconChevronRight, IconExternalLink, Note, PageHead, Sheet, Skeletons, usePage } from '@halong/design/web';
import { classContentTopic, contentRoutes, type ItemDetail, type ItemProgress } from '@halong/materials/contract';
import { formatNumber, useLanguage, useQueryOf, useTexts, useWatch } from '@halong/platform/web';
import { say as sayContent } from '../content/content.texts.ts';
import { addressOfItem, ItemState } from '../content/item-line.tsx';
import { factsOf } from '../content/item-looks.ts';
import { DocumentPreview } from '../preview/lazy-preview.tsx';
import { ItemAside } from './item-aside.tsx';
import { say } from './item.texts.ts';
import { PageBody } from './page-body.tsx';
import { useReporter } from './use-reporter.ts';

/** One item of a class: the document, page or link, what was seen of it, and the way to its neighbours. */
export default function ContentItemScreen() {
  const { id, itemId } = useParams();
  const t = useTexts(say);
  const number = Number(itemId);
  const { data, error, refetch } = useQueryOf(contentRoutes.getItem, { params: { id: number } });
  useWatch(classContentTopic, Number(id), [contentRoutes.getItem]);
  const item = data?.id === number ? data : undefined;
  const back = `/classes/${id}/content`;
  usePage({ crumbs: [{ label: t('classes'), to: '/classes' }, { label: t('content'), to: back }, { label: item?.title ?? '…' }] });
  if (error && !item) return <ErrorState centered problem={error.problem} onRetry={() => void refetch()} />;
  if (!item) return <Skeletons rows={6} />;
  return <Shown key={item.id} item={item} back={back} />;
}

function Shown({ item, back }: { item: ItemDetail; back: string }) {
  const t = useTexts(say);
  const tc = useTexts(sayContent);
  const [now, setNow] = useState<ItemProgress>();
  const onSeen = useReporter(item.id, item.progress !== null, setNow);
  const shown = { ...item, progress: item.progress && (now ?? item.progress) };
  const actions = <Button icon={IconArrowLeft} to={back}>{t('back')}</Button>;
  return (
    <>
      <PageHead title={item.title} sub={<span className="row wrap g3"><span>{factsOf(tc, item)}</span><span className="share"><ItemState item={shown} /></span></span>} actions={actions} />
      {item.versionNo !== null && item.versionNo > 1 && item.changes && <Note tone="info" title={`${t('changed', { no: item.versionNo })}:`}>{item.changes}</Note>}
      <div className="cols">
        <div><Content item={item} onSeen={onSeen} /><Neighbours item={item} /></div>
        <div><ItemAside item={item} /></div>
      </div>
    </>
  );
}

function Content({ item, onSeen }: { item: ItemDetail; onSeen: ReturnType<typeof useReporter> }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  // Where the person stopped stays what it was when the page was opened: it must not pull the recording back while it plays.
  const [startAt] = useState(item.progress?.place || undefined);
  const timed = item.document?.kind === 'VIDEO' || item.document?.kind === 'AUDIO';
  if (item.url) {
    return (
      <Sheet>
        <div className="col g3">
          <p>{t('linkLead')} <span className="m brk">{item.url}</span></p>
          <p><a className="btn p" href={item.url} target="_blank" rel="noopener noreferrer"><IconExternalLink aria-hidden />{t('openLink')}</a></p>
        </div>
      </Sheet>
    );
  }
  if (item.document) {
    return (
      <Sheet>
        <DocumentPreview document={item.document} startAt={startAt} onSeen={onSeen} />
        {timed && item.progress && <p className="xs muted">{t('speed', { speed: formatNumber(item.maxSpeed, language) })}</p>}
      </Sheet>
    );
  }
  return <Sheet><PageBody html={item.body ?? ''} onSeen={onSeen} /></Sheet>;
}

function Neighbours({ item: { previous, next, classId } }: { item: ItemDetail }) {
  const t = useTexts(say);
  if (!previous && !next) return null;
  return (
    <nav className="row wrap" aria-label={t('parts')}>
      {previous && <Button icon={IconChevronLeft} to={addressOfItem({ classId, id: previous.id })} aria-label={`${t('previous')}: ${previous.title}`}>{t('previous')}</Button>}
      <span className="sp" />
      {next && <Button variant="primary" icon={IconChevronRight} to={addressOfItem({ classId, id: next.id })} aria-label={`${t('next')}: ${next.title}`}>{t('next')}</Button>}
    </nav>
  );
}
