import { describe, expect, it } from 'vitest';
import { addDays } from '@halong/platform/contract';
import { publicHolidays, publicHolidayYears } from './public-holidays.ts';

const daysOf = (year: number) => publicHolidays(year)!.days.map(({ day }) => day);
/** 0 is Sunday. */
const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();
/** First day of the lunar year and 10th day of its third month in the official calendar. */
const lunar: Record<number, [string, string]> = { 2026: ['2026-02-17', '2026-04-26'], 2027: ['2027-02-06', '2027-04-16'] };

describe.each(publicHolidayYears)('the public holidays of %d', (year) => {
  it('come in order, once each, inside the year', () => {
    expect(daysOf(year)).toEqual([...new Set(daysOf(year))].sort());
    expect(daysOf(year).every((day) => day.startsWith(`${year}-`))).toBe(true);
  });

  it('have the days that the law fixes', () => expect(daysOf(year)).toEqual(expect.arrayContaining([`${year}-01-01`, `${year}-04-30`, `${year}-05-01`, `${year}-09-02`])));

  it('begin the lunar year on its first day, after its eve, and keep the 10th of the third month', () => {
    const first = publicHolidays(year)!.days.find(({ vi }) => vi.endsWith('mùng 1'))!.day;
    expect(daysOf(year)).toContain(addDays(first, -1));
    const kings = publicHolidays(year)!.days.find(({ vi }) => vi === 'Giỗ Tổ Hùng Vương')!.day;
    expect([first, kings]).toEqual(lunar[year]);
  });

  it('make up for a single day of rest on the next working day', () => {
    for (const { day, vi } of publicHolidays(year)!.days.filter((one) => one.vi.startsWith('Nghỉ bù'))) {
      const own = publicHolidays(year)!.days.find((one) => one.vi === vi.slice('Nghỉ bù '.length))!.day;
      expect([0, 6]).toContain(weekday(own));
      expect([weekday(day), daysOf(year).includes(addDays(day, -1)) || [0, 6].includes(weekday(addDays(day, -1)))]).toEqual([1, true]);
    }
  });
});

it('is complete for 2026: eleven days and one in lieu', () => expect([publicHolidays(2026)!.complete, daysOf(2026)]).toEqual([true, expect.objectContaining({ length: 12 })]));

it('knows nothing of a year that was not entered', () => expect(publicHolidays(2050)).toBeUndefined());
