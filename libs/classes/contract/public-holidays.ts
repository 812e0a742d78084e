import type { TextPair } from '@halong/platform/contract';

export interface PublicHoliday extends TextPair {
  day: string;
}

const newYear: TextPair = { vi: 'Tết Dương lịch', en: 'New Year’s Day' };
const hungKings: TextPair = { vi: 'Giỗ Tổ Hùng Vương', en: 'Hùng Kings’ Commemoration Day' };
const victory: TextPair = { vi: 'Ngày Chiến thắng', en: 'Victory Day' };
const labour: TextPair = { vi: 'Ngày Quốc tế lao động', en: 'International Labour Day' };
const national: TextPair = { vi: 'Quốc khánh', en: 'National Day' };
const tet = (vi: string, en: string): TextPair => ({ vi: `Tết Nguyên đán: ${vi}`, en: `Lunar New Year: ${en}` });
const inLieu = ({ vi, en }: TextPair): TextPair => ({ vi: `Nghỉ bù ${vi}`, en: `In lieu of ${en}` });

/**
 * Labour Code 2019 (45/2019/QH14) article 112: which days; article 111.3: a holiday on a weekly day of rest is taken on the next working
 * day. Lunar days are those of the official calendar (Hùng Kings: 10th of the third month). 2026 is complete as announced. For 2027 the
 * government had announced neither the fifth day of Tết (and what makes up for its weekend) nor the second day of National Day, so
 * these are left to the office.
 */
const byYear: Readonly<Record<number, { complete: boolean; days: readonly (readonly [string, TextPair])[] }>> = {
  2026: {
    complete: true,
    days: [
      ['01-01', newYear],
      ['02-16', tet('29 tháng Chạp', 'eve')], ['02-17', tet('mùng 1', 'first day')], ['02-18', tet('mùng 2', 'second day')],
      ['02-19', tet('mùng 3', 'third day')], ['02-20', tet('mùng 4', 'fourth day')],
      ['04-26', hungKings], ['04-27', inLieu(hungKings)],
      ['04-30', victory], ['05-01', labour],
      ['09-01', national], ['09-02', national],
    ],
  },
  2027: {
    complete: false,
    days: [
      ['01-01', newYear],
      ['02-05', tet('29 tháng Chạp', 'eve')], ['02-06', tet('mùng 1', 'first day')], ['02-07', tet('mùng 2', 'second day')], ['02-08', tet('mùng 3', 'third day')],
      ['04-16', hungKings],
      ['04-30', victory], ['05-01', labour], ['05-03', inLieu(labour)],
      ['09-02', national],
    ],
  },
};

/** Years whose holidays are known. */
export const publicHolidayYears: readonly number[] = Object.keys(byYear).map(Number);

/**
 * The public holidays of a year, by day.
 * @returns undefined for a year that is not known; `complete` is false while the government has still to announce some of them
 */
export function publicHolidays(year: number): { complete: boolean; days: PublicHoliday[] } | undefined {
  const known = byYear[year];
  return known && { complete: known.complete, days: known.days.map(([day, name]) => ({ day: `${year}-${day}`, ...name })) };
}
