import { describe, expect, it } from 'vitest';
import { bodyOf, chosenPolicy, emptyForm, isReady, numberOf } from './assignment-form.ts';

const policy = { deductionPerDay: 0.5, floor: 5, partDay: 'UP', graceMinutes: 0 } as const;
const form = { ...emptyForm(policy, 'Tôi tự làm.'), title: ' Tiểu luận ', dueAt: '2026-10-15T10:00:00.000Z' };

describe('the form of an assignment', () => {
  it('sends what is empty as nothing', () => {
    expect(bodyOf({ ...form, declaration: ' ' })).toMatchObject({ title: 'Tiểu luận', component: null, declaration: null, markers: 1, diffThreshold: null, attempts: 1 });
    expect(bodyOf({ ...form, double: true, threshold: '1,5', attempts: '99' })).toMatchObject({ markers: 2, diffThreshold: 1.5, attempts: 20 });
  });

  it.each([
    [{}, true],
    [{ title: 'ab' }, false],
    [{ dueAt: null }, false],
    [{ opensAt: '2026-10-16T00:00:00.000Z' }, false],
    [{ cutoffAt: '2026-10-14T00:00:00.000Z' }, false],
    [{ cutoffAt: '2026-10-15T10:00:00.000Z' }, true],
  ])('%o is ready: %s', (more, ready) => expect(isReady({ ...form, ...more })).toBe(ready));

  it('knows a ready policy and one of its own', () => {
    const choices = [{ id: 1, nameVi: 'a', nameEn: 'a', isDefault: true, policy }];
    expect(chosenPolicy(choices, { ...policy })?.id).toBe(1);
    expect(chosenPolicy(choices, { ...policy, floor: 4 })).toBeUndefined();
  });

  it.each([['1,5', 1.5], ['1.5', 1.5], ['', 0], ['x', 0]])('%j is %d', (text, value) => expect(numberOf(text)).toBe(value));
});
