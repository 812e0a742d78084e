import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { catalogue } from '@halong/catalogue/server';
import { classes } from '@halong/classes/server';
import { identity } from '@halong/identity/server';
import { notifications } from '@halong/notifications/server';
import { organisation } from '@halong/organisation/server';
import { regulations } from '@halong/regulations/server';
import { addDays } from '@halong/platform/contract';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { Admissions } from '../admission/admissions.service.ts';
import { enrolment } from '../index.ts';
import { aClass, coordinatorOf, expectedNominations, fillProvince, focalPointOf, headOf, samples } from '../province.testing.ts';
import { ListEditor } from './list-editor.service.ts';
import { ListReader } from './list-reader.service.ts';
import { NominationUploads } from './nomination-uploads.service.ts';
import { Withdrawals } from './withdrawals.service.ts';

let app: TestInstallation;
let units: Map<string, number>;
let intake = 0;

beforeAll(async () => {
  app = await testInstallation([organisation, identity, regulations, catalogue, notifications, classes, enrolment]);
  units = await fillProvince(app);
});
afterAll(() => app.close());
beforeEach(() => app.clock.moveTo(new Date('2026-09-10T03:00:00Z')));

const unitOf = (code: string) => units.get(code)!;
/** Every class meets on a day of its own, so that nobody clashes by accident. */
const newClass = (changes: Partial<Parameters<typeof aClass>[2]> = {}) => {
  intake += 1;
  const day = addDays('2027-01-01', intake);
  return aClass(app, units, { code: `LD-PX K${intake + 1}/2026`, quotas: { 'QN-P-HALONG': 6 }, opens: day, closes: day, ...changes });
};
const file = (name: string) => createReadStream(join(samples, 'nominations', name));
const upload = (classId: number, unit: string, name: string) => app.get(NominationUploads).upload(headOf(unitOf(unit)), classId, unitOf(unit), file(name), name);
const submit = (classId: number, unit: string, version: number) => app.get(ListEditor).submit(headOf(unitOf(unit)), classId, unitOf(unit), { version });

describe('the six lists of LD-PX K01/2026', () => {
  let classId: number;
  const { files, totals } = expectedNominations;
  beforeAll(async () => {
    await app.clock.moveTo(new Date('2026-09-10T03:00:00Z'));
    classId = await aClass(app, units, { code: 'LD-PX K01/2026', quotas: Object.fromEntries(files.map(({ unit, quota }) => [unit, quota])) });
  });

  it.each(files)('$file: every line has its outcome in the preview, and keeps it when submitted', async ({ file: name, unit, quota, freePlaces, withinQuota, overQuota, rows }) => {
    const preview = await upload(classId, unit, name);
    const outcomes = (list: typeof preview.rows) => list.map(({ fileRow, fullName, writtenName, screening }) => ({ row: fileRow, name: fullName ?? writtenName, outcome: screening }));
    const wanted = rows.map(({ row, name: fullName, outcome }) => ({ row, name: fullName, outcome }));
    expect(outcomes(preview.rows)).toEqual(wanted);
    expect(preview.rows.every(({ state }) => state === 'DRAFT')).toBe(true);
    expect(preview.file).toMatchObject({ statedQuota: quota });
    const again = await upload(classId, unit, name);
    expect(outcomes(again.rows)).toEqual(wanted);

    const submitted = await submit(classId, unit, again.version);
    expect(outcomes(submitted.rows)).toEqual(wanted);
    expect(submitted.freeInQuota).toBe(freePlaces);
    expect(submitted.rows.filter(({ state }) => state === 'WAITLISTED')).toHaveLength(overQuota);
    expect(submitted.rows.filter(({ state, screening }) => state === 'SUBMITTED' && screening === 'ELIGIBLE')).toHaveLength(withinQuota);
    for (const { row, reason } of rows) {
      const codes = submitted.rows.find(({ fileRow }) => fileRow === row)?.reasons.map(({ code }) => code);
      if (reason === 'INELIGIBLE_NOT_DIVISION_LEADER') expect(codes).toEqual(['WRONG_TARGET_GROUP']);
      if (reason === 'PERSON_NOT_FOUND') expect(codes).toEqual(['PERSON_NOT_FOUND']);
    }
  });

  it('admits all that are eligible, once, and leaves the others with their reasons', async () => {
    const coordinator = coordinatorOf(classId);
    const before = await app.get(Admissions).list(coordinator, classId, { page: 1, size: 100, search: '' });
    expect(before.total).toBe(totals['listed']);
    expect(before.seats).toEqual({ capacity: 50, taken: 0, free: 50 });
    const { admitted, waitlisted, refused, seats } = await app.get(Admissions).admit(coordinator, classId, { allEligible: true });
    expect(admitted).toHaveLength(totals['withinQuota']!);
    expect(refused.map(({ outcome }) => outcome).sort()).toEqual(['INELIGIBLE', 'NOT_FOUND']);
    expect(waitlisted.map(({ outcome }) => outcome)).toEqual(['OVER_QUOTA', 'OVER_QUOTA']);
    expect(seats).toEqual({ capacity: 50, taken: 29, free: 21 });
    const repeated = await app.get(Admissions).admit(coordinator, classId, { allEligible: true });
    expect(repeated).toMatchObject({ admitted: [], seats });
    const after = await app.get(Admissions).list(coordinator, classId, { page: 1, size: 100, search: '', state: 'APPROVED' });
    expect(after.total).toBe(29);
    expect(after.units.map(({ admitted: count }) => count).reduce((sum, count) => sum + count, 0)).toBe(29);
    const told = await app.db.row<{ n: number }>("SELECT COUNT(*) AS n FROM notifications_notification WHERE kind = 'admitted'");
    expect(Number(told?.n)).toBe(29);
    const trail = await app.db.row<{ n: number }>("SELECT COUNT(*) AS n FROM platform_audit WHERE action = 'enrolment.admit'");
    expect(Number(trail?.n)).toBe(29);
  });

  it('keeps unit, position and rank as they were when the person moves', async () => {
    const one = await app.db.row<{ id: number; person_id: number; unit_name: string; position: string }>('SELECT id, person_id, unit_name, position FROM enrolment_enrolment WHERE class_id = ? ORDER BY id LIMIT 1', [classId]);
    await app.db.run("UPDATE organisation_employment SET unit_id = ?, position = 'Chuyên viên' WHERE person_id = ?", [unitOf('QN-VPTU'), one!.person_id]);
    const after = await app.db.row('SELECT id, person_id, unit_name, position FROM enrolment_enrolment WHERE id = ?', [one!.id]);
    expect(after).toEqual(one);
    await app.db.run('UPDATE organisation_employment SET unit_id = ?, position = ? WHERE person_id = ?', [unitOf('QN-P-HALONG'), one!.position, one!.person_id]);
  });
});

describe('a unit’s list', () => {
  const unit = 'QN-P-HALONG';
  const people = async (count: number) => (await app.db.rows<{ id: number }>(
    "SELECT p.id FROM organisation_person p JOIN organisation_employment e ON e.person_id = p.id JOIN organisation_unit_ancestor a ON a.unit_id = e.unit_id WHERE a.ancestor_id = ? AND e.position LIKE 'Phó Trưởng phòng%' ORDER BY p.id LIMIT ?",
    [unitOf(unit), count],
  )).map(({ id }) => id);
  const save = (classId: number, rows: ({ personId: number } | { nominationId: number })[], version: number) => app.get(ListEditor).save(headOf(unitOf(unit)), classId, unitOf(unit), { rows, version });

  it('keeps the order in which people were picked, and refuses an outdated screen', async () => {
    const classId = await newClass();
    const [one, two] = await people(2);
    const first = await save(classId, [{ personId: two! }, { personId: one! }], 0);
    expect(first.rows.map(({ personId }) => personId)).toEqual([two, one]);
    const turned = await save(classId, [{ nominationId: first.rows[1]!.id }, { nominationId: first.rows[0]!.id }], first.version);
    expect(turned.rows.map(({ personId }) => personId)).toEqual([one, two]);
    await expect(save(classId, [], first.version)).rejects.toMatchObject({ def: { code: 'platform.stale_version' } });
  });

  it('does not take people of another unit, nor another unit’s head', async () => {
    const classId = await newClass();
    const stranger = await app.db.row<{ person_id: number }>('SELECT person_id FROM organisation_employment WHERE unit_id = ? LIMIT 1', [unitOf('QN-VPTU')]);
    await expect(save(classId, [{ personId: stranger!.person_id }], 0)).rejects.toMatchObject({ def: { code: 'enrolment.person_unknown' } });
    await expect(app.get(ListReader).getList(headOf(unitOf('QN-X-TIENYEN')), classId, unitOf(unit))).rejects.toMatchObject({ def: { code: 'platform.not_found' } });
  });

  it('is sent by the head, not by the focal point, before the deadline day ends in the province', async () => {
    const classId = await newClass();
    const [one] = await people(1);
    const { version } = await app.get(ListEditor).save(focalPointOf(unitOf(unit)), classId, unitOf(unit), { rows: [{ personId: one! }], version: 0 });
    await expect(app.get(ListEditor).submit(focalPointOf(unitOf(unit)), classId, unitOf(unit), { version })).rejects.toMatchObject({ def: { kind: 'forbidden' } });
    await app.clock.moveTo(new Date('2026-09-18T17:00:01Z'));
    await expect(submit(classId, unit, version)).rejects.toMatchObject({ def: { code: 'enrolment.nomination_closed' } });
    await app.clock.moveTo(new Date('2026-09-18T16:59:00Z'));
    expect((await submit(classId, unit, version)).rows.map(({ state }) => state)).toEqual(['SUBMITTED']);
    await expect(submit(classId, unit, version + 1)).rejects.toMatchObject({ def: { code: 'enrolment.list_empty' } });
  });

  it('needs a quota and a class that nominates', async () => {
    await expect(save(await newClass({ quotas: {} }), [], 0)).rejects.toMatchObject({ def: { code: 'enrolment.no_quota' } });
    await expect(save(await newClass({ state: 'RUNNING' }), [], 0)).rejects.toMatchObject({ def: { code: 'enrolment.nomination_closed' } });
    await expect(save(await newClass({ state: 'PLANNED' }), [], 0)).rejects.toMatchObject({ def: { code: 'platform.not_found' } });
  });

  it('refuses a file of another class and a file that is none, and keeps the draft', async () => {
    const classId = await newClass();
    const [one] = await people(1);
    await save(classId, [{ personId: one! }], 0);
    await expect(upload(classId, unit, '01-phuong-ha-long.xlsx')).rejects.toMatchObject({ def: { code: 'enrolment.file_of_other_class' } });
    const broken = app.get(NominationUploads).upload(headOf(unitOf(unit)), classId, unitOf(unit), Readable.from([Buffer.from('PK\u0003\u0004 hỏng')]), 'x.xlsx');
    await expect(broken).rejects.toMatchObject({ def: { code: 'enrolment.file_unreadable' } });
    expect((await app.get(ListReader).getList(headOf(unitOf(unit)), classId, unitOf(unit))).rows.map(({ personId }) => personId)).toEqual([one]);
  });

  it('says who is free for it, finding names without marks, sorted by given name', async () => {
    const classId = await newClass();
    const { items, total } = await app.get(ListReader).listCandidates(headOf(unitOf(unit)), classId, unitOf(unit), { page: 1, size: 100, search: 'thu' });
    expect(total).toBeGreaterThan(0);
    expect(items.some(({ fullName, outcome }) => fullName === 'Nguyễn Thị Hoài Thu' && outcome === 'ELIGIBLE')).toBe(true);
    expect(items.some(({ outcome, reasons }) => outcome === 'INELIGIBLE' && reasons[0]?.code === 'WRONG_TARGET_GROUP')).toBe(true);
    const givenNames = items.map(({ fullName }) => fullName.split(' ').at(-1)!);
    expect(givenNames).toEqual([...givenNames].sort((a, b) => a.localeCompare(b, 'vi')));
  });

  it('shows the calls of one’s own units with quota and progress', async () => {
    const classId = await newClass({ code: 'GOI-1 K01/2026' });
    const [one] = await people(1);
    await save(classId, [{ personId: one! }], 0);
    const { items } = await app.get(ListReader).listCalls(headOf(unitOf(unit)), { page: 1, size: 10, search: 'goi-1' });
    expect(items).toMatchObject([{ classId, unitId: unitOf(unit), quota: 6, listed: 1, admitted: 0, listState: 'DRAFT', open: true }]);
    expect((await app.get(ListReader).listCalls(headOf(unitOf('QN-X-DAMHA')), { page: 1, size: 10, search: 'goi-1' })).total).toBe(0);
  });

  it('puts open calls first, by deadline, then the closed ones, the latest first, and says why they are closed', async () => {
    const calls: [string, Parameters<typeof newClass>[0]][] = [
      ['closed long ago', { deadline: '2026-07-01' }], ['open without end', { deadline: null }], ['closed lately', { deadline: '2026-09-01' }], ['finalised', { deadline: '2026-09-17', state: 'LIST_FINALISED' }],
      ['open until late', { deadline: '2026-09-20' }], ['open until soon', { deadline: '2026-09-12' }],
    ];
    const names = new Map<number, string>();
    for (const [at, [name, changes]] of calls.entries()) names.set(await newClass({ code: `THUTU-${at} K01/2026`, ...changes }), name);
    const { items } = await app.get(ListReader).listCalls(headOf(unitOf(unit)), { page: 1, size: 50, search: 'thutu' });
    expect(items.map(({ classId, closedBy }) => [names.get(classId), closedBy])).toEqual([
      ['open until soon', null], ['open until late', null], ['open without end', null], ['finalised', 'CLASS'], ['closed lately', 'DEADLINE'], ['closed long ago', 'DEADLINE'],
    ]);
  });

  it('lets the earlier unit keep a person whom two units send', async () => {
    const classId = await newClass({ quotas: { [unit]: 6, QN: 6 } });
    const [one] = await people(1);
    const mine = await save(classId, [{ personId: one! }], 0);
    await submit(classId, unit, mine.version);
    const province = unitOf('QN');
    const theirs = await app.get(ListEditor).save(headOf(province), classId, province, { rows: [{ personId: one! }], version: 0 });
    expect(theirs.rows[0]).toMatchObject({ screening: 'INELIGIBLE', reasons: [{ code: 'ALREADY_NOMINATED', params: { unitName: 'Phường Hạ Long' } }] });
    const { admitted } = await app.get(Admissions).admit(coordinatorOf(classId), classId, { allEligible: true });
    expect(admitted).toHaveLength(1);
  });

  it('takes somebody back with a reason: the seat is free, and the same person can be sent and admitted again', async () => {
    const classId = await newClass({ capacity: 1 });
    const [one, two] = await people(2);
    const draft = await save(classId, [{ personId: one! }, { personId: two! }], 0);
    const sent = await submit(classId, unit, draft.version);
    const admissions = app.get(Admissions);
    const coordinator = coordinatorOf(classId);
    const [first, second] = sent.rows.map(({ id }) => id);
    const { admitted } = await admissions.admit(coordinator, classId, { nominationIds: [first!] });
    await expect(admissions.admit(coordinator, classId, { nominationIds: [second!] })).rejects.toMatchObject({ def: { code: 'enrolment.class_full' } });
    const head = headOf(unitOf(unit));
    expect(await app.get(Withdrawals).withdraw(head, first!, 'Nghỉ ốm')).toMatchObject({ state: 'WITHDRAWN', decisionReason: 'Nghỉ ốm' });
    await expect(app.get(Withdrawals).withdraw(head, first!, 'Nghỉ ốm')).rejects.toMatchObject({ def: { code: 'enrolment.already_decided' } });
    expect(await app.db.row('SELECT state FROM enrolment_enrolment WHERE id = ?', [admitted[0]!.enrolmentId])).toEqual({ state: 'DROPPED' });
    expect((await admissions.list(coordinator, classId, { page: 1, size: 10, search: '' })).seats.free).toBe(1);
    const list = await app.get(ListReader).getList(head, classId, unitOf(unit));
    const resent = await submit(classId, unit, (await save(classId, [{ personId: one! }], list.version)).version);
    const again = await admissions.admit(coordinator, classId, { nominationIds: [resent.rows.find(({ personId, state }) => personId === one && state !== 'WITHDRAWN')!.id] });
    expect(again.admitted[0]?.enrolmentId).toBe(admitted[0]!.enrolmentId);
    const told = await app.db.row<{ n: number }>("SELECT COUNT(*) AS n FROM notifications_notification WHERE person_id = ? AND kind = 'admitted' AND link = ?", [one!, `/classes/${classId}`]);
    expect(Number(told?.n)).toBe(2);
  });

  it('cannot be changed by the unit once the class has opened', async () => {
    const classId = await newClass();
    const [one] = await people(1);
    const sent = await submit(classId, unit, (await save(classId, [{ personId: one! }], 0)).version);
    await app.get(Admissions).admit(coordinatorOf(classId), classId, { allEligible: true });
    await app.db.run("UPDATE classes_class SET state = 'RUNNING' WHERE id = ?", [classId]);
    await expect(app.get(Withdrawals).withdraw(headOf(unitOf(unit)), sent.rows[0]!.id, 'Bận việc')).rejects.toMatchObject({ def: { code: 'enrolment.left_after_opening' } });
  });
});
