import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allot } from './allotment.rules.ts';

const upTo = (count: number, from = 1): number[] => Array.from({ length: count }, (_, at) => at + from);

describe('allot', () => {
  it('gives everybody as many, the difference is one at most, and never a script twice to the same person', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 2, max: 7 }), fc.integer({ min: 1, max: 2 }), (scripts, people, markers) => {
      const made = allot(upTo(scripts), upTo(people, 100), markers);
      expect(made).toHaveLength(scripts * markers);
      expect(new Set(made.map(({ submissionId, personId }) => `${submissionId} ${personId}`)).size).toBe(made.length);
      const loads = upTo(people, 100).map((person) => made.filter(({ personId }) => personId === person).length);
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
    }));
  });

  it('keeps what is settled and gives the rest to those who have less', () => {
    const standing = upTo(3).map((submissionId) => ({ submissionId, markerNo: 1, personId: 100 }));
    expect(allot(upTo(6), [100, 101], 1, standing)).toEqual(upTo(3, 4).map((submissionId) => ({ submissionId, markerNo: 1, personId: 101 })));
  });

  it('leaves the second place empty when there is nobody else', () => expect(allot([1], [100], 2)).toHaveLength(1));
});
