import { workbookParts, zipOf } from '@halong/testing/server';

/** Files that no office would send by intention, or that somebody sends by intention: for every door that takes files in. */

/** A workbook of one sheet around this body (`<cols>`, `<sheetData>`, `<mergeCells>`); `claimed` is what the directory says each part inflates to. */
function workbook(xml: string, { before = '', claimed, strings = '' }: { before?: string; claimed?: number; strings?: string } = {}): Buffer {
  const parts = workbookParts({ sheets: [{ name: 'S', xml, before }], strings });
  return zipOf(claimed === undefined ? parts : parts.map((part) => ({ ...part, claimedSize: claimed })));
}

const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A sheet of texts; a cell that begins with `=` is a live formula. */
export function sheetOf(rows: readonly (readonly string[])[]): Buffer {
  const cell = (text: string) => (text.startsWith('=') ? `<c t="str"><f>${escaped(text.slice(1))}</f><v>1</v></c>` : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`);
  return workbook(`<sheetData>${rows.map((cells) => `<row>${cells.map(cell).join('')}</row>`).join('')}</sheetData>`);
}

/** The container of a workbook with a password: what is inside cannot be seen. */
const locked = (inside: string) => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(inside, 'utf16le'), Buffer.alloc(600)]);

const line = 'Nguyễn Thị Hoài Thu,Công chức,022189004165\n';
/** Bytes of the encoding that Vietnamese offices used before: ễ and ị are single signs that UTF-8 does not know. */
const old = (eacute: number, i: number) => Buffer.concat([Buffer.from('Nguy'), Buffer.from([eacute]), Buffer.from('n Th'), Buffer.from([i]), Buffer.from(' Thu,x,y\n')]);

/** Nothing of this can be read as a list. */
export const unreadable: Record<string, () => Buffer> = {
  'nothing at all': () => Buffer.alloc(0),
  'bytes without sense': () => Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 7_919) % 256)),
  'a PDF': () => Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'),
  'a picture': () => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(2_000)]),
  'a zip that is no workbook': () => zipOf([{ name: 'word/document.xml', content: '<w/>' }]),
  'a workbook cut off in the middle': () => sheetOf(Array.from({ length: 50 }, () => [line])).subarray(0, 900),
  'a workbook with a password': () => locked('EncryptedPackage'),
  'a workbook of 1997': () => locked('Workbook'),
  'a zip bomb': () => workbook('<sheetData/>', { strings: `<si><t>${' '.repeat(80_000_000)}</t></si>` }),
  'a zip bomb that lies about its size': () => workbook('<sheetData/>', { strings: `<si><t>${' '.repeat(80_000_000)}</t></si>`, claimed: 1_000 }),
  'two hundred thousand rows': () => workbook(`<sheetData>${'<row><c><v>1</v></c><c><v>2</v></c></row>'.repeat(200_000)}</sheetData>`),
  'two hundred thousand lines': () => Buffer.from('a,b\n'.repeat(200_000)),
  'ten thousand columns': () => workbook(`<sheetData><row>${'<c><v>1</v></c>'.repeat(10_000)}</row></sheetData>`),
  'XML that names other files': () => workbook('<sheetData><row><c t="str"><v>&x;</v></c></row></sheetData>', { before: '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>' }),
  'XML nested without end': () => workbook('<a>'.repeat(50_000)),
  'windows-1258': () => old(0xea, 0xec),
  'TCVN3': () => old(0xd4, 0xde),
  'UTF-16 without its mark': () => Buffer.from(line.repeat(20), 'utf16le'),
};

/** Readable by force, and slow or large in the hands of whoever believes it. */
export const exhausting: Record<string, () => Buffer> = {
  'hidden columns from minus a billion on': () => workbook('<cols><col min="-1000000000" max="5" hidden="1"/></cols><sheetData><row><c><v>1</v></c></row></sheetData>'),
  'a thousand cells of thirty thousand commas': () => workbook(`<sheetData>${`<row>${'<c t="s"><v>0</v></c>'.repeat(20)}</row>`.repeat(50)}</sheetData>`, { strings: `<si><t>${','.repeat(32_000)}</t></si>` }),
  'a hundred thousand merged ranges': () => workbook(`<sheetData><row><c><v>1</v></c></row></sheetData><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(100_000)}</mergeCells>`),
};

/** What somebody may write where a name or a remark belongs. */
export const strangeTexts: Record<string, string> = {
  'a formula': '=HYPERLINK("http://elsewhere.example","x")',
  'the start of a command': "@SUM(1)+cmd|' /C calc'!A0",
  'letters and marks apart': 'Nguyễn Thị Hoài Thư'.normalize('NFD'),
  'text that turns around': 'Nguyễn \u202Egnp.exe\u2066 Thu',
  'line breaks': 'Nguyễn\r\nBcc: x@elsewhere.example',
  'a null and a bell': 'Nguyễn_x0000_ Thu_x0007_',
  'a tag': '<img src=x onerror=alert(1)>',
  'signs outside the plane': '𠮷𠮷👩‍👩‍👧 Thu',
  'three thousand letters': 'Ễ'.repeat(3_000),
};
/** XML cannot say it but the escape of a workbook can; a sign that no text of ours may hold. */
export const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;
