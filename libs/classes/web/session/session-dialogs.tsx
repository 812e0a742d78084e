import { useState } from 'react';
import { Button, DestructiveDialog, Dialog, TextField, toast, type ComboOption } from '@halong/design/web';
import { roomName, sessionRoutes, trainingClassRoutes, type ClassSession } from '@halong/classes/contract';
import type { Language } from '@halong/platform/contract';
import { formatLongDay, useLanguage, useMutationOf, useTexts } from '@halong/platform/web';
import { ClashNote, saysHoliday } from './clash-note.tsx';
import { LecturersField, RoomField, WhenFields, WhereFields, whereOf, type WhenDraft, type WhereDraft } from './session-fields.tsx';
import { timesOf } from './session-looks.tsx';
import { say } from './session.texts.ts';
import { runFrom } from './week.rules.ts';

interface SessionDialogProps {
  session: ClassSession;
  institutionId: number;
  onClose: () => void;
}

export const sessionReads = [sessionRoutes.listClassSessions, sessionRoutes.getSession, sessionRoutes.timetable, sessionRoutes.mySessions, trainingClassRoutes.getClass];
const roomOf = ({ room }: ClassSession, language: Language): ComboOption | undefined => room ? { value: String(room.id), label: roomName(room.name, language) } : undefined;
const optionOf = (one: ClassSession['lecturers'][number]): ComboOption => ({ value: String(one.lecturerId), label: `${one.title} ${one.fullName}`.trim() });

function useDone(key: 'changed' | 'moved' | 'replaced' | 'cancelled', { session, onClose }: SessionDialogProps) {
  const t = useTexts(say);
  return () => {
    toast(t(key, { no: session.sessionNo }));
    onClose();
  };
}

function useWhen(session: ClassSession): string {
  const { language } = useLanguage();
  return `${formatLongDay(session.day, language)}, ${timesOf(session)}`;
}

/** Room, online, both or field study, with the room or place. */
export function ChangeDialog(props: SessionDialogProps) {
  const { session, institutionId, onClose } = props;
  const t = useTexts(say);
  const { language } = useLanguage();
  const [where, setWhere] = useState<WhereDraft>({ mode: session.mode, room: roomOf(session, language), place: session.place ?? '' });
  const [topic, setTopic] = useState(session.topic);
  const [reason, setReason] = useState('');
  const edit = useMutationOf(sessionRoutes.editSession, { invalidates: sessionReads, onSuccess: useDone('changed', props) });
  const words = topic.trim();
  const submit = () => edit.mutate({
    params: { id: session.id },
    body: { version: session.version, ...whereOf(where), ...(words === session.topic ? {} : { topic: words }), ...(reason.trim() ? { reason: reason.trim() } : {}) },
  });
  return (
    <Dialog
      open onClose={onClose} busy={edit.isPending} title={t('changeTitle', { no: session.sessionNo })} lead={useWhen(session)}
      actions={<>
        <Button onClick={onClose}>{t('keep')}</Button>
        <Button variant="primary" loading={edit.isPending} disabled={words.length < 2} onClick={submit}>{t('changeIt', { no: session.sessionNo })}</Button>
      </>}
    >
      <ClashNote problem={edit.error?.problem} />
      <WhereFields institutionId={institutionId} value={where} onChange={setWhere} />
      {session.can.change && <TextField label={t('topic')} value={topic} maxLength={300} onChange={(event) => setTopic(event.currentTarget.value)} />}
      <TextField label={t('reason')} optional hint={t('reasonHint')} value={reason} maxLength={500} onChange={(event) => setReason(event.currentTarget.value)} />
    </Dialog>
  );
}

/** Another day, other periods, another room. */
export function MoveDialog(props: SessionDialogProps) {
  const { session, institutionId, onClose } = props;
  const t = useTexts(say);
  const { language } = useLanguage();
  const numbers = session.periods.map((one) => one.periodNo);
  const [when, setWhen] = useState<WhenDraft>({ day: session.day, first: Math.min(...numbers), last: Math.max(...numbers), evenOnHoliday: false });
  const [room, setRoom] = useState(roomOf(session, language));
  const [reason, setReason] = useState('');
  const move = useMutationOf(sessionRoutes.moveSession, { invalidates: sessionReads, onSuccess: useDone('moved', props) });
  const inRoom = session.mode === 'ROOM' || session.mode === 'BOTH';
  const submit = () => move.mutate({
    params: { id: session.id },
    body: {
      version: session.version, day: when.day, periods: runFrom(when.first, when.last), evenOnHoliday: when.evenOnHoliday, reason: reason.trim(),
      ...(inRoom && room ? { roomId: Number(room.value) } : {}),
    },
  });
  return (
    <Dialog
      open onClose={onClose} busy={move.isPending} title={t('moveTitle', { no: session.sessionNo })} lead={t('moveLead', { when: useWhen(session) })}
      actions={<>
        <Button onClick={onClose}>{t('keep')}</Button>
        <Button variant="primary" loading={move.isPending} disabled={reason.trim().length < 3 || !when.day} onClick={submit}>{t('moveIt', { no: session.sessionNo })}</Button>
      </>}
    >
      <ClashNote problem={move.error?.problem} />
      <WhenFields institutionId={institutionId} value={when} onChange={setWhen} onHoliday={saysHoliday(move.error?.problem)} />
      {inRoom && <RoomField institutionId={institutionId} value={room} onChange={setRoom} />}
      <TextField label={t('reason')} hint={t('reasonHint')} value={reason} maxLength={500} onChange={(event) => setReason(event.currentTarget.value)} />
    </Dialog>
  );
}

/** Who teaches it. */
export function LecturersDialog(props: SessionDialogProps) {
  const { session, onClose } = props;
  const t = useTexts(say);
  const [lecturers, setLecturers] = useState<readonly ComboOption[]>(session.lecturers.map(optionOf));
  const replace = useMutationOf(sessionRoutes.replaceLecturers, { invalidates: sessionReads, onSuccess: useDone('replaced', props) });
  const submit = () => replace.mutate({ params: { id: session.id }, body: { version: session.version, lecturerIds: lecturers.map((one) => Number(one.value)) } });
  return (
    <Dialog
      open onClose={onClose} busy={replace.isPending} title={t('replaceTitle', { no: session.sessionNo })} lead={useWhen(session)}
      actions={<>
        <Button onClick={onClose}>{t('keep')}</Button>
        <Button variant="primary" loading={replace.isPending} onClick={submit}>{t('replaceIt', { count: lecturers.length })}</Button>
      </>}
    >
      <ClashNote problem={replace.error?.problem} />
      <LecturersField value={lecturers} onChange={setLecturers} />
    </Dialog>
  );
}

/** Takes the session out of the timetable; it stays visible as cancelled. */
export function CancelDialog(props: SessionDialogProps) {
  const { session, onClose } = props;
  const t = useTexts(say);
  const cancel = useMutationOf(sessionRoutes.cancelSession, { invalidates: sessionReads, onSuccess: useDone('cancelled', props) });
  return (
    <DestructiveDialog
      open onClose={onClose} busy={cancel.isPending} title={t('cancelTitle', { no: session.sessionNo })} lead={t('cancelLead', { when: useWhen(session) })}
      reasonLabel={t('reason')} reasonHint={t('reasonHint')} confirmLabel={t('cancelIt', { no: session.sessionNo })} cancelLabel={t('keep')}
      onConfirm={(reason) => cancel.mutate({ params: { id: session.id }, body: { version: session.version, reason } })}
    >
      <ClashNote problem={cancel.error?.problem} />
    </DestructiveDialog>
  );
}
