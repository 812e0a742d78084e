import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import decodeQR from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CertificatePaper } from './certificate-paper.ts';
import { renderCertificate } from './render-certificate.ts';

const attestation: CertificatePaper = {
  kind: 'ATTESTATION',
  superiorBody: 'Tỉnh Quảng Ninh',
  institution: 'Trường Đào tạo cán bộ Nguyễn Văn Cừ',
  issuedBy: 'Hiệu trưởng Trường Đào tạo cán bộ Nguyễn Văn Cừ',
  holder: { salutation: 'Bà', name: 'Nguyễn Thị Hoài Thu', born: '1990-09-12', post: 'Phó Trưởng phòng Văn hóa - Xã hội, UBND phường Hạ Long' },
  programme: 'Soạn thảo, ban hành và quản lý văn bản điện tử',
  course: 'K03/2026',
  from: '2026-10-12',
  to: '2026-10-15',
  periods: 16,
  result: { classification: 'Đạt', score: '8,5/10' },
  place: 'Quảng Ninh',
  issuedOn: '2026-10-23',
  signer: { titleLines: ['Hiệu trưởng'], name: 'Nguyễn Đình Hưng' },
  registerNumber: '1842/2026/GCN-QN-NVC',
  verifyCode: '7K4M-92QX-3WTB',
  verifyUrl: 'https://halong.example/xm/7K4M-92QX-3WTB',
  verifyAddress: 'halong.example/xm',
  footnote: null,
  createdAt: new Date('2026-10-23T02:14:32Z'),
};

const longCertificate: CertificatePaper = {
  ...attestation,
  kind: 'CERTIFICATE',
  superiorBody: null,
  institution: 'Trường Đào tạo, bồi dưỡng cán bộ, công chức, viên chức và người hoạt động không chuyên trách cấp xã',
  issuedBy: 'Hiệu trưởng Trường Đào tạo, bồi dưỡng cán bộ, công chức, viên chức và người hoạt động không chuyên trách cấp xã',
  holder: {
    salutation: 'Bà',
    name: 'Công Tằng Tôn Nữ Nguyễn Phúc Hoàng Thị Phương Quỳnh Bích Ngọc Diễm',
    born: '1989',
    post: 'Phó Trưởng phòng Kinh tế, Hạ tầng và Đô thị kiêm Phó Giám đốc Trung tâm Phục vụ hành chính công, Ủy ban nhân dân phường Móng Cái 1',
  },
  programme:
    'Lãnh đạo, quản lý cấp phòng thuộc Ủy ban nhân dân cấp xã và kiến thức, kỹ năng quản lý nhà nước đối với chuyên viên chính và tương đương theo mô hình chính quyền địa phương hai cấp trong giai đoạn chuyển đổi số',
  course: 'LD-PX K01/2026',
  result: { classification: 'Giỏi', score: null },
  signer: { titleLines: ['KT. Hiệu trưởng', 'Phó Hiệu trưởng'], name: 'Công Tằng Tôn Nữ Nguyễn Phúc Hoàng Thị Phương Quỳnh' },
  footnote: 'Bản mẫu trình bày, không có giá trị sử dụng',
};

const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function inspect(tool: string, ...args: string[]): string {
  return execFileSync(tool, args, { encoding: 'utf8', cwd: folder });
}

/** A portable pixmap: magic number, width, height, depth, then RGB. */
function readPixmap(file: Buffer): { width: number; height: number; data: Uint8Array } {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 64).toString('latin1'));
  if (!head) throw new Error('Not a pixmap');
  return { width: Number(head[1]), height: Number(head[2]), data: new Uint8Array(file.subarray(head[0].length)) };
}

describe.each([
  ['attestation', attestation],
  ['long certificate', longCertificate],
])('%s', (name, paper) => {
  let bytes: Uint8Array;
  let text: string;
  beforeAll(async () => {
    bytes = await renderCertificate(paper);
    writeFileSync(join(folder, `${name}.pdf`), bytes);
    text = inspect('pdftotext', '-raw', `${name}.pdf`, '-').replace(/\s+/g, ' ');
  });

  it('keeps every word readable for machines, diacritics included', () => {
    for (const expected of [
      paper.holder.name,
      paper.holder.post,
      paper.programme,
      paper.signer.name,
      paper.registerNumber,
      paper.verifyCode,
      paper.institution.toLocaleUpperCase('vi'),
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Quảng Ninh, ngày 23 tháng 10 năm 2026',
      'từ ngày 12/10/2026 đến ngày 15/10/2026, thời lượng 16 tiết.',
    ]) {
      expect(text).toContain(expected);
    }
  });

  it('is one A4 page in landscape with title and language', () => {
    const info = inspect('pdfinfo', `${name}.pdf`);
    expect(info).toMatch(/Pages:\s+1\n/);
    expect(info).toMatch(/Page size:\s+841\.89 x 595\.28 pts \(A4\)/);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toContain(`${paper.registerNumber} – ${paper.holder.name}`);
    expect(Buffer.from(bytes).toString('latin1')).toContain('/Lang (vi-VN)');
  });

  it('embeds its fonts and no picture', () => {
    const fonts = inspect('pdffonts', `${name}.pdf`).trim().split('\n').slice(2);
    expect(fonts).toHaveLength(3);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+Tinos-\S+\s+CID TrueType\s+Identity-H\s+yes yes yes/);
    expect(inspect('pdfimages', '-list', `${name}.pdf`).trim().split('\n')).toHaveLength(2);
  });

  it('has a code that a scanner reads from the printed page', () => {
    const lowerLeft = ['-x', '150', '-y', '930', '-W', '220', '-H', '220'];
    inspect('pdftoppm', '-r', '150', ...lowerLeft, '-singlefile', `${name}.pdf`, name);
    expect(decodeQR(readPixmap(readFileSync(join(folder, `${name}.ppm`))))).toBe(paper.verifyUrl);
  });

  it('lets nothing leave the inner frame or run into something else', () => {
    const words = [...inspect('pdftotext', '-bbox', `${name}.pdf`, '-').matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</g)].map(
      ([, left, top, right, bottom]) => ({ left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom) }),
    );
    expect(words.length).toBeGreaterThan(60);
    for (const word of words) {
      expect(word.left).toBeGreaterThan(51 * 0.75);
      expect(word.right).toBeLessThan(1072 * 0.75);
      expect(word.top).toBeGreaterThan(51 * 0.75);
      expect(word.bottom).toBeLessThan(743 * 0.75);
    }
    // Font boxes are a fifth taller than the letters, so neighbouring lines may share that much.
    const overlapping = words.flatMap((one, at) =>
      words.slice(at + 1).filter((other) => {
        const height = Math.min(one.bottom - one.top, other.bottom - other.top);
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        return across > 0.5 && down > height * 0.2;
      }),
    );
    expect(overlapping).toEqual([]);
  });
});

describe('the same paper', () => {
  it('gives the same bytes', async () => {
    expect(Buffer.compare(await renderCertificate(attestation), await renderCertificate(attestation))).toBe(0);
  });

  it('composes letters that came in parts', async () => {
    const split = { ...attestation, holder: { ...attestation.holder, name: attestation.holder.name.normalize('NFD') } };
    expect(Buffer.compare(await renderCertificate(split), await renderCertificate(attestation))).toBe(0);
  });

  it('says year of birth, kind and result as the register has them', async () => {
    writeFileSync(join(folder, 'kinds.pdf'), await renderCertificate(longCertificate));
    const text = inspect('pdftotext', '-raw', 'kinds.pdf', '-');
    expect(text).toContain('CHỨNG CHỈ');
    expect(text).toContain('Sinh năm 1989');
    expect(text).toContain('Xếp loại: Giỏi');
    expect(text).not.toContain('GIẤY CHỨNG NHẬN');
  });

  it('leaves out a birth that the register does not know', async () => {
    writeFileSync(join(folder, 'unborn.pdf'), await renderCertificate({ ...attestation, holder: { ...attestation.holder, born: '' } }));
    const text = inspect('pdftotext', '-raw', 'unborn.pdf', '-');
    expect(text).toContain('Phó Trưởng phòng Văn hóa');
    expect(text).not.toMatch(/Sinh|undefined/);
  });
});

describe('the copy of a revoked paper', () => {
  it('says across it that it is revoked, by which decision and when; the valid one does not', async () => {
    const textOf = async (name: string, ...more: Parameters<typeof renderCertificate> extends [unknown, ...infer Rest] ? Rest : never) => {
      writeFileSync(join(folder, name), await renderCertificate(attestation, ...more));
      return inspect('pdftotext', '-raw', name, '-').replace(/\s+/g, ' ');
    };
    const stamped = await textOf('revoked.pdf', { decision: '845/QĐ-NVC', day: '2026-11-20' });
    for (const expected of ['ĐÃ THU HỒI', 'Đã thu hồi ngày 20/11/2026 theo 845/QĐ-NVC', attestation.holder.name]) expect(stamped).toContain(expected);
    expect(await textOf('valid.pdf')).not.toMatch(/thu hồi/iu);
    expect(inspect('pdfinfo', 'revoked.pdf')).toMatch(/Pages:\s+1\n/);
  });
});
