import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '@halong/catalogue/server';
import { classes } from '@halong/classes/server';
import type { NominationState } from '@halong/enrolment/contract';
import { identity } from '@halong/identity/server';
import { notifications } from '@halong/notifications/server';
import { organisation } from '@halong/organisation/server';
import { addDays, instantOf } from '@halong/platform/contract';
import { Database } from '@halong/platform/server';
import { regulations } from '@halong/regulations/server';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { HeldCertificates } from '../screening/held-certificates.ts';
import { Enrolments } from '../enrolment/enrolments.service.ts';
import { Trainees } from '../enrolment/trainees.service.ts';
import { enrolment } from '../index.ts';
import { Withdrawals } from '../nomination/withdrawals.service.ts';
import { ListEditor } from '../nomination/list-editor.service.ts';
import { aClass, coordinatorOf, fillProvince, focalPointOf, headOf } from '../province.testing.ts';
import { Admissions } from './admissions.service.ts';

const unit = 'QN-P-HALONG';
let app: TestInstallation;
let units: Map<string, number>;
let intake = 0;

beforeAll(async () => {
  app = await testInstallation([organisation, identity, regulations, catalogue, notifications, classes, enrolment]);
  units = await fillProvince(app);
  await app.clock.moveTo(new Date('2026-09-10T03:00:00Z'));
});
afterAll(() => app.close());

const newClass = (changes: Partial<Parameters<typeof aClass>[2]> = {}) => {
  intake += 1;
  const day = addDays('2027-01-01', intake);
  return aClass(app, units, { code: `LD-PX K${intake}/2027`, quotas: { [unit]: 6 }, opens: day, closes: day, ...changes });
};

/** Division leaders of the province's communes, in the order of the staff list. */
async function leaders(count: number, below = unit): Promise<number[]> {
  const rows = await app.db.rows<{ id: number }>(
    `SELECT p.id FROM organisation_person p JOIN organisation_employment e ON e.person_id = p.id JOIN organisation_unit_ancestor a ON a.unit_id = e.unit_id
     JOIN organisation_unit_ancestor t ON t.unit_id = e.unit_id JOIN organisation_unit u ON u.id = t.ancestor_id AND u.type IN ('WARD', 'COMMUNE', 'SPECIAL_ZONE')
     WHERE a.ancestor_id = ? AND (e.position LIKE 'Phó Trưởng phòng%' OR e.position LIKE 'Trưởng phòng%') GROUP BY p.id ORDER BY p.id LIMIT ?`,
    [units.get(below)!, count],
  );
  return rows.map(({ id }) => id);
}

/** People of the unit whom the programme is not for. */
async function others(count: number): Promise<number[]> {
  const rows = await app.db.rows<{ id: number }>(
    `SELECT p.id FROM organisation_person p JOIN organisation_employment e ON e.person_id = p.id
     WHERE e.unit_id = ? AND e.position LIKE 'Công chức%' ORDER BY p.id LIMIT ?`,
    [units.get(unit)!, count],
  );
  return rows.map(({ id }) => id);
}

/** The unit's head sends these people. Answers the nominations in list order. */
async function send(classId: number, personIds: number[], from = unit): Promise<number[]> {
  const unitId = units.get(from)!;
  const draft = await app.get(ListEditor).save(headOf(unitId), classId, unitId, { rows: personIds.map((personId) => ({ personId })), version: 0 });
  return (await app.get(ListEditor).submit(headOf(unitId), classId, unitId, { version: draft.version })).rows.map(({ id }) => id);
}

const admit = (classId: number, nominationIds: number[], reason?: string) => app.get(Admissions).admit(coordinatorOf(classId), classId, { nominationIds, reason });
const taken = async (classId: number) => Number((await app.db.row<{ n: number }>("SELECT COUNT(*) AS n FROM enrolment_enrolment WHERE class_id = ? AND state = 'ADMITTED'", [classId]))!.n);

describe('seats', () => {
  it('gives the last one to one of a hundred who admit at once', async () => {
    const classId = await newClass({ capacity: 1, quotas: { QN: 100 } });
    const people = await leaders(100, 'QN');
    expect(people).toHaveLength(100);
    await app.db.run('UPDATE classes_class SET capacity = 100 WHERE id = ?', [classId]);
    const nominations = await send(classId, people, 'QN');
    await app.db.run('UPDATE classes_class SET capacity = 1 WHERE id = ?', [classId]);
    const answers = await Promise.allSettled(nominations.map((id) => admit(classId, [id])));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refusals = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.def?.code] : []));
    expect(new Set(refusals)).toEqual(new Set(['enrolment.class_full']));
    expect(await taken(classId)).toBe(1);
    const told = await app.db.row<{ n: number }>('SELECT COUNT(*) AS n FROM notifications_notification WHERE link = ?', [`/classes/${classId}`]);
    expect(Number(told!.n)).toBe(1);
  });

  it('are asked for by the same number of statements for five people and for fifty', async () => {
    const count = async (size: number) => {
      const classId = await newClass({ capacity: 100, quotas: { QN: 100 } });
      const people = await leaders(size, 'QN');
      const nominations = await send(classId, people, 'QN');
      const statements = await reads(() => app.get(Admissions).list(coordinatorOf(classId), classId, { page: 1, size: 100, search: '' }));
      const screening = await reads(() => app.get(Admissions).admit(coordinatorOf(classId), classId, { nominationIds: nominations }));
      expect(await taken(classId)).toBe(size);
      return { statements, screening };
    };
    expect(await count(50)).toEqual(await count(5));
  });

  it('beyond the quota need a reason, and leave the quota to those within it', async () => {
    const classId = await newClass({ quotas: { [unit]: 2 } });
    const [first, second, third] = await send(classId, await leaders(3));
    await expect(admit(classId, [third!])).rejects.toMatchObject({ def: { code: 'enrolment.over_quota' } });
    expect((await admit(classId, [third!], 'Đơn vị bạn không cử đủ')).admitted).toHaveLength(1);
    expect((await admit(classId, [first!, second!])).admitted).toHaveLength(2);
  });

  it('freed in the list pass to the next in turn', async () => {
    const classId = await newClass({ quotas: { [unit]: 1 } });
    const [first, second] = await send(classId, await leaders(2));
    await expect(admit(classId, [second!])).rejects.toMatchObject({ def: { code: 'enrolment.over_quota' } });
    await app.get(Admissions).reject(coordinatorOf(classId), classId, { nominationIds: [first!], reason: 'Đơn vị đề nghị thay' });
    expect((await app.get(Admissions).admit(coordinatorOf(classId), classId, { allEligible: true })).admitted.map(({ nominationId }) => nominationId)).toEqual([second]);
  });
});

describe('the review', () => {
  const list = (classId: number, state?: NominationState) => app.get(Admissions).list(coordinatorOf(classId), classId, { page: 1, size: 100, search: '', ...(state ? { state } : {}) });
  const allEligible = (classId: number) => app.get(Admissions).admit(coordinatorOf(classId), classId, { allEligible: true });

  it('counts every nomination in exactly one state, whatever becomes of it', async () => {
    const classId = await newClass({ capacity: 3, quotas: { [unit]: 5 } });
    const [first, second, , , , sixth] = await send(classId, await leaders(6));
    expect((await list(classId)).counts).toEqual({ SUBMITTED: 3, WAITLISTED: 3, APPROVED: 0, REJECTED: 0, WITHDRAWN: 0 });
    await admit(classId, [first!]);
    await app.get(Admissions).reject(coordinatorOf(classId), classId, { nominationIds: [second!], reason: 'Chưa đủ hồ sơ' });
    await app.get(Withdrawals).withdraw(headOf(units.get(unit)!), sixth!, 'Bận việc');
    const all = await list(classId);
    expect(all.counts).toEqual({ SUBMITTED: 1, WAITLISTED: 2, APPROVED: 1, REJECTED: 1, WITHDRAWN: 1 });
    expect(Object.values(all.counts).reduce((sum, n) => sum + n, 0)).toBe(all.total);
    for (const [state, n] of Object.entries(all.counts)) expect([state, (await list(classId, state as NominationState)).total]).toEqual([state, n]);
  });

  it('puts whom it cannot seat on the waiting list, and says what was refused and why', async () => {
    const classId = await newClass({ capacity: 2, quotas: { [unit]: 6 } });
    const [stranger] = await others(1);
    await app.db.run('UPDATE classes_class SET capacity = 50 WHERE id = ?', [classId]);
    const nominations = await send(classId, [...(await leaders(3)), stranger!]);
    await app.db.run('UPDATE classes_class SET capacity = 2 WHERE id = ?', [classId]);
    expect((await list(classId)).admissible).toBe(2);
    const answer = await allEligible(classId);
    expect(answer.admitted.map(({ nominationId }) => nominationId)).toEqual(nominations.slice(0, 2));
    expect(answer.waitlisted).toMatchObject([{ nominationId: nominations[2], reasons: [{ code: 'CLASS_FULL' }] }]);
    expect(answer.refused).toMatchObject([{ nominationId: nominations[3], outcome: 'INELIGIBLE', reasons: [{ code: 'WRONG_TARGET_GROUP' }] }]);
    const after = await list(classId);
    expect([after.counts, after.admissible]).toEqual([{ SUBMITTED: 1, WAITLISTED: 1, APPROVED: 2, REJECTED: 0, WITHDRAWN: 0 }, 0]);
    const [trail] = await app.db.rows("SELECT after FROM platform_audit WHERE action = 'enrolment.waitlist' AND subject_id = ?", [nominations[2]!]);
    expect(trail).toBeDefined();
  });

  it.each(['rejected', 'withdrawn', 'deferred'] as const)('shows who waits as eligible as soon as somebody is %s, and lets them be promoted', async (how) => {
    const classId = await newClass({ capacity: 2, quotas: { [unit]: 1 } });
    const [first, second] = await send(classId, await leaders(2));
    if (how !== 'rejected') await admit(classId, [first!]);
    expect((await list(classId, 'WAITLISTED')).items).toMatchObject([{ id: second, screening: 'OVER_QUOTA', can: { admit: true } }]);
    if (how === 'rejected') await app.get(Admissions).reject(coordinatorOf(classId), classId, { nominationIds: [first!], reason: 'Đơn vị đề nghị thay' });
    if (how === 'withdrawn') await app.get(Withdrawals).withdraw(headOf(units.get(unit)!), first!, 'Nghỉ ốm');
    if (how === 'deferred') {
      const [seated] = await app.get(Enrolments).ofClass(classId);
      await app.get(Trainees).changeState(coordinatorOf(classId), seated!.id, { to: 'DEFERRED', reason: 'Theo đơn', version: seated!.version });
    }
    const waiting = await list(classId, 'WAITLISTED');
    expect(waiting.items).toMatchObject([{ id: second, screening: 'ELIGIBLE', reasons: [] }]);
    expect(waiting.admissible).toBe(1);
    expect((await admit(classId, [second!])).admitted.map(({ nominationId }) => nominationId)).toEqual([second]);
    const { items } = await list(classId, 'APPROVED');
    expect(items.map(({ id, seated }) => [id, seated])).toEqual(how === 'deferred' ? [[first, false], [second, true]] : [[second, true]]);
  });
});

/** How many questions the work asks of the database; the clock reads by itself now and then. */
async function reads(work: () => Promise<unknown>): Promise<number> {
  const counted: string[] = [];
  const original = Database.prototype.rows;
  Database.prototype.rows = function rows(this: Database, sql: string, params?: never) {
    if (!sql.includes('platform_clock')) counted.push(sql);
    return original.call(this, sql, params) as never;
  };
  try {
    await work();
  } finally {
    Database.prototype.rows = original;
  }
  return counted.length;
}

describe('the screening at admission', () => {
  it('sees what has changed since the list was sent', async () => {
    const classId = await newClass();
    const [person] = await leaders(1);
    const [nomination] = await send(classId, [person!]);
    const programme = await app.db.row<{ id: number }>('SELECT v.programme_id AS id FROM classes_class c JOIN catalogue_programme_version v ON v.id = c.programme_version_id WHERE c.id = ?', [classId]);
    app.get(HeldCertificates).register(async (personIds, programmeId) => new Map(programmeId === programme!.id ? personIds.map((id) => [id, 'QN-07/2026']) : []));
    const refused = admit(classId, [nomination!]);
    await expect(refused).rejects.toMatchObject({ def: { code: 'enrolment.not_admissible' }, params: { reason: 'Đã có chứng chỉ của chương trình này (số QN-07/2026)' } });
    expect(await taken(classId)).toBe(0);
  });

  it('compares sessions when both classes have a timetable, and dates while one has none', async () => {
    const [person] = await leaders(1);
    const day = '2027-06-07';
    const first = await newClass({ opens: day, closes: addDays(day, 4) });
    expect((await admit(first, await send(first, [person!]))).admitted).toHaveLength(1);
    const session = (classId: number, on: string) => app.db.insert('classes_session', { class_id: classId, session_no: 1, day: on, starts_at: instantOf(on, '07:30'), ends_at: instantOf(on, '10:45'), mode: 'ROOM', topic: 'Chuyên đề 1', state: 'SCHEDULED' });
    const second = await newClass({ opens: addDays(day, 1), closes: addDays(day, 5) });
    const [nomination] = await send(second, [person!]);
    const code = (await app.db.row<{ code: string }>('SELECT code FROM classes_class WHERE id = ?', [first]))!.code;
    await expect(admit(second, [nomination!])).rejects.toMatchObject({ params: { reason: `Trùng lịch với lớp ${code}` } });
    await session(first, day);
    await session(second, addDays(day, 1));
    expect((await admit(second, [nomination!])).admitted).toHaveLength(1);
    const third = await newClass({ opens: day, closes: addDays(day, 1) });
    await session(third, day);
    await expect(admit(third, await send(third, [person!]))).rejects.toMatchObject({ params: { reason: `Trùng lịch với lớp ${code}` } });
  });
});

describe('decisions', () => {
  it('are the coordinator’s of this class, made once, and told to person and sender', async () => {
    const classId = await newClass();
    const people = await leaders(2);
    const sender = await app.db.insert('identity_account', { login: 'thutruong', display_name: 'Vũ Hải Yến', person_id: people[1]! });
    const unitId = units.get(unit)!;
    const head = { ...headOf(unitId), accountId: sender };
    const draft = await app.get(ListEditor).save(head, classId, unitId, { rows: [{ personId: people[0]! }], version: 0 });
    const [nomination] = (await app.get(ListEditor).submit(head, classId, unitId, { version: draft.version })).rows.map(({ id }) => id);
    const reject = (who = coordinatorOf(classId)) => app.get(Admissions).reject(who, classId, { nominationIds: [nomination!], reason: 'Chưa đủ hồ sơ' });
    await expect(reject(coordinatorOf(classId + 1))).rejects.toMatchObject({ def: { code: 'platform.not_found' } });
    expect(await reject()).toMatchObject({ rejected: 1 });
    await expect(reject()).rejects.toMatchObject({ def: { code: 'enrolment.already_decided' } });
    await expect(admit(classId, [nomination!])).rejects.toMatchObject({ def: { code: 'enrolment.already_decided' } });
    const told = await app.db.rows<{ person_id: number }>("SELECT person_id FROM notifications_notification WHERE once_key = ? ORDER BY person_id", [`nomination-${nomination}-rejected`]);
    expect(told.map(({ person_id }) => person_id)).toEqual([...people].sort((a, b) => a - b));
  });

  it('tell the outbox in the same transaction', async () => {
    const classId = await newClass();
    const { admitted } = await admit(classId, await send(classId, await leaders(2)));
    const events = await app.db.rows<{ payload: string | object }>("SELECT payload FROM platform_outbox WHERE name = 'enrolment.admitted'");
    const payloads = events.map(({ payload }) => (typeof payload === 'string' ? JSON.parse(payload) : payload) as { classId: number; enrolmentIds: number[] });
    expect(payloads.filter((one) => one.classId === classId)).toEqual([{ classId, enrolmentIds: expect.arrayContaining(admitted.map(({ enrolmentId }) => enrolmentId)) }]);
  });
});

describe('an enrolment', () => {
  const enrolled = async (changes: Partial<Parameters<typeof aClass>[2]> = {}, size = 1) => {
    const classId = await newClass(changes);
    const { admitted } = await admit(classId, await send(classId, await leaders(size)));
    return { classId, ids: admitted.map(({ enrolmentId }) => enrolmentId) };
  };
  const change = (classId: number, id: number, to: 'DROPPED' | 'ADMITTED' | 'ACTIVE' | 'DEFERRED', version: number) => app.get(Trainees).changeState(coordinatorOf(classId), id, { to, reason: 'Theo đơn', version });

  it('leaves with a reason, frees its seat and comes back only to a free one', async () => {
    const { classId, ids: [one, two] } = await enrolled({ capacity: 2 }, 2);
    const left = await change(classId, one!, 'DEFERRED', 1);
    expect(left).toMatchObject({ state: 'DEFERRED', can: { changeTo: ['ADMITTED', 'DROPPED'] } });
    await expect(change(classId, one!, 'ADMITTED', 1)).rejects.toMatchObject({ def: { code: 'platform.stale_version' } });
    await app.db.run('UPDATE classes_class SET capacity = 1 WHERE id = ?', [classId]);
    await expect(change(classId, one!, 'ADMITTED', left.version)).rejects.toMatchObject({ def: { code: 'enrolment.class_full' } });
    await change(classId, two!, 'DROPPED', 1);
    expect(await change(classId, one!, 'ADMITTED', left.version)).toMatchObject({ state: 'ADMITTED' });
    expect(await app.get(Enrolments).seats(classId)).toEqual({ capacity: 1, taken: 1, free: 0 });
    await expect(change(classId, one!, 'ACTIVE', left.version + 1)).rejects.toMatchObject({ def: { code: 'enrolment.state_not_reachable' } });
  });

  it('carries the note of a breach until it is taken back, each with a reason and by who runs the class', async () => {
    const { classId, ids: [id] } = await enrolled();
    const note = (text: string | null, version: number, who = coordinatorOf(classId)) =>
      app.get(Trainees).noteDiscipline(who, id!, { note: text, reason: 'Biên bản số 3', version });
    await expect(note('Gian lận', 1, coordinatorOf(classId + 1))).rejects.toMatchObject({ def: { code: 'platform.not_found' } });
    expect(await note('Nhờ người khác điểm danh hộ', 1)).toMatchObject({ disciplineNote: 'Nhờ người khác điểm danh hộ', version: 2, can: { noteDiscipline: true } });
    await expect(note('Gian lận', 1)).rejects.toMatchObject({ def: { code: 'platform.stale_version' } });
    await change(classId, id!, 'DROPPED', 2);
    await expect(note('Gian lận', 3)).rejects.toMatchObject({ def: { code: 'enrolment.left_class' } });
    expect(await note(null, 3)).toMatchObject({ disciplineNote: null, can: { noteDiscipline: false } });
    const trail = await app.db.rows<{ reason: string }>("SELECT reason FROM platform_audit WHERE subject_type = 'enrolment' AND subject_id = ? AND action = 'enrolment.set_discipline_note'", [id!]);
    expect(trail).toEqual([{ reason: 'Biên bản số 3' }, { reason: 'Biên bản số 3' }]);
    const told = await app.db.rows("SELECT id FROM platform_outbox WHERE name = 'enrolment.discipline_noted' AND JSON_VALUE(payload, '$.enrolmentId') = ?", [id!]);
    expect(told).toHaveLength(2);
  });

  it('changes by its lifecycle, once, with a trail', async () => {
    const { ids: [id] } = await enrolled();
    const service = app.get(Enrolments);
    await service.setState({ id: id!, to: 'ACTIVE', by: 'SYSTEM' });
    await service.setState({ id: id!, to: 'ACTIVE', by: 'SYSTEM' });
    await service.setState({ id: id!, to: 'EXAM_BARRED', by: 'SYSTEM' });
    await expect(service.setState({ id: id!, to: 'PASSED', by: 'SYSTEM' })).rejects.toMatchObject({ def: { code: 'enrolment.state_not_reachable' } });
    await expect(service.setState({ id: id!, to: 'DROPPED', by: 'SYSTEM', reason: ' ' })).rejects.toMatchObject({ def: { code: 'enrolment.reason_missing' } });
    const trail = await app.db.rows("SELECT id FROM platform_audit WHERE subject_type = 'enrolment' AND subject_id = ? AND action = 'enrolment.set_state'", [id!]);
    expect(trail).toHaveLength(2);
  });

  it('is seen by those who run the class, by the heads of its people, and by the person', async () => {
    const { classId } = await enrolled({}, 2);
    const list = (who: Parameters<Trainees['listOfClass']>[0]) => app.get(Trainees).listOfClass(who, classId, { page: 1, size: 50, search: '' });
    expect((await list(coordinatorOf(classId))).total).toBe(2);
    expect((await list(focalPointOf(units.get(unit)!))).total).toBe(2);
    expect((await list(headOf(units.get('QN-X-TIENYEN')!))).total).toBe(0);
    const { personId } = (await list(coordinatorOf(classId))).items[0]!;
    const trainee = { ...coordinatorOf(0), personId, grants: [] };
    await expect(list(trainee)).rejects.toMatchObject({ def: { code: 'platform.not_found' } });
    const mine = await app.get(Trainees).listMine(trainee, { page: 1, size: 50, search: '' });
    expect(mine.items.find((one) => one.classId === classId)).toMatchObject({ state: 'ADMITTED', class: { state: 'NOMINATING' } });
    await expect(app.get(Trainees).listOfPerson({ ...trainee, personId: personId + 1 }, personId, { page: 1, size: 50, search: '' })).rejects.toMatchObject({ def: { code: 'platform.not_found' } });
  });
});
