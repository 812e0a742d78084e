import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anActor, testInstallation, type TestInstallation } from '@halong/testing/server';
import { workbookBuffer } from '@halong/platform/server';
import { organisation } from '../index.ts';
import { importSteps, peopleList } from './import-steps.testing.ts';
import { ImportMending } from './import-mending.ts';
import { ImportReading } from './import-reading.ts';
import { ImportWriting } from './import-writing.ts';
import { Imports } from './import.service.ts';
import { RejectedRows } from './rejected-rows.service.ts';

const admin = anActor({ displayName: 'Hoàng Gia Bảo', grants: [{ role: 'SYSTEM_ADMIN', scopeType: 'GLOBAL', scopeId: 0 }] });
const all = { search: '', page: 1, size: 100 };

describe('mending a list in the dry run', () => {
  let app: TestInstallation;
  let imports: Imports;
  beforeAll(async () => {
    app = await testInstallation([organisation]);
    imports = app.get(Imports);
    await importUnits();
  });
  afterAll(() => app.close());

  const { asAdmin, count, checked: checkedList, upload: uploadAs, importUnits } = importSteps(() => app, admin);
  const upload = (content: Buffer) => uploadAs('PEOPLE', 'people.xlsx', content);
  const checked = () => checkedList(peopleList);

  const mendNow = async (id: number, rowNo: number, cells: Record<string, string | null>) => {
    await app.get(ImportMending).mend(admin, id, rowNo, cells);
    return imports.get(admin, id);
  };

  async function mend(id: number, rowNo: number, cells: Record<string, string | null>) {
    const asked = await asAdmin(() => mendNow(id, rowNo, cells));
    expect(asked).toMatchObject({ state: 'CHECKING', can: { run: false, mend: true } });
    await app.get(ImportReading).check(id, asked.version);
    return imports.get(admin, id);
  }

  const rowOf = async (id: number, rowNo: number) => (await imports.rows(admin, id, { ...all, size: 2_000 })).items.find((row) => row.rowNo === rowNo);
  const rejected = async (id: number, reason: string) => (await imports.rows(admin, id, { ...all, bucket: 'REJECTED' })).items.find(({ reasons }) => reasons[0]?.code === reason)!;

  it('judges the row again, moves the counts and writes nothing before the press', async () => {
    const id = await checked();
    const { rowNo } = await rejected(id, 'MISSING_PIN');
    const after = await mend(id, rowNo, { pin: '099 080 545 002' });
    expect(after).toMatchObject({ state: 'CHECKED', willWrite: 1188, mended: 1, counts: { ADDED: 1173, REJECTED: 9 } });
    expect(await count('organisation_person')).toBe(0);
    const row = await rowOf(id, rowNo);
    expect(row).toMatchObject({ bucket: 'ADDED', mendable: true, corrections: [{ field: 'pin', from: '', to: '••••••002', by: 'Hoàng Gia Bảo' }] });
    expect((await imports.rows(admin, id, { ...all, mended: '1' })).items.map((each) => each.rowNo)).toEqual([rowNo]);

    await asAdmin(() => imports.run(admin, id, { version: after.version, expected: after.willWrite }));
    await app.get(ImportWriting).write(id);
    expect(await count('organisation_person')).toBe(1188);
    expect((await rowOf(id, rowNo))?.outcome).toBe('WRITTEN');
    await app.db.run('DELETE FROM organisation_employment');
    await app.db.run('DELETE FROM organisation_person');
  }, 60_000);

  it('keeps who mended what, and no personal number in clear', async () => {
    const id = await checked();
    const { rowNo } = await rejected(id, 'MISSING_DOB');
    await mend(id, rowNo, { dob: '31/02/1988' });
    expect((await rowOf(id, rowNo))?.reasons).toMatchObject([{ code: 'INVALID_DOB', value: '31/02/1988' }]);
    await mend(id, rowNo, { dob: '28/02/1988', pin: '099188545003' });
    expect(await rowOf(id, rowNo)).toMatchObject({ bucket: 'ADDED', birth: '1988-02-28', corrections: [{ field: 'dob', to: '28/02/1988' }, { field: 'pin', to: '••••••003' }] });
    const audit = await app.db.rows<{ before: string; after: string }>("SELECT `before`, `after` FROM platform_audit WHERE action = 'import.cell_mended' AND subject_id = ? ORDER BY id", [id]);
    expect(audit.map((entry) => [JSON.parse(entry.before).text, JSON.parse(entry.after).text]).slice(0, 2)).toEqual([['', '31/02/1988'], ['31/02/1988', '28/02/1988']]);
    expect(JSON.stringify([audit, await app.db.rows('SELECT * FROM organisation_import_correction')])).not.toContain('099188545003');
    await mend(id, rowNo, { dob: null, pin: null });
    expect(await rowOf(id, rowNo)).toMatchObject({ bucket: 'REJECTED', corrections: [], mendable: true, reasons: [{ code: 'MISSING_DOB' }] });
  }, 60_000);

  it('gives the cells of the file back in the rejected rows, also of a row mended in vain', async () => {
    const id = await checked();
    const { rowNo } = await rejected(id, 'FORMULA_IN_NAME');
    await mend(id, rowNo, { name: 'Lò 1' });
    const file = await app.as(admin, () => app.get(RejectedRows).download(admin, id));
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file.content as never);
    const texts: string[] = [];
    book.worksheets[0]?.eachRow((row) => texts.push(JSON.stringify(row.values)));
    expect(texts).toHaveLength(11);
    expect(texts.join()).not.toContain('"Lò 1"');
    expect(texts.join()).toContain('Họ tên “Lò 1”');
  }, 60_000);

  it('keeps the answers of other rows, and throws the judgement of an older question away', async () => {
    const id = await checked();
    const [asks] = (await imports.rows(admin, id, { ...all, bucket: 'REVIEW' })).items.filter(({ asksForUnit }) => asksForUnit);
    await asAdmin(() => imports.decide(admin, id, asks!.rowNo, { unitId: asks!.candidates[0]?.id ?? null }));
    const [first, second] = (await imports.rows(admin, id, { ...all, bucket: 'REJECTED' })).items.filter(({ reasons }) => reasons[0]?.code === 'MISSING_PIN');
    const older = await asAdmin(() => mendNow(id, first!.rowNo, { pin: '099080545012' }));
    const newer = await asAdmin(() => mendNow(id, second!.rowNo, { pin: '099080545013' }));
    await app.get(ImportReading).check(id, older.version);
    expect((await imports.get(admin, id)).state).toBe('CHECKING');
    await app.get(ImportReading).check(id, newer.version);
    expect(await imports.get(admin, id)).toMatchObject({ state: 'CHECKED', mended: 2, counts: { REJECTED: 8 } });
    expect((await rowOf(id, asks!.rowNo))?.decision).toEqual({ unit: asks!.candidates[0] });
  }, 60_000);

  it('refuses rows that are in order, fields without a column and imports at another step', async () => {
    const id = await checked();
    const [fine] = (await imports.rows(admin, id, { ...all, bucket: 'ADDED' })).items;
    const bad = await rejected(id, 'MISSING_NAME');
    const refused = (work: () => Promise<unknown>, code: string) => expect(asAdmin(work)).rejects.toMatchObject({ def: { code } });
    expect(fine?.mendable).toBe(false);
    await refused(() => mendNow(id, fine!.rowNo, { name: 'Lò Thị Thử' }), 'organisation.not_for_mending');
    await refused(() => mendNow(id, bad.rowNo, { shoe: '42' }), 'organisation.not_for_mending');
    await refused(() => mendNow(id, 9_999, { name: 'Lò Thị Thử' }), 'platform.not_found');
    const raw = await upload(peopleList);
    await refused(() => mendNow( raw, bad.rowNo, { name: 'Lò Thị Thử' }), 'organisation.import_not_ready');
  }, 60_000);

  it('reads another sheet or heading when a person says where it stands', async () => {
    const line = ['Lò Thị Thử', '01/02/1980', '099180000001', 'Sở Nội vụ'];
    const heads = ['Ai', 'Sinh khi nào', 'Số', 'Ở đâu'].map((header) => ({ header }));
    const id = await upload(await workbookBuffer([{ name: 'Bìa', columns: [{ header: 'Danh sách' }], rows: [['Tháng 11']] }, { name: 'DS', columns: heads, rows: [line] }]));
    const before = await imports.get(admin, id);
    expect(before).toMatchObject({ state: 'MAPPING', problem: { code: 'no_header' }, mapping: { columns: [], sheets: [{ name: 'Bìa' }, { sheet: 1, name: 'DS', rows: [{ row: 1, cells: ['Ai', 'Sinh khi nào', 'Số', 'Ở đâu'] }, { row: 2 }] }] } });
    expect(JSON.stringify(before.mapping?.sheets)).not.toContain('099180000001');
    const choose = async (sheet: number, row: number) => {
      await asAdmin(async () => imports.chooseHead(admin, id, { version: (await imports.get(admin, id)).version, sheet, row }));
      await app.get(ImportReading).read(id);
      return imports.get(admin, id);
    };
    expect(await choose(1, 7)).toMatchObject({ state: 'MAPPING', problem: { code: 'no_labels', params: { row: 7 } } });
    const { version } = await choose(1, 1);
    expect(await imports.get(admin, id)).toMatchObject({ problem: null, mapping: { sheetName: 'DS', headerRows: [1], rows: 1, columns: [{ letter: 'A', header: 'Ai' }, {}, {}, {}] } });
    await app.get(ImportReading).check(id, (await asAdmin(() => imports.map(admin, id, { version, columns: { name: 1, dob: 2, pin: 3, unit: 4 } }))).version);
    expect(await imports.get(admin, id)).toMatchObject({ state: 'CHECKED', counts: { ADDED: 1, REJECTED: 0 } });
  });
});
