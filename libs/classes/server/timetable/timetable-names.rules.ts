import { foldVietnamese } from '@halong/platform/contract';
import type { SessionDraft } from './timetable-file.rules.ts';
import { lecturerNameKey } from './timetable-resolve.rules.ts';

/** A name or room of the file that somebody has to say who or which it is. `key` is what its spellings share. */
export interface WrittenLecturer {
  key: string;
  text: string;
  title: string;
  name: string;
  sessions: number;
}

export interface WrittenRoom {
  key: string;
  text: string;
  sessions: number;
}

export const lecturerKey = ({ lecturer }: Pick<SessionDraft, 'lecturer'>): string | null => (lecturer ? lecturerNameKey(lecturer.name) : null);

/** Only sessions in the room, or in both, name a room; what stands there online or on a field study is no room of ours. */
export const roomKey = ({ mode, placeText }: Pick<SessionDraft, 'mode' | 'placeText'>): string | null =>
  placeText && (mode === 'ROOM' || mode === 'BOTH') ? foldVietnamese(placeText) : null;

/** Every lecturer that the file names, once, in the order of the file; the first spelling and the first title stand for all. */
export function writtenLecturers(sessions: readonly SessionDraft[]): WrittenLecturer[] {
  const found = new Map<string, WrittenLecturer>();
  for (const session of sessions) {
    const key = lecturerKey(session);
    if (key === null || !session.lecturer) continue;
    const { title, name } = session.lecturer;
    const known = found.get(key);
    if (known) found.set(key, { ...known, title: known.title || (title ?? ''), sessions: known.sessions + 1 });
    else found.set(key, { key, text: `${title ?? ''} ${name}`.trim(), title: title ?? '', name, sessions: 1 });
  }
  return [...found.values()];
}

export function writtenRooms(sessions: readonly SessionDraft[]): WrittenRoom[] {
  const found = new Map<string, WrittenRoom>();
  for (const session of sessions) {
    const key = roomKey(session);
    if (key === null) continue;
    const known = found.get(key);
    found.set(key, { key, text: known?.text ?? session.placeText ?? '', sessions: (known?.sessions ?? 0) + 1 });
  }
  return [...found.values()];
}
