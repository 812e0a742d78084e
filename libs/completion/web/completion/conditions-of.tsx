import { ErrorState, Sheet, Skeletons, StatusChip } from '@halong/design/web';
import { completionRoutes, completionTopic, verdictNames, type EnrolmentCompletion } from '@halong/completion/contract';
import type { ProblemError } from '@halong/platform/web';
import { formatInstant, useLanguage, useQueryOf, useTexts, useWatch } from '@halong/platform/web';
import { CompletionConditions, type Reader } from './completion-conditions.tsx';
import { say } from './completion.texts.ts';
import { verdictLooks } from './verdict-looks.ts';

interface Answer {
  data: EnrolmentCompletion | undefined;
  error: ProblemError | null;
  refetch: () => unknown;
}

function Shown({ answer: { data, error, refetch }, reader }: { answer: Answer; reader: Reader }) {
  const t = useTexts(say);
  if (error && !data) return <ErrorState problem={error.problem} onRetry={() => void refetch()} />;
  if (!data) return <Skeletons rows={4} height={56} />;
  return (
    <div className="col g3">
      <CompletionConditions tree={data.tree} reader={reader} />
      <p className="muted sm">{t('computed', { time: formatInstant(data.computedAt) })}</p>
    </div>
  );
}

/** The conditions of one enrolment, for the staff of the class and the heads of its units. */
export function EnrolmentConditions({ enrolmentId, reader = 'staff' }: { enrolmentId: number; reader?: Reader }) {
  useWatch(completionTopic, enrolmentId, [completionRoutes.getOfEnrolment]);
  return <Shown answer={useQueryOf(completionRoutes.getOfEnrolment, { params: { id: enrolmentId } })} reader={reader} />;
}

function useMine(classId: number): Answer {
  const answer = useQueryOf(completionRoutes.getMine, { query: { classId } });
  useWatch(completionTopic, answer.data?.tree.enrolmentId, [completionRoutes.getMine]);
  return answer;
}

/** My own conditions in one class. */
export const MyConditions = ({ classId }: { classId: number }) => <Shown answer={useMine(classId)} reader="trainee" />;

/** The same as a part of a page, with the result in its head; nothing for people who are not enrolled. */
export function MyCompletion({ classId }: { classId: number }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const answer = useMine(classId);
  if (answer.error?.problem.status === 404) return null;
  const met = answer.data?.tree.met;
  return (
    <Sheet title={t(met === 'MET' ? 'mineMet' : 'mineWhy')} aside={met && <StatusChip {...verdictLooks[met]}>{verdictNames[met][language]}</StatusChip>}>
      <Shown answer={answer} reader="trainee" />
    </Sheet>
  );
}
