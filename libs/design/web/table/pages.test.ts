import { describe, expect, it } from 'vitest';
import { pageCount, pageText, showCount } from './pages.ts';

describe('pageText', () => {
  it.each([
    [{ page: 1, pageSize: 50, total: 1187 }, 'vi', '1–50 / 1.187'],
    [{ page: 24, pageSize: 50, total: 1187 }, 'vi', '1.151–1.187 / 1.187'],
    [{ page: 1, pageSize: 50, total: 12 }, 'vi', '1–12 / 12'],
    [{ page: 1, pageSize: 50, total: 0 }, 'vi', '0'],
    [{ page: 2, pageSize: 1000, total: 1234567 }, 'en', '1,001–2,000 / 1,234,567'],
  ] as const)('%j in %s is %s', (page, lang, text) => {
    expect(pageText(page, lang)).toBe(text);
  });
});

describe('pageCount', () => {
  it.each([
    [0, 1],
    [1, 1],
    [50, 1],
    [51, 2],
    [1187, 24],
  ])('%d rows in pages of 50 make %d', (total, pages) => {
    expect(pageCount({ pageSize: 50, total })).toBe(pages);
  });
});

describe('showCount', () => {
  it('groups thousands only', () => {
    expect(showCount(999, 'vi')).toBe('999');
    expect(showCount(1000, 'vi')).toBe('1.000');
  });
});
