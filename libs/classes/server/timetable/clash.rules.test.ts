import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clashesOf, findClashes, overlaps, type Booking } from './clash.rules.ts';

const rules = { conflict: { room: 'BLOCK', lecturer: 'BLOCK', trainee: 'WARN' } } as const;
const booking = (sessionId: number, startsAt: number, endsAt: number, more: Partial<Booking> = {}): Booking => ({ sessionId, classId: sessionId, startsAt, endsAt, roomId: 1, lecturerIds: [], traineeIds: [], ...more });
const short = (bookings: Booking[]): string[] => findClashes(bookings, rules).map(({ kind, resourceId, one, other, from, to, mode }) => `${kind} ${resourceId}: ${one.sessionId}+${other.sessionId} ${from}-${to} ${mode}`);

describe('overlap', () => {
  it.each([
    ['one after the other', [0, 4], [4, 8], false],
    ['by a moment', [0, 5], [4, 8], true],
    ['enclosing', [0, 10], [4, 5], true],
    ['the same', [0, 4], [0, 4], true],
    ['an empty one inside', [0, 10], [5, 5], false],
    ['apart', [0, 2], [4, 8], false],
  ] as const)('%s', (_, [a, b], [c, d], expected) => {
    expect(overlaps(booking(1, a, b), booking(2, c, d))).toBe(expected);
    expect(overlaps(booking(2, c, d), booking(1, a, b))).toBe(expected);
  });
});

describe('clashes', () => {
  it.each([
    ['the same room', [booking(1, 0, 4), booking(2, 3, 6)], ['ROOM 1: 1+2 3-4 BLOCK']],
    ['different rooms', [booking(1, 0, 4), booking(2, 3, 6, { roomId: 2 })], []],
    ['online sessions have no room', [booking(1, 0, 4, { roomId: null }), booking(2, 3, 6, { roomId: null })], []],
    ['lecturer and trainee', [booking(1, 0, 4, { lecturerIds: [7], traineeIds: [9] }), booking(2, 2, 6, { roomId: 2, lecturerIds: [7, 8], traineeIds: [9] })], ['LECTURER 7: 1+2 2-4 BLOCK', 'TRAINEE 9: 1+2 2-4 WARN']],
    ['a long one encloses two that follow each other', [booking(1, 0, 20), booking(2, 3, 6), booking(3, 6, 9)], ['ROOM 1: 1+2 3-6 BLOCK', 'ROOM 1: 1+3 6-9 BLOCK']],
    ['a session does not clash with itself', [booking(1, 0, 4), booking(1, 0, 4)], []],
  ] as const)('%s', (_, bookings, expected) => {
    expect(short([...bookings])).toEqual(expected);
  });

  it('checks planned sessions against booked ones, and a moved one not against its old place', () => {
    const booked = [booking(1, 0, 4), booking(2, 2, 6), booking(3, 10, 14)];
    expect(clashesOf([booking(3, 12, 16)], booked, rules)).toEqual([]);
    expect(clashesOf([booking(3, 5, 8)], booked, rules).map(({ one, other }) => [one.sessionId, other.sessionId])).toEqual([[2, 3]]);
  });

  it('finds exactly what comparing every pair finds, in any order', () => {
    const anyBooking = fc.record({ startsAt: fc.integer({ min: 0, max: 30 }), length: fc.integer({ min: 0, max: 20 }), roomId: fc.option(fc.integer({ min: 1, max: 2 })), lecturerIds: fc.array(fc.integer({ min: 1, max: 2 }), { maxLength: 2 }) });
    const anyBookings = fc.array(anyBooking, { maxLength: 12 }).map((list) => list.map(({ startsAt, length, ...rest }, i) => booking(i + 1, startsAt, startsAt + length, rest)));
    fc.assert(fc.property(anyBookings, (bookings) => {
      const expected = bookings.flatMap((one, i) => bookings.slice(i + 1).filter((other) => overlaps(one, other)).flatMap((other) => {
        const key = [one.sessionId, other.sessionId].sort((a, b) => a - b).join('+');
        const lecturers = [...new Set(one.lecturerIds)].filter((id) => other.lecturerIds.includes(id)).map((id) => `LECTURER ${id} ${key}`);
        return [...(one.roomId !== null && one.roomId === other.roomId ? [`ROOM ${one.roomId} ${key}`] : []), ...lecturers];
      }));
      const found = findClashes(bookings, rules).map(({ kind, resourceId, one, other }) => `${kind} ${resourceId} ${[one.sessionId, other.sessionId].sort((a, b) => a - b).join('+')}`);
      expect(found.sort()).toEqual(expected.sort());
      expect(findClashes([...bookings].reverse(), rules)).toEqual(findClashes(bookings, rules));
    }));
  });
});
