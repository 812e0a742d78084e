import { StatusText, TaskItem } from '@halong/design/web';
import { assignmentKindNames, workStateNames, type WorkItem } from '@halong/assessment/contract';
import { useLanguage, useNow, useTexts } from '@halong/platform/web';
import { say } from './work.texts.ts';
import { isToDo, urgencyOf, whenWords, workLooks } from './work-looks.ts';

/** One piece of work as a row that leads to it: what, by when, where it stands. */
export function WorkRow({ item, withClass = true }: { item: WorkItem; withClass?: boolean }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const now = useNow(60_000);
  const { icon } = workLooks[item.state];
  const tone = urgencyOf(item, now);
  const facts = [assignmentKindNames[item.kind][language], item.groupWork && t('groupWork'), whenWords(item, now, t), item.extended && t('extended'), withClass && item.class.code].filter(Boolean).join(' · ');
  return (
    <TaskItem
      icon={icon} tone={isToDo(item) ? tone : workLooks[item.state].tone === 'act' ? 'act' : 'mute'} title={item.title} to={`/assignments/${item.id}`}
      detail={<>{facts}<br /><StatusText tone={workLooks[item.state].tone} icon={icon}>{workStateNames[item.state][language]}</StatusText></>}
    />
  );
}
