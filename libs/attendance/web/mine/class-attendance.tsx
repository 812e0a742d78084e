import { useParams } from 'react-router';
import { ClassHeader } from '@halong/classes/web';
import { useTexts } from '@halong/platform/web';
import { AttendanceSummary } from './attendance-summary.tsx';
import { say } from './mine.texts.ts';

/** Attendance of a whole class: who may still miss how much. */
export default function ClassAttendance() {
  const t = useTexts(say);
  const classId = Number(useParams().id);
  return (
    <>
      <ClassHeader classId={classId} active="attendance" title={t('summary')} />
      <AttendanceSummary classId={classId} />
    </>
  );
}
