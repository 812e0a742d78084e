import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSeen, creditOf, measureOf, percentOf, spareOf, type Measure, type Watch } from './credit.rules.ts';
import { lengthOf, type Span } from './span.rules.ts';

const terms = { maxSpeed: 2, pageMs: 1_000, donePercent: 95, longestMs: 300_000 };
const lesson: Measure = { by: 'TIME', total: 3_600_000 };
const none = { pages: [], ranges: [] };

describe('creditOf', () => {
  it.each([
    ['ten seconds at the pace of the lesson', 10_000, 1, 0, 10_000],
    ['ten seconds at twice the pace', 10_000, 2, 0, 20_000],
    ['ten seconds faster than allowed', 10_000, 2.5, 0, 0],
    ['no time at all', 0, 2, 2_000, 0],
    ['a clock that went back', -5_000, 1, 0, 0],
    ['what an uneven line had left', 9_700, 1, 400, 10_100],
    ['never more than the allowed speed, whatever was left', 10_000, 2, 2_000, 20_000],
    ['an hour away', 3_600_000, 1, 0, 300_000],
    ['standing still', 10_000, 0, 2_000, 0],
  ])('%s', (_, passed, speed, spareMs, credit) => expect(creditOf({ lastAt: 50_000, spareMs }, 50_000 + passed, speed, terms)).toBe(credit));
});

/** Batches as any number of tabs send them: how long after the one before, what they claim, how fast. */
const batch = fc.record({ after: fc.nat(30_000), speed: fc.constantFrom(0.5, 1, 1.5, 2, 3, 16), ranges: fc.array(fc.tuple(fc.nat(3_600_000), fc.nat(60_000)).map(([from, length]): Span => [from, from + length]), { maxLength: 5 }) });
type Batch = { after: number; speed: number; ranges: readonly Span[] };

function watched(batches: readonly Batch[]) {
  let watch: Watch = { lastAt: 0, spareMs: 0 };
  let seen: Span[] = [];
  let now = 0;
  for (const { after, speed, ranges } of batches) {
    now += after;
    const credit = creditOf(watch, now, speed, terms);
    const added = addSeen(seen, { pages: [], ranges }, credit, lesson, terms);
    watch = { lastAt: now, spareMs: spareOf(credit, added.used) };
    ({ seen } = added);
  }
  return { seen, now };
}

describe('whatever is claimed', () => {
  it('nobody is credited more than the time that passed at the allowed speed', () => {
    fc.assert(fc.property(fc.array(batch, { maxLength: 40 }), (batches) => {
      const { seen, now } = watched(batches);
      expect(lengthOf(seen)).toBeLessThanOrEqual(now * terms.maxSpeed);
    }));
  });

  it('two tabs that play at the pace of the lesson bring no more than one', () => {
    fc.assert(fc.property(fc.array(batch, { maxLength: 40 }), (batches) => {
      const { seen, now } = watched(batches.map((one) => ({ ...one, speed: 1 })));
      expect(lengthOf(seen)).toBeLessThanOrEqual(now);
    }));
  });

  it('skipping to the end brings what was played there and nothing between', () => {
    const { seen } = watched([{ after: 10_000, speed: 1, ranges: [[0, 10_000]] }, { after: 5_000, speed: 1, ranges: [[3_590_000, 3_600_000]] }]);
    expect(seen).toEqual([[0, 10_000], [3_590_000, 3_595_000]]);
  });

  it('an honest viewer on an uneven line gets everything', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -400, max: 400 }), { minLength: 1, maxLength: 60 }), (delays) => {
      const arrivals = delays.map((delay, at) => (at + 1) * 10_000 + Math.max(0, delay));
      const batches = arrivals.map((arrival, at) => ({ after: arrival - (arrivals[at - 1] ?? 0), speed: 1, ranges: [[at * 10_000, (at + 1) * 10_000]] as Span[] }));
      expect(lengthOf(watched(batches).seen)).toBe(delays.length * 10_000);
    }));
  });
});

describe('measureOf', () => {
  const document = (kind: string, pages: number | null = null, durationMs: number | null = null) => ({ kind, pages, durationMs });
  it.each<[string, Parameters<typeof measureOf>, Measure]>([
    ['a page', [{ kind: 'PAGE' }, null, null], { by: 'PAGES', total: 1 }],
    ['a link', [{ kind: 'LINK' }, null, null], { by: 'OPENING', total: 1 }],
    ['a PDF', [{ kind: 'MATERIAL' }, document('PDF', 34), null], { by: 'PAGES', total: 34 }],
    ['a PDF whose pages nobody has counted', [{ kind: 'MATERIAL' }, document('PDF'), null], { by: 'PAGES', total: 0 }],
    ['converted slides', [{ kind: 'MATERIAL' }, document('SLIDES', 12), null], { by: 'PAGES', total: 12 }],
    ['slides that nobody has converted', [{ kind: 'MATERIAL' }, document('SLIDES'), null], { by: 'OPENING', total: 1 }],
    ['a recording', [{ kind: 'MATERIAL' }, document('VIDEO', null, 90_000), 1], { by: 'TIME', total: 90_000 }],
    ['a recording that only the player has measured', [{ kind: 'MATERIAL' }, document('VIDEO'), 60_000], { by: 'TIME', total: 60_000 }],
    ['a recording that nobody has measured', [{ kind: 'MATERIAL' }, document('AUDIO'), null], { by: 'TIME', total: 0 }],
    ['a picture', [{ kind: 'MATERIAL' }, document('IMAGE'), null], { by: 'PAGES', total: 1 }],
    ['an archive', [{ kind: 'MATERIAL' }, document('ARCHIVE'), null], { by: 'OPENING', total: 1 }],
  ])('%s', (_, given, measure) => expect(measureOf(...given)).toEqual(measure));
});

describe('pages', () => {
  const paper: Measure = { by: 'PAGES', total: 4 };
  it.each<[string, number[], number, Span[], number]>([
    ['as many as there was time for', [1, 2, 3, 4], 2_500, [[1, 3]], 50],
    ['all of them', [4, 3, 2, 1], 10_000, [[1, 5]], 100],
    ['none that the paper does not have', [0, 4, 5, 900], 10_000, [[4, 5]], 25],
  ])('%s', (_, pages, credit, seen, percent) => {
    const added = addSeen([], { ...none, pages }, credit, paper, terms);
    expect(added.seen).toEqual(seen.map((one) => [...one]));
    expect(percentOf(added.seen, paper)).toBe(percent);
  });

  it('page 0 counts for nothing', () => expect(percentOf([[0, 1]], paper)).toBe(0));
  it('what is opened is seen', () => expect(percentOf(addSeen([], none, 0, { by: 'OPENING', total: 1 }, terms).seen, { by: 'OPENING', total: 1 })).toBe(100));
});
