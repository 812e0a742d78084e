import { describe, expect, it } from 'vitest';
import { daysBetween, shifted } from './shift.rules.ts';

describe('daysBetween', () => {
  it.each([
    ['2026-11-20', '2026-12-04', 14],
    ['2026-12-04', '2026-11-20', -14],
    ['2026-02-27', '2026-03-01', 2],
    [null, '2026-12-04', 0],
    ['2026-12-04', null, 0],
  ])('%s to %s', (from, to, days) => expect(daysBetween(from, to)).toBe(days));
});

it('an instant keeps its hour', () => expect(shifted(new Date('2026-11-20T00:30:00Z'), 14)).toEqual(new Date('2026-12-04T00:30:00Z')));
it('nothing stays nothing', () => expect(shifted(null, 14)).toBeNull());
