import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';

/** Builds workbooks byte by byte, good and hostile ones, for tests of the readers. */

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export type ZipPart = {
  name: string;
  content: string | Buffer;
  /** What the directory says the part inflates to, if it shall lie. */
  claimedSize?: number;
  encrypted?: boolean;
};

export function zipOf(parts: ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const data = Buffer.isBuffer(part.content) ? part.content : Buffer.from(part.content);
    const packed = deflateRawSync(data);
    const name = Buffer.from(part.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(part.encrypted ? 0x801 : 0x800, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(part.claimedSize ?? data.length, 18);
    fields.writeUInt16LE(name.length, 22);
    bodies.push(signature(0x04034b50), fields, name, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(signature(0x02014b50), Buffer.from([20, 0]), fields, tail, name);
    offset += 30 + name.length + packed.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(index.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, index, signature(0x06054b50), end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** `before`: what stands in the part ahead of the sheet, such as a DOCTYPE. */
export type SheetXml = { name: string; state?: string; xml: string; before?: string };

export type WorkbookXml = { sheets: SheetXml[]; strings?: string; styles?: string; date1904?: boolean };

/** The parts of a minimal .xlsx around the given sheet bodies (`<cols>`, `<sheetData>`, `<mergeCells>`). */
export function workbookParts({ sheets, strings, styles, date1904 }: WorkbookXml): ZipPart[] {
  const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (body: string) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${body}</Relationships>`;
  const list = sheets.map((s, i) => `<sheet name="${s.name}" sheetId="${i + 1}" state="${s.state ?? 'visible'}" r:id="rId${i + 1}"/>`);
  const links = sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`));
  if (strings !== undefined) links.push(relation('strings', 'sharedStrings', 'sharedStrings.xml'));
  if (styles !== undefined) links.push(relation('styles', 'styles', 'styles.xml'));
  const properties = date1904 ? '<workbookPr date1904="1"/>' : '';
  const parts: ZipPart[] = [
    { name: '_rels/.rels', content: relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')) },
    { name: 'xl/workbook.xml', content: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${properties}<sheets>${list.join('')}</sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', content: relations(links.join('')) },
    ...sheets.map((s, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, content: `${s.before ?? ''}<worksheet xmlns="${MAIN}">${s.xml}</worksheet>` })),
  ];
  if (strings !== undefined) parts.push({ name: 'xl/sharedStrings.xml', content: `<sst xmlns="${MAIN}">${strings}</sst>` });
  if (styles !== undefined) parts.push({ name: 'xl/styles.xml', content: `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` });
  return parts;
}

/** A workbook with one visible sheet. */
export const oneSheet = (xml: string, rest: Omit<WorkbookXml, 'sheets'> = {}): Buffer =>
  zipOf(workbookParts({ sheets: [{ name: 'Danh sách', xml }], ...rest }));

/** `count` rows of three filled cells. */
export function manyRows(count: number): string {
  const rows: string[] = ['<sheetData>'];
  for (let row = 1; row <= count; row += 1) {
    rows.push(`<row r="${row}"><c r="A${row}"><v>${row}</v></c><c r="B${row}" t="str"><v>Nguyễn Văn ${row}</v></c><c r="C${row}"><v>1</v></c></row>`);
  }
  rows.push('</sheetData>');
  return rows.join('');
}

/** A folder of its own for the files of one test file. */
export function testFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'halong-sheet-'));
  let files = 0;
  return {
    file(content: Buffer | string): string {
      files += 1;
      const path = join(folder, `file-${files}`);
      writeFileSync(path, content);
      return path;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
