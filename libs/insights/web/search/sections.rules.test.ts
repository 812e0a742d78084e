import { expect, it } from 'vitest';
import { allPeople, entriesOf } from './sections.rules.ts';

const name = { vi: 'Bồi dưỡng', en: 'Course' };

it.each([
  ['PEOPLE', '/people?person=7'],
  ['CLASSES', '/classes/7'],
  ['PROGRAMMES', '/programmes/7'],
  ['UNITS', '/organisation?unit=7'],
] as const)('%s open at %s', (kind, to) => {
  const group = { kind, items: [{ id: 7, name, detail: { vi: 'Tỉnh', en: 'Province' } }], total: 1, late: false };
  expect(entriesOf(group, 'vi')).toEqual([{ to, label: 'Bồi dưỡng', detail: 'Tỉnh' }]);
  expect(entriesOf(group, 'en')).toEqual([{ to, label: 'Course', detail: 'Province' }]);
});

it('what was typed survives the address', () => {
  expect(new URL(allPeople('thư & cô'), 'http://x').searchParams.get('search')).toBe('thư & cô');
});
