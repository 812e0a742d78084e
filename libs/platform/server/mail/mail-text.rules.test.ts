import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerText, oneAddress } from './mail-text.rules.ts';

describe('mail headers', () => {
  it('never contain a line break, whatever the name was', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('\r', '\n', '\u2028', '\0', 'B', 'c', ':', 'ễ') }), (text) => {
      expect(headerText(text, 200)).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    }));
    expect(headerText('Chào Thu\r\nBcc: all@example.vn', 200)).toBe('Chào Thu Bcc: all@example.vn');
  });

  it.each([
    ['thu@quangninh.example', 'thu@quangninh.example'],
    [' thu@quangninh.example ', 'thu@quangninh.example'],
    ['a@x.vn, b@x.vn', undefined],
    ['a@x.vn\r\nBcc: b@x.vn', undefined],
    ['Thu <a@x.vn>', undefined],
    ['không có', undefined],
    ['', undefined],
  ])('%j is the address %j', (text, address) => expect(oneAddress(text)).toBe(address));
});
