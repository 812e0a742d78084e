import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitText, type Measure, type Run } from './paper-text.ts';

/** Every letter is half as wide as the text is high. */
const measure: Measure = (text) => text.length / 2;
const plain = (text: string): Run[] => [{ text, face: 'regular' }];
const linesOf = (text: string, width: number, changes = {}) => {
  const { size, lines } = fitText(measure, plain(text), { width, size: 20, minSize: 10, maxLines: 2, ...changes });
  return { size, lines: lines.map((runs) => runs.map((run) => run.text).join(' ')) };
};

describe('a text that must fit', () => {
  it.each([
    ['has room', 'abc def', 70, { size: 20, lines: ['abc def'] }],
    ['gets smaller first', 'abc def', 40, { size: 11, lines: ['abc def'] }],
    ['then gets a second line, as large as it can be', 'abc def', 34, { size: 20, lines: ['abc', 'def'] }],
    ['shrinks below its least size before a letter is cut off', 'abcdefghij', 10, { size: 2, lines: ['abcdefghij'] }],
  ])('%s', (_, text, width, expected) => {
    expect(linesOf(text, width)).toEqual(expected);
  });

  it.each([
    [true, ['aaaa bb', 'cc dd']],
    [false, ['aaaa bb cc', 'dd']],
  ])('has lines of like length: %s', (balanced, lines) => {
    expect(linesOf('aaaa bb cc dd', 100, { minSize: 20, balanced }).lines).toEqual(lines);
  });

  it('keeps the faces of its words, with one run for neighbours of one face', () => {
    const { lines } = fitText(measure, [...plain('Kết quả:'), { text: 'Đạt', face: 'bold' }], { width: 900, size: 20, minSize: 10, maxLines: 1 });
    expect(lines).toEqual([[{ text: 'Kết quả:', face: 'regular' }, { text: 'Đạt', face: 'bold' }]]);
  });

  it('never loses a word, never leaves its column, never has too many lines', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(words, fc.integer({ min: 60, max: 900 }), fc.integer({ min: 1, max: 3 }), fc.boolean(), (text, width, maxLines, balanced) => {
        const { size, lines } = linesOf(text.join(' '), width, { maxLines, balanced });
        expect(lines.join(' ')).toBe(text.join(' '));
        expect(lines.length).toBeLessThanOrEqual(maxLines);
        for (const line of lines) expect((line.length / 2) * size).toBeLessThanOrEqual(width + 1e-6);
      }),
    );
  });
});
