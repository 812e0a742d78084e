import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { givenNameKey } from '@halong/platform/contract';
import { workbookBuffer } from '@halong/platform/server';
import { anActor, testInstallation, type TestInstallation } from '@halong/testing/server';
import { organisation } from '../index.ts';
import { importSteps, peopleList, sampleFile } from './import-steps.testing.ts';
import { People } from '../person/person.service.ts';
import { ImportTakeBack } from './import-take-back.ts';
import { ImportWriting } from './import-writing.ts';
import { Imports } from './import.service.ts';
import { PersonWriter } from './person-write.ts';
import { RejectedRows } from './rejected-rows.service.ts';

const admin = anActor({ grants: [{ role: 'SYSTEM_ADMIN', scopeType: 'GLOBAL', scopeId: 0 }] });
const all = { search: '', page: 1, size: 100 };

describe('an import, step by step', () => {
  let app: TestInstallation;
  let imports: Imports;
  beforeAll(async () => {
    app = await testInstallation([organisation]);
    imports = app.get(Imports);
    await importUnits();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.db.run('DELETE FROM organisation_employment');
    await app.db.run('DELETE FROM organisation_person');
  });

  const { asAdmin, get, upload, check, run, count, importUnits } = importSteps(() => app, admin);

  async function undo(id: number) {
    const { version } = await get(id);
    await asAdmin(() => imports.undo(admin, id, { version }));
    await app.get(ImportTakeBack).undo(id);
    return get(id);
  }

  const staff = async () => {
    const id = await upload('PEOPLE', 'people.xlsx', peopleList);
    await check(id);
    return id;
  };

  it('proposes columns with masked samples and writes nothing before the button', async () => {
    const id = await upload('PEOPLE', 'people.xlsx', peopleList);
    const { state, mapping } = await get(id);
    expect({ state, sheet: mapping?.sheetName, head: mapping?.headerRows, first: mapping?.firstDataRow }).toEqual({ state: 'MAPPING', sheet: 'DS CBCCVC', head: [5, 6], first: 9 });
    expect(mapping?.columns.map(({ letter }) => letter)).not.toContain('F');
    expect(mapping?.columns.find(({ letter }) => letter === 'G')?.samples[0]).toMatch(/^••••••\d{3}$/);
    const checked = await check(id);
    expect(checked).toMatchObject({ state: 'CHECKED', willWrite: 1187, undecided: 15, counts: { ADDED: 1172, REVIEW: 15, MERGED: 14, REJECTED: 10 }, can: { run: true, undo: false } });
    expect(await count('organisation_person')).toBe(0);
  });

  it('refuses a mapping without a required column and one that uses a column twice', async () => {
    const id = await upload('PEOPLE', 'people.xlsx', peopleList);
    const { version } = await get(id);
    await expect(asAdmin(() => imports.map(admin, id, { version, columns: { name: 2 } }))).rejects.toMatchObject({ def: { code: 'organisation.mapping_incomplete' } });
    await expect(asAdmin(() => imports.map(admin, id, { version, columns: { name: 2, pin: 2, dob: 3, unit: 8 } }))).rejects.toMatchObject({ def: { code: 'organisation.column_used_twice' } });
    await expect(asAdmin(() => imports.map(admin, id, { version: version - 1, columns: null }))).rejects.toMatchObject({ def: { code: 'platform.stale_version' } });
  });

  it('says row, column and reason of what it rejects, and gives the rows back without a live formula', async () => {
    const id = await staff();
    const { items, total } = await imports.rows(admin, id, { ...all, bucket: 'REJECTED' });
    expect(total).toBe(10);
    expect(items.find(({ rowNo }) => rowNo === 1257)).toMatchObject({ reasons: [{ code: 'FORMULA_IN_NAME', field: 'name', column: 'B' }] });
    const file = await app.as(admin, () => app.get(RejectedRows).download(admin, id));
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file.content as never);
    const sheet = book.worksheets[0];
    expect(sheet?.rowCount).toBe(11);
    const cells = sheet?.getRow(10).values as unknown[];
    expect(cells.slice(-3)).toEqual([1257, 'B, Họ và tên', 'Ô họ tên là công thức, không phải chữ. Gõ lại họ tên.']);
    const kinds = new Set<number>();
    sheet?.eachRow((row) => row.eachCell((cell) => kinds.add(cell.type)));
    expect(kinds).not.toContain(ExcelJS.ValueType.Formula);
  });

  it('writes what was decided, remembers it and does not ask again', async () => {
    const id = await staff();
    const { items } = await imports.rows(admin, id, { ...all, bucket: 'REVIEW' });
    const decided = new Map<number, number | null>();
    for (const [index, row] of items.entries()) {
      const unitId = index % 3 === 2 ? null : (row.candidates.at(-1)?.id ?? null);
      decided.set(row.rowNo, unitId);
      const after = await asAdmin(() => imports.decide(admin, id, row.rowNo, { unitId }));
      expect(after.decision?.unit?.id ?? null).toBe(unitId);
    }
    expect(await get(id)).toMatchObject({ undecided: 0, willWrite: 1187 });
    expect(await run(id)).toMatchObject({ state: 'DONE', written: 1187, stale: 0, progress: { done: 1187, total: 1187 } });
    const written = await imports.rows(admin, id, { ...all, bucket: 'REVIEW' });
    for (const { rowNo, personId, reasons } of written.items) {
      const post = await app.db.row<{ unit_id: number | null }>('SELECT unit_id FROM organisation_employment WHERE person_id = ?', [personId]);
      if (decided.get(rowNo) !== null) expect(post?.unit_id).toBe(decided.get(rowNo));
      else expect(post?.unit_id === null).toBe(reasons[0]?.code === 'UNIT_PENDING');
    }
    const again = await get(await staff());
    expect(again).toMatchObject({ willWrite: 0, counts: { ADDED: 0, CHANGED: 0, UNCHANGED: 1187, REVIEW: 0, MERGED: 14, REJECTED: 10 }, can: { run: false } });
    await expect(asAdmin(() => imports.run(admin, again.id, { version: again.version, expected: 0 }))).rejects.toMatchObject({ def: { code: 'organisation.nothing_to_write' } });
  });

  it('settles a pending unit later, through the same list', async () => {
    await run(await staff());
    const id = await staff();
    const [row] = (await imports.rows(admin, id, { ...all, reason: 'UNIT_PENDING' })).items;
    const unitId = row?.candidates[0]?.id as number;
    await asAdmin(() => imports.decide(admin, id, row?.rowNo as number, { unitId }));
    expect(await run(id)).toMatchObject({ written: 1 });
    const posts = await app.db.rows('SELECT unit_id, valid_from, valid_to FROM organisation_employment WHERE person_id = ?', [row?.personId as number]);
    expect(posts).toEqual([{ unit_id: unitId, valid_from: null, valid_to: null }]);
    expect((await get(await staff())).counts).toMatchObject({ UNCHANGED: 1173, REVIEW: 14 });
    expect(await undo(id)).toMatchObject({ state: 'UNDONE', undone: 1, stayed: 0 });
    expect(await count('organisation_employment WHERE unit_id IS NULL')).toBe(12);
  });

  it('does not write a number that the button did not say', async () => {
    const id = await staff();
    const { version } = await get(id);
    await expect(asAdmin(() => imports.run(admin, id, { version, expected: 1186 }))).rejects.toMatchObject({ def: { code: 'platform.stale_version' } });
    expect(await get(id)).toMatchObject({ state: 'CHECKED' });
  });

  it('goes on after a death in the middle, without doubles', async () => {
    const id = await staff();
    const { version } = await get(id);
    await asAdmin(() => imports.run(admin, id, { version, expected: 1187 }));
    const writer = app.get(PersonWriter);
    const write = writer.write.bind(writer);
    let batches = 0;
    writer.write = async (importId, rows, fields) => {
      batches += 1;
      await write(importId, batches === 4 ? rows.slice(0, 37) : rows, fields);
      if (batches === 4) throw Object.assign(new Error('the process is gone'), { errno: 0 });
    };
    await expect(app.get(ImportWriting).write(id)).rejects.toThrow('the process is gone');
    expect(await count('organisation_person')).toBe(300);
    expect(await get(id)).toMatchObject({ state: 'WRITING', progress: { done: 300, total: 1187 } });
    writer.write = write;
    // A second worker may have been given the same job meanwhile.
    await Promise.all([app.get(ImportWriting).write(id), app.get(ImportWriting).write(id)]);
    expect(await get(id)).toMatchObject({ state: 'DONE', written: 1187, stale: 0 });
    expect(await count('organisation_person')).toBe(1187);
    expect(await count('organisation_employment')).toBe(1187);
    expect(await count(`platform_audit WHERE action = 'import.written' AND subject_id = ${id}`)).toBe(1);
  });

  it('leaves a record alone that somebody changed after the dry run', async () => {
    const first = await staff();
    const second = await staff();
    await run(first);
    expect(await run(second)).toMatchObject({ state: 'DONE', written: 0, stale: 1187 });
    expect(await count('organisation_person')).toBe(1187);
  });

  it('undoes what it wrote; whoever has later facts stays and is listed', async () => {
    const id = await staff();
    await run(id);
    const { items } = await imports.rows(admin, id, { ...all, outcome: 'WRITTEN', size: 3 });
    const [changed, referred] = items;
    await app.db.run('UPDATE organisation_person SET phone = ?, version = version + 1 WHERE id = ?', ['0950000001', changed?.personId as number]);
    await app.db.run('CREATE TABLE identity_probe (person_id INT, FOREIGN KEY (person_id) REFERENCES organisation_person(id))');
    await app.db.run('INSERT INTO identity_probe VALUES (?)', [referred?.personId as number]);
    expect(await undo(id)).toMatchObject({ state: 'UNDONE', undone: 1185, stayed: 2, written: 0 });
    const stayed = await imports.rows(admin, id, { ...all, outcome: 'STAYED' });
    expect(stayed.items.map(({ personId, reasons }) => [personId, reasons[0]?.code])).toEqual([[changed?.personId, 'STAYS_CHANGED'], [referred?.personId, 'STAYS_ACCOUNT']]);
    expect([await count('organisation_person'), await count('organisation_employment')]).toEqual([2, 2]);
    await app.db.run('DROP TABLE identity_probe');
  });

  it('restores what a later list changed, with the post', async () => {
    await run(await staff());
    const before = await snapshot();
    const sheet = { name: 'DS', columns: ['TT', 'Họ và tên', 'Ngày sinh', 'Số CCCD', 'Đơn vị công tác', 'Chức vụ', 'Điện thoại'].map((header) => ({ header })), rows: await moved() };
    const id = await upload('PEOPLE', 'chuyen.xlsx', await workbookBuffer([sheet]));
    expect((await check(id)).counts).toMatchObject({ CHANGED: 2, REJECTED: 0 });
    const { items } = await imports.rows(admin, id, { ...all, bucket: 'CHANGED' });
    expect(items[0]?.changes.map(({ field }) => field)).toEqual(['position', 'phone', 'unit']);
    await run(id);
    const posts = await app.db.rows<{ valid_from: string; valid_to: string }>('SELECT valid_from, valid_to FROM organisation_employment WHERE person_id = ? ORDER BY id', [items[0]?.personId as number]);
    expect(posts).toEqual([{ valid_from: null, valid_to: expect.stringMatching(/^\d{4}-/) }, { valid_from: app.clock.today(), valid_to: null }]);
    expect(await undo(id)).toMatchObject({ undone: 2, stayed: 0 });
    expect(await snapshot()).toEqual(before);
  });

  const snapshot = async () => [
    await app.db.rows('SELECT id, full_name, phone, birth_date FROM organisation_person ORDER BY id'),
    await app.db.rows('SELECT id, person_id, unit_id, position, valid_from, valid_to FROM organisation_employment ORDER BY id'),
  ];

  async function moved() {
    const expected = JSON.parse(readFileSync(sampleFile('people.expected.json'), 'utf8')) as { rows: { status: string; unit: string; name: string; dob: string; pin: string }[] };
    const [first, second] = expected.rows.filter(({ status, unit }) => status === 'VALID' && unit === 'QN-VPTU');
    return [first, second].map((row, index) => [index + 1, row?.name ?? '', row?.dob.split('-').reverse().join('/') ?? '', row?.pin ?? '', 'Ban Tổ chức Tỉnh ủy', 'Chuyên viên cao cấp', '0950123456']);
  }

  it('cannot be undone after 24 hours of the clock', async () => {
    const id = await staff();
    await run(id);
    const now = app.clock.now();
    await app.clock.moveTo(new Date(now.getTime() + 24 * 3_600_000 + 60_000));
    const { version, can } = await get(id);
    expect(can.undo).toBe(false);
    await expect(asAdmin(() => imports.undo(admin, id, { version }))).rejects.toMatchObject({ def: { code: 'organisation.undo_too_late' } });
    await app.clock.moveTo(now);
  });

  it('is for global administrators only', async () => {
    for (const actor of [anActor(), anActor({ grants: [{ role: 'TRAINING_MANAGER', scopeType: 'GLOBAL', scopeId: 0 }] })]) {
      await expect(imports.list(actor, { page: 1, size: 10, search: '' })).rejects.toMatchObject({ def: { code: 'platform.forbidden' } });
    }
  });

  it('finds people without marks and sorts by given name', async () => {
    await run(await staff());
    const pages = await Promise.all([1, 2, 3].map((page) => app.get(People).list(admin, { search: 'thu', pending: '0', page, size: 100 })));
    const items = pages.flatMap((page) => page.items);
    expect(items).toHaveLength(pages[0]?.total ?? 0);
    expect(items.some(({ fullName }) => fullName.endsWith(' Thư'))).toBe(true);
    const given = items.map(({ fullName }) => givenNameKey(fullName));
    expect(given).toEqual([...given].sort(new Intl.Collator('vi').compare));
    const pending = await app.get(People).list(admin, { search: '', pending: '1', page: 1, size: 100 });
    expect(pending.total).toBe(12);
  });

  describe('the tree', () => {
    const line = (code: string, name: string, parent = 'QN-HDND', former = '') => `${code},${parent},${name},,DEPARTMENT,01/03/2025,,${former}`;
    const file = (...lines: string[]) => Buffer.from(['code,parent_code,name_vi,name_en,type,valid_from,valid_to,predecessor_codes', ...lines].join('\n'));

    it('changes field by field, adds, and goes back', async () => {
      const before = await app.db.rows('SELECT code, name_vi, parent_id FROM organisation_unit ORDER BY id');
      const links = await app.db.rows('SELECT * FROM organisation_unit_ancestor ORDER BY unit_id, ancestor_id');
      const id = await upload('ORG_UNITS', 'cay.csv', file(line('QN-SNV', 'Sở Nội vụ và Lao động', 'QN-HDND', 'OLD-LDTBXH;OLD-SNV'), line('QN-MOI-2', 'Phòng mới', 'QN-MOI'), line('QN-MOI', 'Sở Mới', 'QN-HDND', 'OLD-SNV')));
      expect((await check(id)).counts).toMatchObject({ ADDED: 2, CHANGED: 1 });
      const { items } = await imports.rows(admin, id, { ...all, bucket: 'CHANGED' });
      expect(items[0]?.changes).toEqual([{ field: 'name', before: 'Sở Nội vụ', after: 'Sở Nội vụ và Lao động' }]);
      expect(await run(id)).toMatchObject({ state: 'DONE', written: 3 });
      expect(await undo(id)).toMatchObject({ state: 'UNDONE', undone: 3, stayed: 0 });
      expect(await app.db.rows('SELECT code, name_vi, parent_id FROM organisation_unit ORDER BY id')).toEqual(before);
      expect(await app.db.rows('SELECT * FROM organisation_unit_ancestor ORDER BY unit_id, ancestor_id')).toEqual(links);
    });

    it('is not written while a row is rejected', async () => {
      const id = await upload('ORG_UNITS', 'cay.csv', file(line('QN-MOI', 'Sở Mới'), line('QN-MOI-2', 'Phòng mới', 'QN-KHONG')));
      const { version, counts, can } = await check(id);
      expect({ counts, run: can.run }).toMatchObject({ counts: { ADDED: 1, REJECTED: 1 }, run: false });
      await expect(asAdmin(() => imports.run(admin, id, { version, expected: 1 }))).rejects.toMatchObject({ def: { code: 'organisation.rejected_units' } });
    });
  });
});
