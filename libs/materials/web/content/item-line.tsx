import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon, IconButton, IconDownload, IconEye, IconCircleCheck, Progress, StatusChip, StatusText, toast } from '@halong/design/web';
import { contentRoutes, type ContentItem } from '@halong/materials/contract';
import { call, ProblemError, useTexts } from '@halong/platform/web';
import { say } from './content.texts.ts';
import { factsOf, iconOf } from './item-looks.ts';

export const addressOfItem = ({ classId, id }: Pick<ContentItem, 'classId' | 'id'>): string => `/classes/${classId}/content/${id}`;

/** How far the trainee is: seen, a share of it, or not opened. */
export function ItemState({ item }: { item: ContentItem }) {
  const t = useTexts(say);
  if (!item.progress) return null;
  const { state, percent } = item.progress;
  if (state === 'DONE') return <StatusText tone="ok" icon={IconCircleCheck}>{t('DONE')}</StatusText>;
  if (state === 'UNOPENED') return <StatusText tone="mute" icon={IconEye}>{t('UNOPENED')}</StatusText>;
  return (
    <span className="row g2">
      <span className="sp"><Progress parts={[{ value: percent }]} max={100} label={t('percentOf', { percent, title: item.title })} /></span>
      <span className="xs muted" aria-hidden>{t('percent', { percent })}</span>
    </span>
  );
}

/** Asks for a link of now and follows it. */
export async function download(item: Pick<ContentItem, 'id'>): Promise<void> {
  try {
    window.location.assign((await call(contentRoutes.linkItem, { params: { id: item.id }, query: { purpose: 'download' } })).url);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    toast(error.problem.title);
  }
}

interface ItemLineProps {
  item: ContentItem;
  /** Instead of the trainee's progress. */
  state?: ReactNode;
  /** At the end, instead of the download. */
  actions?: ReactNode;
}

/** One item of a class: what it is, how far one is with it, the file. */
export function ItemLine({ item, state, actions }: ItemLineProps) {
  const t = useTexts(say);
  return (
    <>
      <span className="ic"><Icon of={iconOf(item)} /></span>
      <div className="what">
        <p className="row wrap g2">
          <Link className="m" to={addressOfItem(item)}>{item.title}</Link>
          {item.isNew && <StatusChip tone="info">{t('isNew')}</StatusChip>}
          {item.mandatory && <span className="xs soft">{t('mandatory')}</span>}
        </p>
        <small className="muted">{factsOf(t, item)}</small>
      </div>
      <div className="how">{state ?? <ItemState item={item} />}</div>
      <div className="do">{actions ?? (item.can.download && <IconButton icon={IconDownload} label={t('download', { title: item.title })} onClick={() => void download(item)} />)}</div>
    </>
  );
}
