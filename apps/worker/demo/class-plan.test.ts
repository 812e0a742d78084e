import { describe, expect, it } from 'vitest';
import { addDays } from '@halong/platform/contract';
import { isLive, isTrouble, planClasses } from './class-plan.ts';
import { liveSession } from './live-session.ts';

function counts(today: string): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { ending } of planClasses(today)) {
    const state = ending.endsWith('SHEET') || ending === 'EXAM' ? 'GRADING' : ending;
    found[state] = (found[state] ?? 0) + 1;
  }
  return found;
}

describe('the demo classes', () => {
  it.each(['2026-11-23', '2026-01-02', '2027-03-31', '2026-07-30', '2028-02-29'])('started on %s: 64 in the states of the scenario, with one that is live and one in trouble', (today) => {
    expect(counts(today)).toEqual({ CERTIFIED: 44, GRADING: 5, RUNNING: 6, NOMINATING: 4, POSTPONED: 3, CANCELLED: 2 });
    const classes = planClasses(today);
    expect(new Set(classes.map(({ programme, intakeNo, year }) => `${programme} ${intakeNo} ${year}`)).size).toBe(64);
    expect(classes.filter(isLive)).toHaveLength(1);
    expect(classes.filter(isTrouble)).toHaveLength(1);
  });

  it.each(['2026-11-23', '2026-01-02', '2027-06-15'])('started on %s: held classes are over in time for their certificates, running ones meet on other days', (today) => {
    for (const { ending, closingDate, days } of planClasses(today)) {
      if (ending === 'CERTIFIED') expect(closingDate <= addDays(today, -14)).toBe(true);
      if (ending === 'RUNNING') expect([days.some(({ day }) => day < today), days.some(({ day }) => day > today), days.some(({ day }) => day === today)]).toEqual([true, true, false]);
    }
  });

  it('nobody studies at Tết or on a national day', () => {
    const days = planClasses('2026-11-23').flatMap((one) => one.days.map(({ day }) => day));
    for (const day of ['2026-02-16', '2026-02-17', '2026-02-20', '2026-04-30', '2026-05-01', '2026-09-02']) expect(days).not.toContain(day);
  });
});

describe('the live session', () => {
  it.each(['00:03', '08:10', '12:00', '19:45', '23:40'])('started at %s it is going on and stays within the day', (time) => {
    const now = new Date(`2026-11-23T${time}:00+07:00`);
    const { day, times } = liveSession(now);
    expect(day).toBe('2026-11-23');
    expect(times[0]?.[0]).toBeLessThanOrEqual(now.getTime());
    expect(times[3]?.[1]).toBeGreaterThan(now.getTime());
    expect(times[3]?.[1]).toBeLessThan(new Date('2026-11-24T00:00:00+07:00').getTime());
  });

  it('at ordinary hours it lasts two hours more at least', () => {
    const now = new Date('2026-11-23T08:10:00+07:00');
    expect((liveSession(now).times[3]?.[1] ?? 0) - now.getTime()).toBeGreaterThanOrEqual(2 * 3_600_000);
  });
});
