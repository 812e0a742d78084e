import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anActor, testInstallation, type TestInstallation } from '@halong/testing/server';
import { workbookBuffer } from '@halong/platform/server';
import { organisation } from '../index.ts';
import { importSteps, peopleList } from './import-steps.testing.ts';
import { ImportMending } from './import-mending.ts';
import { ImportSuggestions } from './import-suggestions.ts';
import { ImportReading } from './import-reading.ts';
import { ImportWriting } from './import-writing.ts';
import { Imports } from './import.service.ts';

const admin = anActor({ displayName: 'Hoàng Gia Bảo', grants: [{ role: 'SYSTEM_ADMIN', scopeType: 'GLOBAL', scopeId: 0 }] });
const other = anActor({ displayName: 'Vi Thị Lả', grants: [{ role: 'SYSTEM_ADMIN', scopeType: 'GLOBAL', scopeId: 0 }] });
const all = { search: '', page: 1, size: 2_000 };
const heads = ['Họ và tên', 'Ngày sinh', 'Số định danh', 'Đơn vị'].map((header) => ({ header }));

describe('suggestions and rows left out', () => {
  let app: TestInstallation;
  let imports: Imports;
  let mending: ImportMending;
  let suggestions: ImportSuggestions;
  beforeAll(async () => {
    app = await testInstallation([organisation]);
    imports = app.get(Imports);
    mending = app.get(ImportMending);
    suggestions = app.get(ImportSuggestions);
    await importUnits();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.db.run('DELETE FROM organisation_employment');
    await app.db.run('DELETE FROM organisation_person');
  });

  const { asAdmin, get, checked, run, count, importUnits } = importSteps(() => app, admin);
  const rows = async (id: number) => (await imports.rows(admin, id, all)).items;
  const rowOf = async (id: number, rowNo: number) => (await rows(id)).find((row) => row.rowNo === rowNo);

  async function judged(id: number, work: () => Promise<unknown>) {
    await asAdmin(work);
    await app.get(ImportReading).check(id, (await get(id)).version);
    return get(id);
  }

  const list = (...lines: string[][]) => workbookBuffer([{ name: 'DS', columns: heads, rows: lines }]);
  const leave = (id: number, rowNo: number, leftOut = true) => judged(id, () => mending.leaveOut(admin, id, rowNo, leftOut));
  const take = (id: number, rowNo: number, alike = false) => judged(id, () => suggestions.take(admin, id, rowNo, alike));

  it('proposes a text for a cell and takes it in every row with the same one', async () => {
    const id = await checked(await list(
      ['Lò Thị Thử', '1980/02/01', '099180000001', 'Sở Nội vụ'],
      ['Vi Văn Mẫu', '1980/02/01', '099080000002', 'Sở Nội vụ'],
      ['Hà Văn Khác', '1981/02/01', '099081000003', 'Sở Nội vụ'],
      ['Hà Thị Số', '01/02/1981', 'CCCD: O99 181 000 004', 'Sở Nội vụ'],
      ['Hà Thị Thiếu', '01/02/1981', '09918100005', 'Sở Nội vụ'],
    ));
    expect((await rows(id)).map(({ suggestion, alike }) => [suggestion?.text ?? null, alike])).toEqual([['01/02/1980', 1], ['01/02/1980', 1], ['01/02/1981', 0], ['••••••004', 0], [null, 0]]);
    const after = await take(id, 2, true);
    expect(after).toMatchObject({ state: 'CHECKED', mended: 2, counts: { ADDED: 2, REJECTED: 3 } });
    expect(await rowOf(id, 3)).toMatchObject({ bucket: 'ADDED', birth: '1980-02-01', suggestion: null, corrections: [{ field: 'dob', from: '1980/02/01', to: '01/02/1980', by: 'Hoàng Gia Bảo' }] });
    expect(await take(id, 5)).toMatchObject({ counts: { ADDED: 3, REJECTED: 2 } });
    expect(await run(id)).toMatchObject({ state: 'DONE', written: 3 });
    expect(JSON.stringify(await app.db.rows('SELECT * FROM organisation_import_row'))).not.toContain('099181000004');
    await expect(asAdmin(() => suggestions.take(admin, id, 4, false))).rejects.toMatchObject({ def: { code: 'organisation.import_not_ready' } });
  });

  it('proposes the unit that is nearly named, answers all rows with that text, and does not ask again', async () => {
    const content = await list(
      ['Lò Thị Thử', '01/02/1980', '099180000001', 'Sở Nội vụu'],
      ['Vi Văn Mẫu', '01/02/1980', '099080000002', 'Sở Nội vụu'],
      ['Hà Văn Khác', '01/02/1981', '099081000003', 'Hội đồng tư vấn xa lạ'],
    );
    const id = await checked(content);
    expect(await rows(id)).toMatchObject([
      { bucket: 'REVIEW', suggestion: { field: 'unit', text: 'Sở Nội vụ' }, alike: 1 }, { suggestion: { text: 'Sở Nội vụ' } }, { bucket: 'REVIEW', suggestion: null, alike: 0 },
    ]);
    await asAdmin(() => suggestions.take(admin, id, 2, true));
    expect(await get(id)).toMatchObject({ state: 'CHECKED', undecided: 1, willWrite: 3 });
    expect(await rowOf(id, 3)).toMatchObject({ decision: { unit: { name: 'Sở Nội vụ' } }, suggestion: null });
    await expect(asAdmin(() => suggestions.take(admin, id, 2, false))).rejects.toMatchObject({ def: { code: 'organisation.not_for_suggestion' } });
    expect(await run(id)).toMatchObject({ written: 3 });
    const again = await checked(content);
    expect(await get(again)).toMatchObject({ willWrite: 0, counts: { UNCHANGED: 2, REVIEW: 1 } });
  });

  it('gives one answer to all rows of the sample that name the same former district', async () => {
    const id = await checked(peopleList);
    expect(await get(id)).toMatchObject({ willWrite: 1187, undecided: 15, counts: { ADDED: 1172, REVIEW: 15, MERGED: 14, REJECTED: 10, LEFT_OUT: 0 } });
    const review = (await rows(id)).filter(({ asksForUnit }) => asksForUnit);
    expect(review.filter(({ reasons }) => reasons[0]?.code === 'UNIT_MOVED')).toHaveLength(3);
    expect(review.filter(({ reasons }) => reasons[0]?.code === 'UNIT_PENDING')).toHaveLength(12);
    const most = [...review].sort((a, b) => b.alike - a.alike)[0]!;
    await asAdmin(() => imports.decide(admin, id, most.rowNo, { unitId: most.candidates[0]?.id ?? null }, true));
    expect((await get(id)).undecided).toBe(15 - 1 - most.alike);
  }, 60_000);

  it('judges the rest as if the file did not have the row, lists it, and takes it back', async () => {
    const id = await checked(peopleList);
    const [moved] = (await rows(id)).filter(({ reasons }) => reasons[0]?.code === 'UNIT_MOVED');
    const second = Number(String(moved?.reasons[0]?.params['rows']).split(', ')[1]);
    expect(await leave(id, second)).toMatchObject({ willWrite: 1187, undecided: 14, mended: 0, counts: { REVIEW: 14, MERGED: 13, LEFT_OUT: 1 } });
    expect(await rowOf(id, second)).toMatchObject({ bucket: 'LEFT_OUT', leftOut: { by: 'Hoàng Gia Bảo' }, mendable: false, personId: null });
    const [plain] = (await rows(id)).filter(({ bucket }) => bucket === 'ADDED');
    expect(await leave(id, plain!.rowNo)).toMatchObject({ willWrite: 1186, counts: { LEFT_OUT: 2 } });
    const [bad] = (await rows(id)).filter(({ bucket }) => bucket === 'REJECTED');
    expect(await leave(id, bad!.rowNo)).toMatchObject({ willWrite: 1186, counts: { REJECTED: 9, LEFT_OUT: 3 } });
    expect((await imports.rows(admin, id, { ...all, bucket: 'LEFT_OUT' })).items.map(({ rowNo }) => rowNo)).toEqual([second, plain!.rowNo, bad!.rowNo].sort((a, b) => a - b));
    expect(await leave(id, plain!.rowNo, false)).toMatchObject({ willWrite: 1187, counts: { LEFT_OUT: 2 } });
    expect(await rowOf(id, plain!.rowNo)).toMatchObject({ bucket: 'ADDED', leftOut: null, corrections: [] });
    const audit = await app.db.rows<{ action: string }>("SELECT action FROM platform_audit WHERE subject_type = 'import' AND subject_id = ? ORDER BY id", [id]);
    expect(audit.map(({ action }) => action)).toEqual(['import.row_left_out', 'import.row_left_out', 'import.row_left_out', 'import.row_taken_back']);
    expect(await run(id)).toMatchObject({ state: 'DONE', written: 1187 });
    expect(await count('organisation_person')).toBe(1187);
  }, 120_000);

  it('says to the second of two administrators that the numbers are not those of the button', async () => {
    const id = await checked(await list(['Lò Thị Thử', '01/02/1980', '099180000001', 'Sở Nội vụ'], ['Vi Văn Mẫu', '01/02/1980', '099080000002', 'Sở Nội vụ']));
    const seen = await get(id);
    await judged(id, () => mending.leaveOut(other, id, 2, true));
    await expect(asAdmin(() => imports.run(admin, id, { version: seen.version, expected: seen.willWrite }))).rejects.toMatchObject({ def: { code: 'platform.stale_version' } });
    expect((await rowOf(id, 2))?.leftOut?.by).toBe('Vi Thị Lả');
    const [first, second] = await Promise.allSettled([admin, other].map(async (who) => {
      const { version, willWrite } = await get(id);
      return asAdmin(() => imports.run(who, id, { version, expected: willWrite }), who);
    }));
    expect([first?.status, second?.status].sort()).toEqual(['fulfilled', 'rejected']);
    await app.get(ImportWriting).write(id);
    expect(await count('organisation_person')).toBe(1);
  });
});
