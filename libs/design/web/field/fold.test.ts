import { describe, expect, it } from 'vitest';
import { finds, fold } from './fold.ts';

describe('fold', () => {
  it.each([
    ['Hoài Thư', 'hoai thu'],
    ['ĐẶNG Đức', 'dang duc'],
    ['Nguyễn Ẫn'.normalize('NFD'), 'nguyen an'],
  ])('%s → %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});

describe('finds', () => {
  it.each([
    ['thu', 'Trần Anh Thư', true],
    ['ha long thu', 'Nguyễn Thị Hoài Thu, phường Hạ Long', true],
    ['', 'bất cứ ai', true],
    ['bach', 'Nguyễn Thị Hoài Thu', false],
  ])('%j in %j: %s', (typed, text, found) => {
    expect(finds(typed, text)).toBe(found);
  });
});
