import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { ZipFile } from 'yazl';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { materialsErrors } from '@halong/materials/contract';
import { safeFileName } from '@halong/platform/server';
import { inspectFile } from './inspection.ts';

const samples = fileURLToPath(new URL('../../../../apps/e2e/samples/materials', import.meta.url));
const hostile = (name: string) => join(samples, 'hostile', name);
/** As scanners know it; in two parts, so that they leave this file alone. */
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'halong-door-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function zipped(name: string, parts: Record<string, Buffer | string>, options: { mode?: number } = {}): Promise<string> {
  const zip = new ZipFile();
  for (const [part, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), part, options);
  zip.end();
  const path = join(folder, name);
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

const office = (parts: Record<string, string> = {}, type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml') => ({
  '[Content_Types].xml': `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
  'word/document.xml': '<?xml version="1.0"?><w:document xmlns:w="w"><w:body/></w:document>',
  ...parts,
});

describe('real teaching material', () => {
  it.each([
    ['bai-giang-chuyen-de-09.docx', 'WORD'], ['bai-giang-chuyen-de-09.pdf', 'PDF'], ['bai-giang-chuyen-de-09-trinh-chieu.pptx', 'SLIDES'],
    ['gioi-thieu-chuyen-de-09.mp4', 'VIDEO'], ['gioi-thieu-chuyen-de-09.vi.vtt', 'CAPTIONS'], ['Phiếu bài tập - Vẽ quy trình.odt', 'WORD'],
    ['so-do-quy-trinh.png', 'IMAGE'], ['anh-lop-hoc-co-toa-do.jpg', 'IMAGE'],
  ])('%s is %s', async (name, kind) => {
    expect((await inspectFile(join(samples, name), name)).kind).toBe(kind);
  });

  it('is served as what it is, never as a page', async () => {
    const text = written('ghi-chu.txt', '<script>window.__HOSTILE_RAN__ = 1</script>');
    expect((await inspectFile(text, 'ghi-chu.txt')).mediaType).toBe('text/plain; charset=utf-8');
  });
});

describe('a hostile file', () => {
  const refused = (path: string, name: string) => inspectFile(path, name).then((format) => format.kind, (error: { def?: unknown }) => error.def);

  it.each([
    ['ghi-chu-bai-giang.html', materialsErrors.type_not_taken],
    ['so-do.svg', materialsErrors.type_not_taken],
    ['bao-cao-quy-3.pdf', materialsErrors.content_differs],
    ['goi-bai-tap.zip', materialsErrors.unsafe_archive],
    ['quyet-dinh-cu-di-hoc.docx', materialsErrors.unsafe_office],
    ['trong.docx', materialsErrors.empty_file],
    // Kept closed; what cannot be played is found out by the conversion.
    ['bai-giang-bi-cat.mp4', 'VIDEO'],
    ['ten-tep-kho.zip', 'ARCHIVE'],
  ])('%s ends as its list says', async (name, outcome) => {
    expect(await refused(hostile(name), name)).toEqual(outcome);
  });

  it.each([
    ['a page as picture', 'hinh.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'],
    ['a page as PDF', 'trang.pdf', '<html><script>1</script></html>'],
    ['a program as text', 'doc.txt', Buffer.from('MZ\u0000\u0001')],
    ['text that is not UTF-8', 'cu.txt', Buffer.from([0xc4, 0xe1, 0xff, 0xfe])],
    ['captions that are none', 'phu-de.vtt', 'WEB'],
    ['text as a document', 'x.docx', 'xin chào'],
    ['the test virus as PDF', 'eicar.pdf', eicar],
  ])('%s is not what it says', async (_what, name, content) => {
    expect(await refused(written(name, content), name)).toEqual(materialsErrors.content_differs);
  });

  it('that only looks dangerous to a scanner is plain text here', async () => {
    expect((await inspectFile(written('eicar.txt', eicar), 'eicar.txt')).mediaType).toBe('text/plain; charset=utf-8');
  });

  it('is refused by the name alone when such files are never taken', async () => {
    for (const name of ['bang-diem.pdf.exe', 'x.docm', 'x.doc', 'x', '.htaccess', 'x.xml']) expect(await refused(written('any', 'x'), name)).toEqual(materialsErrors.type_not_taken);
  });
});

describe('an archive', () => {
  it('of archives is a bomb: nobody opens it', async () => {
    const inner = readFileSync(await zipped('zeros.zip', { 'zeros.bin': Buffer.alloc(100 * 1024 ** 2) }));
    const bomb = await zipped('bomb.zip', Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`lop-${index}.zip`, inner])));
    await expect(inspectFile(bomb, 'bomb.zip')).rejects.toMatchObject({ def: materialsErrors.unsafe_archive });
    await expect(inspectFile(join(folder, 'zeros.zip'), 'zeros.zip')).rejects.toMatchObject({ def: materialsErrors.swollen_archive });
  });

  it('with a link or too many entries is refused', async () => {
    await expect(inspectFile(await zipped('link.zip', { 'a.txt': '/etc/passwd' }, { mode: 0o120777 }), 'link.zip')).rejects.toMatchObject({ def: materialsErrors.unsafe_archive });
    const many = Object.fromEntries(Array.from({ length: 5_001 }, (_, index) => [`${index}.txt`, 'x']));
    await expect(inspectFile(await zipped('many.zip', many), 'many.zip')).rejects.toMatchObject({ def: materialsErrors.swollen_archive });
  });

  it('that was cut off is broken', async () => {
    const whole = readFileSync(await zipped('whole.zip', { 'a.txt': 'x'.repeat(1_000) }));
    await expect(inspectFile(written('half.zip', whole.subarray(0, whole.length / 2)), 'half.zip')).rejects.toMatchObject({ def: materialsErrors.broken_file });
  });
});

describe('an office document', () => {
  const external = (type: string, target: string) => `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`;

  it.each([
    ['plain', {}, undefined],
    ['with a link for people', { 'word/_rels/document.xml.rels': external('hyperlink', 'https://halong.gov.vn') }, undefined],
    ['with the template of one’s own machine', { 'word/_rels/settings.xml.rels': external('attachedTemplate', 'file:///C:/Users/lan/Normal.dotm') }, undefined],
    ['with a template from elsewhere', { 'word/_rels/settings.xml.rels': external('attachedTemplate', 'http://203.0.113.7/x.dotm') }, 'unsafe_office'],
    ['with an object from elsewhere', { 'word/_rels/document.xml.rels': external('oleObject', '\\\\203.0.113.7\\share\\x') }, 'unsafe_office'],
    ['with macros', { 'word/vbaProject.bin': 'x' }, 'unsafe_office'],
    ['with an entity far below', { 'docProps/app.xml': `<?xml version="1.0"?><!--${' '.repeat(100_000)}--><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>` }, 'unsafe_office'],
    ['in an encoding that hides', { 'docProps/app.xml': Buffer.from('<!DOCTYPE a>', 'utf16le').toString('latin1') }, 'broken_file'],
  ] as const)('%s: %j → %s', async (_what, parts, refusal) => {
    const outcome = await inspectFile(await zipped('van-ban.docx', office(parts as unknown as Record<string, string>)), 'van-ban.docx').then(() => undefined, (error: { def?: { code: string } }) => error.def?.code);
    expect(outcome).toBe(refusal && `materials.${refusal}`);
  });

  it('of another kind, with macros by type, or with a password is refused', async () => {
    const sheet = await zipped('bang.docx', office({}, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'));
    await expect(inspectFile(sheet, 'bang.docx')).rejects.toMatchObject({ def: materialsErrors.content_differs, params: { extension: 'DOCX' } });
    const macro = await zipped('macro.docx', office({}, 'application/vnd.ms-word.document.macroEnabled.main+xml'));
    await expect(inspectFile(macro, 'macro.docx')).rejects.toMatchObject({ def: materialsErrors.unsafe_office });
    const locked = written('khoa.docx', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]));
    await expect(inspectFile(locked, 'khoa.docx')).rejects.toMatchObject({ def: materialsErrors.encrypted_file });
  });
});

describe('hard names', () => {
  const { names } = JSON.parse(readFileSync(hostile('hostile-names.json'), 'utf8')) as { names: { kind: string; name: string }[] };

  it.each(names.map(({ kind, name }) => [kind, name]))('%s is kept as plain text', (_kind, name) => {
    const safe = safeFileName(name!);
    expect(safe).toBe(safe.normalize('NFC'));
    expect(safe).not.toMatch(/[\p{Cc}\p{Cf}<>"\\/]|^[.\s]|[.\s]$|^(con|prn|aux|nul)\./iu);
    expect([...safe].length).toBeLessThanOrEqual(200);
  });

  it('are one name in both forms of writing marks', () => {
    const [nfc, nfd] = ['nfc', 'nfd'].map((kind) => safeFileName(names.find((one) => one.kind === kind)!.name));
    expect(nfc).toBe(nfd);
  });
});
