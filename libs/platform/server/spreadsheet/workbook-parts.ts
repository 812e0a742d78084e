import { posix } from 'node:path';
import { isDateFormat } from './date-format.ts';
import { brokenFile, SpreadsheetError } from './spreadsheet.errors.ts';
import type { SpreadsheetLimits } from './spreadsheet.limits.ts';
import { readWholeXml } from './xml-reader.ts';
import type { ZipArchive } from './zip-archive.ts';

/** What the cells of every sheet need to be understood. */
export type WorkbookParts = {
  sheets: { name: string; hidden: boolean; part: string }[];
  date1904: boolean;
  strings: string[];
  /** By style index: does this style show a date? */
  dateStyles: boolean[];
};

type Relation = { id: string; type: string; target: string };

/** Reads workbook, styles and strings; NOT_A_SPREADSHEET if the zip is something else (.docx, .xlsb, .ods). */
export async function readParts(zip: ZipArchive, limits: SpreadsheetLimits): Promise<WorkbookParts> {
  const workbook = (await relations(zip, '')).find((relation) => relation.type === 'officeDocument')?.target;
  if (!workbook?.endsWith('.xml') || !zip.has(workbook)) throw new SpreadsheetError({ code: 'NOT_A_SPREADSHEET', found: 'zip' });
  const parts = await relations(zip, workbook);
  const { sheets, date1904 } = await readWorkbookPart(zip, workbook, parts);
  if (sheets.length === 0) throw new SpreadsheetError({ code: 'NOT_A_SPREADSHEET', found: 'zip' });
  const target = (type: string) => parts.find((part) => part.type === type && zip.has(part.target))?.target;
  const strings = target('sharedStrings');
  const styles = target('styles');
  return {
    sheets,
    date1904,
    strings: strings ? await readStrings(zip, strings, limits) : [],
    dateStyles: styles ? await readDateStyles(zip, styles) : [],
  };
}

async function relations(zip: ZipArchive, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part);
  const file = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const found: Relation[] = [];
  if (!zip.has(file)) return found;
  await readWholeXml(zip.read(file), {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      found.push({ id: Id, type: posix.basename(Type), target });
    },
  });
  return found;
}

async function readWorkbookPart(zip: ZipArchive, workbook: string, parts: Relation[]) {
  const sheets: WorkbookParts['sheets'] = [];
  let date1904 = false;
  await readWholeXml(zip.read(workbook), {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = isTrue(attributes['date1904']);
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const relation = parts.find((part) => part.id === id);
      if (relation?.type !== 'worksheet') return;
      sheets.push({ name: attributes['name'] ?? '', hidden: (attributes['state'] ?? 'visible') !== 'visible', part: relation.target });
    },
  });
  return { sheets, date1904 };
}

async function readDateStyles(zip: ZipArchive, part: string): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const dates: boolean[] = [];
  let inCellStyles = false;
  await readWholeXml(zip.read(part), {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inCellStyles = true;
      if (name !== 'xf' || !inCellStyles) return;
      const id = Number(attributes['numFmtId'] ?? 0);
      dates.push(isDateFormat(id, codes.get(id)));
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return dates;
}

async function readStrings(zip: ZipArchive, part: string, limits: SpreadsheetLimits): Promise<string[]> {
  const strings: string[] = [];
  const rich = richText(limits);
  await readWholeXml(zip.read(part), {
    open(name) {
      if (name === 'si') rich.start();
      else rich.open(name);
    },
    text: (text) => rich.text(text),
    close(name) {
      rich.close(name);
      if (name !== 'si') return;
      if (strings.length >= limits.strings) throw new SpreadsheetError({ code: 'TOO_LARGE', what: 'strings', limit: limits.strings });
      strings.push(rich.value());
    },
  });
  return strings;
}

/** Joins the runs of a rich text; leaves out phonetic guides. Used for shared and for inline strings. */
export function richText(limits: SpreadsheetLimits) {
  let value = '';
  let inText = false;
  let inPhonetic = false;
  return {
    start: () => {
      value = '';
    },
    open: (name: string) => {
      if (name === 't') inText = true;
      if (name === 'rPh') inPhonetic = true;
    },
    text: (text: string) => {
      if (!inText || inPhonetic) return;
      value += text;
      checkLength(value, limits);
    },
    close: (name: string) => {
      if (name === 't') inText = false;
      if (name === 'rPh') inPhonetic = false;
    },
    value: () => unescapeText(value),
  };
}

/** Refuses a cell longer than any spreadsheet programme allows. */
export function checkLength(text: string, limits: SpreadsheetLimits): void {
  if (text.length > limits.cellLength) throw new SpreadsheetError({ code: 'TOO_LARGE', what: 'cellLength', limit: limits.cellLength });
}

/** Control characters are stored as _x000D_ (ECMA-376, ST_Xstring). */
export const unescapeText = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** The string with this index, or a broken file. */
export function sharedString(strings: string[], index: string): string {
  const text = strings[Number(index)];
  if (text === undefined) throw brokenFile(`no shared string ${index}`);
  return text;
}

export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
