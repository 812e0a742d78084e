import { Button, Note, Sheet, toast } from '@halong/design/web';
import { contentRoutes, progressRoutes, type ItemDetail } from '@halong/materials/contract';
import { formatInstant, useMutationOf, useQueryOf, useTexts } from '@halong/platform/web';
import { say } from './item.texts.ts';
import { ItemReaders } from './item-readers.tsx';

/** Beside an item: its versions, and who opened it as far as the reader may know. */
export function ItemAside({ item }: { item: ItemDetail }) {
  return (
    <>
      {(item.versions.length > 1 || item.can.edit) && <Versions item={item} />}
      {item.can.seeReaders ? <ItemReaders itemId={item.id} /> : <MyAccesses itemId={item.id} />}
    </>
  );
}

function Versions({ item }: { item: ItemDetail }) {
  const t = useTexts(say);
  const give = useMutationOf(contentRoutes.giveVersion, {
    invalidates: [contentRoutes.getItem, contentRoutes.getClassContent],
    onSuccess: ({ versionNo }) => toast(t('giveDone', { no: versionNo ?? 0 })),
  });
  return (
    <Sheet title={t('history')}>
      {give.error && <Note tone="act">{give.error.problem.title}</Note>}
      <ul className="rulelist">
        {item.versions.map(({ no, changes, by, at, givenAt }) => (
          <li key={no}>
            <span>{t('version', { no })}{changes && <>: {changes}</>}<small>{t('by', { name: by, time: formatInstant(at) })}</small></span>
            <span className="v">
              {item.can.edit && no !== item.versionNo
                ? <Button size="s" loading={give.isPending} onClick={() => give.mutate({ params: { id: item.id }, body: { no } })}>{t('give', { no })}</Button>
                : <small>{givenAt ? t('given', { time: formatInstant(givenAt) }) : t('notGiven')}</small>}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function MyAccesses({ itemId }: { itemId: number }) {
  const t = useTexts(say);
  const { data } = useQueryOf(progressRoutes.listMyAccesses, { params: { id: itemId } });
  if (!data) return null;
  return (
    <Sheet title={t('log')}>
      {data.items.length === 0 ? <p className="muted sm">{t('noLog')}</p>
        : <ul className="rulelist">{data.items.slice(0, 10).map(({ kind, at, versionNo }) => <li key={`${kind}${at}`}><span>{t(kind, { no: versionNo })}</span><small>{formatInstant(at)}</small></li>)}</ul>}
    </Sheet>
  );
}
