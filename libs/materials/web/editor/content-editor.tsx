import { type ReactNode, useState } from 'react';
import { Button, Icon, IconArrowDown, IconArrowUp, IconBooks, IconButton, IconCopy, IconDots, IconExternalLink, IconFileUpload, IconNote, IconPlus, Menu, Note, Sheet, StatusText, toast, IconClock, IconCircleCheck, IconBan, type MenuEntry } from '@halong/design/web';
import { contentRoutes, type ClassContent, type ContentItem, type ContentTopic } from '@halong/materials/contract';
import { formatInstant, useLanguage, useMutationOf, useTexts } from '@halong/platform/web';
import { DownloadAll } from '../content/download-all.tsx';
import { say as sayContent } from '../content/content.texts.ts';
import { addressOfItem, ItemLine } from '../content/item-line.tsx';
import { Topic } from '../content/topic.tsx';
import { EditorDialogs, type Asking } from './editor-dialogs.tsx';
import { say } from './editor.texts.ts';
import { atEndOf, dropped, stepped, type Place, type Shelf } from './place.rules.ts';
import { SortingFrame, SortingRow, SortingShelf } from './sorting.tsx';

interface ContentEditorProps {
  content: ClassContent;
  renderAssignment: ((refId: number) => ReactNode) | undefined;
}

/** The content of a class for those who teach it: everything, with when it is shown, and every way to change it. */
export default function ContentEditor({ content, renderAssignment }: ContentEditorProps) {
  const t = useTexts(say);
  const tc = useTexts(sayContent);
  const { language } = useLanguage();
  const [asking, setAsking] = useState<Asking>();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const place = useMutationOf(contentRoutes.placeItem, { invalidates: [contentRoutes.getClassContent] });
  const shelves: Shelf[] = [{ key: null, ids: content.loose.map(({ id }) => id) }, ...content.topics.map(({ key, items }) => ({ key, ids: items.map(({ id }) => id) }))];
  const titles = new Map([...content.loose, ...content.topics.flatMap(({ items }) => items)].map(({ id, title }) => [id, title]));
  const move = (id: number, to: Place | undefined) => {
    if (to) place.mutate({ params: { id }, body: to }, { onSuccess: () => toast(t('moved', { title: titles.get(id) ?? '' })) });
  };
  const drop = (id: number, onto: number | string) => move(id, typeof onto === 'number' ? dropped(shelves, id, onto) : atEndOf(shelves, id, onto === 'topic:' ? null : onto.slice('topic:'.length)));
  const toggle = (key: string) => setClosed((now) => (now.has(key) ? new Set([...now].filter((one) => one !== key)) : new Set([...now, key])));
  const titleOf = (topic: ContentTopic) => (language === 'vi' ? topic.titleVi : topic.titleEn);
  const shelf = (key: string | null, title: string, items: readonly ContentItem[]) => (
    <>
      <SortingShelf name={key ?? ''} ids={items.map(({ id }) => id)}>
        {items.map((item) => (
          <SortingRow key={item.id} id={item.id} label={t('drag', { title: item.title })}>
            {item.kind === 'ASSIGNMENT' && item.refId !== null && renderAssignment
              ? <><div className="work">{renderAssignment(item.refId)}</div><Steps item={item} shelves={shelves} onMove={move} /></>
              : <ItemLine item={item} state={<Shown item={item} />} actions={<><Steps item={item} shelves={shelves} onMove={move} /><Verbs item={item} onAsk={setAsking} /></>} />}
          </SortingRow>
        ))}
      </SortingShelf>
      <div className="row wrap addline">{items.length === 0 && <span className="sm muted sp">{t('emptyTopic')}</span>}<AddMenu topicKey={key} title={title} onAsk={setAsking} /></div>
    </>
  );
  return (
    <>
      {place.error && <Note tone="act">{place.error.problem.title}</Note>}
      <SortingFrame onDrop={drop}>
        <Sheet
          padded={false} title={t('title')}
          aside={<span className="row wrap g2">{content.can.downloadAll && <DownloadAll classId={content.classId} />}<Button size="s" icon={IconCopy} onClick={() => setAsking({ kind: 'COPY' })}>{t('copy')}</Button></span>}
        >
          <Topic topic={{ key: '', titleVi: t('loose'), titleEn: t('loose'), sessions: [], items: content.loose, depth: 0 }} sessions={[]} own={false} open={!closed.has('')} onToggle={() => toggle('')}>
            {shelf(null, tc('loose'), content.loose)}
          </Topic>
          {content.topics.map((topic, at) => (
            <Topic key={topic.key} topic={topic} no={at + 1} sessions={content.sessions} own={false} open={!closed.has(topic.key)} onToggle={() => toggle(topic.key)}>
              {shelf(topic.key, titleOf(topic), topic.items)}
            </Topic>
          ))}
        </Sheet>
      </SortingFrame>
      <EditorDialogs content={content} asking={asking} onClose={() => setAsking(undefined)} />
    </>
  );
}

/** Whether trainees see it now, and when they will. */
function Shown({ item: { shown, versionNo, kind } }: { item: ContentItem }) {
  const t = useTexts(sayContent);
  if (versionNo === null && kind !== 'ASSIGNMENT') return <StatusText tone="warn">{t('noVersion')}</StatusText>;
  if (shown.state === 'OPEN') return <StatusText tone="ok" icon={IconCircleCheck}>{t('open')}</StatusText>;
  if (shown.state === 'OVER') return <StatusText tone="mute" icon={IconBan}>{t('over')}</StatusText>;
  return <StatusText tone="mute" icon={IconClock}>{shown.from ? t('fromTime', { time: formatInstant(shown.from) }) : t('notYet')}</StatusText>;
}

function Steps({ item, shelves, onMove }: { item: ContentItem; shelves: readonly Shelf[]; onMove: (id: number, to: Place | undefined) => void }) {
  const t = useTexts(say);
  const [up, down] = [stepped(shelves, item.id, -1), stepped(shelves, item.id, 1)];
  return (
    <>
      <IconButton size="s" hint="none" icon={IconArrowUp} label={t('up', { title: item.title })} disabled={!up} onClick={() => onMove(item.id, up)} />
      <IconButton size="s" hint="none" icon={IconArrowDown} label={t('down', { title: item.title })} disabled={!down} onClick={() => onMove(item.id, down)} />
    </>
  );
}

function Verbs({ item, onAsk }: { item: ContentItem; onAsk: (asking: Asking) => void }) {
  const t = useTexts(say);
  const own = item.kind !== 'ASSIGNMENT';
  const entries: MenuEntry[] = [
    { id: 'see', label: t('see'), to: addressOfItem(item) },
    { id: 'edit', label: t('edit'), onSelect: () => onAsk({ kind: 'EDIT', item }) },
    ...(own ? [{ id: 'version', label: t('newVersion'), onSelect: () => onAsk({ kind: 'VERSION', item }) }, { id: 'remove', label: t('remove'), danger: true, onSelect: () => onAsk({ kind: 'REMOVE', item }) }] : []),
  ];
  return <Menu label={t('more', { title: item.title })} trigger={<Icon of={IconDots} />} triggerClass="iconbtn s" entries={entries} />;
}

function AddMenu({ topicKey, title, onAsk }: { topicKey: string | null; title: string; onAsk: (asking: Asking) => void }) {
  const t = useTexts(say);
  const icons = { MATERIAL: IconFileUpload, LINK: IconExternalLink, PAGE: IconNote, LIBRARY: IconBooks };
  const kinds = ['MATERIAL', 'LINK', 'PAGE', 'LIBRARY'] as const;
  return (
    <Menu
      label={t('addTo', { title })} trigger={<><Icon of={IconPlus} /> {t('add')}</>} triggerClass="btn s"
      entries={kinds.map((kind) => ({ id: kind, label: t(kind), icon: icons[kind], onSelect: () => onAsk({ kind, topicKey }) }))}
    />
  );
}
