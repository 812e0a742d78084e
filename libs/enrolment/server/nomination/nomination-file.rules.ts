import { foldVietnamese, tidy } from '@halong/platform/contract';
import type { Cell, Row } from '@halong/platform/server';

/** Date of birth, `yyyy-MM-dd`, or `yyyy` when the list gives only the year. */
export type Born = string;

/** One line of a unit's list. What is missing or unreadable is null and has a problem. */
export type NomineeDraft = {
  row: number;
  /** As written, with composed letters and single spaces. */
  name: string;
  /** 12 digits. */
  pin: string | null;
  born: Born | null;
  positionText: string | null;
  unitText: string | null;
  phoneText: string | null;
  note: string | null;
};

/** ERROR: the line names nobody that can be looked up. WARNING: it does, and a person should look. */
export type NominationFileProblem = {
  row: number;
  severity: 'ERROR' | 'WARNING';
  code: 'TOO_LARGE' | 'HEADING_NOT_FOUND' | 'FORMULA_CELL' | 'NAME_MISSING' | 'PIN_MISSING' | 'PIN_INVALID' | 'BORN_INVALID' | 'COUNT_DIFFERS';
  params: Record<string, string | number>;
};

export type NominationFile = {
  /** The nominating unit as the title rows write it: `UBND PHƯỜNG HẠ LONG`. */
  unitText: string | null;
  /** `LD-PX K01/2026`. */
  classCode: string | null;
  /** `Chỉ tiêu được giao: 6 người` — for comparison only, the quota is decided elsewhere. */
  statedQuota: number | null;
  nominees: NomineeDraft[];
  problems: NominationFileProblem[];
  /** Rows below the heading that name nobody (count, signatures): shown, so nothing vanishes unseen. */
  ignoredRows: number[];
};

const headings = {
  ordinal: ['stt', 'tt', 'so tt'],
  name: ['ho va ten', 'ho ten', 'ho, ten', 'ho va ten nguoi duoc cu'],
  born: ['ngay sinh', 'ngay, thang, nam sinh', 'ngay thang nam sinh', 'nam sinh'],
  pin: ['so dinh danh', 'so dinh danh ca nhan', 'so cccd', 'cccd', 'so can cuoc', 'ma dinh danh'],
  position: ['chuc vu', 'chuc vu, chuc danh', 'chuc danh', 'chuc vu/chuc danh'],
  unit: ['don vi', 'don vi cong tac', 'co quan, don vi', 'noi cong tac'],
  phone: ['dien thoai', 'so dien thoai'],
  note: ['ghi chu'],
} as const;

type Column = keyof typeof headings;
type Columns = Partial<Record<Column, number>>;

const needed: Column[] = ['name', 'pin'];
/** A class has at most a few hundred places. */
const mostRows = 1000;

/**
 * Reads the list by which a unit sends people to a class: title rows, a heading, one person a line.
 * In: the rows of the sheet. Out: drafts in list order, and a problem for everything that is not clear.
 */
export function readNominations({ rows }: { rows: readonly Row[] }): NominationFile {
  const file: NominationFile = { unitText: null, classCode: null, statedQuota: null, nominees: [], problems: [], ignoredRows: [] };
  const refuse = (code: 'TOO_LARGE' | 'HEADING_NOT_FOUND'): NominationFile => ({ ...file, problems: [{ row: 0, severity: 'ERROR', code, params: {} }] });
  if (rows.length > mostRows) return refuse('TOO_LARGE');
  const heading = findHeading(rows);
  if (!heading) return refuse('HEADING_NOT_FOUND');
  Object.assign(file, readTitle(rows.filter(({ row }) => row < heading.row)));
  for (const row of rows.filter(({ row }) => row > heading.row)) readLine(file, row, heading.columns);
  checkCount(file, rows.filter(({ row }) => file.ignoredRows.includes(row)));
  return file;
}

function findHeading(rows: readonly Row[]): { row: number; columns: Columns } | null {
  for (const row of rows.slice(0, 40)) {
    const columns: Columns = {};
    for (const cell of row.cells) {
      const name = foldVietnamese(cell.text);
      const column = (Object.keys(headings) as Column[]).find((key) => (headings[key] as readonly string[]).includes(name));
      if (column && columns[column] === undefined) columns[column] = cell.col;
    }
    if (needed.every((column) => columns[column] !== undefined)) return { row: row.row, columns };
  }
  return null;
}

/** The unit stands top left, the class and its quota in the lines of the title. */
function readTitle(rows: Row[]): Pick<NominationFile, 'unitText' | 'classCode' | 'statedQuota'> {
  const texts = rows.flatMap(({ cells }) => cells.map(({ text }) => tidy(text)));
  const nation = /^cong hoa xa hoi|^doc lap|^so:|^danh sach/;
  const unitText = rows.slice(0, 3).map(({ cells }) => tidy(cells[0]?.text ?? '')).filter((text) => text && !nation.test(foldVietnamese(text)));
  const classCode = texts.map((text) => /\(([A-ZĐ0-9-]+\s+K\d+\/\d{4})\)/.exec(text)?.[1]).find(Boolean);
  const quota = texts.map((text) => /chi tieu[^:]{0,40}:\s*(\d{1,4})/.exec(foldVietnamese(text))?.[1]).find(Boolean);
  return { unitText: unitText.at(-1) ?? null, classCode: classCode ?? null, statedQuota: quota ? Number(quota) : null };
}

function readLine(file: NominationFile, row: Row, columns: Columns): void {
  const cellOf = (column: Column): Cell => row.cells.find(({ col }) => col === columns[column]) ?? { col: 0, kind: 'empty', text: '' };
  if (!isPerson(cellOf)) {
    file.ignoredRows.push(row.row);
    return;
  }
  const report = (severity: NominationFileProblem['severity'], code: NominationFileProblem['code'], params: NominationFileProblem['params'] = {}) =>
    file.problems.push({ row: row.row, severity, code, params });
  const textOf = (column: Column): string | null => {
    const cell = cellOf(column);
    if (cell.kind !== 'formula' && cell.kind !== 'error') return tidy(cell.text) || null;
    report('ERROR', 'FORMULA_CELL', { column });
    return null;
  };
  const name = textOf('name');
  if (!name && cellOf('name').kind === 'empty') report('ERROR', 'NAME_MISSING');
  const pinText = textOf('pin');
  const pin = pinText && readPin(pinText);
  if (!pinText && cellOf('pin').kind === 'empty') report('ERROR', 'PIN_MISSING');
  if (pinText && !pin) report('ERROR', 'PIN_INVALID');
  const bornText = textOf('born');
  const born = bornText && readBorn(cellOf('born'));
  if (bornText && !born) report('WARNING', 'BORN_INVALID', { text: bornText });
  file.nominees.push({ row: row.row, name: name ?? '', pin, born, positionText: textOf('position'), unitText: textOf('unit'), phoneText: textOf('phone'), note: textOf('note') });
}

/** A person has a personal number, or a name beside a running number or a post; a count or a signature has not. */
function isPerson(cellOf: (column: Column) => Cell): boolean {
  const has = (column: Column) => cellOf(column).text.trim() !== '' || cellOf(column).kind === 'formula';
  if (/\d{6}/.test(cellOf('pin').text.replace(/\D/g, ''))) return true;
  return /^\d+[.)]?$/.test(cellOf('ordinal').text.trim()) && (has('name') || has('pin')) || (has('name') && has('position'));
}

/**
 * The personal number as 12 digits, from text or number, with spaces, dots or dashes. A spreadsheet drops the
 * leading zero of a number (all province codes begin with 0), so 11 digits get it back. Null when it is none.
 */
export function readPin(text: string): string | null {
  const digits = text.replace(/[\s.\-'’]/g, '');
  if (!/^\d{11,12}$/.test(digits)) return null;
  const pin = digits.padStart(12, '0');
  return pin.startsWith('0') ? pin : null;
}

/** A true date, `dd/MM/yyyy` (also with dots or dashes), or a year alone; null when there is no such day. */
export function readBorn(cell: Cell): Born | null {
  if (cell.kind === 'date') return cell.date ?? null;
  const text = tidy(cell.text);
  if (/^(?:19|20)\d{2}$/.test(text)) return text;
  const parts = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*((?:19|20)\d{2})$/.exec(text);
  if (!parts) return null;
  const [, day = '', month = '', year = ''] = parts;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(iso) ? iso : null;
}

/** `Danh sách gồm 8 người` under the list must be what was read. */
function checkCount(file: NominationFile, rows: Row[]): void {
  for (const { row, cells } of rows) {
    const stated = cells.map(({ text }) => /danh sach (?:gom|co)[^0-9]{0,20}(\d{1,4})/.exec(foldVietnamese(text))?.[1]).find(Boolean);
    if (stated && Number(stated) !== file.nominees.length) {
      file.problems.push({ row, severity: 'WARNING', code: 'COUNT_DIFFERS', params: { stated: Number(stated), read: file.nominees.length } });
    }
  }
}
