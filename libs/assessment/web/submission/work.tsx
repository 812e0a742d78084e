import { lazy, Suspense, useState } from 'react';
import { useParams } from 'react-router';
import { Button, ErrorState, IconPencil, Note, PageHead, Sheet, Skeletons, StatusChip, usePage } from '@halong/design/web';
import { assignmentKindNames, assignmentsTopic, submissionRoutes, workStateNames, type Work } from '@halong/assessment/contract';
import { useSession } from '@halong/identity/web';
import { formatInstant, useLanguage, useQueryOf, useTexts, useWatch } from '@halong/platform/web';
import { Receipts } from './receipts.tsx';
import { WorkEditor } from './work-editor.tsx';
import { Brief, Facts } from './work-facts.tsx';
import { say } from './work.texts.ts';
import { workLooks } from './work-looks.ts';

const Result = lazy(() => import('../marking/work-result.tsx'));

/** One piece of work: what is asked, what is written, what was submitted, what came of it. */
export default function WorkScreen() {
  const id = Number(useParams().id);
  const t = useTexts(say);
  const { data: work, error, refetch } = useQueryOf(submissionRoutes.getMyWork, { params: { id } });
  usePage({ crumbs: [{ label: t('myWork'), to: '/assignments' }, { label: work?.title ?? '' }] });
  if (error && !work) return <Sheet><ErrorState problem={error.problem} onRetry={() => void refetch()} /></Sheet>;
  if (!work || work.id !== id) return <Skeletons rows={6} height={56} />;
  return <WorkPage key={id} work={work} />;
}

function WorkPage({ work }: { work: Work }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { me } = useSession();
  useWatch(assignmentsTopic, work.class.id, [submissionRoutes.getMyWork]);
  const time = work.closed === 'NOT_OPEN' ? work.opensAt : work.cutoffAt;
  const [again, setAgain] = useState(false);
  // What is submitted stands first; another attempt begins when somebody wants it, or has begun already.
  const writes = work.receipts.length === 0 ? work.can.edit || work.draft.version > 0 : work.can.edit && (again || work.can.submit);
  return (
    <>
      <PageHead
        title={work.title}
        sub={(
          <span className="row wrap g2">
            <span>{[assignmentKindNames[work.kind][language], work.groupWork && t('groupWork'), language === 'vi' ? work.class.nameVi : work.class.nameEn, work.class.code].filter(Boolean).join(' · ')}</span>
            <StatusChip {...workLooks[work.state]}>{workStateNames[work.state][language]}</StatusChip>
          </span>
        )}
      />
      {work.closed && <Note tone={work.closed === 'NO_ATTEMPTS' ? 'ok' : work.closed === 'CUT_OFF' ? 'act' : 'info'}>{t(work.closed, { time: time ? formatInstant(time) : '' })}</Note>}
      <div className="cols">
        <div className="col g4">
          {work.state === 'PUBLISHED' && <Suspense fallback={<Skeletons rows={2} />}><Result assignmentId={work.id} /></Suspense>}
          <Brief work={work} />
          {writes && <WorkEditor work={work} accountId={me.accountId} />}
          {!writes && work.can.edit && <span><Button icon={IconPencil} onClick={() => setAgain(true)}>{t('tryAgain', { n: work.attempts.used + 1 })}</Button></span>}
        </div>
        <div className="col g4">
          <Facts work={work} />
          <Receipts work={work} />
        </div>
      </div>
    </>
  );
}
