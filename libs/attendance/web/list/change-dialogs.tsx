import { useState } from 'react';
import { attendanceRoutes as routes, markStatuses, recordStatusNames, type AttendanceEvidence } from '@halong/attendance/contract';
import { FileDrop, RadioCards } from '@halong/design/web';
import { useLanguage, useMutationOf, useTexts } from '@halong/platform/web';
import { say } from './attendance.texts.ts';
import { ReasonDialog } from './reason-dialog.tsx';

const changed = [routes.getAttendance, routes.listAttendance] as const;

interface ChangeProps {
  evidence: AttendanceEvidence;
  onClose: () => void;
  onDone: () => void;
}

type MarkStatus = (typeof markStatuses)[number];

/** The word of a lecturer or coordinator about one person. */
export function MarkDialog({ evidence, onClose, onDone }: ChangeProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { session, person, can } = evidence;
  const [status, setStatus] = useState<MarkStatus>('PRESENT');
  const mark = useMutationOf(routes.markAttendance, { invalidates: changed, onSuccess: onDone });
  const means = { PRESENT: t('presentMeans'), UNEXCUSED: t('unexcusedMeans'), LATE: t('otherMeans'), LEFT_EARLY: t('otherMeans') };
  return (
    <ReasonDialog
      draft={`${session.id}-${person.enrolmentId}`} title={t('markTitle', { name: person.fullName })} confirm={t('markIt', { status: recordStatusNames[status][language] })}
      late={can.late} busy={mark.isPending} error={mark.error} onClose={onClose}
      onConfirm={(reason) => mark.mutate({ params: { id: session.id, enrolmentId: person.enrolmentId }, body: { status, reason } })}
    >
      <RadioCards
        label={t('status')} value={status} onChange={setStatus}
        options={markStatuses.map((one) => ({ value: one, title: recordStatusNames[one][language], detail: means[one] }))}
      />
    </ReasonDialog>
  );
}

/** Says whether one period counts. */
export function DecideDialog({ evidence, no, credited, onClose, onDone }: ChangeProps & { no: number; credited: boolean }) {
  const t = useTexts(say);
  const { session, person, can } = evidence;
  const decide = useMutationOf(routes.decidePeriod, { invalidates: changed, onSuccess: onDone });
  const name = person.fullName;
  return (
    <ReasonDialog
      draft={`${session.id}-${person.enrolmentId}`} title={t(credited ? 'creditTitle' : 'refuseTitle', { no, name })} confirm={t(credited ? 'creditIt' : 'refuseIt', { no })}
      late={can.late} busy={decide.isPending} error={decide.error} onClose={onClose}
      onConfirm={(reason) => decide.mutate({ params: { id: session.id, enrolmentId: person.enrolmentId, no }, body: { credited, reason } })}
    />
  );
}

const maxBytes = 10 * 1_048_576;

/** An excused absence with its document: the file goes up first, then the word. */
export function ExcuseDialog({ evidence, onClose, onDone }: ChangeProps) {
  const t = useTexts(say);
  const { session, person, can } = evidence;
  const [files, setFiles] = useState<File[]>([]);
  const excuse = useMutationOf(routes.excuseAttendance, { invalidates: changed, onSuccess: onDone });
  const upload = useMutationOf(routes.uploadExcuse);
  const file = files.at(0);
  const send = async (reason: string) => {
    if (!file) return;
    const { fileId } = await upload.mutateAsync({ query: { name: file.name }, file });
    excuse.mutate({ params: { id: session.id, enrolmentId: person.enrolmentId }, body: { documentFileId: fileId, reason } });
  };
  return (
    <ReasonDialog
      draft={`${session.id}-${person.enrolmentId}`} title={t('excuseTitle', { name: person.fullName })} lead={t('excuseLead')} confirm={t('excuseIt')} incomplete={!file}
      late={can.late} busy={upload.isPending || excuse.isPending} error={excuse.error} onClose={onClose}
      // The refusal of the file stands at the file.
      onConfirm={(reason) => void send(reason).catch(() => undefined)}
    >
      <FileDrop label={t('document')} files={files} onChange={setFiles} accept={['.pdf', '.jpg', '.jpeg', '.png', '.docx']} maxBytes={maxBytes} error={upload.error?.problem.title} />
    </ReasonDialog>
  );
}

/** Records that somebody left the room, now. */
export function CheckOutDialog({ evidence, onClose, onDone }: ChangeProps) {
  const t = useTexts(say);
  const { session, person, can } = evidence;
  const leave = useMutationOf(routes.checkOutByHand, { invalidates: changed, onSuccess: onDone });
  return (
    <ReasonDialog
      draft={`${session.id}-${person.enrolmentId}`} title={t('checkOutTitle', { name: person.fullName })} lead={t('checkOutLead')} confirm={t('checkOut')}
      late={can.late} busy={leave.isPending} error={leave.error} onClose={onClose}
      onConfirm={(reason) => leave.mutate({ params: { id: session.id, enrolmentId: person.enrolmentId }, body: { reason } })}
    />
  );
}

interface PresentProps {
  sessionId: number;
  enrolmentIds: number[];
  late: boolean;
  onClose: () => void;
  onDone: (marked: number) => void;
}

/** Roll call for several people at once. */
export function MarkPresentDialog({ sessionId, enrolmentIds, late, onClose, onDone }: PresentProps) {
  const t = useTexts(say);
  const count = enrolmentIds.length;
  const mark = useMutationOf(routes.markPresent, { invalidates: changed, onSuccess: ({ marked }) => onDone(marked) });
  return (
    <ReasonDialog
      draft={`${sessionId}-many`} title={t('markPresent', { count })} lead={t('markPresentLead', { count })} confirm={t('markPresent', { count })} late={late} busy={mark.isPending}
      error={mark.error} onClose={onClose} onConfirm={(reason) => mark.mutate({ params: { id: sessionId }, body: { enrolmentIds, reason } })}
    />
  );
}
