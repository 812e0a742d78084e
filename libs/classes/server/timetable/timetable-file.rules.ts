import { foldVietnamese, tidy } from '@halong/platform/contract';
import type { Cell } from '@halong/platform/server';
import { bellsOf, partOfDay, readPeriods, readTimeSpan, type Bell, type PartOfDay } from './timetable-periods.rules.ts';
import { namesSeveral, splitLecturer, type LecturerText } from './timetable-resolve.rules.ts';
import { cellFinder, findHeading, readDay, readWeekday, type Column, type Columns, type Sheet } from './timetable-sheet.rules.ts';

export type SessionMode = 'ROOM' | 'ONLINE' | 'BOTH' | 'FIELD';

/** One session as the file has it; people and places are still text that somebody has to confirm. */
export type SessionDraft = {
  row: number;
  week: number | null;
  /** `yyyy-MM-dd`. */
  date: string;
  part: PartOfDay;
  periods: number[];
  /** Wall-clock HH:mm, from the bells. */
  startsAt: string;
  endsAt: string;
  topicText: string;
  /** Null when the file names nobody (a warning says so). */
  lecturer: LecturerText | null;
  mode: SessionMode;
  /** The room, the online room or the place of the field study, as written; null when empty. */
  placeText: string | null;
  note: string | null;
};

/** ERROR: this row gives no session. WARNING: it does, and a person should look. */
export type TimetableProblem = {
  row: number;
  severity: 'ERROR' | 'WARNING';
  code:
    | 'TOO_LARGE'
    | 'HEADING_NOT_FOUND'
    | 'FORMULA_CELL'
    | 'DATE_MISSING'
    | 'DATE_INVALID'
    | 'WEEKDAY_DIFFERS'
    | 'PERIODS_INVALID'
    | 'PERIOD_UNKNOWN'
    | 'PART_DIFFERS'
    | 'TIME_DIFFERS'
    | 'TOPIC_MISSING'
    | 'LECTURER_MISSING'
    | 'SEVERAL_LECTURERS'
    | 'MODE_UNKNOWN'
    | 'PLACE_MISSING'
    | 'OVERLAP'
    | 'PERIODS_TOTAL_DIFFERS';
  params: Record<string, string | number>;
};

export type TimetableFile = {
  /** `LD-PX K01/2026` from the title rows; null when they name none. */
  classCode: string | null;
  sessions: SessionDraft[];
  problems: TimetableProblem[];
  /** Rows below the heading that are no session (notes, signatures): shown, so nothing vanishes unseen. */
  ignoredRows: number[];
};

const parts = new Map<string, PartOfDay>([
  ['sang', 'MORNING'],
  ['chieu', 'AFTERNOON'],
  ['toi', 'EVENING'],
]);
const modes = new Map<string, SessionMode>([
  ['truc tiep', 'ROOM'],
  ['tap trung', 'ROOM'],
  ['truc tuyen', 'ONLINE'],
  ['online', 'ONLINE'],
  ['ket hop', 'BOTH'],
  ['thuc te', 'FIELD'],
  ['thuc dia', 'FIELD'],
  ['di thuc te', 'FIELD'],
  ['nghien cuu thuc te', 'FIELD'],
]);

/** No class has more: a sheet beyond this is something else, and reading it would hold up everybody. */
const most = { rows: 1000, mergedRanges: 4000 };

/**
 * Reads a class timetable: one row a session, weeks and days merged over their rows, dates true or text.
 * In: the sheet and the bells of the institution. Out: drafts, and a problem for everything that is not clear.
 */
export function readTimetable(sheet: Sheet, bells: Bell[]): TimetableFile {
  const nothing = (code: 'TOO_LARGE' | 'HEADING_NOT_FOUND', params: TimetableProblem['params']): TimetableFile => {
    return { classCode: null, sessions: [], problems: [{ row: 0, severity: 'ERROR', code, params }], ignoredRows: [] };
  };
  if (sheet.rows.length > most.rows || sheet.mergedRanges.length > most.mergedRanges) return nothing('TOO_LARGE', { rows: most.rows });
  const heading = findHeading(sheet.rows);
  if (heading.row === null) return nothing('HEADING_NOT_FOUND', { missing: heading.missing.join(', ') });
  const classCode = readClassCode(sheet, heading.row);
  const find = cellFinder(sheet);
  const file: TimetableFile = { classCode, sessions: [], problems: [], ignoredRows: [] };
  for (const { row } of sheet.rows.filter(({ row }) => row > heading.row)) {
    const reader = new RowReader(row, (column) => find(row, heading.columns[column]), heading.columns);
    if (!reader.isSession()) file.ignoredRows.push(row);
    else addSession(file, reader, bells);
  }
  checkTotal(file, sheet, heading.row);
  return file;
}

function addSession(file: TimetableFile, reader: RowReader, bells: Bell[]): void {
  const draft = reader.draft(bells);
  const clash = draft && file.sessions.find((other) => other.date === draft.date && other.startsAt < draft.endsAt && draft.startsAt < other.endsAt);
  if (clash) reader.report('ERROR', 'OVERLAP', { otherRow: clash.row });
  file.problems.push(...reader.problems);
  if (draft && !reader.problems.some(({ severity }) => severity === 'ERROR')) file.sessions.push(draft);
}

/** Reads one row and collects what is wrong with it. */
class RowReader {
  readonly problems: TimetableProblem[] = [];

  constructor(
    private readonly row: number,
    private readonly cellOf: (column: Column) => Cell,
    private readonly columns: Columns,
  ) {}

  isSession(): boolean {
    return (['periods', 'topic', 'lecturer'] as const).some((column) => this.cellOf(column).text.trim() !== '');
  }

  report(severity: TimetableProblem['severity'], code: TimetableProblem['code'], params: TimetableProblem['params'] = {}): void {
    this.problems.push({ row: this.row, severity, code, params });
  }

  draft(bells: Bell[]): SessionDraft | null {
    const date = this.date();
    const time = this.time(bells);
    const topicText = this.text('topic');
    if (!topicText) this.report('ERROR', 'TOPIC_MISSING');
    const lecturer = this.lecturer();
    const mode = this.mode();
    const placeText = this.text('place') || null;
    if (mode && mode !== 'ONLINE' && !placeText) this.report('WARNING', 'PLACE_MISSING');
    const note = this.text('note') || null;
    const week = Number(this.text('week').replace(/\D/g, '')) || null;
    if (!date || !time || !topicText || !mode) return null;
    return { row: this.row, week, date, ...time, topicText, lecturer, mode, placeText, note };
  }

  private text(column: Column): string {
    const cell = this.cellOf(column);
    if (cell.kind === 'formula' || cell.kind === 'error') {
      this.report('ERROR', 'FORMULA_CELL', { column });
      return '';
    }
    return tidy(cell.text);
  }

  private date(): string | null {
    const text = this.text('date');
    if (!text) {
      this.report('ERROR', 'DATE_MISSING');
      return null;
    }
    const date = readDay(this.cellOf('date'));
    if (!date) {
      this.report('ERROR', 'DATE_INVALID', { text });
      return null;
    }
    const weekday = this.columns.weekday === undefined ? null : readWeekday(this.text('weekday'));
    if (weekday !== null && weekday !== new Date(`${date}T00:00:00Z`).getUTCDay()) this.report('ERROR', 'WEEKDAY_DIFFERS', { date, text: this.text('weekday') });
    return date;
  }

  private time(bells: Bell[]): Pick<SessionDraft, 'part' | 'periods' | 'startsAt' | 'endsAt'> | null {
    const text = this.text('periods');
    const periods = this.cellOf('periods').kind === 'date' ? null : readPeriods(text);
    if (!periods) {
      this.report('ERROR', 'PERIODS_INVALID', { text });
      return null;
    }
    const span = bellsOf(periods, bells);
    if (!span) {
      this.report('ERROR', 'PERIOD_UNKNOWN', { text });
      return null;
    }
    const part = partOfDay(span.startsAt);
    const said = this.text('part');
    if (said && parts.get(foldVietnamese(said)) !== part) this.report('ERROR', 'PART_DIFFERS', { text: said, periods: text });
    const times = readTimeSpan(this.text('time'));
    if (times && (times.startsAt !== span.startsAt || times.endsAt !== span.endsAt)) this.report('WARNING', 'TIME_DIFFERS', { text: this.text('time'), ...span });
    return { part, periods, ...span };
  }

  private lecturer(): LecturerText | null {
    const text = this.text('lecturer');
    if (!text) {
      this.report('WARNING', 'LECTURER_MISSING');
      return null;
    }
    if (namesSeveral(this.cellOf('lecturer').text)) this.report('WARNING', 'SEVERAL_LECTURERS', { text });
    return splitLecturer(text);
  }

  private mode(): SessionMode | null {
    const text = this.text('mode');
    const mode = modes.get(foldVietnamese(text)) ?? null;
    if (!mode) this.report('ERROR', 'MODE_UNKNOWN', { text });
    return mode;
  }
}

/** A code in brackets that carries an intake and a year: `(LD-PX K01/2026)`. */
function readClassCode({ rows }: Sheet, headingRow: number): string | null {
  const found = titleTexts(rows, headingRow).map((text) => /\(([A-ZĐ0-9-]+\s+K\d+\/\d{4})\)/.exec(text)?.[1]).find(Boolean);
  return found?.replace(/\s+/g, ' ') ?? null;
}

function titleTexts(rows: Sheet['rows'], headingRow: number): string[] {
  return rows.filter(({ row }) => row < headingRow).flatMap(({ cells }) => cells.map(({ text }) => text.normalize('NFC')));
}

/** `Thời lượng: 160 tiết` in the title must be what the rows add up to. */
function checkTotal(file: TimetableFile, { rows }: Sheet, headingRow: number): void {
  const stated = titleTexts(rows, headingRow).map((text) => /(\d{1,5})\s*tiết/iu.exec(text)?.[1]).find(Boolean);
  const { periods } = timetableTotals(file.sessions);
  if (stated && Number(stated) !== periods) file.problems.push({ row: headingRow, severity: 'WARNING', code: 'PERIODS_TOTAL_DIFFERS', params: { stated: Number(stated), read: periods } });
}

export type TimetableTotals = {
  sessions: number;
  periods: number;
  days: number;
  weeks: number;
  lecturers: number;
  firstDay: string | null;
  lastDay: string | null;
  periodsByMode: Record<SessionMode, number>;
};

/** What the preview shows above the rows, so that a person sees at once whether the file was read whole. */
export function timetableTotals(sessions: SessionDraft[]): TimetableTotals {
  const days = [...new Set(sessions.map(({ date }) => date))].sort();
  const periodsByMode: Record<SessionMode, number> = { ROOM: 0, ONLINE: 0, BOTH: 0, FIELD: 0 };
  for (const { mode, periods } of sessions) periodsByMode[mode] += periods.length;
  return {
    sessions: sessions.length,
    periods: sessions.reduce((sum, { periods }) => sum + periods.length, 0),
    days: days.length,
    weeks: new Set(sessions.flatMap(({ week }) => week ?? [])).size,
    lecturers: new Set(sessions.flatMap(({ lecturer }) => lecturer?.name ?? [])).size,
    firstDay: days.at(0) ?? null,
    lastDay: days.at(-1) ?? null,
    periodsByMode,
  };
}
