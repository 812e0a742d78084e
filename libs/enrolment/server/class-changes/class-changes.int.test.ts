import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '@halong/catalogue/server';
import { ClassFactSources, classes, classesMessages, ClassTransitions, SessionPlanning, TrainingClasses } from '@halong/classes/server';
import { identity } from '@halong/identity/server';
import { notifications } from '@halong/notifications/server';
import { organisation } from '@halong/organisation/server';
import type { Actor } from '@halong/platform/contract';
import { Outbox } from '@halong/platform/server';
import { regulations } from '@halong/regulations/server';
import { anActor, testInstallation, type TestInstallation } from '@halong/testing/server';
import { Admissions } from '../admission/admissions.service.ts';
import { Enrolments } from '../enrolment/enrolments.service.ts';
import { enrolment } from '../index.ts';
import { Withdrawals } from '../nomination/withdrawals.service.ts';
import { ListEditor } from '../nomination/list-editor.service.ts';
import { aClass, coordinatorOf, fillProvince, headOf } from '../province.testing.ts';

const unit = 'QN-P-HALONG';
const manager = anActor({ grants: [{ role: 'TRAINING_MANAGER', scopeType: 'GLOBAL', scopeId: 0 }] });
let app: TestInstallation;
let units: Map<string, number>;
let intake = 0;

beforeAll(async () => {
  app = await testInstallation([organisation, identity, regulations, catalogue, notifications, classes, enrolment], { background: true });
  units = await fillProvince(app);
  await app.clock.moveTo(new Date('2026-09-10T03:00:00Z'));
});
afterAll(() => app.close());

/** A class with these trainees; its dates lie apart from those of the others. */
async function classWith(personIds: number[], state = 'NOMINATING'): Promise<number> {
  intake += 1;
  const month = `2027-${String(intake).padStart(2, '0')}`;
  const classId = await aClass(app, units, { code: `LD-PX K${intake}/2027`, quotas: { [unit]: 6 }, opens: `${month}-01`, closes: `${month}-05` });
  const unitId = units.get(unit)!;
  const draft = await app.get(ListEditor).save(headOf(unitId), classId, unitId, { rows: personIds.map((personId) => ({ personId })), version: 0 });
  await app.get(ListEditor).submit(headOf(unitId), classId, unitId, { version: draft.version });
  const { admitted } = await app.get(Admissions).admit(coordinatorOf(classId), classId, { allEligible: true });
  expect(admitted).toHaveLength(personIds.length);
  await app.db.run('UPDATE classes_class SET state = ? WHERE id = ?', [state, classId]);
  return classId;
}

async function leaders(count: number): Promise<number[]> {
  const rows = await app.db.rows<{ id: number }>(
    "SELECT p.id FROM organisation_person p JOIN organisation_employment e ON e.person_id = p.id JOIN organisation_unit_ancestor a ON a.unit_id = e.unit_id WHERE a.ancestor_id = ? AND e.position LIKE 'Phó Trưởng phòng%' ORDER BY p.id LIMIT ?",
    [units.get(unit)!, count],
  );
  return rows.map(({ id }) => id);
}

const told = async (personId: number, kind: string, classId: number) =>
  (await app.db.rows<{ params: string | object }>('SELECT params FROM notifications_notification WHERE person_id = ? AND kind = ? AND link = ? ORDER BY id', [personId, kind, `/classes/${classId}`]))
    .map(({ params }) => (typeof params === 'string' ? JSON.parse(params) : params) as Record<string, unknown>);

/** What a person was told, in order; of one class, or of everything. */
const kindsTold = async (personId: number, classId?: number) =>
  (await app.db.rows<{ kind: string; link: string }>('SELECT kind, link FROM notifications_notification WHERE person_id = ? ORDER BY id', [personId]))
    .filter(({ link }) => classId === undefined || link === `/classes/${classId}`).map(({ kind }) => kind);

const person = (fullName: string) => app.db.insert('organisation_person', { full_name: fullName, sort_name: fullName, search_key: fullName });
const lecturer = async (fullName: string) => {
  const personId = await person(fullName);
  return { personId, id: await app.db.insert('classes_lecturer', { person_id: personId, kind: 'INTERNAL', title: 'TS.' }) };
};

describe('when a class moves on', () => {
  it('begins to study whoever is admitted, and tells them', async () => {
    const [one, two] = await leaders(2);
    const classId = await classWith([one!, two!], 'DECIDED');
    await app.get(Enrolments).setState({ id: (await app.get(Enrolments).ofPersonInClass(classId, two!))!.id, to: 'DEFERRED', by: 'SYSTEM', reason: 'Ốm' });
    await app.db.transaction(() => app.get(ClassTransitions).advance(classId, 'RUNNING', ['SYSTEM']));
    await app.settled();
    expect((await app.get(Enrolments).ofClass(classId, { seated: false })).map(({ personId, state }) => [personId, state]).sort()).toEqual([[one, 'ACTIVE'], [two, 'DEFERRED']].sort());
    expect(await told(one!, 'class_opening', classId)).toHaveLength(1);
    expect(await told(two!, 'class_opening', classId)).toHaveLength(0);
  });

  it('tells why it is set aside, to staff too', async () => {
    const [one] = await leaders(1);
    const classId = await classWith([one!], 'DECIDED');
    const supervisor = await person('Lê Thu Hằng');
    await app.db.insert('classes_staff', { class_id: classId, person_id: supervisor, role: 'SUPERVISOR' });
    await app.db.transaction(() => app.get(ClassTransitions).advance(classId, 'CANCELLED', ['TRAINING_MANAGER'], 'Bão số 5'));
    await app.settled();
    for (const who of [one!, supervisor]) expect(await told(who, 'class_set_aside', classId)).toMatchObject([{ reason: 'Bão số 5', state: { en: 'Cancelled' } }]);
  });
});

const make = (classId: number, day: string, lecturerIds: number[] = []) =>
  app.get(SessionPlanning).create(manager, classId, { day, periods: [1, 2, 3, 4], evenOnHoliday: true, mode: 'ONLINE', roomId: null, place: null, topic: 'Chuyên đề 1', programmeUnitId: null, lecturerIds } as never);

describe('when a session changes', () => {
  it('tells everybody concerned once, the replaced lecturer too', async () => {
    const [one] = await leaders(1);
    const [before, after] = [await lecturer('Trần Đức Minh'), await lecturer('Phạm Quang Huy')];
    const classId = await classWith([one!], 'RUNNING');
    const session = await make(classId, '2027-03-02', [before.id]);
    const planning = app.get(SessionPlanning);
    const moved = await planning.move(manager, session.id, { version: session.version, reason: 'Trùng hội nghị', day: '2027-03-03', periods: [1, 2, 3, 4], evenOnHoliday: true });
    await app.settled();
    const replaced = await planning.replaceLecturers(manager, session.id, { version: moved.version, lecturerIds: [after.id] });
    await app.settled();
    await planning.cancel(manager, session.id, replaced.version, 'Mất điện');
    await app.settled();
    expect(await told(one!, 'session_moved', classId)).toMatchObject([{ sessionNo: 1, to: expect.stringContaining('03/03/2027') }]);
    expect(await told(before.personId, 'lecturer_replaced', classId)).toMatchObject([{ lecturer: 'TS. Phạm Quang Huy' }]);
    expect(await told(after.personId, 'session_cancelled', classId)).toMatchObject([{ reason: 'Mất điện' }]);
  });

  it('is nobody’s news while the timetable is a draft', async () => {
    const [one] = await leaders(1);
    const classId = await classWith([one!]);
    const session = await make(classId, '2027-04-06');
    await app.get(SessionPlanning).cancel(manager, session.id, session.version, 'Chưa chốt');
    await app.settled();
    expect(await told(one!, 'session_cancelled', classId)).toEqual([]);
  });

  it('is refused when a trainee sits in another class then', async () => {
    const [one] = await leaders(1);
    const [first, second] = [await classWith([one!], 'RUNNING'), await classWith([one!], 'RUNNING')];
    await make(first, '2027-07-06');
    await expect(make(second, '2027-07-06')).rejects.toMatchObject({ def: { code: 'classes.trainee_clash' }, params: { other: expect.stringContaining('LD-PX') } });
    await expect(make(second, '2027-07-07')).resolves.toMatchObject({ classId: second });
  });
});

describe('notices', () => {
  const mailsTo = async (address: string) => (await app.db.rows<{ subject: string }>('SELECT subject FROM platform_mail WHERE recipient = ? ORDER BY id', [address])).map(({ subject }) => subject);
  const account = async (personId: number, login: string, language: 'vi' | 'en') => app.db.insert('identity_account', { login, display_name: login, person_id: personId, email: `${login}@halong.example`, language });

  it('reach trainee, lecturer, staff and sender, on the page and by mail, in the language of each', async () => {
    const people = await leaders(3);
    const [first, waiting] = people as [number, number];
    const [teacher, other, supervisor, sender] = [await lecturer('Trần Đức Minh'), await lecturer('Phạm Quang Huy'), await person('Lê Thu Hằng'), await person('Vũ Hải Yến')];
    await account(waiting, 'hocvien', 'vi');
    await account(teacher.personId, 'giangvien', 'en');
    await account(supervisor, 'chunhiem', 'vi');
    const unitId = units.get(unit)!;
    const head = { ...headOf(unitId), accountId: await account(sender, 'thutruong', 'en') };
    const code = 'TB-1 K01/2028';
    const classId = await aClass(app, units, { code, quotas: { [unit]: 1 }, opens: '2028-03-01', closes: '2028-03-10' });
    await app.db.insert('classes_staff', { class_id: classId, person_id: supervisor, role: 'SUPERVISOR' });
    const draft = await app.get(ListEditor).save(head, classId, unitId, { rows: people.map((personId) => ({ personId })), version: 0 });
    const [one, two, three] = (await app.get(ListEditor).submit(head, classId, unitId, { version: draft.version })).rows.map(({ id }) => id);
    const admissions = app.get(Admissions);
    await admissions.reject(coordinatorOf(classId), classId, { nominationIds: [one!], reason: 'Đơn vị đề nghị thay' });
    await admissions.admit(coordinatorOf(classId), classId, { nominationIds: [two!] });
    await admissions.reject(coordinatorOf(classId), classId, { nominationIds: [three!], reason: 'Hết chỉ tiêu' });
    await app.settled();
    expect(await told(waiting, 'admitted', classId)).toHaveLength(1);
    expect(await kindsTold(first)).toContain('rejected');
    expect(await kindsTold(sender)).toEqual(['rejected', 'nominees_admitted', 'rejected']);

    await app.db.run("UPDATE classes_class SET state = 'LIST_FINALISED' WHERE id = ?", [classId]);
    const session = await make(classId, '2028-03-02', [teacher.id]);
    await app.db.run("UPDATE classes_class SET state = 'DECIDED', decision_no = '12/QĐ' WHERE id = ?", [classId]);
    await app.db.transaction(() => app.get(Outbox).publish(classesMessages.classDecided, { classId }));
    await app.settled();
    const planning = app.get(SessionPlanning);
    const step = async <T>(work: Promise<T>): Promise<T> => {
      const done = await work;
      await app.settled();
      return done;
    };
    const switched = await step(planning.edit(manager, session.id, { version: session.version, mode: 'FIELD', place: 'Đặc khu Vân Đồn' } as never));
    const moved = await step(planning.move(manager, session.id, { version: switched.version, reason: 'Bão', day: '2028-03-03', periods: [1, 2, 3, 4], evenOnHoliday: true }));
    const replaced = await step(planning.replaceLecturers(manager, session.id, { version: moved.version, lecturerIds: [other.id] }));
    await step(planning.cancel(manager, session.id, replaced.version, 'Mất điện'));

    const sessionKinds = ['mode_switched', 'session_moved', 'lecturer_replaced', 'session_cancelled'];
    expect(await kindsTold(waiting, classId)).toEqual(['admitted', 'class_decided', ...sessionKinds]);
    expect(await kindsTold(supervisor, classId)).toEqual(['class_decided', ...sessionKinds]);
    expect(await kindsTold(teacher.personId, classId)).toEqual(['class_decided', ...sessionKinds.slice(0, 3)]);
    expect(await kindsTold(other.personId, classId)).toEqual(sessionKinds.slice(2));
    expect(await kindsTold(sender, classId)).toEqual(['class_decided']);
    expect(await mailsTo('hocvien@halong.example')).toEqual([
      `Anh chị được duyệt vào lớp ${code}`, `Lớp ${code} đã có quyết định mở lớp`, `Buổi 1 của lớp ${code} đổi hình thức học`, `Buổi 1 của lớp ${code} đổi lịch`,
      `Buổi 1 của lớp ${code} đổi giảng viên`, `Buổi 1 của lớp ${code} bị hủy`,
    ]);
    expect(await mailsTo('giangvien@halong.example')).toEqual([
      `Class ${code} has its opening decision`, `Session 1 of class ${code} changes its mode`, `Session 1 of class ${code} has moved`, `Session 1 of class ${code} has another lecturer`,
    ]);
    expect(await mailsTo('thutruong@halong.example')).toContain(`Class ${code} has admitted 1 of your people`);
  });

  it('tell whoever was admitted that the unit has withdrawn them', async () => {
    const [one] = await leaders(1);
    const classId = await classWith([one!]);
    const [line] = await app.db.rows<{ id: number }>('SELECT id FROM enrolment_nomination WHERE class_id = ?', [classId]);
    await app.get(Withdrawals).withdraw(headOf(units.get(unit)!), line!.id, 'Nghỉ ốm');
    const [notice] = await app.db.rows<{ params: object }>("SELECT params FROM notifications_notification WHERE person_id = ? AND kind = 'left' ORDER BY id DESC LIMIT 1", [one!]);
    expect(JSON.stringify(notice?.params)).toContain('Nghỉ ốm');
  });
});

describe('what classes ask', () => {
  it('shows a class to its trainees and to the heads of its people, and to nobody else', async () => {
    const [one] = await leaders(1);
    const classId = await classWith([one!], 'RUNNING');
    const sees = (actor: Actor) => app.get(TrainingClasses).accessTo(actor, classId).then(() => true, () => false);
    expect(await sees(anActor({ personId: one! }))).toBe(true);
    expect(await sees(anActor({ personId: one! + 1 }))).toBe(false);
    expect(await sees(headOf(units.get(unit)!))).toBe(true);
    expect(await sees(headOf(units.get('QN-X-DAMHA')!))).toBe(false);
  });

  it('has a final list as soon as somebody holds a seat', async () => {
    const facts = app.get(ClassFactSources);
    const empty = await aClass(app, units, { code: 'RONG K01/2027' });
    expect(await facts.is('finalList', empty)).toBe(false);
    expect(await facts.is('finalList', await classWith([(await leaders(1))[0]!]))).toBe(true);
  });
});
