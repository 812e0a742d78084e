import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { avatarColour, avatarColours, initials } from './initials.ts';

describe('initials', () => {
  it.each([
    ['Nguyễn Thị Hoài Thu', 'HT'],
    ['Vũ Đình Bách', 'ĐB'],
    ['  lê   ánh ', 'LÁ'],
    ['Trần Ẩn'.normalize('NFD'), 'TẨ'],
    ['Thu', 'T'],
    ['', '?'],
    ['   ', '?'],
  ])('of %j are %s', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});

describe('avatar colour', () => {
  it('is one of the five and depends on the id alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (id) => {
        const colour = avatarColour(id);
        expect(colour).toBe(avatarColour(id));
        expect(Number.isInteger(colour) && colour >= 0 && colour < avatarColours).toBe(true);
      }),
    );
  });

  it('spreads a class over all colours', () => {
    const used = new Set(Array.from({ length: 50 }, (_, index) => avatarColour(`p-${index}`)));
    expect(used.size).toBe(avatarColours);
  });
});
