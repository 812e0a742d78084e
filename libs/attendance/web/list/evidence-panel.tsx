import { useState } from 'react';
import { attendanceRoutes as routes, attendanceWayNames } from '@halong/attendance/contract';
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
  const { language } = useLanguage();
  const [asking, setAsking] = useState<Asking>();
  const { data, error, refetch } = useQueryOf(routes.getAttendance, { params: { id: sessionId, enrolmentId } });
  // While the next person is on the way the answer is still that of the last one.
  const evidence = data?.person.enrolmentId === enrolmentId ? data : undefined;
  const person = evidence?.person;
  const stop = () => setAsking(undefined);
  const done = () => {
    stop();
    forgetReason(`${sessionId}-${enrolmentId}`);
    if (person) toast(t('saved', { name: person.fullName }));
  };
  const { can } = evidence ?? {};
  const more: MenuEntry[] = [
    ...(can?.excuse ? [{ id: 'excuse', label: t('excuse'), icon: IconFileCheck, onSelect: () => setAsking({ what: 'excuse' }) }] : []),
    ...(can?.mark && person?.way === 'ROOM' && person.leftAt === null ? [{ id: 'out', label: t('checkOut'), icon: IconDoorExit, onSelect: () => setAsking({ what: 'check-out' }) }] : []),
  ];
  const settled = person?.periods.every((one) => one.state !== 'UPCOMING' && one.state !== 'TO_DECIDE');
  const changes = can?.mark || more.length > 0;
  const foot = person && changes && (
    <>
      {can?.mark && <Button onClick={() => setAsking({ what: 'mark' })}>{t('edit')}</Button>}
      {more.length > 0 && <Menu label={t('more')} trigger={t('more')} entries={more} />}
      <span className="sp" />
      {settled && <Button variant="tint" onClick={onNext ?? onClose}>{t('keep', { credited: person.periodsCredited, total: person.periods.length })}</Button>}
    </>
  );
  return (
    <SidePanel
      open onClose={onClose} width={432} label={t('panel', { name: person?.fullName ?? '' })} foot={foot}
      head={person ? <Person size="l" name={person.fullName} id={String(person.enrolmentId)} sub={[person.unitName, person.way === 'NONE' ? '' : attendanceWayNames[person.way][language]].filter(Boolean).join(' · ')} /> : <span />}
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
          {asking?.what === 'mark' && <MarkDialog evidence={evidence} onClose={stop} onDone={done} />}
          {asking?.what === 'excuse' && <ExcuseDialog evidence={evidence} onClose={stop} onDone={done} />}
          {asking?.what === 'check-out' && <CheckOutDialog evidence={evidence} onClose={stop} onDone={done} />}
          {asking?.what === 'decide' && <DecideDialog evidence={evidence} no={asking.no} credited={asking.credited} onClose={stop} onDone={done} />}
        </>
      )}
    </SidePanel>
  );
}
