import { attendanceRoutes as routes, type AttendanceSession } from '@halong/attendance/contract';
import { Button, Dialog, Note, toast } from '@halong/design/web';
import { formatInstant, useMutationOf, useTexts } from '@halong/platform/web';
import { say } from './attendance.texts.ts';

interface LockDialogProps {
  session: AttendanceSession;
  counts: { all: number; 'to-review': number; room: number; online: number; absent: number };
  onClose: () => void;
  onSeeCases: () => void;
}

/** Before the attendance is closed: what it means, as facts. */
export function LockDialog({ session, counts, onClose, onSeeCases }: LockDialogProps) {
  const t = useTexts(say);
  const open = counts['to-review'];
  const lock = useMutationOf(routes.lockAttendance, {
    invalidates: [routes.listAttendance, routes.getAttendance],
    onSuccess: () => {
      toast(t('closed', { no: session.sessionNo }));
      onClose();
    },
  });
  const { all, room, online, absent } = counts;
  const both = room + online + absent - all;
  return (
    <Dialog
      open onClose={onClose} busy={lock.isPending} title={t('lockTitle', { no: session.sessionNo })}
      actions={<>
        <Button onClick={onClose} disabled={lock.isPending}>{t('notYet')}</Button>
        {open > 0 && <Button onClick={onSeeCases} disabled={lock.isPending}>{t('seeCases', { count: open })}</Button>}
        <Button variant="primary" loading={lock.isPending} onClick={() => lock.mutate({ params: { id: session.id }, body: { openCases: open > 0 } })}>
          {open > 0 ? t('lockOpen', { count: open }) : t('lock')}
        </Button>
      </>}
    >
      {lock.error && <Note tone="act">{lock.error.problem.title}</Note>}
      <ul className="facts">
        <li>{t('lockFacts', { all, room, online, absent })}{both > 0 && t('lockBoth', { count: both })}</li>
        {open > 0 && <li>{t('lockCases', { count: open })}</li>}
        <li>{t('lockCounts')}</li>
        <li>{t('lockAfter')}</li>
        <li>{t('lockClock', { at: formatInstant(session.locksAt) })}</li>
      </ul>
    </Dialog>
  );
}
