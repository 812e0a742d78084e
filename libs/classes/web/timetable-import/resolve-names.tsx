import { type ReactNode, useState } from 'react';
import { Button, Note, Sheet, StatusText } from '@halong/design/web';
import { roomName, timetableImportRoutes as routes, type LecturerChoice, type RoomChoice, type TimetableImport } from '@halong/classes/contract';
import type { Language } from '@halong/platform/contract';
import { useLanguage, useMutationOf, useTexts } from '@halong/platform/web';
import { LecturerOptions, RoomOptions } from './choose-name.tsx';
import { say } from './timetable-import.texts.ts';
import { newRoomProposals, oneLecturerProposals, oneRoomProposals, visitingProposals } from './unresolved.rules.ts';

type LecturerText = TimetableImport['lecturers'][number];
type RoomText = TimetableImport['rooms'][number];
type Say = ReturnType<typeof useTexts<Parameters<typeof say>[1]>>;

const useResolve = () => useMutationOf(routes.resolveTimetableImport, { invalidates: [routes.latestTimetableImport] });

interface NamesProps {
  title: string;
  all: number;
  open: number;
  proposals: ReactNode;
  problem: string | undefined;
  children: ReactNode;
}

/** A sheet of names with how many still wait. */
function Names({ title, all, open, proposals, problem, children }: NamesProps) {
  const t = useTexts(say);
  const state = open > 0 ? <StatusText tone="act">{t('leftOf', { open, all })}</StatusText> : <StatusText tone="ok">{t('allChosen', { all })}</StatusText>;
  return (
    <Sheet title={title} aside={state} padded={false}>
      {open > 0 && <div className="row wrap g2 tools">{proposals}</div>}
      {problem && <div className="bd"><Note tone="act">{problem}</Note></div>}
      {children}
    </Sheet>
  );
}

/** Each lecturer's name as the file has it, and who it means. */
export function LecturerTexts({ file, institutionName }: { file: TimetableImport; institutionName: string | undefined }) {
  const t = useTexts(say);
  const resolve = useResolve();
  if (file.lecturers.length === 0) return null;
  const choose = (lecturers: { text: string; choice: LecturerChoice | null }[]) => resolve.mutate({ params: { id: file.id }, body: { lecturers } });
  const sure = oneLecturerProposals(file);
  const unknown = visitingProposals(file);
  return (
    <Names
      title={t('lecturers')} all={file.lecturers.length} open={file.lecturers.filter((one) => one.choice === null).length} problem={resolve.error?.problem.title}
      proposals={<>
        {sure.length > 1 && <Button size="s" variant="tint" loading={resolve.isPending} onClick={() => choose(sure)}>{t('takeAll', { count: sure.length })}</Button>}
        {unknown.length > 1 && <Button size="s" loading={resolve.isPending} onClick={() => choose(unknown)}>{t('allVisiting', { count: unknown.length })}</Button>}
      </>}
    >
      {file.lecturers.map((one) => (
        <NameRow key={one.text} text={one.text} sessions={one.sessions} chosen={one.choice && lecturerInWords(one, one.choice, t)} onAgain={() => choose([{ text: one.text, choice: null }])}>
          {(said) => <LecturerOptions one={one} institutionName={institutionName} said={said} onChoose={(choice) => choose([{ text: one.text, choice }])} />}
        </NameRow>
      ))}
    </Names>
  );
}

/** Each room's name as the file has it, and which it means. */
export function RoomTexts({ file, institutionId }: { file: TimetableImport; institutionId: number }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const resolve = useResolve();
  if (file.rooms.length === 0) return null;
  const choose = (rooms: { text: string; choice: RoomChoice | null }[]) => resolve.mutate({ params: { id: file.id }, body: { rooms } });
  const sure = oneRoomProposals(file);
  const unknown = newRoomProposals(file);
  return (
    <Names
      title={t('rooms')} all={file.rooms.length} open={file.rooms.filter((one) => one.choice === null).length} problem={resolve.error?.problem.title}
      proposals={<>
        {sure.length > 1 && <Button size="s" variant="tint" loading={resolve.isPending} onClick={() => choose(sure)}>{t('takeAllRooms', { count: sure.length })}</Button>}
        {unknown.length > 1 && <Button size="s" loading={resolve.isPending} onClick={() => choose(unknown)}>{t('allNewRooms', { count: unknown.length })}</Button>}
      </>}
    >
      {file.rooms.map((one) => (
        <NameRow key={one.text} text={one.text} sessions={one.sessions} chosen={one.choice && roomInWords(one, one.choice, t, language)} onAgain={() => choose([{ text: one.text, choice: null }])}>
          {(said) => <RoomOptions one={one} institutionId={institutionId} said={said} onChoose={(choice) => choose([{ text: one.text, choice }])} />}
        </NameRow>
      ))}
    </Names>
  );
}

interface NameRowProps {
  text: string;
  sessions: number;
  /** What was chosen, in words; null while nobody has. */
  chosen: string | null;
  onAgain: () => void;
  /** The options; they are told that something was picked, so that they stay in place while it is sent. */
  children: (said: { picked: string | undefined; pick: (value: string) => void }) => ReactNode;
}

function NameRow({ text, sessions, chosen, onAgain, children }: NameRowProps) {
  const t = useTexts(say);
  const [picked, pick] = useState<string>();
  const again = () => {
    pick(undefined);
    onAgain();
  };
  return (
    <div className="resolve">
      <div><p className="b">{text}</p><p className="soft sm">{t('inSessions', { n: sessions })}</p></div>
      {chosen === null ? children({ picked, pick }) : (
        <div className="row wrap">
          <span className="sp"><StatusText tone="ok">{chosen}</StatusText></span>
          <Button size="s" onClick={again}>{t('changeChoice')}</Button>
        </div>
      )}
    </div>
  );
}

function lecturerInWords(one: LecturerText, choice: LecturerChoice, t: Say): string {
  if (choice.kind === 'NEW_VISITING') return t('chosenVisiting', { name: `${choice.title} ${choice.name}`.trim() });
  const who = one.candidates.find((held) => (choice.kind === 'LECTURER' ? held.lecturerId === choice.lecturerId : held.personId === choice.personId));
  return t('chosenLecturer', { name: who ? `${who.title || one.title} ${who.fullName}`.trim() : t('anotherLecturer') });
}

function roomInWords(one: RoomText, choice: RoomChoice, t: Say, language: Language): string {
  if (choice.kind === 'NEW_ROOM') return t('chosenNewRoom', { name: choice.name });
  const room = one.candidates.find((held) => held.roomId === choice.roomId);
  return t('chosenRoom', { name: room ? roomName(room.name, language) : t('anotherRoom') });
}
