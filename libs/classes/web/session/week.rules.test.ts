import { describe, expect, it } from 'vitest';
import { byWeek, daysOfWeek, isWeekend, mondayOf, runFrom } from './week.rules.ts';

describe('weeks', () => {
  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-29', '2026-11-23'],
    ['2026-11-30', '2026-11-30'],
    ['2027-01-01', '2026-12-28'],
  ])('%s belongs to the week of %s', (day, monday) => {
    expect(mondayOf(day)).toBe(monday);
  });

  it('has seven days from Monday to Sunday', () => {
    expect(daysOfWeek('2026-12-28')).toEqual(['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02', '2027-01-03']);
    expect(daysOfWeek('2026-12-28').filter(isWeekend)).toEqual(['2027-01-02', '2027-01-03']);
  });

  it('groups sessions without losing their order', () => {
    const sessions = [{ id: 1, day: '2026-11-28' }, { id: 2, day: '2026-11-29' }, { id: 3, day: '2026-11-30' }];
    expect(byWeek(sessions).map((week) => [week.monday, week.sessions.map(({ id }) => id)])).toEqual([['2026-11-23', [1, 2]], ['2026-11-30', [3]]]);
    expect(byWeek([])).toEqual([]);
  });
});

describe('runFrom', () => {
  it.each([[1, 4, [1, 2, 3, 4]], [6, 6, [6]], [3, 2, []]])('%d to %d is %j', (first, last, run) => {
    expect(runFrom(first, last)).toEqual(run);
  });
});
