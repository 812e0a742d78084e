import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSpreadsheet } from '@halong/platform/server';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNominations } from './nomination-file.rules.ts';
import { inTargetGroup, screenNominations, type Nominee, type NomineeRecord, type ScreeningTerms, type TargetGroup } from './screening.rules.ts';

const samples = join(import.meta.dirname, '../../../../apps/e2e/samples');
const read = (file: string) => readFileSync(join(samples, file), 'utf8');

const divisionLeaders: TargetGroup = {
  unitTypes: ['COMMUNE', 'WARD', 'SPECIAL_ZONE'],
  positionPatterns: ['Trưởng phòng', 'Phó Trưởng phòng', 'Chánh Văn phòng', 'Phó Chánh Văn phòng', 'Phó Giám đốc Trung tâm'],
};

const units = new Map(
  read('org-units.csv').split(/\r?\n/).map((line) => {
    const [code = '', parent = ''] = line.split(',');
    const type = /,(PROVINCE|GROUP|COMMUNE|WARD|SPECIAL_ZONE|SUB_UNIT|[A-Z_]+),[^,]*,[^,]*,[^,]*$/.exec(line)?.[1] ?? '';
    return [code, { parent, type }] as const;
  }),
);

const idOf = (code: string) => [...units.keys()].indexOf(code);

function lineage(code: string): { unitId: number; type: string }[] {
  const unit = units.get(code);
  return unit ? [{ unitId: idOf(code), type: unit.type }, ...(unit.parent ? lineage(unit.parent) : [])] : [];
}

type StaffRow = { status: string; pin: string; name: string; dob: string; unit: string | null; position: string };
const staff = new Map<string, StaffRow>(JSON.parse(read('people.expected.json')).rows.filter((row: StaffRow) => row.status === 'VALID').map((row: StaffRow) => [row.pin, row]));

function recordOf(pin: string | null): NomineeRecord | null {
  const person = pin === null ? undefined : staff.get(pin);
  if (!person) return null;
  const { name, dob, unit, position } = person;
  return { name, born: dob, lineage: unit ? lineage(unit) : null, position, level: null, certificate: null, clashes: [], enrolled: false, nominatedBy: null };
}

type ExpectedFile = { file: string; unit: string; quota: number; freePlaces: number; rows: { row: number; outcome: string; reason?: string }[] };
const expected: { files: ExpectedFile[] } = JSON.parse(read('nominations.expected.json'));

describe.each(expected.files)('$file', ({ file, unit, quota, freePlaces, rows }) => {
  it('has exactly the outcomes it was made with', async () => {
    const [sheet] = await readSpreadsheet(join(samples, 'nominations', file));
    const nominees = readNominations(sheet!).nominees.map((line): Nominee => ({ ...line, record: recordOf(line.pin) }));
    const screening = screenNominations(nominees, { unitId: idOf(unit), targetGroup: divisionLeaders, quota, quotaTaken: 0, freePlaces: 50 });
    expect(screening.rows.map(({ row, outcome }) => ({ row, outcome }))).toEqual(rows.map(({ row, outcome }) => ({ row, outcome })));
    expect(screening.freeInQuota).toBe(freePlaces);
    const reasons = new Map(screening.rows.map(({ row, reasons }) => [row, reasons.map(({ code }) => code)]));
    for (const { row, reason } of rows) {
      if (reason === 'INELIGIBLE_NOT_DIVISION_LEADER') expect(reasons.get(row)).toEqual(['WRONG_TARGET_GROUP']);
      if (reason === 'PERSON_NOT_FOUND') expect(reasons.get(row)).toEqual(['PERSON_NOT_FOUND']);
    }
    expect(screening.rows.flatMap(({ notes }) => notes).filter((note) => note !== 'UNIT_PENDING')).toEqual([]);
  });
});

const terms: ScreeningTerms = { unitId: idOf('QN-P-HALONG'), targetGroup: divisionLeaders, quota: 2, quotaTaken: 0, freePlaces: null };
const record: NomineeRecord = {
  name: 'Hà Kim Ánh',
  born: '1967-12-11',
  lineage: lineage('QN-P-HALONG'),
  position: 'Trưởng phòng Kinh tế',
  level: null,
  certificate: null,
  clashes: [],
  enrolled: false,
  nominatedBy: null,
};
const nominee = (row: number, changes: Partial<NomineeRecord> | null = {}): Nominee => ({
  row,
  pin: String(99_000_000_000 + row).padStart(12, '0'),
  name: 'Hà Kim Ánh',
  born: '1967-12-11',
  positionText: 'Trưởng phòng Kinh tế',
  record: changes && { ...record, ...changes },
});

describe('reasons', () => {
  it.each([
    [{ enrolled: true }, [{ code: 'ALREADY_ENROLLED', params: {} }]],
    [{ nominatedBy: 7 }, [{ code: 'ALREADY_NOMINATED', params: { unitId: 7 } }]],
    [{ certificate: { registerNumber: '0042/2026/CC-QN-NVC' } }, [{ code: 'ALREADY_CERTIFIED', params: { registerNumber: '0042/2026/CC-QN-NVC' } }]],
    [{ lineage: lineage('QN-X-TIENYEN') }, [{ code: 'UNIT_MISMATCH', params: { unitId: idOf('QN-X-TIENYEN') } }]],
    [{ position: 'Chuyên viên' }, [{ code: 'WRONG_TARGET_GROUP', params: { position: 'Chuyên viên' } }]],
    [{ clashes: [{ classCode: 'SO-CDS K02/2026' }] }, [{ code: 'CLASS_CLASH', params: { classCode: 'SO-CDS K02/2026' } }]],
    [
      { position: 'Chuyên viên', clashes: [{ classCode: 'SO-CDS K02/2026' }], enrolled: true },
      [{ code: 'ALREADY_ENROLLED', params: {} }, { code: 'WRONG_TARGET_GROUP', params: { position: 'Chuyên viên' } }, { code: 'CLASS_CLASH', params: { classCode: 'SO-CDS K02/2026' } }],
    ],
  ])('%j', (changes, reasons) => {
    expect(screenNominations([nominee(8, changes)], terms).rows).toEqual([{ row: 8, outcome: 'INELIGIBLE', reasons, notes: expect.any(Array) }]);
  });

  it('names the first row of somebody who is on the list twice, and takes one place only', () => {
    const { rows, freeInQuota } = screenNominations([nominee(8), { ...nominee(9), pin: nominee(8).pin }], terms);
    expect(rows.map(({ outcome, reasons }) => ({ outcome, reasons }))).toEqual([
      { outcome: 'ELIGIBLE', reasons: [] },
      { outcome: 'INELIGIBLE', reasons: [{ code: 'ON_LIST_TWICE', params: { row: 8 } }] },
    ]);
    expect(freeInQuota).toBe(1);
  });

  it('tells a full unit from a full class', () => {
    const three = [nominee(8), nominee(9), nominee(10)];
    expect(screenNominations(three, terms).rows[2]).toMatchObject({ outcome: 'OVER_QUOTA', reasons: [{ code: 'OVER_QUOTA', params: { quota: 2 } }] });
    expect(screenNominations(three, { ...terms, quota: 6, freePlaces: 2 }).rows[2]).toMatchObject({ outcome: 'OVER_QUOTA', reasons: [{ code: 'CLASS_FULL', params: { freePlaces: 2 } }] });
  });

  it('counts places that earlier lists have taken', () => {
    expect(screenNominations([nominee(8), nominee(9)], { ...terms, quotaTaken: 1 }).rows.map(({ outcome }) => outcome)).toEqual(['ELIGIBLE', 'OVER_QUOTA']);
    expect(screenNominations([nominee(8)], { ...terms, quotaTaken: 3 }).rows.map(({ outcome }) => outcome)).toEqual(['OVER_QUOTA']);
  });
});

describe('notes', () => {
  it.each([
    [{ name: 'HÀ KIM  ÁNH' }, []],
    [{ name: 'Hà Kim Anh' }, ['NAME_DIFFERS']],
    [{ born: '1967' }, []],
    [{ born: '1968' }, ['BORN_DIFFERS']],
    [{ positionText: 'Phó Trưởng phòng Kinh tế' }, ['POSITION_DIFFERS']],
    [{ record: { ...record, lineage: null } }, ['UNIT_PENDING']],
  ])('%j', (changes, notes) => {
    expect(screenNominations([{ ...nominee(8), ...changes }], terms).rows).toEqual([{ row: 8, outcome: 'ELIGIBLE', reasons: [], notes }]);
  });
});

describe('target group', () => {
  it.each([
    ['Trưởng phòng Kinh tế', true],
    ['trưởng phòng', true],
    ['Quyền Trưởng phòng Kinh tế', true],
    ['Đảng ủy viên, Trưởng phòng Kinh tế', true],
    ['Phó Chánh Văn phòng HĐND và UBND', true],
    ['Phó Giám đốc Trung tâm Phục vụ hành chính công', true],
    ['Giám đốc Trung tâm', false],
    ['Nguyên Trưởng phòng Kinh tế', false],
    ['Chuyên viên giúp việc Trưởng phòng', false],
    ['Chuyên viên Văn phòng', false],
    ['Trưởng phòngban', false],
    ['', false],
  ])('%j: %s', (position, inside) => {
    expect(inTargetGroup({ ...record, position }, divisionLeaders)).toBe(inside);
    expect(inTargetGroup({ ...record, position: position.normalize('NFD') }, divisionLeaders)).toBe(inside);
  });

  it.each([
    [{ unitTypes: [], positionPatterns: [] }, {}, true],
    [{ unitTypes: ['DEPARTMENT'], positionPatterns: [] }, {}, false],
    [{ unitTypes: [], positionPatterns: [], level: 'DIVISION' }, { level: 'DIVISION' }, true],
    [{ unitTypes: [], positionPatterns: [], level: 'DIVISION' }, { level: 'DEPARTMENT' }, false],
    [{ unitTypes: [], positionPatterns: [], level: 'DIVISION' }, { level: null }, false],
    [{ unitTypes: [], positionPatterns: ['Trưởng phòng'], level: 'DIVISION' }, { level: null }, true],
    [{ unitTypes: [], positionPatterns: ['Trưởng phòng'], level: 'DIVISION' }, { level: 'DEPARTMENT' }, false],
  ])('%j with %j: %s', (group, changes, inside) => {
    expect(inTargetGroup({ ...record, ...changes }, group)).toBe(inside);
  });
});

it('never gives out more places than there are, and never passes over an earlier eligible line', () => {
  const kinds = fc.constantFrom<Partial<NomineeRecord> | null>({}, {}, { position: 'Chuyên viên' }, { enrolled: true }, null);
  fc.assert(
    fc.property(fc.array(kinds, { maxLength: 30 }), fc.nat(12), fc.nat(12), fc.option(fc.nat(12)), (people, quota, quotaTaken, freePlaces) => {
      const { rows, freeInQuota } = screenNominations(people.map((changes, at) => nominee(at + 8, changes)), { ...terms, quota, quotaTaken, freePlaces });
      const outcomes = rows.map(({ outcome }) => outcome);
      const eligible = outcomes.filter((outcome) => outcome === 'ELIGIBLE').length;
      expect(rows).toHaveLength(people.length);
      expect(eligible + freeInQuota).toBe(Math.max(0, quota - quotaTaken));
      expect(eligible).toBeLessThanOrEqual(freePlaces ?? Infinity);
      if (outcomes.includes('OVER_QUOTA')) expect(outcomes.lastIndexOf('ELIGIBLE')).toBeLessThan(outcomes.indexOf('OVER_QUOTA'));
      expect(rows.every(({ outcome, reasons }) => (outcome === 'ELIGIBLE') === (reasons.length === 0))).toBe(true);
    }),
  );
});
