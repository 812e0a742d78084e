import { describe, expect, it } from 'vitest';
import { fillText } from './errors.ts';

describe('fillText', () => {
  it.each<[string, Record<string, string | number> | undefined, string]>([
    ['Lớp {code}', { code: 'K01' }, 'Lớp K01'],
    ['Lớp {code}', undefined, 'Lớp {code}'],
    ['{n} {n|class|classes}', { n: 1 }, '1 class'],
    ['{n} {n|class|classes}', { n: 0 }, '0 classes'],
    ['{n} {n|class|classes}', { n: '1' }, '1 class'],
    ['{n} {n|class|classes}', { n: '1,200' }, '1,200 classes'],
    ['{n} {n|person has|people have}', { n: 2 }, '2 people have'],
    ['list{n||s}', { n: 3 }, 'lists'],
    ['{n|a|b}', {}, '{n|a|b}'],
  ])('%s with %o says %s', (text, params, said) => {
    expect(fillText(text, params)).toBe(said);
  });
});
