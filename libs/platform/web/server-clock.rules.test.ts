import { describe, expect, it } from 'vitest';
import { agreed, readingOf, type Reading } from './server-clock.rules.ts';

const reading = (offset: number, doubt: number): Reading => ({ offset, doubt });

describe('readingOf', () => {
  it('takes the middle of the way there and back as the moment of the answer', () => {
    expect(readingOf(1_000_200, 1_000, 1_400)).toEqual({ offset: 999_000, doubt: 200 });
  });

  it('is exact when the answer took no time', () => {
    expect(readingOf(5_000, 7_000, 7_000)).toEqual({ offset: -2_000, doubt: 0 });
  });

  it('counts a device clock that went back on the way as no time at all', () => {
    expect(readingOf(5_000, 7_000, 6_900)).toEqual({ offset: -1_900, doubt: 0 });
  });
});

describe('agreed', () => {
  it.each<[string, Reading | undefined, Reading, Reading]>([
    ['the first reading counts', undefined, reading(500, 80), reading(500, 80)],
    ['a closer reading replaces a looser one', reading(500, 300), reading(450, 20), reading(450, 20)],
    ['a looser reading that fits changes nothing', reading(450, 20), reading(700, 300), reading(450, 20)],
    ['the product clock was moved: the new reading counts, however loose', reading(450, 20), reading(3_600_450, 900), reading(3_600_450, 900)],
    ['the device clock was moved back', reading(0, 5), reading(-7_200_000, 200), reading(-7_200_000, 200)],
  ])('%s', (_what, known, fresh, answer) => {
    expect(agreed(known, fresh)).toEqual(answer);
  });
});
