import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldVietnamese, givenNameKey, isAllCaps, splitName, tidy, titleCaseName } from './vietnamese.ts';

describe('foldVietnamese', () => {
  it.each([
    ['Đặng  Thị THƯ', 'dang thi thu'],
    ['Nguyễn Văn Ước'.normalize('NFD'), 'nguyen van uoc'],
    ['\u00a0Sở GD&ĐT\n', 'so gd&dt'],
    ['ẮẰẲẴẶ ộ ữ ỵ', 'aaaaa o u y'],
    ['', ''],
  ])('%j → %j', (text, folded) => expect(foldVietnamese(text)).toBe(folded));

  it('is stable and does not depend on composition', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aăâbcdđeêghiouôơưyÁẢẠẪỮ Đ\t') }), (text) => {
        expect(foldVietnamese(text.normalize('NFD'))).toBe(foldVietnamese(text));
        expect(foldVietnamese(foldVietnamese(text))).toBe(foldVietnamese(text));
      }),
    );
  });
});

it.each([
  ['Nguyễn \u202Egnp.exe\u2066 Thu', 'Nguyễn gnp.exe Thu'],
  ['Nguyễn\0 Thu\u0007\u00ad', 'Nguyễn Thu'],
  ['\ufeffNguyễn\r\n\tThu\u200b', 'Nguyễn Thu'],
])('tidy leaves nothing unseen in %j', (text, clean) => expect(tidy(text)).toBe(clean));

describe('names', () => {
  it.each([
    ['Nguyễn Thị Thanh Hà', { surname: 'Nguyễn', middle: 'Thị Thanh', given: 'Hà' }, 'Hà Thị Thanh Nguyễn'],
    ['Lê  Mẫu ', { surname: 'Lê', middle: '', given: 'Mẫu' }, 'Mẫu Lê'],
    ['Hà', { surname: '', middle: '', given: 'Hà' }, 'Hà'],
    ['', { surname: '', middle: '', given: '' }, ''],
  ])('splits %j', (name, parts, key) => {
    expect(splitName(name)).toEqual(parts);
    expect(givenNameKey(name)).toBe(key);
  });

  it('gives the key in NFC', () => expect(givenNameKey('Đỗ Hằng'.normalize('NFD'))).toBe('Hằng Đỗ'));

  it.each([
    ['LÊ THỊ BÍCH TRANG', 'Lê Thị Bích Trang'],
    ['ĐẶNG  QUỲNH '.normalize('NFD'), 'Đặng Quỳnh'],
    ["H'HEN NIÊ", "H'Hen Niê"],
    ['lý a-phủ', 'Lý A-Phủ'],
  ])('title case of %j', (name, expected) => expect(titleCaseName(name)).toBe(expected));

  it.each([['LÊ', true], ['Lê', false], ['Ừ', true], ['099', false], ['', false]])('all caps %j: %s', (text, caps) => expect(isAllCaps(text)).toBe(caps));

  it('tidies spaces of every kind', () => expect(tidy('\ufeff a\u00a0 b\t\nc\u200bd ')).toBe('a b cd'));
});
