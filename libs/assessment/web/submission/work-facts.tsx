import { Link } from 'react-router';
import { Icon, IconFile, Sheet, StatusChip } from '@halong/design/web';
import type { Work } from '@halong/assessment/contract';
import type { DocumentView } from '@halong/materials/contract';
import { formatInstant, useLanguage, useTexts } from '@halong/platform/web';
import { lateWords } from './late-words.ts';
import { say } from './work.texts.ts';

export const paragraphsOf = (text: string): string[] => text.split(/\n{2,}/).map((part) => part.trim()).filter((part) => part !== '');

/** Text as its writer parted it. */
export const Paragraphs = ({ text }: { text: string }) => (
  <div className="col g3">{paragraphsOf(text).map((part, at) => <p key={at} style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{part}</p>)}</div>
);

export const DocumentLink = ({ document }: { document: DocumentView }) => (
  <Link to={`/documents/${document.id}`} className="row g2"><Icon of={IconFile} /><span style={{ overflowWrap: 'anywhere' }}>{document.title || document.name}</span></Link>
);

/** What is asked, with the documents that come along. */
export function Brief({ work }: { work: Work }) {
  const t = useTexts(say);
  return (
    <Sheet title={t('brief')}>
      {work.state === 'NOT_OPEN' && work.opensAt ? <p className="soft">{t('hidden', { time: formatInstant(work.opensAt) })}</p> : work.brief ? <Paragraphs text={work.brief} /> : <p className="soft">{t('noBrief')}</p>}
      {work.references.length > 0 && (
        <section className="col g2" aria-label={t('references')}>
          <h3>{t('references')}</h3>
          <ul className="col g1">{work.references.map((document) => <li key={document.id}><DocumentLink document={document} /></li>)}</ul>
        </section>
      )}
    </Sheet>
  );
}

/** By when, how often, with whom, and what being late costs. */
export function Facts({ work }: { work: Work }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { used, allowed } = work.attempts;
  const facts: [string, string][] = [
    [t('factDue'), formatInstant(work.dueAt)],
    ...(work.cutoffAt ? [[t('factCutoff'), formatInstant(work.cutoffAt)] as [string, string]] : []),
    [t('factAttempts'), t('attemptsOf', { used, allowed })],
    [t('factLate'), lateWords(work.late, language)],
    ...(work.group ? [[t('factGroup'), `${work.group.name}: ${work.group.members.map(({ fullName }) => fullName).join(', ')}`] as [string, string]] : []),
  ];
  return (
    <Sheet title={t('facts')} aside={work.extended && <StatusChip tone="info">{t('extended')}</StatusChip>}>
      <dl className="col g2">{facts.map(([name, value]) => <div key={name}><dt className="xs muted">{name}</dt><dd>{value}</dd></div>)}</dl>
    </Sheet>
  );
}
