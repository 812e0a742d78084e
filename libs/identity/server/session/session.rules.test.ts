import { describe, expect, it } from 'vitest';
import { endsAt, isOver, needsTouch } from './session.rules.ts';

const start = new Date('2026-10-01T00:00:00Z');
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const day = 24 * 60;

describe('the life of a session', () => {
  it.each<[string, { ownDevice: boolean; isStaff: boolean }, number, number, boolean]>([
    ['staff, busy', { ownDevice: false, isStaff: true }, 11 * 60, 11 * 60 + 29, false],
    ['staff, idle for half an hour', { ownDevice: false, isStaff: true }, 60, 90, true],
    ['staff, busy for twelve hours', { ownDevice: false, isStaff: true }, 12 * 60 - 1, 12 * 60, true],
    ['trainee at an office computer, idle', { ownDevice: false, isStaff: false }, 0, 30, true],
    ['own device, not seen for thirteen days', { ownDevice: true, isStaff: false }, 0, 14 * day - 1, false],
    ['own device, fourteen days old', { ownDevice: true, isStaff: false }, 14 * day - 1, 14 * day, true],
    ['own device of somebody who got a role since', { ownDevice: true, isStaff: true }, 0, 30, true],
  ])('%s', (_, who, seen, now, over) => {
    expect(isOver({ createdAt: start, seenAt: after(seen), ...who }, after(now).getTime())).toBe(over);
  });

  it('ends at the latest after its total', () => {
    expect(endsAt(start, false)).toEqual(after(12 * 60));
    expect(endsAt(start, true)).toEqual(after(14 * day));
  });

  it('writes a sign of life once a minute', () => {
    expect(needsTouch(start, after(1).getTime() - 1)).toBe(false);
    expect(needsTouch(start, after(1).getTime())).toBe(true);
  });
});
