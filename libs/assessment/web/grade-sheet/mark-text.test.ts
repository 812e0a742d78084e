import { expect, it } from 'vitest';
import { markText, parseMark, sameMark } from './mark-text.ts';

const sheet = { scale: 10, step: 0.1 };
const score = (value: number) => ({ kind: 'SCORE', value }) as const;

it.each([
  ['7,5', score(7.5)],
  ['7.5', score(7.5)],
  [' 10 ', score(10)],
  ['0', score(0)],
  ['0,3', score(0.3)],
  ['', { kind: 'BLANK' }],
  ['  ', { kind: 'BLANK' }],
  ['m', { kind: 'EXCUSED' }],
  ['Miễn', { kind: 'EXCUSED' }],
  ['E', { kind: 'EXCUSED' }],
  ['10,1', undefined],
  ['-1', undefined],
  ['7,55', undefined],
  ['7,5,5', undefined],
  ['bảy', undefined],
  ['1e1', undefined],
] as const)('%j is read as %j', (typed, mark) => {
  expect(parseMark(typed, sheet)).toEqual(mark);
});

it('keeps to the steps of the sheet', () => {
  expect(parseMark('7,3', { scale: 10, step: 0.5 })).toBeUndefined();
  expect(parseMark('7,5', { scale: 10, step: 0.5 })).toEqual(score(7.5));
  expect(parseMark('80', { scale: 100, step: 1 })).toEqual(score(80));
});

it('every step of the scale survives being shown and read again, in both languages', () => {
  for (let tenths = 0; tenths <= 100; tenths += 1) {
    const mark = score(tenths / 10);
    for (const language of ['vi', 'en'] as const) expect(parseMark(markText(mark, language), sheet)).toEqual(mark);
  }
});

it('zero is a score, not a blank', () => {
  expect(sameMark(score(0), { kind: 'BLANK' })).toBe(false);
  expect(sameMark(score(0), score(0))).toBe(true);
  expect(sameMark({ kind: 'EXCUSED' }, { kind: 'BLANK' })).toBe(false);
});
