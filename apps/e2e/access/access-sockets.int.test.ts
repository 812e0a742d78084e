import { accountRoutes, sessionRoutes } from '@halong/identity/contract';
import { Accounts } from '@halong/identity/server';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { send } from './browser.ts';
import { domains } from '../../api/domains.ts';
import { members, type Persona } from './personas.ts';
import { eventVerdicts, topicVerdicts, type Verdict } from './verdicts.ts';
import { password, World } from './world.ts';

interface Answer {
  problem?: { status: number; code: string };
  connectionId?: string;
}

const topics = domains.flatMap((domain) => Object.values(domain.topics ?? {}));
const events = domains.flatMap((domain) => Object.values(domain.socketEvents ?? {}));

describe('sockets', () => {
  let world: World;
  const open: Socket[] = [];
  beforeAll(async () => {
    world = await World.open();
    world.ids['import'] = await world.db.insert('organisation_import', {
      kind: 'ORG_UNITS', state: 'UPLOADED', file_id: await world.file('admin'), file_name: 'units.csv', as_of: '2026-11-22', created_by: world.accountIds.admin, created_by_name: 'Quản trị', created_at: new Date(),
    });
    world.ids['document'] = await world.db.insert('materials_document', {
      file_id: await world.file('trainee'), owner_id: world.accountIds.trainee, purpose: 'SUBMISSION', name: 'bai.pdf', title: 'bai', kind: 'PDF', media_type: 'application/pdf', bytes: 1, sha256: '', classification: 'INTERNAL',
      scan: 'NONE', created_at: new Date(),
    });
  }, 120_000);
  afterEach(() => {
    for (const socket of open.splice(0)) socket.disconnect();
  });
  afterAll(() => world.app.close());

  function connect(cookie: string | undefined, headers: Record<string, string> = {}): Promise<Socket> {
    const socket = io(world.app.url, { path: '/api/ws', transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: { ...(cookie ? { cookie } : {}), ...headers } });
    open.push(socket);
    return new Promise((resolve, reject) => {
      socket.once('connect', () => resolve(socket));
      socket.once('connect_error', reject);
    });
  }
  const ask = async (socket: Socket, event: string, payload: unknown): Promise<Answer> => socket.timeout(10_000).emitWithAck(event, payload);

  /** The thing of class A that each topic is watched by. */
  const idOf = (topic: string): number => {
    const { classA, personIds, units, ids } = world;
    const things: Record<string, number | undefined> = {
      import: ids['import'], inbox: personIds.trainee, document: ids['document'], class: classA.classId, 'class-content': classA.classId, session: classA.live, 'class-enrolment': classA.classId, 'session-attendance': classA.live,
      'check-in': classA.live, 'my-attendance': classA.enrolmentId, 'grade-sheet': classA.classId, assignments: classA.classId, completion: classA.enrolmentId, 'class-completion': classA.classId,
      'unit-ledger': units.wardA, overview: 0, 'certificate-batch': ids['batch'], marking: ids['essay'],
    };
    return things[topic] ?? Number.NaN;
  };

  const outcome = ({ problem }: Answer, verdict: Verdict): string => {
    if (!problem) return 'allowed';
    return problem.status === 403 || problem.status === 404 || problem.code === verdict.refusal ? 'refused' : `${problem.status} ${problem.code}`;
  };
  const expected = (verdict: Verdict) => Object.fromEntries(members.map((who) => [who, verdict.allow.includes(who) ? 'allowed' : 'refused']));

  it('has a verdict for every topic and every event of every contract, and no other', () => {
    expect(Object.keys(topicVerdicts).sort()).toEqual(topics.map(({ name }) => name).sort());
    expect(Object.keys(eventVerdicts).sort()).toEqual(events.map(({ name }) => name).sort());
  });

  it.each(Object.entries(topicVerdicts))('watching %s', async (topic, verdict) => {
    const found: Partial<Record<Persona, string>> = {};
    for (const who of members) found[who] = outcome(await ask(await connect(world.cookies[who]), 'watch', { topic, id: idOf(topic) }), verdict);
    expect(found).toEqual(expected(verdict));
  });

  it('sending each event of the live session', async () => {
    const trainee = await connect(world.cookies.trainee);
    const { connectionId } = await ask(trainee, 'attendance.join', { sessionId: world.classA.live });
    expect(connectionId).toMatch(/^[0-9a-f-]{36}$/);
    const payloads: Record<string, object> = {
      'attendance.join': { sessionId: world.classA.live }, 'attendance.heartbeat': { connectionId }, 'attendance.answer': { connectionId, promptNo: 1 },
    };
    for (const [event, verdict] of Object.entries(eventVerdicts)) {
      const found: Partial<Record<Persona, string>> = {};
      for (const who of members) {
        const socket = who === 'trainee' ? trainee : await connect(world.cookies[who]);
        const answer = await ask(socket, event, payloads[event]);
        // Nothing is asked of the trainee at this moment: the event is theirs, the prompt is not there.
        found[who] = answer.problem?.code === 'attendance.prompt_closed' ? 'allowed' : outcome(answer, verdict);
      }
      expect([event, found]).toEqual([event, expected(verdict)]);
    }
  });

  it('refuses the handshake from another site, without a session and with one that has ended', async () => {
    await expect(connect(world.cookies.trainee, { origin: 'https://elsewhere.example' })).rejects.toThrow();
    await expect(connect(undefined)).rejects.toThrow('not_signed_in');
    await expect(connect(`sid=${'A'.repeat(43)}`)).rejects.toThrow('not_signed_in');
    const cookie = await world.signIn('otherTrainee');
    await send(world.app.url, sessionRoutes.signOut, {}, cookie);
    await expect(connect(cookie)).rejects.toThrow('not_signed_in');
  });

  it('ends the socket of an account that is disabled, and takes nothing more from it', async () => {
    const id = await world.app.get(Accounts).createExternal({ displayName: 'Giảng viên mời', login: 'khach' });
    await world.app.get(Accounts).setPassword(id, password);
    const { cookie } = await send(world.app.url, sessionRoutes.signIn, { body: { login: 'khach', password } }, undefined);
    const socket = await connect(cookie);
    const over = new Promise<string>((resolve, reject) => {
      socket.once('disconnect', () => resolve('ended'));
      setTimeout(() => reject(new Error('The socket still lives after 5 seconds')), 5_000).unref();
    });
    const { version } = (await world.db.row<{ version: number }>('SELECT version FROM identity_account WHERE id = ?', [id]))!;
    const reply = await send(world.app.url, accountRoutes.disableAccount, { params: { id }, body: { reason: 'Đã nghỉ việc', version } }, world.cookies.admin);
    expect(reply.status).toBe(200);
    expect(await over).toBe('ended');
    await expect(connect(cookie)).rejects.toThrow('not_signed_in');
    expect((await send(world.app.url, sessionRoutes.getMe, {}, cookie)).status).toBe(401);
  });

  it('ends the socket of a browser that signs out', async () => {
    const cookie = await world.signIn('lecturer');
    const socket = await connect(cookie);
    const over = new Promise<string>((resolve) => socket.once('disconnect', () => resolve('ended')));
    await send(world.app.url, sessionRoutes.signOut, {}, cookie);
    const answer = await Promise.race([over, socket.timeout(10_000).emitWithAck('watch', { topic: 'class', id: world.classA.classId }).then((one: Answer) => one.problem?.code, () => 'ended')]);
    expect(['ended', 'platform.not_signed_in']).toContain(answer);
    expect(await over).toBe('ended');
  });

});
