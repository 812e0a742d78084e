import { describe, expect, it } from 'vitest';
import type { SessionDraft } from './timetable-file.rules.ts';
import { writtenLecturers, writtenRooms } from './timetable-names.rules.ts';

const session = (lecturer: SessionDraft['lecturer'], mode: SessionDraft['mode'], placeText: string | null): SessionDraft => ({
  row: 1, week: 1, date: '2026-10-01', part: 'MORNING', periods: [1], startsAt: '07:30', endsAt: '08:15', topicText: 'Chuyên đề', lecturer, mode, placeText, note: null,
});

describe('the names that somebody has to resolve', () => {
  const sessions = [
    session({ title: null, name: 'Trần Đức Minh' }, 'ROOM', 'Phòng 305'),
    session({ title: 'TS.', name: 'TRẦN ĐỨC MINH' }, 'BOTH', 'phong 305'),
    session({ title: 'TS.', name: 'Trần Đức Mình' }, 'ONLINE', 'Phòng trực tuyến'),
    session(null, 'FIELD', 'Đặc khu Vân Đồn'),
    session(null, 'ROOM', null),
  ];

  it('are lecturers, once for all spellings, with the first title; other marks are other people', () => {
    expect(writtenLecturers(sessions).map(({ text, title, sessions: count }) => [text, title, count])).toEqual([['Trần Đức Minh', 'TS.', 2], ['TS. Trần Đức Mình', 'TS.', 1]]);
  });

  it('are rooms of sessions in the room or in both', () => {
    expect(writtenRooms(sessions)).toEqual([{ key: 'phong 305', text: 'Phòng 305', sessions: 2 }]);
  });
});
