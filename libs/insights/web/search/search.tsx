import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { finds, IconBooks, IconSchool, IconSitemap, IconUser, IconUsers, SearchDialog, type IconType, type SearchSection } from '@halong/design/web';
import { fewestLetters, mostHits, searchRoutes, type SearchGroup, type SearchKind } from '@halong/insights/contract';
import { formatNumber, useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { say } from './search.texts.ts';
import { allPeople, entriesOf } from './sections.rules.ts';

/** A screen that the person may open. */
export interface SearchScreen { label: string; to: string; icon: IconType }

const icons: Record<SearchKind, IconType> = { PEOPLE: IconUser, CLASSES: IconSchool, PROGRAMMES: IconBooks, UNITS: IconSitemap };
/** Between the last letter and the question, milliseconds. */
const pause = 180;

/** The one search field, over whatever page is open. Mounted while it is open. */
export default function Search({ screens, onClose }: { screens: readonly SearchScreen[]; onClose: () => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const typed = text.trim();
  const q = useSettled(typed);
  const asks = typed.length >= fewestLetters;
  const { data, error, isFetching, isPlaceholderData } = useQueryOf(searchRoutes.search, { query: { q } }, { enabled: q.length >= fewestLetters });
  const waits = asks && !error && (q !== typed || isPlaceholderData || (isFetching && !data));
  const groups = asks && data && !error ? data.groups : [];
  const number = (value: number) => formatNumber(value, language);
  const late = groups.filter((group) => group.late).map(({ kind }) => t(kind).toLocaleLowerCase(language));
  const sectionOf = (group: SearchGroup): SearchSection => ({
    id: group.kind,
    label: t(group.kind),
    note: group.kind !== 'PEOPLE' && group.total > group.items.length ? t('more', { shown: number(group.items.length), total: number(group.total) }) : undefined,
    entries: [
      ...entriesOf(group, language).map(({ to, label, detail }) => ({ id: to, label, detail, icon: icons[group.kind] })),
      ...(group.kind === 'PEOPLE' && group.total > group.items.length
        ? [{ id: allPeople(q), label: t('allPeople', { total: number(group.total), text: q }), icon: IconUsers }] : []),
    ],
  });
  const entries = screens.filter(({ label }) => finds(typed, label)).slice(0, mostHits).map(({ label, to, icon }) => ({ id: to, label, icon }));
  const found = groups.filter(({ items }) => items.length > 0).map(sectionOf);
  const sections = entries.length > 0 ? [...found, { id: 'SCREENS', label: t('SCREENS'), entries }] : found;
  const count = sections.reduce((sum, section) => sum + section.entries.length, 0);
  const message = () => {
    if (error && asks) return error.problem.title;
    if (late.length > 0) return t('late', { kinds: late.join(', ') });
    return asks && !waits && count === 0 ? t('none', { text: typed }) : undefined;
  };
  return (
    <SearchDialog
      label={t('search')} value={text} onChange={setText} sections={sections} busy={waits} message={message()} status={waits ? '' : t('count', { count: number(count) })}
      hints={[...(asks ? [] : [t('typing')]), t('keysMove'), t('keysOpen'), t('keysClose')]} onClose={onClose}
      onChoose={(to) => {
        onClose();
        void navigate(to);
      }}
    />
  );
}

/** The text once nothing has been typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
