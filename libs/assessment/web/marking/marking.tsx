import { useEffect } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { EmptyState, ErrorState, Button, Skeletons, usePage } from '@halong/design/web';
import { markingRoutes, markingTopic } from '@halong/assessment/contract';
import { useQueryOf, useTexts, useWatch } from '@halong/platform/web';
import { say } from './marking.texts.ts';
import { Script } from './script.tsx';

/** An assignment to mark: the script of the address, or the first that waits. */
export default function MarkingScreen() {
  const { id, code } = useParams();
  return code === undefined ? <First assignmentId={Number(id)} /> : <One assignmentId={Number(id)} code={code} />;
}

function First({ assignmentId }: { assignmentId: number }) {
  const t = useTexts(say);
  usePage({ crumbs: [{ label: t('inbox') }] });
  const { data, error, refetch } = useQueryOf(markingRoutes.listScripts, { params: { id: assignmentId } });
  if (error) return <main className="mkstate"><ErrorState problem={error.problem} onRetry={() => void refetch()} /></main>;
  if (!data) return <main className="mkstate"><Skeletons rows={6} /></main>;
  const code = data.nextWaiting ?? data.items[0]?.code;
  if (code === undefined) return <main className="mkstate"><EmptyState title={t('noScripts')} action={<Button to="/marking">{t('back')}</Button>}>{t('noScriptsWhy')}</EmptyState></main>;
  return <Navigate to={`/marking/${assignmentId}/${code}`} replace />;
}

function One({ assignmentId, code }: { assignmentId: number; code: string }) {
  const t = useTexts(say);
  const navigate = useNavigate();
  const { data, error, refetch } = useQueryOf(markingRoutes.getScript, { params: { id: assignmentId, code } });
  useWatch(markingTopic, assignmentId, [markingRoutes.getScript]);
  // While the next one is on its way the old one stays; it must not be marked in the name of the next.
  const script = data?.code === code && data.assignment.id === assignmentId ? data : undefined;
  usePage({ crumbs: [{ label: t('inbox'), to: '/marking' }, { label: script ? t('code', { title: script.assignment.title, code }) : code }] });
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [code]);
  if (error && !script) return <main className="mkstate"><ErrorState problem={error.problem} onRetry={() => void refetch()} /></main>;
  if (!script) return <main className="mkstate"><Skeletons rows={8} /></main>;
  return <Script key={`${assignmentId}-${code}`} script={script} onGo={(next) => void navigate(next === null ? '/marking' : `/marking/${assignmentId}/${next}`)} />;
}
