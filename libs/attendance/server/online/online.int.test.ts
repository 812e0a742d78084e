import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AttendanceEvidence } from '@halong/attendance/contract';
import type { Actor, Change } from '@halong/platform/contract';
import { openApi, type Running } from '@halong/platform/server';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { AttendanceJobs } from '../attendance/attendance.jobs.ts';
import { AttendanceViews } from '../attendance/attendance.service.ts';
import { at, aWorld, signedIn, worldDomains, type World } from '../attendance-world.testing.ts';
import { CheckIns } from '../check-in/check-in.service.ts';
import { Projector } from '../check-in/projector.service.ts';
import { OnlinePresence } from './online.service.ts';

interface Joined {
  connectionId: string;
  heartbeatSec: number;
  prompt: { no: number } | null;
  over: boolean;
  problem?: { code: string };
}

const letters = { CREDITED: 'C', NOT_CREDITED: '-', TO_DECIDE: '?', UPCOMING: '.' };
const minutesAfter = (time: string, minutes: number) => new Date(at(time).getTime() + minutes * 60_000);

describe('online presence over two processes', () => {
  let app: TestInstallation;
  let second: Running;
  let world: World;
  let sessionId: number;
  let addresses: string[];
  const open: Socket[] = [];

  beforeAll(async () => {
    app = await testInstallation(worldDomains, { http: true });
    const api = await openApi({ name: 'second', config: app.config, domains: worldDomains });
    await api.app.listen(0, '127.0.0.1');
    second = api;
    addresses = [app.url, await api.app.getUrl()];
  });
  afterAll(async () => {
    await second.close();
    await app.close();
  });
  beforeEach(async () => {
    await move(at('07:10'));
    // Heartbeats ten minutes apart stand for a line that holds: the tests move the clock instead of waiting.
    world = await aWorld(app, (rules) => ({ ...rules, online: { ...rules.online, lostAfterSec: 660 } }));
    sessionId = await world.session();
    world.trainees.forEach((one, i) => signedIn.set(`sid=${i}`, one.actor));
    signedIn.set('sid=lecturer', world.lecturer);
  });
  afterEach(() => {
    for (const socket of open.splice(0)) socket.disconnect();
  });

  const move = async (to: Date) => {
    await app.clock.moveTo(to);
    await second.app.get(app.clock.constructor as new () => typeof app.clock).read();
  };
  const connect = (who: number | 'lecturer', process = 0): Promise<Socket> => {
    const socket = io(addresses[process]!, { path: '/api/ws', transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: { cookie: `sid=${who}` } });
    open.push(socket);
    return new Promise((resolve, reject) => socket.once('connect', () => resolve(socket)).once('connect_error', reject));
  };
  const ask = (socket: Socket, name: string, payload: unknown): Promise<Joined> => socket.timeout(5_000).emitWithAck(`attendance.${name}`, payload);
  const join = (socket: Socket, connectionId?: string) => ask(socket, 'join', { sessionId, ...(connectionId && { connectionId }) });
  const flush = () => Promise.all([app.get(OnlinePresence).flush(), second.app.get(OnlinePresence, { strict: false }).flush()]);
  /** Heartbeats every ten minutes from one instant to another. */
  const stay = async (socket: Socket, connectionId: string, from: Date, to: Date) => {
    for (let now = from.getTime(); ; now = Math.min(now + 600_000, to.getTime())) {
      await move(new Date(now));
      await ask(socket, 'heartbeat', { connectionId });
      if (now === to.getTime()) return;
    }
  };
  const evidence = (i = 0, actor: Actor = world.lecturer): Promise<AttendanceEvidence> => app.get(AttendanceViews).evidence(actor, sessionId, world.trainees[i]!.enrolmentId);
  const brief = async (i = 0) => {
    const { person } = await evidence(i);
    return `${person.status} ${person.way} ${person.periods.map((one) => letters[one.state]).join('')}`;
  };
  const promptsAt = async (): Promise<number[]> => {
    const row = await app.db.row<{ prompts_at: unknown }>('SELECT prompts_at FROM attendance_session WHERE session_id = ?', [sessionId]);
    return (typeof row?.prompts_at === 'string' ? JSON.parse(row.prompts_at) : row?.prompts_at) as number[];
  };

  it('does not credit a period of which 27 of 45 minutes were lost, and says why', async () => {
    const socket = await connect(0);
    const { connectionId, heartbeatSec } = await join(socket);
    expect(heartbeatSec).toBe(10);
    await stay(socket, connectionId, at('07:28'), at('08:22'));
    await flush();
    await stay(socket, connectionId, at('08:48:57'), at('10:45'));
    await flush();
    await move(at('10:50'));
    expect(await brief()).toBe('PRESENT ONLINE C-CC');
    const { lines, gaps } = await evidence();
    expect(gaps).toMatchObject([{ period: 2, kind: 'DISCONNECTED' }]);
    expect(lines.map((one) => one.code)).toEqual(['GAP_DISCONNECTED', 'ONLINE_TOO_SHORT', 'PROMPTS_UNANSWERED']);
    expect(lines[0]!.params).toEqual({ minutes: 27, period: 2 });
    expect(lines[1]!.params).toMatchObject({ minutes: 18, total: 45, percent: 40, needed: 80 });
  });

  it('holds a handful of connections for one person, and every other person still comes in', async () => {
    const socket = await connect(0);
    const answers: Joined[] = [];
    for (let i = 0; i < 30; i += 1) answers.push(await join(socket));
    expect([...new Set(answers.map(({ problem }) => problem?.code))]).toEqual([undefined, 'platform.too_many_requests']);
    expect(answers.filter(({ problem }) => !problem)).toHaveLength(20);
    expect((await join(await connect(1))).problem).toBeUndefined();
  });

  it('takes nothing more from somebody who has left the class', async () => {
    const socket = await connect(0);
    const { connectionId } = await join(socket);
    await stay(socket, connectionId, at('07:30'), at('07:40'));
    await flush();
    const known = (await app.db.rows('SELECT id FROM attendance_evidence WHERE session_id = ?', [sessionId])).length;
    await app.db.run("UPDATE enrolment_enrolment SET state = 'DROPPED' WHERE id = ?", [world.trainees[0]!.enrolmentId]);
    await stay(socket, connectionId, at('07:40'), at('07:50'));
    await flush();
    expect(await app.db.rows('SELECT id FROM attendance_evidence WHERE session_id = ?', [sessionId])).toHaveLength(known);
    expect((await ask(socket, 'heartbeat', { connectionId })).problem?.code).toBe('attendance.connection_gone');
    expect((await join(socket, connectionId)).problem?.code).toBe('attendance.not_enrolled');
  });

  it('keeps no prompt that was shown to somebody who has left the class', async () => {
    const socket = await connect(0);
    const { connectionId } = await join(socket);
    const [firstAt = 0] = await promptsAt();
    await stay(socket, connectionId, at('07:30'), new Date(firstAt - 1_000));
    await flush();
    await app.db.run("UPDATE enrolment_enrolment SET state = 'DROPPED' WHERE id = ?", [world.trainees[0]!.enrolmentId]);
    await move(new Date(firstAt + 500));
    expect((await ask(socket, 'heartbeat', { connectionId })).prompt).toMatchObject({ no: 1 });
    await flush();
    expect(await app.db.rows("SELECT id FROM attendance_evidence WHERE session_id = ? AND kind = 'PROMPT_SHOWN'", [sessionId])).toEqual([]);
  });

  it('unites two tabs on two processes, each minute once', async () => {
    const [near, far] = [await connect(0), await connect(0, 1)];
    const one = await join(near);
    const other = await join(far);
    for (const minutes of [-1, 9, 18, 27, 36, 46]) {
      await move(minutesAfter('07:30', minutes));
      await ask(near, 'heartbeat', { connectionId: one.connectionId });
      await ask(far, 'heartbeat', { connectionId: other.connectionId });
      await flush();
    }
    expect((await evidence()).person.periods[0]).toMatchObject({ state: 'CREDITED', minutesPresent: 45, minutesTotal: 45 });
    expect((await evidence()).person.minutes).toBe(46);
  });

  it('bridges a short break when the client takes up its connection on another process', async () => {
    const near = await connect(0);
    const { connectionId } = await join(near);
    await stay(near, connectionId, at('07:28'), at('07:50'));
    near.disconnect();
    await flush();
    await move(at('07:58'));
    const far = await connect(0, 1);
    expect((await ask(far, 'heartbeat', { connectionId })).problem?.code).toBe('attendance.connection_gone');
    expect((await join(far, connectionId)).connectionId).toBe(connectionId);
    await stay(far, connectionId, at('07:58'), at('08:20'));
    await flush();
    expect((await evidence()).person.periods[0]).toMatchObject({ minutesPresent: 45, state: 'CREDITED' });
  });

  it('a visit of two seconds leaves its evidence, once, and counts no time twice', async () => {
    await move(at('07:40'));
    const socket = await connect(0);
    await join(socket);
    await flush();
    await move(at('07:40:02'));
    socket.disconnect();
    await flush();
    await flush();
    const pieces = await app.db.rows("SELECT detail FROM attendance_evidence WHERE session_id = ? AND kind = 'ONLINE_INTERVAL'", [sessionId]);
    expect(pieces).toHaveLength(1);
    await move(at('08:30'));
    const { person, timeline } = await evidence();
    expect(person).toMatchObject({ status: 'PRESENT', way: 'ONLINE', minutes: 0, arrivedAt: expect.stringMatching(/^2026-11-22T00:40/), leftAt: expect.stringMatching(/^2026-11-22T00:40/) });
    expect(timeline.map((one) => one.what.code)).toEqual(['SAW_START', 'SAW_ONLINE', 'SAW_ONLINE_LEFT']);
    const listed = await app.get(AttendanceViews).list(world.lecturer, sessionId, { page: 1, size: 100, search: '', filter: 'online' });
    expect(listed.items.map((one) => one.leftAt?.slice(0, 16))).toEqual(['2026-11-22T00:40']);
    const again = await connect(0);
    const { connectionId } = await join(again);
    await stay(again, connectionId, at('08:30'), minutesAfter('08:50', 0.5));
    await flush();
    expect((await evidence()).person).toMatchObject({ minutes: 20, periods: [{ minutesPresent: 0 }, { minutesPresent: 20 }, {}, {}] });
  });

  it('waits for the answer to a prompt as long as the rules of the class say', async () => {
    const quick = await aWorld(app, (rules) => ({ ...rules, online: { ...rules.online, lostAfterSec: 660, promptOpenSec: 30 } }));
    world = quick;
    sessionId = await quick.session();
    signedIn.set('sid=0', quick.trainees[0]!.actor);
    const socket = await connect(0);
    const { connectionId } = await join(socket);
    const [firstAt = 0] = await promptsAt();
    await move(new Date(firstAt + 5_000));
    const { prompt } = (await ask(socket, 'heartbeat', { connectionId })) as unknown as { prompt: { openUntil: string } };
    expect(prompt.openUntil).toBe(new Date(firstAt + 30_000).toISOString());
    await move(new Date(firstAt + 45_000));
    expect((await ask(socket, 'heartbeat', { connectionId })).prompt).toBeNull();
    await flush();
    expect((await evidence()).timeline.map((one) => one.what.code)).toContain('SAW_PROMPT_MISSED');
  });

  it('unites room and online', async () => {
    await move(at('07:20'));
    const scan = async (kind: 'ROOM_CHECK_IN' | 'ROOM_CHECK_OUT') => {
      const { digits } = (await app.get(Projector).show(world.lecturer, sessionId)).code!;
      await app.get(CheckIns).scan(world.trainees[0]!.actor, kind, { digits });
    };
    await scan('ROOM_CHECK_IN');
    await move(at('09:00'));
    await scan('ROOM_CHECK_OUT');
    const socket = await connect(0, 1);
    const { connectionId } = await join(socket);
    await stay(socket, connectionId, at('09:10'), at('10:45'));
    await flush();
    await move(at('10:50'));
    expect(await brief()).toBe('PRESENT BOTH CCCC');
  });

  it('asks whether people are there, and stores the answer', async () => {
    const [first, other] = [await connect(0), await connect(1, 1)];
    const connections = [await join(first), await join(other)];
    const [firstAt = 0] = await promptsAt();
    expect(connections[0]!.prompt).toBeNull();
    await move(new Date(firstAt + 1_000));
    const due = await Promise.all([ask(first, 'heartbeat', { connectionId: connections[0]!.connectionId }), ask(other, 'heartbeat', { connectionId: connections[1]!.connectionId })]);
    expect(due).toMatchObject([{ prompt: { no: 1 } }, { prompt: { no: 1 } }]);
    expect(await ask(first, 'answer', { connectionId: connections[0]!.connectionId, promptNo: 1 })).toEqual({ answered: true });
    expect((await ask(first, 'heartbeat', { connectionId: connections[0]!.connectionId })).prompt).toBeNull();
    expect((await ask(first, 'answer', { connectionId: connections[0]!.connectionId, promptNo: 2 })).problem?.code).toBe('attendance.prompt_closed');
    await flush();
    expect((await evidence(0)).prompts).toMatchObject([{ no: 1, answeredAt: expect.any(String) }]);
    expect((await evidence(1)).prompts).toMatchObject([{ no: 1, answeredAt: null }]);
    await move(new Date(firstAt + 240_000));
    expect((await ask(other, 'answer', { connectionId: connections[1]!.connectionId, promptNo: 1 })).problem?.code).toBe('attendance.prompt_closed');
  });

  it('an unanswered prompt makes the session one to review, never absent', async () => {
    const [first, other] = [await connect(0), await connect(1)];
    const [answering, silent] = [await join(first), await join(other)];
    const [firstAt = 0] = await promptsAt();
    for (let now = at('07:30').getTime(); now <= at('10:45').getTime(); now += 300_000) {
      if (firstAt >= now - 300_000 && firstAt < now) {
        await move(new Date(firstAt + 500));
        expect((await ask(first, 'heartbeat', { connectionId: answering.connectionId })).prompt).toMatchObject({ no: 1 });
        await ask(first, 'answer', { connectionId: answering.connectionId, promptNo: 1 });
      }
      await move(new Date(now));
      await ask(first, 'heartbeat', { connectionId: answering.connectionId });
      await ask(other, 'heartbeat', { connectionId: silent.connectionId });
    }
    await flush();
    await move(at('10:50'));
    await app.get(AttendanceJobs).judge();
    expect([await brief(0), await brief(1)]).toEqual(['PRESENT ONLINE CCCC', 'PRESENT ONLINE CCCC']);
    expect([(await evidence(0)).person.toReview, (await evidence(1)).person.toReview]).toEqual([false, true]);
  });

  it('stores what waits when a process stops in order', async () => {
    const third = await openApi({ name: 'third', config: app.config, domains: worldDomains });
    await third.app.listen(0, '127.0.0.1');
    addresses[2] = await third.app.getUrl();
    await move(at('07:29'));
    await third.app.get(app.clock.constructor as new () => typeof app.clock).read();
    const socket = await connect(0, 2);
    const { connectionId } = await join(socket);
    await move(at('07:39'));
    await third.app.get(app.clock.constructor as new () => typeof app.clock).read();
    await ask(socket, 'heartbeat', { connectionId });
    await third.close();
    const { stretches } = await evidence();
    expect(stretches.map((one) => one.from)).toEqual([at('07:30').toISOString()]);
    expect(stretches[0]!.to > at('07:39').toISOString()).toBe(true);
  });

  it('refuses other ways, other times, other people and foreign connections', async () => {
    const [mine, theirs] = [await connect(0), await connect(1)];
    const { connectionId } = await join(mine);
    expect((await ask(theirs, 'heartbeat', { connectionId })).problem?.code).toBe('attendance.connection_gone');
    expect((await join(theirs, connectionId)).connectionId).not.toBe(connectionId);
    signedIn.set('sid=99', world.stranger);
    const stranger = await connect(99);
    expect((await join(stranger)).problem?.code).toBe('attendance.not_enrolled');
    await app.db.run("UPDATE classes_session SET mode = 'ROOM' WHERE id = ?", [sessionId]);
    expect((await join(mine)).problem?.code).toBe('attendance.room_only');
    await app.db.run("UPDATE classes_session SET mode = 'ONLINE' WHERE id = ?", [sessionId]);
    await move(at('06:50'));
    expect((await join(mine)).problem?.code).toBe('attendance.not_open_yet');
    await move(at('10:46'));
    expect((await join(mine)).problem?.code).toBe('attendance.session_over');
    expect(await ask(mine, 'heartbeat', { connectionId })).toMatchObject({ over: true, prompt: null });
    await app.db.run("UPDATE classes_session SET state = 'CANCELLED' WHERE id = ?", [sessionId]);
    expect((await join(mine)).problem?.code).toBe('attendance.session_cancelled');
  });

  it('tells those who may know, at most five times a second', async () => {
    await move(at('07:20'));
    const [lecturer, trainee] = [await connect('lecturer', 1), await connect(0)];
    const watch = (socket: Socket, topic: string, id: number) => socket.timeout(5_000).emitWithAck('watch', { topic, id });
    expect(await watch(lecturer, 'session-attendance', sessionId)).toEqual({ ok: true });
    expect(await watch(lecturer, 'check-in', sessionId)).toEqual({ ok: true });
    expect(await watch(trainee, 'my-attendance', world.trainees[0]!.enrolmentId)).toEqual({ ok: true });
    for (const [topic, id] of [['session-attendance', sessionId], ['check-in', sessionId], ['my-attendance', world.trainees[1]!.enrolmentId]] as const) {
      expect((await watch(trainee, topic, id)).problem.code).toBe('platform.not_found');
    }
    const heard: string[] = [];
    for (const socket of [lecturer, trainee]) socket.on('changed', ({ topic, id }: Change) => heard.push(`${topic} ${id}`));
    const { token } = (await app.get(Projector).show(world.lecturer, sessionId)).code!;
    await Promise.all(world.trainees.map(({ actor }) => app.get(CheckIns).scan(actor, 'ROOM_CHECK_IN', { token })));
    await expect.poll(() => new Set(heard), { timeout: 5_000 }).toEqual(new Set([`session-attendance ${sessionId}`, `check-in ${sessionId}`, `my-attendance ${world.trainees[0]!.enrolmentId}`]));
    expect(heard.length).toBeLessThan(3 * world.trainees.length);
  });
});
