import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRegisterNumber, parseRegisterNumber, type RegisterNumber } from './register-number.rules.ts';

const anyNumber: fc.Arbitrary<RegisterNumber> = fc.record({
  seq: fc.integer({ min: 1, max: 999_999_999 }),
  year: fc.integer({ min: 2000, max: 2999 }),
  kind: fc.constantFrom('CERTIFICATE' as const, 'ATTESTATION' as const),
  institution: fc.constantFrom('NVC', 'QN-NVC', 'QN-DHHL'),
});

describe('register number', () => {
  it.each([
    [{ seq: 42, year: 2026, kind: 'CERTIFICATE', institution: 'QN-NVC' }, '0042/2026/CC-QN-NVC'],
    [{ seq: 1842, year: 2026, kind: 'ATTESTATION', institution: 'NVC' }, '1842/2026/GCN-NVC'],
    [{ seq: 12_345, year: 2027, kind: 'CERTIFICATE', institution: 'NVC' }, '12345/2027/CC-NVC'],
  ] as const)('formats %j', (number, text) => {
    expect(formatRegisterNumber(number)).toBe(text);
  });

  it('reads back what it wrote, also in lower case and with spaces', () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        const text = formatRegisterNumber(number);
        expect(parseRegisterNumber(text)).toEqual(number);
        expect(parseRegisterNumber(` ${text.toLowerCase().replaceAll('/', ' / ')} `)).toEqual(number);
      }),
    );
  });

  it('gives two numbers of one register two texts', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(formatRegisterNumber(one) === formatRegisterNumber(other)).toBe(same);
      }),
    );
  });

  it.each(['', '42/2026/CC-NVC', '0042/26/CC-NVC', '0042/2026/XX-NVC', '0042/2026/CC-', '0000/2026/CC-NVC', '0042/2026/CC-NVC;'])('refuses %j', (text) => {
    expect(parseRegisterNumber(text)).toBeNull();
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses the sequence %s', (seq) => {
    expect(() => formatRegisterNumber({ seq, year: 2026, kind: 'CERTIFICATE', institution: 'NVC' })).toThrow(RangeError);
  });
});
