import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeAlphabet, codeLength, readCode, showCode } from './activation.ts';

const code = fc.string({ unit: fc.constantFrom(...codeAlphabet), minLength: codeLength, maxLength: codeLength });

describe('one-time codes', () => {
  it('have at least 60 bits', () => expect(codeLength * Math.log2(codeAlphabet.length)).toBeGreaterThanOrEqual(60));

  it('are read as shown, in any case, with any spacing', () => {
    fc.assert(
      fc.property(code, (letters) => {
        expect(readCode(showCode(letters))).toBe(letters);
        expect(readCode(` ${showCode(letters).toLowerCase().replaceAll('-', ' – ')} `)).toBe(letters);
      }),
    );
  });

  it.each([
    ['7k2m-qx9d-4rtb-w', '7K2MQX9D4RTBW'],
    ['OIL0 OIL0 OIL0 O', '0110011001100'],
    ['7K2M-QX9D-4RTB', undefined],
    ['7K2M-QX9D-4RTB-WW', undefined],
    ['7K2M-QX9D-4RTB-U', undefined],
    ['', undefined],
  ])('%j reads as %j', (typed, read) => expect(readCode(typed)).toBe(read));
});
