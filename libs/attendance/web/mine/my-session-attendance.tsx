import { attendanceRoutes as routes, myAttendanceTopic } from '@halong/attendance/contract';
import { ErrorState, Sheet, Skeletons } from '@halong/design/web';
import { useQueryOf, useTexts, useWatch } from '@halong/platform/web';
import { EvidencePicture, Reasons, Records, Rules } from '../evidence/evidence-story.tsx';
import { Periods, Way } from '../words/looks.tsx';
import { say } from './mine.texts.ts';

/** My own attendance in one session, with the reasons that the lecturer sees. Nothing for people who are not enrolled. */
export function MyAttendance({ sessionId }: { sessionId: number }) {
  const t = useTexts(say);
  const { data: evidence, error, refetch } = useQueryOf(routes.getMyAttendance, { params: { id: sessionId } });
  useWatch(myAttendanceTopic, evidence?.person.enrolmentId, [routes.getMyAttendance]);
  if (error?.problem.status === 404) return null;
  if (error && !evidence) return <ErrorState problem={error.problem} onRetry={() => void refetch()} />;
  if (!evidence) return <Skeletons rows={3} />;
  return (
    <Sheet title={t('mine')} aside={<span className="row g3"><Way way={evidence.person.way} /><Periods periods={evidence.person.periods} /></span>}>
      <div className="col g4">
        <Reasons evidence={evidence} level={3} />
        <EvidencePicture evidence={evidence} />
        <Records evidence={evidence} />
        <Rules evidence={evidence} />
      </div>
    </Sheet>
  );
}
