import { describe, expect, it } from 'vitest';
import type { TimetableImport } from '@halong/classes/contract';
import { choiceOf, errorRows, newRoomProposals, oneLecturerProposals, oneRoomProposals, unresolved, visitingProposals } from './unresolved.rules.ts';

const minh = { personId: 7, lecturerId: 3, fullName: 'Trần Đức Minh', title: 'TS.', unitName: null };
const hang = { personId: 9, lecturerId: null, fullName: 'Lê Thu Hằng', title: '', unitName: 'Khoa Nhà nước' };
const who = (text: string, match: 'ONE' | 'SEVERAL' | 'NONE', candidates: (typeof minh | typeof hang)[], choice: TimetableImport['lecturers'][number]['choice'] = null) =>
  ({ text, title: '', name: text, sessions: 1, match, candidates, choice });

const file = {
  lecturers: [
    who('TS Minh', 'ONE', [minh]), who('Hằng', 'ONE', [hang]), who('Nam', 'SEVERAL', [minh, hang]), who('Ai đó', 'NONE', []),
    who('TS. Minh', 'ONE', [minh], { kind: 'LECTURER', lecturerId: 3 }),
  ],
  rooms: [{ text: 'A1.02', sessions: 2, match: 'ONE', candidates: [{ roomId: 5, name: 'A1.02', capacity: 60 }], choice: null }],
  problems: [
    { row: 4, severity: 'ERROR', code: 'DATE_INVALID', params: {} }, { row: 4, severity: 'ERROR', code: 'TOPIC_MISSING', params: {} }, { row: 9, severity: 'WARNING', code: 'HOLIDAY', params: {} },
  ],
} as unknown as TimetableImport;

describe('a timetable file that waits', () => {
  it('counts what nobody has chosen', () => {
    expect(unresolved(file)).toBe(5);
  });

  it('proposes only where one person or room is meant and nothing is chosen', () => {
    expect(oneLecturerProposals(file)).toEqual([
      { text: 'TS Minh', choice: { kind: 'LECTURER', lecturerId: 3 } },
      { text: 'Hằng', choice: { kind: 'PERSON', personId: 9 } },
    ]);
    expect(oneRoomProposals(file)).toEqual([{ text: 'A1.02', choice: { kind: 'ROOM', roomId: 5 } }]);
  });

  it('proposes to create only what matches nothing', () => {
    expect(visitingProposals(file)).toEqual([{ text: 'Ai đó', choice: { kind: 'NEW_VISITING', name: 'Ai đó', title: '' } }]);
    expect(newRoomProposals(file)).toEqual([]);
    const bare = { ...file, rooms: [{ text: 'Máy 2', sessions: 1, match: 'NONE', candidates: [], choice: null }] } as unknown as TimetableImport;
    expect(newRoomProposals(bare)).toEqual([{ text: 'Máy 2', choice: { kind: 'NEW_ROOM', name: 'Máy 2', capacity: null } }]);
  });

  it('takes a candidate who does not teach yet as a person', () => {
    expect([choiceOf(minh), choiceOf(hang)]).toEqual([{ kind: 'LECTURER', lecturerId: 3 }, { kind: 'PERSON', personId: 9 }]);
  });

  it('counts a row with two errors once', () => {
    expect(errorRows(file)).toBe(1);
  });
});
