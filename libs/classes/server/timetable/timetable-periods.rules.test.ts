import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bellsOf, partOfDay, readPeriods, readTimeSpan } from './timetable-periods.rules.ts';

describe('periods', () => {
  it.each([
    ['1-4', [1, 2, 3, 4]],
    ['5 – 8', [5, 6, 7, 8]],
    ['Tiết 1 đến 3', [1, 2, 3]],
    ['T1-T2', [1, 2]],
    ['1, 2,3', [1, 2, 3]],
    ['7', [7]],
    ['1,3', null],
    ['2,1', null],
    ['4-1', null],
    ['0-3', null],
    ['1-99', null],
    ['', null],
    ['cả ngày', null],
  ])('%j is %j', (text, expected) => {
    expect(readPeriods(text)).toEqual(expected);
  });

  it('reads every span it can write', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 8 }), (first, more) => {
        const periods = Array.from({ length: more + 1 }, (_, at) => first + at);
        expect(readPeriods(`${first}-${first + more}`)).toEqual(periods);
        expect(readPeriods(periods.join(', '))).toEqual(periods);
      }),
    );
  });
});

describe('bells', () => {
  const bells = [
    { period: 1, startsAt: '07:30', endsAt: '08:15' },
    { period: 2, startsAt: '08:15', endsAt: '09:00' },
  ];
  it('span the periods, and only those they know', () => {
    expect(bellsOf([1, 2], bells)).toEqual({ startsAt: '07:30', endsAt: '09:00' });
    expect(bellsOf([2, 3], bells)).toBeNull();
    expect(bellsOf([], bells)).toBeNull();
  });

  it.each([
    ['07:30', 'MORNING'],
    ['11:59', 'MORNING'],
    ['12:00', 'AFTERNOON'],
    ['17:59', 'AFTERNOON'],
    ['19:00', 'EVENING'],
  ])('%s is %s', (time, part) => {
    expect(partOfDay(time)).toBe(part);
  });
});

describe('a span of time', () => {
  it.each([
    ['07:30-10:45', { startsAt: '07:30', endsAt: '10:45' }],
    ['7h30 – 10h45', { startsAt: '07:30', endsAt: '10:45' }],
    ['từ 13h đến 16h', { startsAt: '13:00', endsAt: '16:00' }],
    ['10:45-07:30', null],
    ['25:00-26:00', null],
    ['sáng', null],
  ])('%j is %j', (text, expected) => {
    expect(readTimeSpan(text)).toEqual(expected);
  });

  it('is not held up by what is no time at all', () => {
    const endless = `1:${' '.repeat(32_000)}`;
    expect(Array.from({ length: 60 }, () => readTimeSpan(endless)).filter(Boolean)).toEqual([]);
  });
});
