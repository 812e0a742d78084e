import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fillText, statusOfKind } from '../platform/contract/index.ts';
import { paths, root } from './sources.testing.mjs';

const modules = paths.filter((path) => /^libs\/\w+\/contract\/index\.ts$|^libs\/\w+\/server\/.*\.errors\.ts$/.test(path));
const isError = (value) => typeof value?.code === 'string' && typeof value.vi === 'string' && value.kind in statusOfKind;

/** Every error that any domain declares, found through the doors of the contracts. */
async function errors() {
  const loaded = await Promise.all(modules.map((path) => import(join(root, path))));
  const catalogues = loaded.flatMap((module) => Object.values(module)).filter((value) => value && typeof value === 'object');
  return [...new Set(catalogues.flatMap((value) => (isError(value) ? [value] : Object.values(value).filter(isError))))];
}

const found = await errors();
const placeholders = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('the catalogue of errors', () => {
  it('is found', () => expect(found.map(({ code }) => code)).toContain('platform.not_found'));

  it('has no code twice', () => {
    const codes = found.map(({ code }) => code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });

  it.each(found.map((error) => [error.code, error]))('%s speaks in whole sentences of both languages', (_code, { vi, en }) => {
    for (const text of [vi, en]) {
      expect(text).toMatch(/^[\p{Lu}\d“"«{]/u);
      expect(text).toMatch(/[.?!]$/);
      expect(text).not.toMatch(/\s{2}|\s[,;:?!]|\s\.(?!\w)|undefined|TODO|\$\{/);
    }
    expect(en).not.toBe(vi);
    // English may quote what a Vietnamese form says.
    expect(en.replace(/“[^”]*”/g, '')).not.toMatch(/[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i);
  });

  it.each(found.map((error) => [error.code, error]))('%s fills the same places in both languages', (_code, { vi, en }) => {
    expect(new Set(placeholders(en))).toEqual(new Set(placeholders(vi)));
    const params = Object.fromEntries(placeholders(vi).map((name) => [name, 7]));
    expect(fillText(vi, params)).not.toMatch(/[{}]/);
    expect(fillText(en, params)).not.toMatch(/[{}]/);
  });
});
