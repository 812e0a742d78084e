import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { renderSlips, type Slip } from './render-slips.ts';

const slip = (index: number, changes: Partial<Slip> = {}): Slip => ({
  displayName: 'Nguyễn Thị Hồng Thư', unitName: 'Ủy ban nhân dân phường Hạ Long', login: `thunth${index}`, code: '7K2M-QX9D-4RTB-W',
  expiresAt: new Date('2026-10-15T10:00:00Z'), ...changes,
});
const sheaf = { address: 'https://halong.example/kich-hoat', printedAt: new Date('2026-10-01T00:00:00Z') };
const pagesIn = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

/** How many texts were drawn: text operators in the inflated page streams. */
function textsIn(pdf: Uint8Array): number {
  const parts = Buffer.from(pdf).toString('latin1').split('stream\n').slice(1);
  const inflated = parts.map((part) => {
    try {
      return inflateSync(Buffer.from(part.split('\nendstream')[0] ?? '', 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return inflated.join('\n').match(/\bTJ\b/g)?.length ?? 0;
}

describe('slips', () => {
  it.each([[1, 1], [8, 1], [9, 2], [17, 3]])('%d slips take %d pages', async (slips, pages) => {
    const pdf = await renderSlips(Array.from({ length: slips }, (_, index) => slip(index)), sheaf);
    expect(pagesIn(pdf)).toBe(pages);
  });

  it('embeds its fonts and draws every line; a long unit takes two', async () => {
    const long = slip(1, { displayName: 'Tôn Nữ Hoàng Nguyễn Phước Công Huyền Thục Đoan Trang', unitName: 'Trung tâm Dịch vụ sự nghiệp công phường Đông Triều trực thuộc Ủy ban nhân dân phường Đông Triều' });
    const pdf = await renderSlips([slip(0), long], sheaf);
    expect(Buffer.from(pdf).toString('latin1').match(/\/FontFile2/g)).toHaveLength(2);
    expect(textsIn(pdf)).toBe(9 + 10);
  });
});
