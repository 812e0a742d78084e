import { foldVietnamese, tidy } from '@halong/platform/contract';
import { cellAt, type Row } from '@halong/platform/server';
import { isCalendarDay } from './person-field.rules.ts';

export const orgUnitTypes = [
  'PROVINCE', 'GROUP', 'PARTY_BODY', 'OFFICE', 'DEPARTMENT', 'AGENCY', 'PUBLIC_UNIT', 'TRAINING_INSTITUTION', 'SUB_UNIT',
  'WARD', 'COMMUNE', 'SPECIAL_ZONE', 'FORMER_DISTRICT', 'FORMER_DEPARTMENT',
] as const;

export type OrgUnitType = (typeof orgUnitTypes)[number];

/** A unit as the file states it. Dates are yyyy-MM-dd, both included; null = open. */
export type ImportedUnit = {
  row: number;
  code: string;
  parentCode: string | null;
  name: string;
  nameEn: string | null;
  type: OrgUnitType;
  validFrom: string | null;
  validTo: string | null;
  predecessors: string[];
};

export type UnitRowReason =
  | 'MISSING_CODE' | 'INVALID_CODE' | 'DUPLICATE_CODE' | 'MISSING_NAME' | 'TOO_LONG' | 'UNKNOWN_TYPE' | 'INVALID_DATE' | 'ENDS_BEFORE_START'
  | 'UNKNOWN_PARENT' | 'PARENT_CYCLE' | 'UNKNOWN_PREDECESSOR' | 'OWN_PREDECESSOR';

export type UnitField = 'code' | 'parentCode' | 'name' | 'nameEn' | 'type' | 'validFrom' | 'validTo' | 'predecessors';

export type UnitRowProblem = { row: number; reason: UnitRowReason; field: UnitField; value: string };

/** Parents stand before their children. Import only if `problems` is empty: a tree with holes is no tree. */
export type UnitList = { units: ImportedUnit[]; problems: UnitRowProblem[]; missingColumns: UnitField[] };

export const unitFields = ['code', 'parentCode', 'name', 'nameEn', 'type', 'validFrom', 'validTo', 'predecessors'] as const satisfies readonly UnitField[];

const LABELS: Record<UnitField, string[]> = {
  code: ['code', 'ma', 'ma don vi'],
  parentCode: ['parent code', 'ma cap tren', 'ma don vi cap tren'],
  name: ['name vi', 'name', 'ten', 'ten don vi'],
  nameEn: ['name en', 'ten tieng anh'],
  type: ['type', 'loai', 'loai don vi'],
  validFrom: ['valid from', 'hieu luc tu', 'tu ngay'],
  validTo: ['valid to', 'hieu luc den', 'den ngay'],
  predecessors: ['predecessor codes', 'don vi tien than', 'ma don vi cu'],
};

/** Without these columns there is no tree. */
export const requiredUnitFields: readonly UnitField[] = ['code', 'parentCode', 'name', 'type'];
/** Longest name of a unit, characters. */
export const unitNameLength = 200;
const CODE = /^[A-Z0-9][A-Z0-9._-]{0,39}$/;

/**
 * Reads the org tree: first row is the head, one unit a row, dates dd/MM/yyyy, several predecessors split by ";".
 * `known` are the codes already stored; they may be parents and predecessors. `columns` are proposed from the head
 * unless a person chose them.
 */
export function readOrgUnits(rows: readonly Row[], known: ReadonlySet<string> = new Set(), columns: UnitColumns = unitColumns(rows[0])): UnitList {
  const missingColumns = requiredUnitFields.filter((field) => columns[field] === undefined);
  if (missingColumns.length > 0) return { units: [], problems: [], missingColumns };
  const read = rows.slice(1).map((row) => readUnit(row, columns));
  const units = read.map(({ unit }) => unit);
  const problems = [...read.flatMap((each) => each.problems), ...linkProblems(units, known)].sort((a, b) => a.row - b.row);
  return { units: parentsFirst(units), problems, missingColumns };
}

export type UnitColumns = Partial<Record<UnitField, number>>;

/** Which column holds which field, by the labels of the head. */
export function unitColumns(head: Row | undefined): UnitColumns {
  const columns: UnitColumns = {};
  for (const { col, text } of head?.cells ?? []) {
    const label = foldVietnamese(text).replace(/[^a-z0-9]+/g, ' ').trim();
    const field = unitFields.find((each) => LABELS[each].includes(label));
    if (field) columns[field] ??= col;
  }
  return columns;
}

function readUnit(row: Row, columns: UnitColumns): { unit: ImportedUnit; problems: UnitRowProblem[] } {
  const problems: UnitRowProblem[] = [];
  const text = (field: UnitField): string => tidy(cellAt(row, columns[field] ?? 0).text);
  const refuse = (reason: UnitRowReason, field: UnitField) => problems.push({ row: row.row, reason, field, value: text(field) });
  const date = (field: UnitField): string | null => {
    if (text(field) === '') return null;
    const value = cellAt(row, columns[field] ?? 0).date ?? isoDate(text(field));
    if (value === null) refuse('INVALID_DATE', field);
    return value;
  };
  const type = orgUnitTypes.find((each) => each === text('type').toUpperCase());
  const unit: ImportedUnit = {
    row: row.row,
    code: text('code').toUpperCase(),
    parentCode: text('parentCode').toUpperCase() || null,
    name: text('name'),
    nameEn: text('nameEn') || null,
    type: type ?? 'SUB_UNIT',
    validFrom: date('validFrom'),
    validTo: date('validTo'),
    predecessors: text('predecessors').toUpperCase().split(';').map((code) => code.trim()).filter(Boolean),
  };
  if (unit.code === '') refuse('MISSING_CODE', 'code');
  else if (!CODE.test(unit.code)) refuse('INVALID_CODE', 'code');
  if (unit.name === '') refuse('MISSING_NAME', 'name');
  for (const field of ['name', 'nameEn'] as const) if (text(field).length > unitNameLength) refuse('TOO_LONG', field);
  if (!type) refuse('UNKNOWN_TYPE', 'type');
  if (unit.validFrom && unit.validTo && unit.validTo < unit.validFrom) refuse('ENDS_BEFORE_START', 'validTo');
  return { unit, problems };
}

/** dd/MM/yyyy → yyyy-MM-dd; null if there is no such day. */
function isoDate(text: string): string | null {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (!match) return null;
  const value = `${match[3]}-${match[2]?.padStart(2, '0')}-${match[1]?.padStart(2, '0')}`;
  return isCalendarDay(value) ? value : null;
}

function linkProblems(units: ImportedUnit[], known: ReadonlySet<string>): UnitRowProblem[] {
  const byCode = new Map<string, ImportedUnit>();
  const problems: UnitRowProblem[] = [];
  for (const unit of units) {
    if (unit.code !== '' && byCode.has(unit.code)) problems.push({ row: unit.row, reason: 'DUPLICATE_CODE', field: 'code', value: unit.code });
    else byCode.set(unit.code, unit);
  }
  const exists = (code: string) => byCode.has(code) || known.has(code);
  for (const unit of units) {
    const { row, code, parentCode } = unit;
    if (parentCode && !exists(parentCode)) problems.push({ row, reason: 'UNKNOWN_PARENT', field: 'parentCode', value: parentCode });
    if (parentCode && isOwnAncestor(unit, byCode)) problems.push({ row, reason: 'PARENT_CYCLE', field: 'parentCode', value: parentCode });
    for (const value of unit.predecessors) {
      if (value === code) problems.push({ row, reason: 'OWN_PREDECESSOR', field: 'predecessors', value });
      else if (!exists(value)) problems.push({ row, reason: 'UNKNOWN_PREDECESSOR', field: 'predecessors', value });
    }
  }
  return problems;
}

function isOwnAncestor(unit: ImportedUnit, byCode: Map<string, ImportedUnit>): boolean {
  const seen = new Set<string>();
  for (let at = unit.parentCode; at && !seen.has(at); at = byCode.get(at)?.parentCode ?? null) {
    if (at === unit.code) return true;
    seen.add(at);
  }
  return false;
}

/** Keeps the order of the file among siblings. Units in a cycle come last, in file order. */
function parentsFirst(units: ImportedUnit[]): ImportedUnit[] {
  const inFile = new Set(units.map((unit) => unit.code));
  const placed = new Set<string>();
  const ordered: ImportedUnit[] = [];
  let waiting = units;
  while (waiting.length > 0) {
    const later: ImportedUnit[] = [];
    for (const unit of waiting) {
      if (unit.parentCode && inFile.has(unit.parentCode) && !placed.has(unit.parentCode)) later.push(unit);
      else {
        ordered.push(unit);
        placed.add(unit.code);
      }
    }
    if (later.length === waiting.length) return [...ordered, ...later];
    waiting = later;
  }
  return ordered;
}
