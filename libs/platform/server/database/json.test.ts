import { expect, it } from 'vitest';
import { jsonIn } from './json.ts';

it.each([
  ['text, as MariaDB gives it', '{"pages":[1,2]}', { pages: [1, 2] }],
  ['a value, as MySQL gives it', { pages: [1, 2] }, { pages: [1, 2] }],
  ['nothing', null, null],
])('%s', (_, stored, value) => expect(jsonIn(stored)).toEqual(value));
