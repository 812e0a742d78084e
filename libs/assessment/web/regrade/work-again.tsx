import { ErrorState, Skeletons } from '@halong/design/web';
import { regradeRoutes } from '@halong/assessment/contract';
import { useQueryOf, useTexts } from '@halong/platform/web';
import { DocumentLink, Paragraphs } from '../submission/work-facts.tsx';
import { say } from './regrade.texts.ts';

/** The work that is marked again, to be read beside the score: no name, no first mark. */
export function WorkAgain({ id }: { id: number }) {
  const t = useTexts(say);
  const { data, error, refetch } = useQueryOf(regradeRoutes.getRegradeWork, { params: { id } });
  if (error && !data) return <ErrorState problem={error.problem} onRetry={() => void refetch()} />;
  if (!data) return <Skeletons rows={4} />;
  if (data.works.length === 0) return <p className="soft">{t('noWork')}</p>;
  return data.works.map((work) => (
    <section key={work.id} className="col g2" aria-label={work.title}>
      <h4>{work.title}</h4>
      {work.brief && <details><summary>{t('brief')}</summary><Paragraphs text={work.brief} /></details>}
      {work.text && <div style={{ maxHeight: 320, overflow: 'auto' }} tabIndex={0} role="group" aria-label={t('workText')}><Paragraphs text={work.text} /></div>}
      {work.documents.length > 0 && <ul className="col g1">{work.documents.map((document) => <li key={document.id}><DocumentLink document={document} /></li>)}</ul>}
    </section>
  ));
}
