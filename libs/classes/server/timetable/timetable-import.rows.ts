import type { LecturerChoice, RoomChoice } from '@halong/classes/contract';
import type { TimetableFile } from './timetable-file.rules.ts';

/** What the import keeps: the file as read and the choices made so far, by the key of the written name. */
export interface StoredDraft {
  file: TimetableFile;
  lecturers: Record<string, LecturerChoice>;
  rooms: Record<string, RoomChoice>;
}

export interface ImportRow {
  id: number;
  class_id: number;
  file_id: number;
  file_name: string;
  state: 'PROPOSED' | 'CONFIRMED' | 'DISCARDED';
  draft: StoredDraft;
}
