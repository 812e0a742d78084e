import { Sheet } from '@halong/design/web';
import { assignmentRoutes, type AssignmentDetail } from '@halong/assessment/contract';
import { formatInstant, useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { lateWords } from '../submission/late-words.ts';
import { DocumentLink, Paragraphs } from '../submission/work-facts.tsx';
import { say } from './assignment.texts.ts';

/** What an assignment says: the brief with its documents, or by when and how it is submitted. */
export function AssignmentFacts({ detail, part }: { detail: AssignmentDetail; part: 'brief' | 'facts' }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { data: list } = useQueryOf(assignmentRoutes.listAssignments, { params: { id: detail.classId } });
  if (part === 'brief') {
    return (
      <Sheet title={t('brief')}>
        <Paragraphs text={detail.brief} />
        {detail.references.length > 0 && <section className="col g2" aria-label={t('references')}><h3>{t('references')}</h3><ul className="col g1">{detail.references.map((document) => <li key={document.id}><DocumentLink document={document} /></li>)}</ul></section>}
      </Sheet>
    );
  }
  const component = list?.terms.components.find(({ key }) => key === detail.component);
  const facts: [string, string | false][] = [
    [t('opens'), detail.opensAt ? formatInstant(detail.opensAt) : t('opensAtOnce')],
    [t('due'), formatInstant(detail.dueAt)],
    [t('cutoff'), detail.cutoffAt ? formatInstant(detail.cutoffAt) : t('noCutoff')],
    [t('late'), lateWords(detail.late, language)],
    [t('attempts'), String(detail.attempts)],
    [t('component'), component ? (language === 'vi' ? component.nameVi : component.nameEn) : (detail.component ?? t('noComponent'))],
    [t('declaration'), detail.declaration ?? false],
    [t('markingPart'), [detail.blind && t('blindWord'), detail.markers === 2 && t('doubleWord')].filter(Boolean).join('. ') || false],
  ];
  return (
    <Sheet title={t('facts')}>
      <dl className="col g2">{facts.map(([name, value]) => value !== false && <div key={name}><dt className="xs muted">{name}</dt><dd>{value}</dd></div>)}</dl>
    </Sheet>
  );
}
