import { describe, expect, it } from 'vitest';
import { limitThatCounts, scopeOf, sizeWords } from './upload-limit.rules.ts';

const all = { classId: null, accountId: null, maxBytes: 1, openUploads: 1 };
const ofClass = { ...all, classId: 4, maxBytes: 2 };
const ofPerson = { ...all, accountId: 7, maxBytes: 3 };

describe('how much may be sent', () => {
  it('is what is said for the person, then for the class, then for everybody', () => {
    expect(limitThatCounts([all, ofClass, ofPerson])).toBe(ofPerson);
    expect(limitThatCounts([all, ofClass])).toBe(ofClass);
    expect(limitThatCounts([all])).toBe(all);
    expect([all, ofClass, ofPerson].map(scopeOf)).toEqual(['all', 'class:4', 'account:7']);
  });

  it.each([[2 * 1024 ** 3, '2 GB'], [1_610_612_736, '1,5 GB'], [1024 ** 2 - 1, '1023,9 KB'], [300 * 1024 ** 2, '300 MB']])('%i bytes is %s', (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words);
  });
});
