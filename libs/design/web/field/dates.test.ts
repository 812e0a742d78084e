import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate, showDate } from './dates.ts';

describe('parseDate', () => {
  it.each([
    ['22/11/2026', '2026-11-22'],
    [' 1/2/2026 ', '2026-02-01'],
    ['1-2-2026', '2026-02-01'],
    ['1.2.2026', '2026-02-01'],
    ['22112026', '2026-11-22'],
    ['29/02/2028', '2028-02-29'],
  ])('reads %j', (typed, iso) => {
    expect(parseDate(typed)).toBe(iso);
  });

  it.each(['', '31/02/1988', '29/02/2026', '00/01/2026', '1/13/2026', '22/11/26', '2026-11-22', '22/11/1026', 'hôm nay'])('refuses %j', (typed) => {
    expect(parseDate(typed)).toBeUndefined();
  });

  it('is undone by showDate', () => {
    const days = fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (day) => {
        const iso = day.toISOString().slice(0, 10);
        expect(parseDate(showDate(iso))).toBe(iso);
      }),
    );
  });
});

describe('showDate', () => {
  it('shows nothing for what is not a date', () => {
    expect(showDate('')).toBe('');
    expect(showDate('22/11/2026')).toBe('');
  });
});
