import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClassDetail } from '@halong/classes/contract';
import { aProvince, type Province } from '../classes.testing.ts';
import { Lecturers, SessionPlanning, Sessions, TraineeClashes } from '../index.ts';
import type { NewSessionBody } from './session-planning.service.ts';

describe('clashes', () => {
  let p: Province;
  let a: ClassDetail;
  let b: ClassDetail;
  let rooms: [number, number];
  let lecturers: [number, number];
  beforeAll(async () => {
    p = await aProvince();
    a = await p.planned(1);
    b = await p.planned(2);
    rooms = [await p.room('Phòng 101'), await p.room('Phòng 102')];
    const lecturer = (name: string) => p.app.as(p.manager, () => p.app.get(Lecturers).create(p.manager, { name, title: 'TS.', kind: 'VISITING', institutionId: p.school }));
    lecturers = [(await lecturer('Vũ Thị Hà')).id, (await lecturer('Đỗ Văn Nam')).id];
  });
  afterAll(() => p.app.close());

  const planning = () => p.app.get(SessionPlanning);
  const add = (classId: number, body: Partial<NewSessionBody>) =>
    p.app.as(p.manager, () =>
      planning().create(p.manager, classId, {
        day: '2026-10-05', periods: [2, 3], evenOnHoliday: false, mode: 'ROOM', roomId: rooms[0], place: null, topic: 'Chuyên đề', programmeUnitId: null, lecturerIds: [], ...body,
      }),
    );
  const cancel = (session: { id: number; version: number }) => p.app.as(p.manager, () => planning().cancel(p.manager, session.id, session.version, 'Dọn chỗ'));
  const codeOf = (work: Promise<unknown>) => work.then(() => 'free', (error: { def?: { code: string } }) => error.def?.code ?? String(error));

  describe('with a session of periods 2–3 (08:15–10:00) of another class', () => {
    beforeAll(async () => {
      await add(a.id, { lecturerIds: [lecturers[0]] });
    });
    const same = (periods: number[], changes: Partial<NewSessionBody> = {}) => ({ periods, ...changes });
    it.each([
      ['the same time', same([2, 3]), 'classes.room_clash'],
      ['inside it', same([2]), 'classes.room_clash'],
      ['enclosing it', same([1, 2, 3, 4]), 'classes.room_clash'],
      ['overlapping its start', same([1, 2]), 'classes.room_clash'],
      ['overlapping its end', same([3, 4]), 'classes.room_clash'],
      ['ending when it starts', same([1]), 'free'],
      ['starting when it ends', same([4]), 'free'],
      ['on another day', same([2, 3], { day: '2026-10-06' }), 'free'],
    ])('the same room, %s: %s', async (_, body, expected) => {
      const result = add(b.id, body);
      expect(await codeOf(result)).toBe(expected);
      if (expected === 'free') await cancel(await result);
    });

    it.each([
      ['the lecturer in another room', () => same([1, 2, 3, 4], { roomId: rooms[1], lecturerIds: [lecturers[1], lecturers[0]] }), 'classes.lecturer_clash'],
      ['the lecturer online', () => same([3], { mode: 'ONLINE' as const, roomId: null, lecturerIds: [lecturers[0]] }), 'classes.lecturer_clash'],
      ['another lecturer in another room', () => same([2, 3], { roomId: rooms[1], lecturerIds: [lecturers[1]] }), 'free'],
      ['the room held by a session in both modes', () => same([2], { mode: 'BOTH' as const }), 'classes.room_clash'],
      ['an online session that names the room', () => same([2], { mode: 'ONLINE' as const }), 'free'],
    ])('%s', async (_, body, expected) => {
      const result = add(b.id, body());
      expect(await codeOf(result)).toBe(expected);
      if (expected === 'free') await cancel(await result);
    });

    it('the class itself, wherever it goes', async () => {
      expect(await codeOf(add(a.id, { mode: 'FIELD', place: 'Đặc khu Vân Đồn', periods: [3, 4] }))).toBe('classes.class_clash');
    });

    it('a cancelled session is in nobody’s way', async () => {
      const other = await add(b.id, { periods: [5] });
      await cancel(other);
      expect(await codeOf(add(a.id, { periods: [5] }))).toBe('free');
    });

    it('names what collides, with which class and when', async () => {
      await expect(add(b.id, { periods: [1, 2, 3, 4] })).rejects.toMatchObject({ params: { name: 'Phòng 101', other: a.code, from: '08:15', to: '10:00', day: '05/10/2026' } });
      await expect(add(b.id, { roomId: rooms[1], lecturerIds: [lecturers[0]] })).rejects.toMatchObject({ params: { name: 'TS. Vũ Thị Hà', other: a.code } });
    });

    it('asks enrolment about trainees', async () => {
      const clash = { personId: 1, fullName: 'Nguyễn Thị Hoài Thu', otherSessionId: 1, otherClassCode: a.code, from: new Date('2026-10-05T01:15:00Z'), to: new Date('2026-10-05T03:00:00Z') };
      p.app.get(TraineeClashes).register(async (planned) => (planned.some(({ classId }) => classId === b.id) ? [clash] : []));
      const refused = add(b.id, { day: '2026-10-07' });
      await expect(refused).rejects.toMatchObject({ def: { code: 'classes.trainee_clash' }, params: { name: 'Nguyễn Thị Hoài Thu', other: a.code, from: '08:15', to: '10:00' } });
    });
  });

  it('thirty classes book one room at once: one gets it, and its overlaps all lose', async () => {
    const classes = await Promise.all(Array.from({ length: 30 }, (_, at) => p.planned(100 + at)));
    const forms = [[1, 2], [2, 3], [1, 2, 3, 4], [2]];
    const results = await Promise.all(classes.map(({ id }, at) => codeOf(add(id, { day: '2026-11-05', periods: forms[at % forms.length]! }))));
    expect(results.filter((code) => code === 'free')).toHaveLength(1);
    expect(results.filter((code) => code === 'classes.room_clash')).toHaveLength(29);
    const held = await p.app.get(Sessions).between(new Date('2026-11-04T17:00:00Z'), new Date('2026-11-05T17:00:00Z'));
    expect(held).toHaveLength(1);
  });

  it('twenty classes want one lecturer at once: one gets the person', async () => {
    const classes = await Promise.all(Array.from({ length: 20 }, (_, at) => p.planned(200 + at)));
    const results = await Promise.all(classes.map(({ id }) => codeOf(add(id, { day: '2026-11-06', mode: 'ONLINE', roomId: null, lecturerIds: [lecturers[0]] }))));
    expect(results.filter((code) => code === 'free')).toHaveLength(1);
  });

  it('two moves into the same room at once: one wins, the other stays where it was', async () => {
    const [one, other] = [await p.planned(300), await p.planned(301)];
    const first = await add(one.id, { day: '2026-11-09', roomId: rooms[0] });
    const second = await add(other.id, { day: '2026-11-09', roomId: rooms[1] });
    const move = (session: { id: number; version: number }) =>
      codeOf(p.app.as(p.manager, () => planning().move(p.manager, session.id, { version: session.version, day: '2026-11-10', periods: [1, 2], evenOnHoliday: false, roomId: rooms[0], reason: 'Đổi lịch' })));
    expect((await Promise.all([move(first), move(second)])).sort()).toEqual(['classes.room_clash', 'free']);
  });
});
