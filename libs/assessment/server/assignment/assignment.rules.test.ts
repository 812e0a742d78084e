import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder, judge, shifted, takesWork, termsFor, type Override } from './assignment.rules.ts';

const at = (text: string) => new Date(`2026-10-${text}:00Z`);
const everybody = { opensAt: at('01T00:00'), dueAt: at('15T10:00'), cutoffAt: at('20T10:00'), attempts: 1 };
const nothing: Override = { opensAt: null, dueAt: null, cutoffAt: null, attempts: null, waiveLate: false };

describe('termsFor', () => {
  it.each<[string, Override | undefined, Override | undefined, object]>([
    ['nobody has an exception', undefined, undefined, { ...everybody, extended: false }],
    ['an exception that says nothing', nothing, nothing, { ...everybody, extended: false }],
    ['the group has', undefined, { ...nothing, dueAt: at('17T10:00') }, { dueAt: at('17T10:00'), cutoffAt: at('20T10:00'), extended: true }],
    ['the person before the group', { ...nothing, dueAt: at('16T10:00') }, { ...nothing, dueAt: at('17T10:00') }, { dueAt: at('16T10:00') }],
    ['the person’s date with the group’s attempts', { ...nothing, dueAt: at('16T10:00') }, { ...nothing, attempts: 3 }, { dueAt: at('16T10:00'), attempts: 3 }],
    ['a due time beyond the cut-off takes it along', { ...nothing, dueAt: at('25T10:00') }, undefined, { dueAt: at('25T10:00'), cutoffAt: at('25T10:00') }],
    ['a cut-off of one’s own', { ...nothing, cutoffAt: at('22T10:00') }, undefined, { dueAt: at('15T10:00'), cutoffAt: at('22T10:00') }],
    ['earlier than everybody', { ...nothing, dueAt: at('10T10:00') }, undefined, { dueAt: at('10T10:00'), extended: true }],
    ['waived by the group', undefined, { ...nothing, waiveLate: true }, { ...everybody, waiveLate: true, extended: true }],
  ])('%s', (_, personal, group, terms) => {
    expect(termsFor(everybody, personal, group)).toMatchObject(terms);
  });

  it('never closes before it is due', () => {
    const date = fc.option(fc.integer({ min: 0, max: 60 }).map((day) => new Date(Date.UTC(2026, 9, 1 + day))));
    const override = fc.record({ opensAt: date, dueAt: date, cutoffAt: date, attempts: fc.option(fc.integer({ min: 1, max: 5 })), waiveLate: fc.boolean() });
    fc.assert(fc.property(override, override, (personal, group) => {
      const { dueAt, cutoffAt } = termsFor(everybody, personal, group);
      expect(cutoffAt!.getTime()).toBeGreaterThanOrEqual(dueAt.getTime());
    }));
  });
});

it('waiving takes the deduction and not the fact', () => {
  const policy = { deductionPerDay: 1, floor: 0, partDay: 'UP', graceMinutes: 0 } as const;
  const terms = { dueAt: everybody.dueAt, waiveLate: false };
  expect(judge(at('16T10:00'), terms, policy)).toEqual({ late: true, days: 1, deduction: 1 });
  expect(judge(at('16T10:00'), { ...terms, waiveLate: true }, policy)).toEqual({ late: true, days: 1, deduction: 0 });
});

it.each([
  [everybody, true],
  [{ ...everybody, cutoffAt: everybody.dueAt }, true],
  [{ ...everybody, opensAt: null, cutoffAt: null }, true],
  [{ ...everybody, opensAt: everybody.dueAt }, false],
  [{ ...everybody, cutoffAt: at('15T09:59') }, false],
])('%o stands in order: %s', (dates, ok) => expect(inOrder(dates)).toBe(ok));

it('shifts dates by whole days at the same moment of the day', () => {
  expect([shifted(at('30T10:30'), 3), shifted(null, 3)]).toEqual([new Date('2026-11-02T10:30:00Z'), null]);
});

it.each([['PLANNED', false], ['RUNNING', true], ['GRADING', true], ['RESULT_RECOGNISED', false], ['CANCELLED', false]])('a class that is %s takes work: %s', (state, yes) => expect(takesWork(state)).toBe(yes));
