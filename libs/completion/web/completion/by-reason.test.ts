import { expect, it } from 'vitest';
import { byReason } from './by-reason.ts';

const leaf = (key: string, why: 'BLANK' | 'BELOW' | null) => ({ key, label: { code: 'COMPONENT', nameVi: key, nameEn: key }, met: 'PENDING', why, actor: 'LECTURER' }) as const;

it('says each reason once, in the order in which they first appear', () => {
  const missing = [leaf('a', 'BLANK'), leaf('b', 'BELOW'), leaf('c', 'BLANK')];
  expect(byReason(missing).map(({ why, leaves }) => [why, leaves.map((one) => one.key)])).toEqual([['BLANK', ['a', 'c']], ['BELOW', ['b']]]);
});

it('what has no reason stands alone', () => {
  expect(byReason([leaf('a', null), leaf('b', null)]).map(({ leaves }) => leaves.length)).toEqual([1, 1]);
});
