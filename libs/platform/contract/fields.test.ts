import { expect, it } from 'vitest';
import { day } from './fields.ts';

it.each([
  ['2026-11-23', true],
  ['1000-01-01', true],
  ['9999-12-31', true],
  ['0000-01-01', false],
  ['0999-12-31', false],
  ['2026-02-30', false],
])('%s is a day of ours: %s', (text, known) => expect(day.safeParse(text).success).toBe(known));
