import { Button, IconButton, IconChevronDown, IconChevronUp, IconExternalLink, SidePanel } from '@halong/design/web';
import type { ClassSession } from '@halong/classes/contract';
import { useTexts } from '@halong/platform/web';
import { say as sayTimetable } from './class-timetable.texts.ts';
import { SessionActions } from './session-actions.tsx';
import { SessionFacts } from './session-facts.tsx';
import { say } from './session.texts.ts';

interface SessionPanelProps {
  sessions: readonly ClassSession[];
  openId: number;
  institutionId: number;
  onOpen: (id: number | undefined) => void;
}

/** One session beside the timetable, with what may be done to it; up and down move through the list. */
export function SessionPanel({ sessions, openId, institutionId, onOpen }: SessionPanelProps) {
  const t = useTexts(say);
  const tt = useTexts(sayTimetable);
  const at = sessions.findIndex((one) => one.id === openId);
  const session = sessions[at];
  if (!session) return null;
  const title = t('session', { no: session.sessionNo });
  const before = sessions[at - 1];
  const after = sessions[at + 1];
  return (
    <SidePanel
      open onClose={() => onOpen(undefined)} label={title} head={<><p className="soft">{title}</p><h2 lang="vi">{session.topic}</h2></>}
      headActions={<>
        <IconButton icon={IconChevronUp} label={tt('previous')} hint="none" disabled={!before} onClick={() => onOpen(before?.id)} />
        <IconButton icon={IconChevronDown} label={tt('next')} hint="none" disabled={!after} onClick={() => onOpen(after?.id)} />
      </>}
      foot={(session.can.change || session.can.switch) && <SessionActions key={session.id} session={session} institutionId={institutionId} />}
    >
      <SessionFacts session={session} />
      <div><Button size="s" variant="tint" icon={IconExternalLink} to={`/sessions/${session.id}`}>{t('open')}</Button></div>
    </SidePanel>
  );
}
