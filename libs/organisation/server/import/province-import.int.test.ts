import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anActor, testInstallation, type TestInstallation } from '@halong/testing/server';
import { organisation } from '../index.ts';
import { Imports } from './import.service.ts';
import { ProvinceImport } from './province-import.ts';

const samples = new URL('../../../../apps/e2e/samples/', import.meta.url);
const path = (name: string) => fileURLToPath(new URL(name, samples));
const admin = anActor({ grants: [{ role: 'SYSTEM_ADMIN', scopeType: 'GLOBAL', scopeId: 0 }] });

/** The second row of this person knows the birthday to the day where the first has the year. */
const refined = new Map([[614, '1995-08-17']]);

interface Expected {
  counts: Record<string, number>;
  rejectedByReason: Record<string, number>;
  rows: { row: number; status: string; name: string | null; dob: string | null; pin: string | null; unit: string | null; position: string }[];
}
const expected = JSON.parse(readFileSync(path('people.expected.json'), 'utf8')) as Expected;

describe('the province from its files', () => {
  let app: TestInstallation;
  beforeAll(async () => {
    app = await testInstallation([organisation]);
  });
  afterAll(() => app.close());

  const count = async (sql: string) => Number((await app.db.row<{ n: number }>(`SELECT COUNT(*) AS n FROM ${sql}`))?.n);

  it('reads the tree with its history', async () => {
    const { counts, written } = await app.get(ProvinceImport).importUnits(path('org-units.csv'));
    expect({ written, counts }).toEqual({ written: 135, counts: { ADDED: 135, CHANGED: 0, UNCHANGED: 0, REVIEW: 0, MERGED: 0, REJECTED: 0, LEFT_OUT: 0 } });
    expect(await count("organisation_unit_predecessor p JOIN organisation_unit u ON u.id = p.unit_id WHERE u.code = 'QN-SNV'")).toBe(2);
    expect(await count("organisation_unit_ancestor c JOIN organisation_unit u ON u.id = c.ancestor_id WHERE u.code = 'QN'")).toBeGreaterThan(100);
  });

  it('reads the staff as the expected answer says', async () => {
    const { importId, counts, written } = await app.get(ProvinceImport).importPeople(path('people.xlsx'));
    expect({ counts, written }).toEqual({ written: 1187, counts: { ADDED: 1172, CHANGED: 0, UNCHANGED: 0, REVIEW: 15, MERGED: 14, REJECTED: 10, LEFT_OUT: 0 } });
    expect(await count('organisation_person')).toBe(expected.counts['distinctPeopleAfterImport']);
    expect(await count('organisation_employment WHERE unit_id IS NULL')).toBe(12);
    const { reasons } = await app.get(Imports).get(admin, importId);
    const of = (bucket: string) => Object.fromEntries(reasons.filter((reason) => reason.bucket === bucket).map(({ code, count: n }) => [code, n]));
    expect(of('REJECTED')).toEqual(expected.rejectedByReason);
    expect(of('REVIEW')).toEqual({ UNIT_PENDING: 12, UNIT_MOVED: 3 });
  });

  it('keeps every person as the expected answer says', async () => {
    const stored = await app.db.rows<{ full_name: string; birth_date: string | null; birth_year: number; code: string | null; position: string }>(
      `SELECT p.full_name, p.birth_date, p.birth_year, u.code, e.position FROM organisation_person p JOIN organisation_employment e ON e.person_id = p.id
       LEFT JOIN organisation_unit u ON u.id = e.unit_id`,
    );
    const line = (name: string | null, dob: string | null, unit: string | null, position: string | null) => [name, dob, unit, position ?? ''].join('|');
    const valid = expected.rows.filter(({ status }) => status === 'VALID').map((row) => ({ ...row, dob: refined.get(row.row) ?? row.dob }));
    expect(stored.map((row) => line(row.full_name, row.birth_date ?? String(row.birth_year), row.code, row.position)).sort())
      .toEqual(valid.map((row) => line(row.name, row.dob, row.unit, row.position)).sort());
  });

  it('changes nothing the second time', async () => {
    const before = await app.db.rows('SELECT id, version FROM organisation_person ORDER BY id');
    const tree = await app.get(ProvinceImport).importUnits(path('org-units.csv'));
    const staff = await app.get(ProvinceImport).importPeople(path('people.xlsx'));
    expect([tree.written, staff.written]).toEqual([0, 0]);
    expect(tree.counts).toMatchObject({ UNCHANGED: 135, ADDED: 0, CHANGED: 0 });
    expect(staff.counts).toEqual({ ADDED: 0, CHANGED: 0, UNCHANGED: 1172, REVIEW: 15, MERGED: 14, REJECTED: 10, LEFT_OUT: 0 });
    expect(await app.db.rows('SELECT id, version FROM organisation_person ORDER BY id')).toEqual(before);
  });

  it('has no personal number in clear in any table', async () => {
    const columns = await app.db.rows<{ t: string; c: string }>(
      `SELECT table_name AS t, column_name AS c FROM information_schema.columns WHERE table_schema = DATABASE()
         AND data_type IN ('varchar', 'char', 'text', 'mediumtext', 'longtext', 'json', 'varbinary', 'blob', 'mediumblob', 'longblob')`,
    );
    const pins = expected.rows.flatMap(({ pin }) => (pin === null ? [] : [pin]));
    // Known numbers, with and without the zero that a number cell loses; rejected rows among them.
    const known = [...pins.slice(0, 20), ...pins.slice(-20), '099092569187'].flatMap((pin) => [pin, pin.slice(1)]);
    const found: string[] = [];
    for (const { t, c } of columns) {
      const hit = await app.db.row(`SELECT 1 FROM ${t} WHERE CAST(\`${c}\` AS CHAR) REGEXP ? LIMIT 1`, [known.join('|')]);
      if (hit) found.push(`${t}.${c}`);
    }
    expect(columns.length).toBeGreaterThan(40);
    expect(found).toEqual([]);
  });
});
