import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthOf, pagesOf, union, upTo, within, type Span } from './span.rules.ts';

const span = fc.tuple(fc.nat(5_000), fc.nat(800)).map(([from, length]): Span => [from, from + length]);
const spans = fc.array(span, { maxLength: 30 });
/** The same said by counting every millisecond. */
const points = (all: readonly Span[]) => new Set(all.flatMap(([from, to]) => Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)));

describe('union', () => {
  it('covers what its parts cover, sorted and apart', () => {
    fc.assert(fc.property(spans, (all) => {
      const united = union(all);
      expect(points(united)).toEqual(points(all));
      expect(united.every(([from], at) => at === 0 || from > united[at - 1]![1])).toBe(true);
    }), { numRuns: 60 });
  });

  it('does not depend on order, grouping or repetition', () => {
    fc.assert(fc.property(spans, spans, (some, others) => {
      const all = union([...some, ...others]);
      expect(union([...others.toReversed(), ...some])).toEqual(all);
      expect(union([...union(some), ...union(others)])).toEqual(all);
      expect(union([...all, ...some])).toEqual(all);
    }));
  });
});

describe('upTo', () => {
  it('takes from the beginning, never more than the credit, never what was not told', () => {
    fc.assert(fc.property(spans, fc.nat(4_000), (all, credit) => {
      const taken = upTo(all, credit);
      expect(lengthOf(taken)).toBe(Math.min(credit, lengthOf(all)));
      expect(union([...all, ...taken])).toEqual(union(all));
    }));
  });
});

it('within cuts what lies outside', () => expect(within([[-5, 3], [8, 20]], 0, 10)).toEqual([[0, 3], [8, 10]]));
it('pages beside each other are one span', () => expect(pagesOf([3, 1, 2, 2, 7])).toEqual([[1, 4], [7, 8]]));
