import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from './file-store.ts';

describe('a file name', () => {
  it.each([
    ['Kế hoạch năm 2026.xlsx', 'Kế hoạch năm 2026.xlsx'],
    ['Kê\u0301 hoạch.pdf', 'Kế hoạch.pdf'],
    ['../../etc/passwd', '__.._etc_passwd'],
    ['.htaccess', '_htaccess'],
    ['invoice\u202Exslx.exe', 'invoice_xslx.exe'],
    ['a\r\nSet-Cookie: x', 'a__Set-Cookie_ x'],
    ['C:\\temp\\x.txt', 'C__temp_x.txt'],
    ['CON.txt', '_CON.txt'],
    ['conference.txt', 'conference.txt'],
    ['bang-diem.pdf.', 'bang-diem.pdf_'],
    ['', 'tep'],
    ['   ', 'tep'],
  ])('%j is kept as %j', (given, kept) => {
    expect(safeFileName(given)).toBe(kept);
  });

  it('never trips a path or a header, and stays itself when cleaned again', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ unit: 'binary-ascii', maxLength: 400 })), (name) => {
      const safe = safeFileName(name);
      expect(safe).not.toMatch(/[\p{Cc}\p{Cs}/\\"\u202a-\u202e\u2066-\u2069]|^\.|[.\s]$/u);
      expect([...safe].length).toBeGreaterThan(0);
      expect([...safe].length).toBeLessThanOrEqual(200);
      expect(() => encodeURIComponent(safe)).not.toThrow();
      expect(safeFileName(safe)).toBe(safe);
    }));
  });
});
