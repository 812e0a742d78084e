import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newVerifyCode, normaliseVerifyCode, verifyCodeFrom } from './verify-code.rules.ts';

const twelveBytes = fc.uint8Array({ minLength: 12, maxLength: 12 });

describe('verification code', () => {
  it('is grouped and has only signs that are not confused', () => {
    fc.assert(fc.property(twelveBytes, (bytes) => void expect(verifyCodeFrom(bytes)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)));
  });

  it('keeps 5 bits of every byte: 32 values give 32 signs in each of the 12 places', () => {
    for (let place = 0; place < 12; place++) {
      const codes = Array.from({ length: 32 }, (_, value) => verifyCodeFrom(new Uint8Array(12).fill(0).with(place, value)));
      expect(new Set(codes).size).toBe(32);
    }
  });

  it('favours no sign: each of the 256 values of a byte gives every sign 8 times', () => {
    const counts = new Map<string, number>();
    for (let value = 0; value < 256; value++) {
      const sign = verifyCodeFrom(new Uint8Array(12).fill(value)).charAt(0);
      counts.set(sign, (counts.get(sign) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual(Array.from({ length: 32 }, () => 8));
  });

  it('refuses too little randomness', () => {
    expect(() => verifyCodeFrom(new Uint8Array(11))).toThrow(RangeError);
  });

  it('draws different codes', () => {
    expect(new Set(Array.from({ length: 200 }, newVerifyCode)).size).toBe(200);
  });

  it('recognises its own codes as people type them', () => {
    fc.assert(
      fc.property(twelveBytes, (bytes) => {
        const code = verifyCodeFrom(bytes);
        expect(normaliseVerifyCode(code)).toBe(code);
        expect(normaliseVerifyCode(code.toLowerCase().replaceAll('-', ' '))).toBe(code);
        expect(normaliseVerifyCode(code.replaceAll('-', '').replaceAll('0', 'O').replaceAll('1', 'l'))).toBe(code);
      }),
    );
  });

  it.each([
    ['7k4m–92qx—3wtb', '7K4M-92QX-3WTB'],
    ['  7K4M 92QX 3WTB\n', '7K4M-92QX-3WTB'],
    ['７Ｋ４Ｍ-92QX-3WTB', '7K4M-92QX-3WTB'],
    ['7K4M-92QX', null],
    ['7K4M-92QX-3WTU', null],
    ["7K4M-92QX-3WT'", null],
    ['', null],
    ['7K4M-92QX-3WTB'.padEnd(80, ' '), null],
  ])('reads %j as %j', (input, expected) => {
    expect(normaliseVerifyCode(input)).toBe(expected);
  });
});
