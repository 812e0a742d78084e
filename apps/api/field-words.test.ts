import { expect, it } from 'vitest';
import { domains } from './domains.ts';

type Json = Record<string, unknown>;
const isSchema = (value: unknown): value is { _zod: { def: Json } } => typeof value === 'object' && value !== null && '_zod' in value;

/** Every schema and check below this one that carries words of its own: those would be said in one language to everybody. */
function ownWords(value: unknown, seen: Set<unknown>): string[] {
  if (typeof value !== 'object' || value === null || value instanceof RegExp || seen.has(value)) return [];
  seen.add(value);
  if (!isSchema(value)) return Object.values(value).flatMap((one) => ownWords(one, seen));
  const { error, type, check, ...rest } = value._zod.def;
  const words = typeof error === 'function' ? String((error as (issue: Json) => unknown)({ code: 'custom', input: undefined })) : undefined;
  return [...(words === undefined ? [] : [`${String(check ?? type)}: ${words}`]), ...ownWords(rest, seen)];
}

it('no contract says what is wrong in one language only: rules of ours use inWords', () => {
  const found = domains.flatMap((domain) => Object.values(domain.routes).flatMap(({ method, path, params, query, body }) => ownWords([params, query, body], new Set()).map((words) => `${method} ${path}: ${words}`)));
  expect(found).toEqual([]);
});
