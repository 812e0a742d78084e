import { Sheet } from '@halong/design/web';
import { sessionRoutes } from '@halong/classes/contract';
import { classContentTopic, contentRoutes } from '@halong/materials/contract';
import { useQueryOf, useTexts, useWatch } from '@halong/platform/web';
import { say } from './content.texts.ts';
import { ItemLine } from './item-line.tsx';

/** What is handed out in a session; nothing where there is nothing, or nothing for this person. */
export default function SessionHandouts({ sessionId }: { sessionId: number }) {
  const t = useTexts(say);
  const { data: session } = useQueryOf(sessionRoutes.getSession, { params: { id: sessionId } });
  const classId = session?.classId;
  const { data } = useQueryOf(contentRoutes.getClassContent, { params: { id: classId ?? 0 } }, { enabled: classId !== undefined });
  useWatch(classContentTopic, classId, [contentRoutes.getClassContent]);
  const items = data ? [...data.loose, ...data.topics.flatMap((topic) => topic.items)].filter(({ sessionNo, kind }) => sessionNo === session?.sessionNo && kind !== 'ASSIGNMENT') : [];
  if (items.length === 0) return null;
  return <Sheet padded={false} title={t('handouts')}><ul className="mats">{items.map((item) => <li key={item.id} className="mat flush"><ItemLine item={item} /></li>)}</ul></Sheet>;
}
