import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldVietnamese, givenNameKey, type Actor, type Role, type ScopeType } from '@halong/platform/contract';
import { PersonalIds } from '@halong/organisation/server';
import type { Database } from '@halong/platform/server';

/** What a test installation offers. */
interface Installation {
  db: Database;
  get<T>(type: new (...parts: never[]) => T): T;
}

export const samples = join(import.meta.dirname, '../../../apps/e2e/samples');
const read = (file: string) => readFileSync(join(samples, file), 'utf8');

export interface ExpectedFile {
  file: string;
  unit: string;
  quota: number;
  withinQuota: number;
  overQuota: number;
  freePlaces: number;
  rows: { row: number; name: string; pin: string; outcome: string; reason?: string }[];
}
export const expectedNominations: { totals: Record<string, number>; files: ExpectedFile[] } = JSON.parse(read('nominations.expected.json'));

/** Who LD-PX is for, as the programme's target group is entered. */
export const divisionLeaders = {
  unitTypes: ['COMMUNE', 'WARD', 'SPECIAL_ZONE'],
  positionPatterns: ['Trưởng phòng', 'Phó Trưởng phòng', 'Chánh Văn phòng', 'Phó Chánh Văn phòng', 'Phó Giám đốc Trung tâm'],
};

interface StaffRow {
  status: string;
  pin: string;
  name: string;
  dob: string;
  dobPrecision: 'DAY' | 'YEAR';
  unit: string | null;
  position: string;
  rank: string | null;
  email: string | null;
}

/** The organisation tree and the staff list of the samples, written straight into their tables. */
export async function fillProvince(app: Installation): Promise<Map<string, number>> {
  const lines = read('org-units.csv').replace(/^\uFEFF/, '').split(/\r?\n/).slice(1).filter(Boolean);
  const parsed = lines.map((line) => {
    const cells = [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].map((cell) => cell[2] ?? cell[1] ?? '');
    const [code = '', parent = '', nameVi = '', nameEn = '', type = ''] = cells;
    return { code, parent, nameVi, nameEn, type };
  });
  const ids = new Map(parsed.map(({ code }, index) => [code, index + 1]));
  await app.db.insertMany('organisation_unit', parsed.map(({ code, parent, nameVi, nameEn, type }) => ({
    id: ids.get(code)!, code, name_vi: nameVi, name_en: nameEn, type, parent_id: ids.get(parent) ?? null, search_key: foldVietnamese(`${nameVi} ${nameEn}`),
  })));
  const parentOf = new Map(parsed.map(({ code, parent }) => [code, parent]));
  const closure = parsed.flatMap(({ code }) => {
    const rows: Record<string, number>[] = [];
    for (let at: string | undefined = code, depth = 0; at && ids.has(at); at = parentOf.get(at), depth += 1) rows.push({ unit_id: ids.get(code)!, ancestor_id: ids.get(at)!, depth });
    return rows;
  });
  await app.db.insertMany('organisation_unit_ancestor', closure);
  await fillStaff(app, ids);
  return ids;
}

async function fillStaff(app: Installation, units: Map<string, number>): Promise<void> {
  const personalIds = app.get(PersonalIds);
  const staff = (JSON.parse(read('people.expected.json')).rows as StaffRow[]).filter(({ status }) => status === 'VALID');
  await app.db.insertMany('organisation_person', staff.map(({ pin, name, dob, dobPrecision, email }, index) => ({
    id: index + 1, full_name: name, sort_name: givenNameKey(name), search_key: foldVietnamese(name),
    birth_date: dobPrecision === 'DAY' ? dob : null, birth_year: Number(dob.slice(0, 4)), personal_id_hash: personalIds.hash(pin), email,
  })));
  await app.db.insertMany('organisation_employment', staff.map(({ unit, position, rank }, index) => ({
    person_id: index + 1, unit_id: (unit && units.get(unit)) || null, unit_text: unit ?? 'chưa xác định', position, '`rank`': rank,
  })));
}

/** A class that takes nominations, of a programme of its own, at the Trường Đào tạo cán bộ. */
export async function aClass(app: Installation, units: Map<string, number>, changes: { code: string; capacity?: number; state?: string; opens?: string; closes?: string; deadline?: string | null; quotas?: Record<string, number> }): Promise<number> {
  const { code, capacity = 50, state = 'NOMINATING', opens = '2026-10-01', closes = '2026-12-04', deadline = '2026-09-18', quotas = {} } = changes;
  const programmeId = await app.db.insert('catalogue_programme', { code: code.slice(0, 40), name_vi: 'Lãnh đạo cấp phòng', name_en: 'Division leadership', search_key: 'lanh dao', category: 'QLNN', authority: 'STATE' });
  const versionId = await app.db.insert('catalogue_programme_version', {
    programme_id: programmeId, version: 1, periods: 160, delivery_mode: 'HYBRID', assessment_text: 'Tiểu luận', credential: 'CERTIFICATE', class_size: 50,
    target_group_text: 'Trưởng phòng, Phó Trưởng phòng và tương đương', target_group: JSON.stringify(divisionLeaders), components: '[]', valid_from: '2026-01-01',
  });
  const classId = await app.db.insert('classes_class', {
    code, programme_version_id: versionId, intake_no: 1, year: 2026, name_vi: `Lớp ${code}`, name_en: `Class ${code}`, search_key: foldVietnamese(code),
    institution_id: units.get('QN-DANG')!, capacity, state, opening_date: opens, closing_date: closes, nomination_deadline: deadline,
  });
  await app.db.insertMany('classes_quota', Object.entries(quotas).map(([unit, seats]) => ({ class_id: classId, unit_id: units.get(unit)!, seats })));
  return classId;
}

const holding = (role: Role, scopeType: ScopeType, scopeId: number): Actor => ({
  accountId: 900_000 + scopeId, personId: null, sessionId: scopeId, displayName: 'Người thử', grants: [{ role, scopeType, scopeId }],
});
export const headOf = (unitId: number) => holding('UNIT_HEAD', 'ORG_SUBTREE', unitId);
export const focalPointOf = (unitId: number) => holding('UNIT_FOCAL_POINT', 'ORG_SUBTREE', unitId);
export const coordinatorOf = (classId: number) => holding('CLASS_COORDINATOR', 'CLASS', classId);
