import { foldVietnamese, tidy } from '@halong/platform/contract';
import type { Cell, Row } from '@halong/platform/server';
import { programmeCategoryCode, type ProgrammeCategoryCode } from '@halong/regulations/contract';

/** Who owns the category, approves its classes and issues its papers. */
export type ProgrammeAuthority = 'PARTY' | 'STATE' | 'MILITARY';
export type DeliveryMode = 'FULL_TIME' | 'PART_TIME' | 'SEMI_INTENSIVE' | 'IN_PERSON' | 'ONLINE' | 'HYBRID' | 'OVERSEAS';
export type ProgrammeCredential = 'CERTIFICATE' | 'ATTESTATION' | 'DIPLOMA';

export type ProgrammeDraft = {
  row: number;
  code: string;
  nameVi: string;
  nameEn: string;
  category: ProgrammeCategoryCode;
  authority: ProgrammeAuthority;
  periods: number;
  deliveryMode: DeliveryMode;
  /** What stands after the mode: `thực địa`, `buổi tối`; null when nothing does. */
  deliveryNote: string | null;
  assessmentText: string;
  credential: ProgrammeCredential;
  classSize: number;
  targetGroupText: string;
  /** `yyyy-MM-dd`. */
  activeFrom: string;
};

/** Every problem refuses its row; row 0 refuses the file. */
export type ProgrammeFileProblem = {
  row: number;
  code: 'TOO_LARGE' | 'HEADING_NOT_FOUND' | 'FORMULA_CELL' | 'VALUE_MISSING' | 'VALUE_UNKNOWN' | 'NUMBER_INVALID' | 'DATE_INVALID' | 'CODE_INVALID' | 'CODE_TWICE' | 'TEXT_TOO_LONG';
  params: Record<string, string | number>;
};

export type ProgrammeFile = { programmes: ProgrammeDraft[]; problems: ProgrammeFileProblem[] };

const columnNames = [
  'code',
  'name_vi',
  'name_en',
  'category',
  'authority',
  'periods',
  'delivery_mode',
  'assessment',
  'credential',
  'class_size',
  'target_group',
  'active_from',
] as const;
type Column = (typeof columnNames)[number];

const authorities: Record<string, ProgrammeAuthority> = { party: 'PARTY', state: 'STATE', military: 'MILITARY' };
const deliveryModes: Record<string, DeliveryMode> = {
  'tap trung': 'FULL_TIME',
  'khong tap trung': 'PART_TIME',
  'ban tap trung': 'SEMI_INTENSIVE',
  'truc tiep': 'IN_PERSON',
  'truc tuyen': 'ONLINE',
  'ket hop': 'HYBRID',
  'nuoc ngoai': 'OVERSEAS',
};
const credentials: Record<string, ProgrammeCredential> = {
  'chung chi': 'CERTIFICATE',
  'giay chung nhan': 'ATTESTATION',
  'bang tot nghiep': 'DIPLOMA',
};
const categories = Object.fromEntries(programmeCategoryCode.options.map((code) => [foldVietnamese(code), code]));

/** How much of a text the catalogue keeps, in characters. */
const longest: Partial<Record<Column, number>> = { code: 40, name_vi: 255, name_en: 255, delivery_mode: 120, assessment: 300, target_group: 500 };

/** A catalogue beyond this is some other file. */
const mostRows = 2000;

/**
 * Reads the programme catalogue: the first row names the columns, then one programme a row.
 * In: the rows of a CSV file or sheet. Out: a draft for every row that is whole, a problem for everything else.
 */
export function readProgrammes({ rows }: { rows: readonly Row[] }): ProgrammeFile {
  const [heading, ...lines] = rows;
  const columns = new Map<string, number>(heading?.cells.map(({ col, text }) => [foldVietnamese(text), col]));
  const missing = columnNames.filter((name) => !columns.has(name));
  if (rows.length > mostRows) return { programmes: [], problems: [{ row: 0, code: 'TOO_LARGE', params: { rows: mostRows } }] };
  if (missing.length > 0) return { programmes: [], problems: [{ row: 0, code: 'HEADING_NOT_FOUND', params: { missing: missing.join(', ') } }] };
  const file: ProgrammeFile = { programmes: [], problems: [] };
  const seen = new Map<string, number>();
  for (const line of lines) {
    const reader = new LineReader(line, columns);
    const draft = reader.draft();
    const earlier = seen.get(draft.code);
    if (earlier !== undefined) reader.report('CODE_TWICE', { code: draft.code, otherRow: earlier });
    else if (draft.code) seen.set(draft.code, line.row);
    file.problems.push(...reader.problems);
    if (reader.problems.length === 0) file.programmes.push(draft);
  }
  return file;
}

/** Reads one line. A value that is wrong leaves a problem, and the draft is thrown away. */
class LineReader {
  readonly problems: ProgrammeFileProblem[] = [];

  constructor(
    private readonly line: Row,
    private readonly columns: ReadonlyMap<string, number>,
  ) {}

  report(code: ProgrammeFileProblem['code'], params: ProgrammeFileProblem['params']): void {
    this.problems.push({ row: this.line.row, code, params });
  }

  draft(): ProgrammeDraft {
    const [mode = '', ...rest] = this.text('delivery_mode').split(',');
    return {
      row: this.line.row,
      code: this.code(),
      nameVi: this.text('name_vi'),
      nameEn: this.text('name_en'),
      category: this.oneOf('category', categories, this.text('category')),
      authority: this.oneOf('authority', authorities, this.text('authority')),
      periods: this.count('periods'),
      deliveryMode: this.oneOf('delivery_mode', deliveryModes, mode),
      deliveryNote: tidy(rest.join(',')) || null,
      assessmentText: this.text('assessment'),
      credential: this.oneOf('credential', credentials, this.text('credential')),
      classSize: this.count('class_size'),
      targetGroupText: this.text('target_group'),
      activeFrom: this.day('active_from'),
    };
  }

  private cell(column: Column): Cell {
    const at = this.columns.get(column);
    return this.line.cells.find(({ col }) => col === at) ?? { col: at ?? 0, kind: 'empty', text: '' };
  }

  private text(column: Column): string {
    const { kind, text } = this.cell(column);
    const live = kind === 'formula' || kind === 'error';
    if (live) this.report('FORMULA_CELL', { column });
    else if (!tidy(text)) this.report('VALUE_MISSING', { column });
    const limit = longest[column] ?? Infinity;
    if ([...tidy(text)].length > limit) this.report('TEXT_TOO_LONG', { column, limit });
    return live ? '' : tidy(text);
  }

  private code(): string {
    const code = this.text('code').toUpperCase();
    if (code && !/^[A-Z0-9Đ]+(?:-[A-Z0-9Đ]+)*$/.test(code)) this.report('CODE_INVALID', { text: code });
    return code;
  }

  private oneOf<T>(column: Column, choices: Record<string, T>, text: string): T {
    const key = foldVietnamese(text);
    const choice = Object.hasOwn(choices, key) ? choices[key] : undefined;
    if (text && choice === undefined) this.report('VALUE_UNKNOWN', { column, text });
    return choice as T;
  }

  private count(column: Column): number {
    const text = this.text(column);
    if (text && !/^[1-9]\d{0,4}$/.test(text)) this.report('NUMBER_INVALID', { column, text });
    return Number(text);
  }

  private day(column: Column): string {
    const text = this.text(column);
    const { kind, date } = this.cell(column);
    if (kind === 'date' && date) return date;
    const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? [];
    const iso = `${year}-${month}-${day}`;
    const read = new Date(`${iso}T00:00:00Z`);
    const exists = !Number.isNaN(read.getTime()) && read.toISOString().startsWith(iso);
    if (text && !exists) this.report('DATE_INVALID', { column, text });
    return iso;
  }
}
