import { useState } from 'react';
import { attendanceRoutes as routes, attendanceWayNames, type AttendanceEvidence } from '@halong/attendance/contract';
import {
  Button, ErrorState, IconButton, IconChevronDown, IconChevronUp, IconDoorExit, IconFileCheck, Menu, Person, SidePanel, Skeletons, toast, type MenuEntry,
} from '@halong/design/web';
import { useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { EvidencePicture, Reasons, Records, Rules } from '../evidence/evidence-story.tsx';
import { say } from './attendance.texts.ts';
import { CheckOutDialog, DecideDialog, ExcuseDialog, MarkDialog } from './change-dialogs.tsx';
import { PeriodDecisions } from './period-decisions.tsx';
import { forgetReason } from './reason-dialog.tsx';

type Asking = { what: 'mark' | 'excuse' | 'check-out' } | { what: 'decide'; no: number; credited: boolean };

interface EvidencePanelProps {
  sessionId: number;
  enrolmentId: number;
  onClose: () => void;
  /** To the person above or below in the list; undefined at its end. */
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
}

/** Everything about one person in this session: the sentence, the picture, the records, the rule, and what can be done. */
export function EvidencePanel({ sessionId, enrolmentId, onClose, onPrevious, onNext }: EvidencePanelProps) {
  const t = useTexts(say);
  const [asking, setAsking] = useState<Asking>();
  const { data, error, refetch } = useQueryOf(routes.getAttendance, { params: { id: sessionId, enrolmentId } });
  // While the next person is on the way the answer is still that of the last one.
  const evidence = data?.person.enrolmentId === enrolmentId ? data : undefined;
  const stop = () => setAsking(undefined);
  const done = (name: string) => () => {
    stop();
    forgetReason(`${sessionId}-${enrolmentId}`);
    toast(t('saved', { name }));
  };
  return (
    <SidePanel
      open onClose={onClose} width={432} label={t('panel', { name: evidence?.person.fullName ?? '' })} head={evidence ? <Who person={evidence.person} /> : <span />}
      foot={evidence && mayChange(evidence) && <Verbs evidence={evidence} onAsk={setAsking} onKeep={onNext ?? onClose} />}
      headActions={<>
        <IconButton icon={IconChevronUp} label={t('previous')} hint="none" disabled={!onPrevious} onClick={onPrevious} aria-keyshortcuts="ArrowUp k" />
        <IconButton icon={IconChevronDown} label={t('next')} hint="none" disabled={!onNext} onClick={onNext} aria-keyshortcuts="ArrowDown j" />
      </>}
    >
      {error && !evidence && <ErrorState problem={error.problem} onRetry={() => void refetch()} />}
      {!evidence && !error && <Skeletons rows={5} />}
      {evidence && (
        <>
          <Reasons evidence={evidence} />
          <EvidencePicture evidence={evidence} />
          <Records evidence={evidence} />
          <PeriodDecisions evidence={evidence} onDecide={(no, credited) => setAsking({ what: 'decide', no, credited })} />
          <Rules evidence={evidence} />
          <Asked asking={asking} evidence={evidence} onClose={stop} onDone={done(evidence.person.fullName)} />
        </>
      )}
    </SidePanel>
  );
}

function Who({ person }: Pick<AttendanceEvidence, 'person'>) {
  const { language } = useLanguage();
  const sub = [person.unitName, ...(person.way === 'NONE' ? [] : [attendanceWayNames[person.way][language]])].join(' · ');
  return <Person size="l" name={person.fullName} id={String(person.enrolmentId)} sub={sub} />;
}

const mayChange = ({ can }: AttendanceEvidence): boolean => can.mark || can.excuse;
const inRoom = ({ person, session }: AttendanceEvidence): boolean => person.way === 'ROOM' && person.leftAt === null && session.state === 'LIVE';
/** Nothing is left to decide or to wait for, so the result can be kept as it is. */
const settled = ({ person }: AttendanceEvidence): boolean => person.periods.every((one) => one.state === 'CREDITED' || one.state === 'NOT_CREDITED');

function Verbs({ evidence, onAsk, onKeep }: { evidence: AttendanceEvidence; onAsk: (asking: Asking) => void; onKeep: () => void }) {
  const t = useTexts(say);
  const { can, person } = evidence;
  const more: MenuEntry[] = [
    ...(can.excuse ? [{ id: 'excuse', label: t('excuse'), icon: IconFileCheck, onSelect: () => onAsk({ what: 'excuse' }) }] : []),
    ...(can.mark && inRoom(evidence) ? [{ id: 'out', label: t('checkOut'), icon: IconDoorExit, onSelect: () => onAsk({ what: 'check-out' }) }] : []),
  ];
  return (
    <>
      {can.mark && <Button onClick={() => onAsk({ what: 'mark' })}>{t('edit')}</Button>}
      {more.length > 0 && <Menu label={t('more')} trigger={t('more')} entries={more} />}
      <span className="sp" />
      {settled(evidence) && <Button variant="tint" onClick={onKeep}>{t('keep', { credited: person.periodsCredited, total: person.periods.length })}</Button>}
    </>
  );
}

interface AskedProps {
  asking: Asking | undefined;
  evidence: AttendanceEvidence;
  onClose: () => void;
  onDone: () => void;
}

function Asked({ asking, ...props }: AskedProps) {
  switch (asking?.what) {
    case 'mark':
      return <MarkDialog {...props} />;
    case 'excuse':
      return <ExcuseDialog {...props} />;
    case 'check-out':
      return <CheckOutDialog {...props} />;
    case 'decide':
      return <DecideDialog {...props} no={asking.no} credited={asking.credited} />;
    case undefined:
      return null;
  }
}
