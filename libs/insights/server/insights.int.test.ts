import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessment } from '@halong/assessment/server';
import { attendance } from '@halong/attendance/server';
import { catalogue } from '@halong/catalogue/server';
import { certification } from '@halong/certification/server';
import { classes } from '@halong/classes/server';
import { lights, outlooks } from '@halong/completion/contract';
import { completion, Recompute, YearSums } from '@halong/completion/server';
import { enrolment } from '@halong/enrolment/server';
import { identity } from '@halong/identity/server';
import { materials } from '@halong/materials/server';
import { notifications } from '@halong/notifications/server';
import { organisation } from '@halong/organisation/server';
import type { Actor, Role, ScopeType } from '@halong/platform/contract';
import { defaultRuleSets } from '@halong/regulations/contract';
import { regulations } from '@halong/regulations/server';
import { anActor, attendanceRow, classRows, enrolmentRow, fileRow, personRow, provinceRows, testInstallation, type ClassRows, type ProvinceRows, type TestInstallation } from '@halong/testing/server';
import { Compliance, type ComplianceQuery } from './compliance/compliance.service.ts';
import { insights } from './index.ts';
import { Overviews } from './overview/overview.service.ts';
import { Records } from './record/record.service.ts';

const { rules } = defaultRuleSets.QLNN;
const names = ['Nguyễn Thị Hoài Thu', 'Vũ Đình Bách', 'Đặng Thùy Dương', 'Đinh Văn Lộc'];
const ten = Array.from({ length: 10 }, (_, at) => `2026-03-${String(at + 2).padStart(2, '0')}`);
const query: ComplianceQuery = { page: 1, size: 100, search: '' };
const grant = (role: Role, scopeType: ScopeType, scopeId: number): Actor => anActor({ grants: [{ role, scopeType, scopeId }] });

let app: TestInstallation;
let province: ProvinceRows;
let done: ClassRows;
let running: ClassRows;
let head: Actor;
const manager = grant('TRAINING_MANAGER', 'GLOBAL', 0);

/** Thu completed 40 periods, Bách 32; Thu, Bách and Dương are in a class that runs; Lộc failed; An has no class; Hà began in December. */
beforeAll(async () => {
  app = await testInstallation([organisation, identity, regulations, catalogue, notifications, classes, enrolment, materials, attendance, assessment, completion, certification, insights]);
  await app.clock.moveTo(new Date('2026-11-22T03:00:00Z'));
  province = await provinceRows(app.db);
  head = grant('UNIT_HEAD', 'ORG_SUBTREE', province.communeId);
  done = await classRows(app.db, { province, code: 'CVC', rules, days: ten, trainees: names, state: 'CERTIFIED' });
  for (const [at, { enrolmentId }] of done.trainees.entries()) {
    for (const [no, sessionId] of done.sessionIds.entries()) await attendanceRow(app.db, sessionId, enrolmentId, at === 1 && no >= 8 ? 0 : 4);
  }
  await app.db.run("UPDATE enrolment_enrolment SET state = IF(id = ?, 'FAILED', 'PASSED') WHERE class_id = ? AND id <> ?", [done.trainees[3]!.enrolmentId, done.classId, done.trainees[2]!.enrolmentId]);
  await app.db.run("UPDATE enrolment_enrolment SET state = 'DROPPED' WHERE id = ?", [done.trainees[2]!.enrolmentId]);
  await app.db.insert('assessment_recognition', { class_id: done.classId, decision_no: '1/QĐ', decision_date: '2026-04-01', signer: 'Nguyễn Đình Hưng', file_id: await fileRow(app.db, 1) });
  running = await classRows(app.db, { province, code: 'CDS', rules, days: ['2026-11-20', '2026-12-01', '2026-12-02'] });
  for (const { personId, fullName } of done.trainees.slice(0, 3)) {
    const enrolmentId = await enrolmentRow(app.db, running.classId, personId, fullName, province.communeId);
    await attendanceRow(app.db, running.sessionIds[0]!, enrolmentId, 4);
  }
  await personRow(app.db, 'Bùi Thị An', province.communeId);
  await personRow(app.db, 'Phạm Thu Hà', province.communeId, '2026-12-01');
  await recomputeAll();
});
afterAll(() => app.close());

async function recomputeAll(): Promise<void> {
  await app.get(Recompute).run((await app.db.rows<{ id: number }>('SELECT id FROM enrolment_enrolment')).map(({ id }) => id));
}
const ofUnit = (actor: Actor, unitId: number, more: object = {}) => app.get(Compliance).ofUnit(actor, unitId, { ...query, ...more });

describe('compliance of a unit', () => {
  it('counts, lights and lists everybody, by given name', async () => {
    const found = await ofUnit(head, province.communeId);
    expect(found.items.map(({ fullName, figures: { counted, onTheWay, expected, light, outlook } }) => [fullName, counted, onTheWay, expected, light, outlook])).toEqual([
      ['Bùi Thị An', 0, 0, 0, 'RED', 'NO_CLASS'],
      ['Vũ Đình Bách', 32, 4, 8, 'AMBER', 'WILL_BE_ENOUGH'],
      ['Đặng Thùy Dương', 0, 4, 8, 'RED', 'SHORT'],
      ['Đinh Văn Lộc', 0, 0, 0, 'RED', 'NO_CLASS'],
      ['Nguyễn Thị Hoài Thu', 40, 4, 8, 'GREEN', 'ENOUGH'],
    ]);
    expect([found.lights, found.outlooks, found.enoughShare, found.on]).toEqual([
      { people: 5, GREEN: 1, AMBER: 1, RED: 3, EXEMPT: 0 }, { ENOUGH: 1, WILL_BE_ENOUGH: 1, SHORT: 1, NO_CLASS: 2, EXEMPT: 0 }, 0.2, '2026-11-22',
    ]);
  });

  it('the numbers of a unit above are the same people', async () => {
    expect((await ofUnit(manager, province.provinceId)).lights).toEqual((await ofUnit(head, province.communeId)).lights);
  });

  it('filters by light and outlook, finds without marks, and pages', async () => {
    const listed = async (more: object) => (await ofUnit(head, province.communeId, more)).items.map(({ fullName }) => fullName);
    expect(await listed({ light: 'AMBER' })).toEqual(['Vũ Đình Bách']);
    expect(await listed({ outlook: 'NO_CLASS' })).toEqual(['Bùi Thị An', 'Đinh Văn Lộc']);
    expect(await listed({ search: 'hoai thu' })).toEqual(['Nguyễn Thị Hoài Thu']);
    expect(await listed({ page: 2, size: 2 })).toEqual(['Đặng Thùy Dương', 'Đinh Văn Lộc']);
  });

  it('compares with the same day of the year before, by what was recognised until then', async () => {
    expect((await ofUnit(head, province.communeId, { year: 2027 })).previousShare).toBe(0);
    await app.clock.moveTo(new Date('2027-11-22T03:00:00Z'));
    expect((await ofUnit(head, province.communeId)).previousShare).toBe(0.2);
    await app.clock.moveTo(new Date('2027-03-22T03:00:00Z'));
    expect((await ofUnit(head, province.communeId)).previousShare).toBe(0);
    await app.clock.moveTo(new Date('2026-11-22T03:00:00Z'));
  });

  it('says that nothing is known of a year without any record, not that nobody had enough', async () => {
    expect((await ofUnit(head, province.communeId)).previousShare).toBeNull();
  });

  it.each([['UNIT_HEAD', 'ORG_SUBTREE', 'institutionId'], ['CLASS_COORDINATOR', 'GLOBAL', 'communeId'], ['TRAINING_MANAGER', 'ORG_SUBTREE', 'institutionId']] as const)('%s %s of %s does not see the commune', async (role, scopeType, unit) => {
    await expect(ofUnit(grant(role, scopeType, province[unit]), province.communeId)).rejects.toMatchObject({ def: { code: 'platform.not_found' } });
  });

  it('goes down to the sessions of one person, and to nobody outside the unit', async () => {
    const bach = done.trainees[1]!;
    const found = await app.get(Compliance).ofPerson(head, province.communeId, bach.personId);
    expect([found.person.fullName, found.figures.counted]).toEqual(['Vũ Đình Bách', 32]);
    const [first, second] = found.classes;
    expect(first?.sessions.map(({ day, status, credited, periods }) => [day, status, credited, periods])).toEqual([['2026-11-20', 'PRESENT', 4, 4], ['2026-12-01', null, 0, 4], ['2026-12-02', null, 0, 4]]);
    expect([second?.state, second?.attended, second?.sessions.reduce((sum, { credited }) => sum + credited, 0)]).toEqual(['COUNTED', 32, 32]);
    const other = await personRow(app.db, 'Lê Thu Hằng', province.institutionId);
    await expect(app.get(Compliance).ofPerson(head, province.communeId, other)).rejects.toMatchObject({ def: { code: 'platform.not_found' } });
    await app.db.run('DELETE FROM organisation_employment WHERE person_id = ?', [other]);
  });

  it('counts and filters in the database by the same rules as for one person', async () => {
    const ward = await aWardOf(90);
    for (const on of ['2026-02-10T03:00:00Z', '2026-07-02T03:00:00Z', '2026-12-31T03:00:00Z']) {
      await app.clock.moveTo(new Date(on));
      const { lights: lit, outlooks: seen, items } = await ofUnit(manager, ward);
      expect(items.length).toBe(lit.people);
      for (const light of lights) {
        const people = (await ofUnit(manager, ward, { light })).items;
        expect(people).toHaveLength(lit[light]);
        expect(people.map(({ personId }) => personId)).toEqual(items.filter(({ figures }) => figures.light === light).map(({ personId }) => personId));
      }
      for (const outlook of outlooks) {
        const people = (await ofUnit(manager, ward, { outlook })).items;
        expect(people.map(({ personId }) => personId)).toEqual(items.filter(({ figures }) => figures.outlook === outlook).map(({ personId }) => personId));
        expect(people).toHaveLength(seen[outlook]);
      }
    }
    await app.clock.moveTo(new Date('2026-11-22T03:00:00Z'));
  });
});

/** People with every kind of ledger, written as rows. */
async function aWardOf(people: number): Promise<number> {
  const id = await app.db.insert('organisation_unit', { code: `QN-W${people}`, name_vi: 'UBND xã Vân Đồn', name_en: 'Van Don commune', type: 'COMMUNE', search_key: 'ubnd xa van don' });
  await app.db.insert('organisation_unit_ancestor', { unit_id: id, ancestor_id: id, depth: 0 });
  const many = await classRows(app.db, { province, code: `W${people}`, rules, year: 2024 });
  for (let at = 0; at < people; at += 1) {
    const since = [null, '2020-01-01', '2026-05-17', '2026-12-30', '2027-02-01'][at % 5] ?? null;
    const personId = await personRow(app.db, `Trần Văn ${at}`, id, since);
    if (at % 7 === 0) continue;
    const enrolmentId = await enrolmentRow(app.db, many.classId, personId, `Trần Văn ${at}`, id);
    const state = ['COUNTED', 'ON_THE_WAY', 'NONE'][at % 3]!;
    await app.db.insert('completion_ledger', { enrolment_id: enrolmentId, year: 2026, person_id: personId, state, periods_attended: (at * 13) % 48, periods_expected: (at * 5) % 20 });
    await app.db.transaction(() => app.get(YearSums).of([personId]));
  }
  return id;
}

describe('my record', () => {
  it('has my year, my classes and nothing of others', async () => {
    const record = await app.get(Records).mine(anActor({ personId: done.trainees[0]!.personId }));
    expect(record.figures).toEqual({ year: 2026, needed: 40, counted: 40, onTheWay: 4, expected: 8, light: 'GREEN', outlook: 'ENOUGH' });
    expect(record.classes.map(({ code, state, attended, expected }) => [code, state, attended, expected])).toEqual([['CDS K01/2026', 'ON_THE_WAY', 4, 8], ['CVC K01/2026', 'COUNTED', 40, 0]]);
    expect([record.years, record.results, record.certificates]).toEqual([[2026], [], []]);
    await expect(app.get(Records).mine(anActor())).rejects.toMatchObject({ def: { code: 'platform.not_found' } });
  });
});

describe('overview', () => {
  it('counts person-times and heads apart, by class state and by unit', async () => {
    const found = await app.get(Overviews).get(manager);
    expect(found.classes.filter((one) => one.classes > 0)).toEqual([{ state: 'RUNNING', classes: 1, trainees: 3 }, { state: 'CERTIFIED', classes: 1, trainees: 3 }]);
    const numbers = { personTimes: 6, headcount: 4, completedPersonTimes: 2, completedHeadcount: 2, certificates: 0 };
    expect(found).toMatchObject({ year: 2026, ...numbers });
    expect(found.units).toEqual([{ unit: { id: province.communeId, nameVi: 'UBND phường Hạ Long', nameEn: 'UBND phường Hạ Long' }, ...numbers }]);
  });

  it('the sum of the units is the whole', async () => {
    const [whole, units] = [await app.get(Overviews).get(manager), await app.get(Overviews).units(manager, { page: 1, size: 100, search: '' })];
    expect(units.items.reduce((sum, { personTimes }) => sum + personTimes, 0)).toBe(whole.personTimes);
    expect((await app.get(Overviews).units(manager, { page: 1, size: 100, search: 'khong co' })).total).toBe(0);
    expect((await app.get(Overviews).units(manager, { page: 1, size: 100, search: '', year: 2024 })).items).toHaveLength(1);
  });

  it('is not for others', async () => {
    await expect(app.get(Overviews).get(head)).rejects.toMatchObject({ def: { code: 'platform.forbidden' } });
  });
});

describe('the steps of a class', () => {
  const steps = async (actor: Actor, unitId: number) => (await app.get(Compliance).classesOf(actor, unitId, query)).items
    .map(({ code, nominated, admitted, sessions, marksPublished, completed, certificates, revoked }) => [code, nominated, admitted, [sessions.held, sessions.locked, sessions.total], marksPublished, completed, certificates, revoked]);

  /** CVC has gone all the way, and one of its two certificates is revoked; CDS has one session behind it. */
  beforeAll(async () => {
    const { db } = app;
    const listId = await db.insert('enrolment_nomination_list', { class_id: done.classId, unit_id: province.communeId, state: 'SUBMITTED' });
    const lines = ['APPROVED', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'DRAFT'].map((state, at) => ({ list_id: listId, class_id: done.classId, position: at + 1, written_name: `Người ${at}`, state, reasons: '[]' }));
    await db.insertMany('enrolment_nomination', lines);
    await db.run("UPDATE classes_session SET state = 'ATTENDANCE_LOCKED' WHERE class_id = ?", [done.classId]);
    await db.run("UPDATE classes_session SET state = 'ENDED' WHERE id = ?", [running.sessionIds[0]!]);
    await db.run("UPDATE classes_session SET state = 'CANCELLED' WHERE id = ?", [running.sessionIds[2]!]);
    await db.insert('assessment_grade_sheet', { class_id: done.classId, state: 'PUBLISHED', components: '[]' });
    for (const [at, state] of ['ISSUED', 'REVOKED'].entries()) {
      await db.insert('certification_certificate', {
        enrolment_id: done.trainees[at]!.enrolmentId, class_id: done.classId, institution_id: province.institutionId, year: 2026, kind: 'CC', seq: at + 1, register_no: `${at + 1}/CC`, verify_code: `code-${at}`,
        state, content: '{}', issued_on: '2026-04-10',
      });
    }
    const planned = await classRows(db, { province, code: 'KH', rules, state: 'PLANNED' });
    await db.insert('classes_quota', { class_id: planned.classId, unit_id: province.communeId, seats: 3 });
    const announced = await classRows(db, { province, code: 'TB', rules, state: 'NOMINATING' });
    await db.insert('classes_quota', { class_id: announced.classId, unit_id: province.communeId, seats: 3 });
  });

  it('are counted for the people of one unit, from the announcement on', async () => {
    const found = [['CDS K01/2026', 0, 3, [1, 0, 2], false, 0, 0, 0], ['CVC K01/2026', 3, 3, [10, 10, 10], true, 2, 1, 1], ['TB K01/2026', 0, 0, [0, 0, 0], false, 0, 0, 0]];
    expect(await steps(head, province.communeId)).toEqual(found);
    expect(await steps(manager, province.provinceId)).toEqual(found);
    expect(await steps(manager, province.institutionId)).toEqual([]);
    await expect(steps(grant('UNIT_HEAD', 'ORG_SUBTREE', province.institutionId), province.communeId)).rejects.toMatchObject({ def: { code: 'platform.not_found' } });
  });

  it('come in pages that know how many there are', async () => {
    const { items, total } = await app.get(Compliance).classesOf(head, province.communeId, { ...query, page: 2, size: 2 });
    expect([items.map(({ code, quota, state }) => [code, quota, state]), total]).toEqual([[['TB K01/2026', 3, 'NOMINATING']], 3]);
  });

  it('are counted for the whole year', async () => {
    expect(await app.get(Overviews).get(manager)).toMatchObject({ nominated: 3, sessions: { total: 12, held: 11, locked: 10 }, sheetsPublished: 1, certificates: 1, revoked: 1 });
  });
});
