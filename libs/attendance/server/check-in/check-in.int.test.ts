import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AppError, type Actor } from '@halong/platform/contract';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { AttendanceViews } from '../attendance/attendance.service.ts';
import { at, aWorld, worldDomains, type World } from '../attendance-world.testing.ts';
import { CheckIns } from './check-in.service.ts';
import { Projector } from './projector.service.ts';

describe('check-in in the room', () => {
  let app: TestInstallation;
  let world: World;
  let sessionId: number;
  beforeAll(async () => {
    app = await testInstallation(worldDomains);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    world = await aWorld(app);
    sessionId = await world.session();
  });

  const move = (time: string) => app.clock.moveTo(at(time));
  const shown = async () => (await app.get(Projector).show(world.lecturer, sessionId)).code!;
  const scan = (actor: Actor, what: { token?: string; digits?: string; sessionId?: number }, kind: 'ROOM_CHECK_IN' | 'ROOM_CHECK_OUT' = 'ROOM_CHECK_IN') =>
    app.as(actor, () => app.get(CheckIns).scan(actor, kind, what));
  const refusal = async (work: Promise<unknown>): Promise<[string, Record<string, unknown>]> => {
    const error = await work.then(() => undefined, (thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    const { def, params } = error as AppError;
    return [def.code, params];
  };
  const first = () => world.trainees[0]!;
  const wrongOf = (digits: string) => (digits === '000000' ? '000001' : '000000');

  it('takes the token and says what counts', async () => {
    await move('07:26');
    const receipt = await scan(first().actor, { token: (await shown()).url });
    expect(receipt).toMatchObject({ status: 'PRESENT', repeated: false, periods: { counting: [1, 2, 3, 4], toDecide: [], missed: [] } });
    const view = await app.get(Projector).show(world.lecturer, sessionId);
    expect(view.counts).toEqual({ expected: 6, room: 1, online: 0, pending: 5 });
    expect(view.recent).toEqual([{ fullName: 'Nguyễn Thị Hoài Thu', way: 'ROOM' }]);
  });

  it.each([
    ['07:44:30', 'PRESENT', [1, 2, 3, 4], [], []],
    ['07:46:00', 'LATE', [2, 3, 4], [1], []],
    ['08:20:00', 'LATE', [2, 3, 4], [], [1]],
    ['09:40:00', 'LATE', [4], [3], [1, 2]],
  ])('at %s the digits make %s', async (time, status, counting, toDecide, missed) => {
    await move(time);
    expect(await scan(first().actor, { digits: (await shown()).digits })).toMatchObject({ status, periods: { counting, toDecide, missed } });
  });

  it('accepts the previous step, and says when an older one expired', async () => {
    await move('07:25:50');
    const { digits, token } = await shown();
    await move('07:26:10');
    expect(await scan(world.trainees[1]!.actor, { digits: `${digits.slice(0, 3)} ${digits.slice(3)}` })).toMatchObject({ status: 'PRESENT' });
    await move('07:26:41');
    expect(await refusal(scan(first().actor, { digits }))).toEqual(['attendance.code_expired', { code: `${digits.slice(0, 3)} ${digits.slice(3)}`, at: '07:26:15' }]);
    expect(await refusal(scan(first().actor, { token }))).toMatchObject(['attendance.qr_expired', { at: '07:26:15' }]);
    expect(await scan(first().actor, { digits: (await shown()).digits })).toMatchObject({ status: 'PRESENT' });
  });

  it('pauses after five wrong codes, for sixty seconds, that trainee only', async () => {
    await move('07:20:05');
    const { digits } = await shown();
    const wrong = { digits: wrongOf(digits) };
    for (const left of [4, 3, 2, 1]) expect(await refusal(scan(first().actor, wrong))).toMatchObject(['attendance.code_wrong', { left }]);
    expect(await refusal(scan(first().actor, wrong))).toEqual(['attendance.code_paused', { seconds: 60 }]);
    expect((await refusal(scan(first().actor, { digits })))[0]).toBe('attendance.code_paused');
    expect(await scan(world.trainees[1]!.actor, { digits })).toMatchObject({ status: 'PRESENT' });
    await move('07:21:10');
    expect(await scan(first().actor, { digits: (await shown()).digits })).toMatchObject({ status: 'PRESENT' });
  });

  it('answers the first result again, from a second phone and after the code has expired', async () => {
    await move('07:20:05');
    const { token, digits } = await shown();
    const both = await Promise.all([scan(first().actor, { token }), scan(first().actor, { digits })]);
    expect(both.map((one) => one.repeated).toSorted()).toEqual([false, true]);
    expect(both[0].at).toBe(both[1].at);
    await move('08:00');
    expect(await scan(first().actor, { token })).toMatchObject({ at: both[0].at, repeated: true, status: 'PRESENT' });
    const rows = await app.db.rows('SELECT id FROM attendance_evidence WHERE session_id = ?', [sessionId]);
    expect(rows).toHaveLength(1);
  });

  it('refuses strangers, other sessions, other times and other ways', async () => {
    await move('06:30');
    expect(await app.get(Projector).show(world.lecturer, sessionId)).toMatchObject({ window: 'NOT_OPEN_YET', code: null });
    expect(await refusal(scan(first().actor, { digits: '123456' }))).toEqual(['attendance.not_open_yet', { day: '22/11/2026', sessionId, opensAt: '07:00', endedAt: '10:45' }]);
    await move('07:20');
    const { token } = await shown();
    expect((await refusal(scan(world.stranger, { token })))[0]).toBe('attendance.not_enrolled');
    expect((await refusal(scan(world.stranger, { digits: '123456' })))[0]).toBe('attendance.no_session_now');
    expect((await refusal(scan(first().actor, { token: 'https://example.vn/x' })))[0]).toBe('attendance.qr_unknown');
    const [id = ''] = token.split('.');
    expect((await refusal(scan(first().actor, { token: `${id}.${'A'.repeat(22)}` })))[0]).toBe('attendance.qr_unknown');
    const other = await world.session();
    expect((await refusal(scan(first().actor, { token: token.replace(id, other.toString(36)) })))[0]).toBe('attendance.qr_unknown');
    await move('10:45');
    expect(await refusal(scan(first().actor, { token }))).toMatchObject(['attendance.session_over', { endedAt: '10:45', sessionId }]);
  });

  it('refuses cancelled and online sessions', async () => {
    await move('07:20');
    const { token } = await shown();
    await app.db.run("UPDATE classes_session SET mode = 'ONLINE' WHERE id = ?", [sessionId]);
    expect((await refusal(scan(first().actor, { token })))[0]).toBe('attendance.online_only');
    await app.db.run("UPDATE classes_session SET state = 'CANCELLED' WHERE id = ?", [sessionId]);
    expect((await refusal(scan(first().actor, { token })))[0]).toBe('attendance.session_cancelled');
    expect((await refusal(scan(first().actor, { digits: '123456' })))[0]).toBe('attendance.session_cancelled');
  });

  it('scans out, and in again', async () => {
    await move('07:20');
    await scan(first().actor, { digits: (await shown()).digits });
    await move('09:30');
    expect(await scan(first().actor, { digits: (await shown()).digits }, 'ROOM_CHECK_OUT')).toMatchObject({ status: 'LEFT_EARLY', periods: { counting: [1, 2], toDecide: [3], missed: [4] } });
    await move('09:50');
    expect(await scan(first().actor, { digits: (await shown()).digits })).toMatchObject({ status: 'PRESENT', repeated: false });
    const mine = await app.get(AttendanceViews).mine(first().actor, sessionId);
    expect(mine.timeline.map((one) => one.what.code)).toEqual(['SAW_CHECK_IN', 'SAW_START', 'SAW_CHECK_OUT', 'SAW_CHECK_IN']);
  });

  it('shows the code to those who run the session only', async () => {
    await move('07:20');
    for (const actor of [first().actor, world.stranger]) expect((await refusal(app.get(Projector).show(actor, sessionId)))[0]).toBe('platform.not_found');
    expect((await app.get(Projector).show(world.coordinator, sessionId)).code?.rotateSec).toBe(15);
  });
});
