import { describe, expect, it } from 'vitest';
import { containing, literally, searchWords } from './like.ts';

describe('a search in a list', () => {
  it.each([['', []], ['thu', ['thu']], ['  nguyen   thu ', ['nguyen', 'thu']], ['a b c d e f g', ['a', 'b', 'c', 'd', 'e', 'f']]])('%j has the words %j', (search, words) => {
    expect(searchWords(search)).toEqual(words);
  });

  it.each([['thu', 'thu'], ['100%', String.raw`100\%`], ['a_b', String.raw`a\_b`], [String.raw`c\d`, String.raw`c\\d`]])('%j is meant literally', (text, pattern) => {
    expect(literally(text)).toBe(pattern);
    expect(containing(text)).toBe(`%${pattern}%`);
  });
});
