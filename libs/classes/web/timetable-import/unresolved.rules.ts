import type { LecturerChoice, RoomChoice, TimetableImport } from '@halong/classes/contract';

type LecturerText = TimetableImport['lecturers'][number];
type RoomText = TimetableImport['rooms'][number];
export type Candidate = LecturerText['candidates'][number];

/** Names that nobody has chosen for yet. */
export const unresolved = (file: TimetableImport): number =>
  file.lecturers.filter((one) => one.choice === null).length + file.rooms.filter((one) => one.choice === null).length;

/** What choosing a candidate sends: the lecturer, or the person who becomes one. */
export const choiceOf = ({ lecturerId, personId }: Candidate): LecturerChoice => (lecturerId === null ? { kind: 'PERSON', personId } : { kind: 'LECTURER', lecturerId });

/** Texts without a choice that mean exactly one person. */
export function oneLecturerProposals(file: TimetableImport): { text: string; choice: LecturerChoice }[] {
  return file.lecturers.flatMap(({ text, match, choice, candidates: [only] }: LecturerText) => (choice === null && match === 'ONE' && only ? [{ text, choice: choiceOf(only) }] : []));
}

/** Texts without a choice that mean exactly one room. */
export function oneRoomProposals(file: TimetableImport): { text: string; choice: RoomChoice }[] {
  return file.rooms.flatMap(({ text, match, choice, candidates: [only] }: RoomText) =>
    choice === null && match === 'ONE' && only ? [{ text, choice: { kind: 'ROOM' as const, roomId: only.roomId } }] : []);
}

/** Names without a choice that match nobody, each as a visiting lecturer. */
export function visitingProposals(file: TimetableImport): { text: string; choice: LecturerChoice }[] {
  return file.lecturers.flatMap(({ text, name, title, match, choice }: LecturerText) =>
    choice === null && match === 'NONE' ? [{ text, choice: { kind: 'NEW_VISITING' as const, name, title } }] : []);
}

/** Rooms without a choice that are not there, each as a new one. */
export function newRoomProposals(file: TimetableImport): { text: string; choice: RoomChoice }[] {
  return file.rooms.flatMap(({ text, match, choice }: RoomText) =>
    choice === null && match === 'NONE' ? [{ text, choice: { kind: 'NEW_ROOM' as const, name: text, capacity: null } }] : []);
}

/** Rows that cannot become sessions; several errors of one row count once. */
export const errorRows = (file: TimetableImport): number => new Set(file.problems.filter((one) => one.severity === 'ERROR').map((one) => one.row)).size;
