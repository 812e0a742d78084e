import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anActor, testInstallation, type TestInstallation } from '@halong/testing/server';
import { organisation } from '../index.ts';
import { importSteps, peopleList } from '../import/import-steps.testing.ts';
import { ImportTakeBack } from '../import/import-take-back.ts';
import { Imports } from '../import/import.service.ts';
import { PersonCorrections } from './person-correction.service.ts';
import { People } from './person.service.ts';

const admin = anActor({ displayName: 'Hoàng Gia Bảo', grants: [{ role: 'SYSTEM_ADMIN', scopeType: 'GLOBAL', scopeId: 0 }] });
const manager = anActor({ grants: [{ role: 'TRAINING_MANAGER', scopeType: 'GLOBAL', scopeId: 0 }] });
const reason = 'Theo giấy khai sinh';

describe('a record corrected by hand', () => {
  let app: TestInstallation;
  let importId: number;
  beforeAll(async () => {
    app = await testInstallation([organisation]);
    await importUnits();
    importId = await checked(peopleList);
    await run(importId);
  }, 60_000);
  afterAll(() => app.close());

  const { asAdmin, checked, run, importUnits } = importSteps(() => app, admin);
  const personNamed = async (sql: string): Promise<number> => (await app.db.row<{ id: number }>(`SELECT p.id FROM organisation_person p ${sql} ORDER BY p.id LIMIT 1`))?.id ?? 0;
  const correct = (id: number, body: Parameters<PersonCorrections['correct']>[2]) => asAdmin(() => app.get(PersonCorrections).correct(admin, id, body));
  const get = (id: number) => app.as(admin, () => app.get(People).get(admin, id));

  it('changes the record, says so to those who keep copies, and keeps who, when and why', async () => {
    const id = await personNamed('WHERE p.email IS NOT NULL');
    const before = await get(id);
    await correct(id, { version: before.version, reason, name: 'Lò Thị Thử Nghiệm', dob: '04/02/1980', phone: '+84 950 000 002', email: null });
    const after = await get(id);
    expect(after).toMatchObject({ fullName: 'Lò Thị Thử Nghiệm', birthDate: '1980-02-04', birthYear: 1980, phone: '0950000002', email: null, version: before.version + 1 });
    const found = await app.as(admin, () => app.get(People).list(admin, { search: 'thu nghiem', pending: '0', page: 1, size: 10 }));
    expect(found.items.map((person) => person.id)).toEqual([id]);
    expect(await app.db.rows("SELECT payload FROM platform_outbox WHERE name = 'organisation.people_changed' ORDER BY id DESC LIMIT 1")).toMatchObject([{ payload: expect.anything() }]);
    const audit = await app.db.row<{ actor_id: number; reason: string; after: string }>("SELECT actor_id, reason, `after` FROM platform_audit WHERE action = 'person.corrected' AND subject_id = ?", [id]);
    expect(audit).toMatchObject({ actor_id: admin.accountId, reason });
    expect(JSON.parse(audit?.after ?? '')).toMatchObject({ name: 'Lò Thị Thử Nghiệm', dob: '1980-02-04', email: null });
    const { items } = await app.as(admin, () => app.get(PersonCorrections).history(admin, id));
    expect(items).toMatchObject([
      { kind: 'CORRECTED', by: 'Hoàng Gia Bảo', reason, list: null, changes: expect.arrayContaining([{ field: 'name', before: before.fullName, after: 'Lò Thị Thử Nghiệm' }]) },
      { kind: 'ADDED', by: 'Hoàng Gia Bảo', reason: null, list: { importId, fileName: 'people.xlsx' } },
    ]);
  });

  it('lets one of two who looked at the same version through', async () => {
    const id = await personNamed('WHERE p.phone IS NOT NULL AND p.version = 1');
    const both = await Promise.allSettled(['0950000011', '0950000012'].map((phone) => correct(id, { version: 1, reason, phone })));
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { def: { code: 'platform.stale_version' } } });
    expect((await get(id)).version).toBe(2);
  });

  it.each([
    [{ name: 'Thư' }, 'platform.invalid_input', [{ path: 'body.name' }]],
    [{ dob: '31/02/1980', email: 'a@' }, 'platform.invalid_input', [{ path: 'body.dob' }, { path: 'body.email' }]],
    [{}, 'organisation.nothing_corrected', []],
  ])('refuses %o', async (body, code, fields) => {
    const id = await personNamed('WHERE p.version = 1');
    await expect(correct(id, { version: 1, reason, ...body })).rejects.toMatchObject({ def: { code }, fields });
    expect((await get(id)).version).toBe(1);
  });

  it('is closed to everybody else and for people who do not exist', async () => {
    const id = await personNamed('WHERE p.version = 1');
    const refused = (work: () => Promise<unknown>, code: string) => expect(app.as(manager, work)).rejects.toMatchObject({ def: { code } });
    await refused(() => app.get(PersonCorrections).correct(manager, id, { version: 1, reason, phone: null }), 'platform.forbidden');
    await refused(() => app.get(PersonCorrections).history(manager, id), 'platform.forbidden');
    await refused(() => app.get(PersonCorrections).correct(admin, 999_999, { version: 1, reason, phone: null }), 'platform.not_found');
    expect((await app.as(manager, () => app.get(People).get(manager, id))).can.correct).toBe(false);
  });

  it('tells which rows of a list were taken as the same person', async () => {
    const merged = await app.db.row<{ row_no: number; kept: string }>(
      "SELECT row_no, JSON_VALUE(reasons, '$[0].params.row') AS kept FROM organisation_import_row WHERE import_id = ? AND bucket = 'MERGED' ORDER BY row_no LIMIT 1", [importId],
    );
    const kept = await app.db.row<{ record_id: number }>('SELECT record_id FROM organisation_import_row WHERE import_id = ? AND row_no = ?', [importId, merged?.kept ?? '']);
    const { items } = await app.as(admin, () => app.get(PersonCorrections).history(admin, kept?.record_id ?? 0));
    expect(items.at(-1)?.list).toMatchObject({ rowNo: Number(merged?.kept), merged: [{ rowNo: merged?.row_no, code: expect.stringMatching(/^MERGED_/) }] });
  });

  it('lists those who hold a post and those who hold none', async () => {
    const id = await personNamed('WHERE p.version = 1');
    await app.db.run("UPDATE organisation_employment SET valid_to = '2020-01-01' WHERE person_id = ?", [id]);
    const list = (status: 'WORKING' | 'LEFT') => app.as(admin, () => app.get(People).list(admin, { search: '', pending: '0', status, page: 1, size: 10 }));
    expect((await list('LEFT')).items.map((person) => person.id)).toEqual([id]);
    expect((await list('WORKING')).total).toBe(1186);
  });

  it('stays when the list is taken back, because it was changed since', async () => {
    const imports = app.get(Imports);
    const { version } = await imports.get(admin, importId);
    await asAdmin(() => imports.undo(admin, importId, { version }));
    await app.get(ImportTakeBack).undo(importId);
    expect(await imports.get(admin, importId)).toMatchObject({ state: 'UNDONE', stayed: 2 });
    const { items } = await imports.rows(admin, importId, { search: '', page: 1, size: 10, outcome: 'STAYED' });
    expect(items.map(({ reasons }) => reasons[0]?.code)).toEqual(['STAYS_CHANGED', 'STAYS_CHANGED']);
  }, 60_000);
});
