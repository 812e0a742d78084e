import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@halong/platform/contract';
import type { ClassDetail, ClassSession } from '@halong/classes/contract';
import { defaultRuleSets } from '@halong/regulations/contract';
import { anActor } from '@halong/testing/server';
import { aProvince, type Province } from '../classes.testing.ts';
import { ClassAudiences, ClassPlanning, Lecturers, Places, SessionPlanning, Sessions } from '../index.ts';
import { SessionJobs } from './session.jobs.ts';
import type { NewSessionBody } from './session-planning.service.ts';

describe('sessions', () => {
  let p: Province;
  let cls: ClassDetail;
  let room: number;
  let lecturerId: number;
  let lecturer: Actor;
  beforeAll(async () => {
    p = await aProvince();
    cls = await p.planned(1);
    room = await p.room('Phòng 101');
    const personId = await p.person('Trần Đức Minh', p.school);
    lecturerId = (await p.app.as(p.manager, () => p.app.get(Lecturers).create(p.manager, { personId, title: 'TS.', kind: 'INTERNAL', institutionId: p.school }))).id;
    lecturer = anActor({ personId, grants: [{ role: 'LECTURER', scopeType: 'INSTITUTION', scopeId: p.school }] });
  });
  afterAll(() => p.app.close());

  const planning = () => p.app.get(SessionPlanning);
  const sessions = () => p.app.get(Sessions);
  const work = <T>(run: () => Promise<T>) => p.app.as(p.coordinator, run);
  const add = (changes: Partial<NewSessionBody> = {}) =>
    work(() =>
      planning().create(p.coordinator, cls.id, {
        day: '2026-10-01', periods: [1, 2, 3, 4], evenOnHoliday: false, mode: 'ROOM', roomId: room, place: null, topic: 'Chuyên đề 1', programmeUnitId: null, lecturerIds: [], ...changes,
      }),
    );
  const edit = (session: ClassSession, changes: object) => work(() => planning().edit(p.coordinator, session.id, { version: session.version, ...changes }));
  const published = async (name: string, sessionId: number) => {
    const rows = await p.app.db.rows<{ payload: Record<string, unknown> }>('SELECT payload FROM platform_outbox WHERE name = ? ORDER BY id', [name]);
    return rows.map(({ payload }) => payload).filter((payload) => payload['sessionId'] === sessionId);
  };

  it('is switched between room, online, both and field study; what the mode does not use is given up', async () => {
    let session = await add();
    session = await edit(session, { mode: 'ONLINE', reason: 'Bão' });
    expect(session).toMatchObject({ mode: 'ONLINE', room: null });
    await expect(edit(session, { mode: 'BOTH' })).rejects.toMatchObject({ def: { code: 'classes.room_needed' } });
    session = await edit(session, { mode: 'BOTH', roomId: room });
    expect(session.room).toEqual({ id: room, name: 'Phòng 101' });
    await expect(edit(session, { mode: 'FIELD' })).rejects.toMatchObject({ def: { code: 'classes.place_needed' } });
    session = await edit(session, { mode: 'FIELD', place: 'Đặc khu Vân Đồn' });
    expect(session).toMatchObject({ mode: 'FIELD', room: null, place: 'Đặc khu Vân Đồn' });
    const told = await published('classes.session_changed', session.id);
    expect(told.map(({ changes }) => changes)).toEqual([['MODE', 'PLACE'], ['MODE', 'PLACE'], ['MODE', 'PLACE']]);
    expect(told[0]).toMatchObject({ reason: 'Bão', before: { mode: 'ROOM', roomId: room } });
  });

  it('is not online beyond what the rules of the class allow', async () => {
    const small = await p.planned(7);
    await p.app.db.run('UPDATE classes_class SET rules = ? WHERE id = ?', [JSON.stringify({ ...defaultRuleSets.QLNN.rules, online: { ...defaultRuleSets.QLNN.rules.online, maxShare: 0.05 } }), small.id]);
    const on = (day: string, periods: number[], changes: Partial<NewSessionBody> = {}) =>
      work(() => planning().create(p.coordinator, small.id, {
        day, periods, evenOnHoliday: true, mode: 'ONLINE', roomId: null, place: null, topic: 'Chuyên đề 1', programmeUnitId: null, lecturerIds: [], ...changes,
      }));
    const refused = { def: { code: 'classes.online_share' }, params: { online: 10, planned: 160, allowed: 8, percent: 5 } };
    const first = await on('2026-11-10', [1, 2, 3, 4]);
    await on('2026-11-11', [1, 2]);
    await expect(on('2026-11-12', [1, 2, 3, 4])).rejects.toMatchObject(refused);
    const both = await on('2026-11-12', [1, 2, 3, 4], { mode: 'BOTH', roomId: room });
    await expect(edit(both, { mode: 'ONLINE' })).rejects.toMatchObject(refused);
    const move = { version: first.version, evenOnHoliday: true, reason: 'Dời' };
    await expect(work(() => planning().move(p.coordinator, first.id, { ...move, day: '2026-11-13', periods: [1, 2, 3, 4, 5, 6, 7, 8] }))).rejects.toMatchObject({ params: { online: 10 } });
    expect(await work(() => planning().move(p.coordinator, first.id, { ...move, day: '2026-11-13', periods: [5, 6, 7, 8] }))).toMatchObject({ mode: 'ONLINE', day: '2026-11-13' });
    await p.app.db.run("UPDATE classes_class SET rules = JSON_SET(rules, '$.online.maxShare', 0) WHERE id = ?", [small.id]);
    await expect(edit(both, { mode: 'ONLINE' })).rejects.toMatchObject({ def: { code: 'classes.online_not_allowed' } });
  });

  it('is moved, gets another lecturer, is cancelled; those concerned are told and it is on record', async () => {
    const session = await add({ day: '2026-10-02' });
    const moved = await work(() => planning().move(p.coordinator, session.id, { version: session.version, day: '2026-10-03', periods: [5, 6], evenOnHoliday: false, reason: 'Trùng hội nghị' }));
    expect(moved).toMatchObject({ day: '2026-10-03', startsAt: '2026-10-03T06:30:00.000Z', endsAt: '2026-10-03T08:00:00.000Z' });
    expect(moved.periods.map(({ periodNo }) => periodNo)).toEqual([5, 6]);
    const taught = await work(() => planning().replaceLecturers(p.coordinator, session.id, { version: moved.version, lecturerIds: [lecturerId] }));
    expect(taught.lecturers).toMatchObject([{ lecturerId, fullName: 'Trần Đức Minh', title: 'TS.' }]);
    const gone = await work(() => planning().cancel(p.coordinator, session.id, taught.version, 'Giảng viên ốm'));
    expect(gone).toMatchObject({ state: 'CANCELLED', stateReason: 'Giảng viên ốm', can: { change: false, switch: false } });
    await expect(edit(gone, { topic: 'Khác' })).rejects.toMatchObject({ def: { code: 'classes.session_begun' } });
    expect((await published('classes.session_changed', session.id)).map(({ changes }) => changes)).toEqual([['TIME'], ['LECTURERS']]);
    expect(await published('classes.session_cancelled', session.id)).toMatchObject([{ reason: 'Giảng viên ốm', withClass: false }]);
    const audits = await p.app.db.rows<{ action: string; reason: string | null }>("SELECT action, reason FROM platform_audit WHERE subject_type = 'session' AND subject_id = ? ORDER BY id", [session.id]);
    expect(audits).toEqual([
      { action: 'session.added', reason: null },
      { action: 'session.moved', reason: 'Trùng hội nghị' },
      { action: 'session.lecturers_replaced', reason: null },
      { action: 'session.cancelled', reason: 'Giảng viên ốm' },
    ]);
  });

  it('is not changed over an edit that somebody else has made', async () => {
    const session = await add({ day: '2026-10-04' });
    await edit(session, { topic: 'Chuyên đề 2' });
    await expect(edit(session, { topic: 'Chuyên đề 3' })).rejects.toMatchObject({ def: { code: 'platform.stale_version' } });
  });

  it('is refused in the past, without bells, with a gap, and on a holiday unless that is meant', async () => {
    await expect(add({ day: '2026-08-31' })).rejects.toMatchObject({ def: { code: 'classes.in_the_past' } });
    await expect(add({ day: '2026-10-05', periods: [11, 12] })).rejects.toMatchObject({ def: { code: 'classes.no_bells' }, params: { periods: '12' } });
    await expect(add({ day: '2026-10-05', periods: [1, 3] })).rejects.toMatchObject({ def: { code: 'classes.periods_not_a_run' } });
    await p.app.as(p.manager, () => p.app.get(Places).addHoliday(p.manager, { day: '2026-10-05', nameVi: 'Nghỉ thử', nameEn: 'Test holiday' }));
    await expect(add({ day: '2026-10-05' })).rejects.toMatchObject({ def: { code: 'classes.holiday' }, params: { name: 'Nghỉ thử' } });
    expect((await add({ day: '2026-10-05', evenOnHoliday: true })).day).toBe('2026-10-05');
  });

  it('follows the bells of its school', async () => {
    const bells = [{ periodNo: 1, starts: '07:00', ends: '07:50' }];
    await p.app.as(p.coordinator, () => p.app.get(Places).setBells(p.coordinator, p.school, bells));
    expect(await add({ day: '2026-10-06', periods: [1] })).toMatchObject({ startsAt: '2026-10-06T00:00:00.000Z', endsAt: '2026-10-06T00:50:00.000Z' });
    await p.app.as(p.coordinator, () => p.app.get(Places).setBells(p.coordinator, p.school, []));
    expect((await p.app.get(Places).bells(p.coordinator, p.school)).bells).toHaveLength(11);
  });

  it('is changed only by those who work on the class', async () => {
    const session = await add({ day: '2026-10-07', lecturerIds: [lecturerId] });
    const change = (actor: Actor) => p.app.as(actor, () => planning().edit(actor, session.id, { version: session.version, topic: 'Khác' }));
    await expect(change(lecturer)).rejects.toMatchObject({ def: { code: 'platform.forbidden' } });
    await expect(change(p.otherCoordinator)).rejects.toMatchObject({ def: { code: 'platform.not_found' } });
    expect(await sessions().show(lecturer, session.id)).toMatchObject({ can: { change: false, lead: true } });
    await expect(sessions().show(anActor({}), session.id)).rejects.toMatchObject({ def: { code: 'platform.not_found' } });
  });

  it('comes to the day of those who teach, attend and look after it, and of nobody else', async () => {
    const trainee = anActor({ personId: await p.person('Nguyễn Thị Hoài Thu') });
    p.app.get(ClassAudiences).register(async (actor) => ({ attends: actor.personId === trainee.personId ? [cls.id] : [], sees: [] }));
    const day = (actor: Actor) => sessions().mine(actor, '2026-10-07', '2026-10-07').then((list) => list.map(({ mine }) => mine));
    expect(await day(lecturer)).toEqual(['TEACH']);
    expect(await day(trainee)).toEqual(['ATTEND']);
    expect(await day(p.coordinator)).toEqual(['LOOK_AFTER']);
    expect(await day(p.otherCoordinator)).toEqual([]);
    expect(await day(p.manager)).toEqual([]);
    expect((await sessions().mine(lecturer, '2026-10-01', '2026-10-06')).map(({ day: on, state }) => [on, state])).toEqual([['2026-10-03', 'CANCELLED']]);
    expect((await sessions().timetable(trainee, { from: '2026-10-01', to: '2026-10-31', roomId: room })).length).toBeGreaterThan(3);
    expect(await sessions().timetable(trainee, { from: '2026-10-01', to: '2026-10-31', roomId: room + 999 })).toEqual([]);
  });

  it('begins and ends by the clock, but not before the class is decided; the first one sets the class running, the closing day its exams after the last one', async () => {
    const own = await p.planned(9);
    const online = (day: string) =>
      work(() => planning().create(p.coordinator, own.id, { day, periods: [1, 2], evenOnHoliday: false, mode: 'ONLINE', roomId: null, place: null, topic: 'Chuyên đề 1', programmeUnitId: null, lecturerIds: [] }));
    const { id } = await online('2026-12-01');
    await online('2026-12-03');
    const at = async (time: string) => {
      await p.app.clock.moveTo(new Date(time));
      await p.app.get(SessionJobs).advance();
      return [(await sessions().get(id)).state, (await p.app.get(ClassPlanning).get(p.manager, own.id)).state];
    };
    expect(await at('2026-12-01T00:31:00Z')).toEqual(['SCHEDULED', 'PLANNED']);
    await p.decided(own.id, '2026-12-01');
    expect(await at('2026-12-01T00:29:00Z')).toEqual(['SCHEDULED', 'DECIDED']);
    expect(await at('2026-12-01T00:31:00Z')).toEqual(['LIVE', 'RUNNING']);
    expect(await at('2026-12-01T00:32:00Z')).toEqual(['LIVE', 'RUNNING']);
    expect(await at('2026-12-01T02:00:00Z')).toEqual(['ENDED', 'RUNNING']);
    const late = await online('2026-12-05');
    expect(await at('2026-12-04T09:00:00Z')).toEqual(['ENDED', 'RUNNING']);
    expect(await at('2026-12-05T00:31:00Z')).toEqual(['ENDED', 'RUNNING']);
    expect((await sessions().get(late.id)).state).toBe('LIVE');
    expect(await at('2026-12-05T03:00:00Z')).toEqual(['ENDED', 'EXAM']);
    expect(await at('2026-12-05T03:01:00Z')).toEqual(['ENDED', 'EXAM']);
    const toExam = await p.app.db.rows("SELECT id FROM platform_audit WHERE subject_type = 'class' AND subject_id = ? AND JSON_VALUE(after, '$.state') = 'EXAM'", [own.id]);
    expect(toExam).toHaveLength(1);
    expect([(await published('classes.session_started', id)).length, (await published('classes.session_ended', id)).length]).toEqual([1, 1]);
    const lock = (to: 'ATTENDANCE_LOCKED' | 'ENDED' | 'LIVE') => p.app.db.transaction(() => sessions().setState(id, to));
    expect([await lock('LIVE'), await lock('ATTENDANCE_LOCKED'), await lock('ENDED')]).toEqual([false, true, true]);
  });
});
