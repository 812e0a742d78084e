import { Link } from 'react-router';
import { ConditionTree, type Condition, type ConditionState } from '@halong/design/web';
import { completionGroupNames, sourceNames, verdictNames, whoNames, whyTexts, type CompletionLeafItem, type CompletionTreeItem, type Verdict } from '@halong/completion/contract';
import { useLanguage, useTexts } from '@halong/platform/web';
import { say } from './completion.texts.ts';
import { figureText } from './figure-text.ts';

/** Whose eyes: a unit head reads the facts, the records behind them are the class's own. */
export type Reader = 'staff' | 'trainee' | 'head';

const states: Record<Verdict, ConditionState> = { MET: 'met', NOT_MET: 'failed', PENDING: 'waiting' };

/** Where the record behind a condition is shown: the staff's lists, or the trainee's own pages. */
export function recordOf(link: CompletionLeafItem['link'], reader: Exclude<Reader, 'head'>): string {
  const ofClass = `/classes/${link.classId}`;
  if (link.screen === 'content') return `${ofClass}/content`;
  if (reader === 'trainee') return link.screen === 'gradeSheet' || link.screen === 'transcript' ? '/record#results' : link.screen === 'attendance' ? `${ofClass}/timetable` : ofClass;
  if (link.screen === 'gradeSheet' || link.screen === 'transcript') return `${ofClass}/grades`;
  return link.screen === 'attendance' ? `${ofClass}/attendance` : `${ofClass}/trainees`;
}

/** "Vì sao chưa hoàn thành?": what is needed, what is there, from which record, who can act. */
export function CompletionConditions({ tree, reader }: { tree: CompletionTreeItem; reader: Reader }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const leaves = tree.groups.flatMap((group) => group.leaves);
  const factOf = (leaf: CompletionLeafItem) => [
    `${t('needed', { text: figureText(leaf.needed, language) })}. ${t('actual', { text: figureText(leaf.actual, language) })}.`,
    leaf.why && whyTexts[leaf.why][language],
    `${t('source', { name: sourceNames[leaf.source.type][language] })}.`,
    leaf.met !== 'MET' && leaf.actor && `${t('actor', { name: whoNames[leaf.actor][language] })}.`,
  ].filter(Boolean).join(' ');
  const leafOf = (leaf: CompletionLeafItem): Condition => {
    const title = language === 'vi' ? leaf.label.nameVi : leaf.label.nameEn;
    return {
      id: leaf.key, state: states[leaf.met], stateWord: verdictNames[leaf.met][language], title, fact: factOf(leaf),
      action: reader !== 'head' && <Link to={recordOf(leaf.link, reader)} aria-label={t('openOf', { name: title })}>{t('open')}</Link>,
    };
  };
  const conditions = tree.groups.map((group): Condition => ({
    id: group.key, state: states[group.met], stateWord: verdictNames[group.met][language], title: completionGroupNames[group.key][language], parts: group.leaves.map(leafOf),
  }));
  return <ConditionTree summary={t('summary', { total: leaves.length, met: leaves.filter((leaf) => leaf.met === 'MET').length })} conditions={conditions} />;
}
