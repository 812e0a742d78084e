import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Pool } from 'mysql2';
import { foldVietnamese, givenNameKey } from '@halong/platform/contract';
import { anActor, testInstallation, type TestInstallation } from '@halong/testing/server';
import { at, aWorld, signedIn, worldDomains, type World } from '../attendance-world.testing.ts';
import { AttendanceListener } from './attendance.listener.ts';
import { AttendanceViews } from './attendance.service.ts';

describe('attendance over HTTP', () => {
  let app: TestInstallation;
  let world: World;
  let sessionId: number;
  beforeAll(async () => {
    app = await testInstallation(worldDomains, { http: true, background: true });
    await app.clock.moveTo(at('07:20'));
    world = await aWorld(app);
    sessionId = await world.session();
    for (const [name, actor] of Object.entries({ lecturer: world.lecturer, coordinator: world.coordinator, trainee: world.trainees[0]!.actor, other: world.trainees[1]!.actor, head: anActor({ grants: [{ role: 'UNIT_HEAD', scopeType: 'ORG_SUBTREE', scopeId: world.institutionId }] }) })) {
      signedIn.set(`sid=${name}`, actor);
    }
  });
  afterAll(() => app.close());

  const send = async (who: string | null, method: 'GET' | 'POST', path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const sent = new Headers(headers);
    if (who !== null) sent.set('cookie', `sid=${who}`);
    if (body !== undefined) sent.set('content-type', body instanceof Uint8Array ? 'application/octet-stream' : 'application/json');
    const content = body === undefined ? {} : { body: body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body) };
    const response = await fetch(`${app.url}/api${path}`, { method, headers: sent, ...content });
    const text = await response.text();
    return { status: response.status, body: response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text };
  };
  const mine = () => `/sessions/${sessionId}/attendance/${world.trainees[0]!.enrolmentId}`;

  it('takes a morning from the code to the closed list', async () => {
    const { body: code } = await send('lecturer', 'GET', `/sessions/${sessionId}/check-code`);
    expect(code).toMatchObject({ window: 'OPEN', counts: { expected: 6, pending: 6 } });
    const receipt = await send('trainee', 'POST', '/check-in', { digits: code.code.digits });
    expect(receipt).toMatchObject({ status: 200, body: { status: 'PRESENT', repeated: false } });
    expect(await send('trainee', 'POST', '/check-in', { token: code.code.token }, { 'idempotency-key': 'again-and-again' })).toMatchObject({ status: 200, body: { repeated: true, at: receipt.body.at } });
    await app.clock.moveTo(at('08:00'));
    const key = { 'idempotency-key': 'mark-one-2026' };
    const marked = await send('lecturer', 'POST', `${mine()}/mark`, { status: 'PRESENT', reason: 'Theo phiếu ký' }, key);
    expect(marked).toMatchObject({ status: 200, body: { person: { status: 'PRESENT' }, can: { mark: true, decide: [1, 2, 3, 4] } } });
    expect(await send('lecturer', 'POST', `${mine()}/mark`, { status: 'PRESENT', reason: 'Theo phiếu ký' }, key)).toEqual(marked);
    const pieces = await app.db.rows("SELECT id FROM attendance_evidence WHERE session_id = ? AND kind = 'MANUAL'", [sessionId]);
    expect(pieces).toHaveLength(1);
    expect(await send('lecturer', 'POST', `${mine()}/periods/1`, { credited: false, reason: 'Không có trong phòng' })).toMatchObject({ body: { person: { periods: [{ no: 1, state: 'NOT_CREDITED' }, {}, {}, {}] } } });
    expect(await send('lecturer', 'POST', `${mine()}/check-out`, { reason: 'Xin về' })).toMatchObject({ status: 200 });
    expect(await send('trainee', 'GET', `/sessions/${sessionId}/my-attendance`)).toMatchObject({ status: 200, body: { person: { fullName: 'Nguyễn Thị Hoài Thu' }, can: { mark: false, decide: [] } } });
    expect(await send('lecturer', 'POST', `/sessions/${sessionId}/attendance/mark-present`, { enrolmentIds: world.trainees.map((one) => one.enrolmentId), reason: 'Theo phiếu ký' })).toMatchObject({ body: { marked: 6 } });
    expect(await send('lecturer', 'GET', `/sessions/${sessionId}/attendance?filter=room`)).toMatchObject({ status: 200, body: { total: 1, counts: { all: 6 } } });
    expect(await send('lecturer', 'GET', `/classes/${world.classId}/attendance-summary`)).toMatchObject({ status: 200, body: { total: 6 } });
    expect(await send('trainee', 'GET', `/my/absence?classId=${world.classId}`)).toMatchObject({ status: 200, body: { barred: false } });
  });

  it('takes the document of an excuse and gives it to those who may see it', async () => {
    const upload = (name: string, content: string) =>
      send('coordinator', 'POST', `/attendance-files?name=${encodeURIComponent(name)}`, new TextEncoder().encode(content));
    expect(await upload('đơn.pdf', '<html></html>')).toMatchObject({ status: 400, body: { code: 'attendance.document_type' } });
    const { body: file } = await upload('Giấy mời.pdf', `%PDF-1.4 ${'x'.repeat(50_000)}`);
    expect(file).toMatchObject({ name: 'Giấy mời.pdf', bytes: 50_009 });
    expect(await send('coordinator', 'POST', `${mine()}/excuse`, { documentFileId: file.fileId, reason: 'Họp tỉnh' })).toMatchObject({ status: 200, body: { person: { status: 'EXCUSED' } } });
    expect((await send('lecturer', 'GET', `${mine()}/documents/${file.fileId}`)).body).toHaveLength(50_009);
    expect(await send('trainee', 'GET', `${mine()}/documents/${file.fileId}`)).toMatchObject({ status: 404 });
  });

  it('takes the document from a coordinator by the staff of the class alone', async () => {
    const personId = await app.db.insert('organisation_person', { full_name: 'Ngô Bảo Trâm', sort_name: givenNameKey('Ngô Bảo Trâm'), search_key: foldVietnamese('Ngô Bảo Trâm') });
    await app.db.insert('classes_staff', { class_id: world.classId, person_id: personId, role: 'COORDINATOR' });
    signedIn.set('sid=named', anActor({ personId, displayName: 'Ngô Bảo Trâm' }));
    const { status, body: file } = await send('named', 'POST', '/attendance-files?name=don.pdf', new TextEncoder().encode('%PDF-1.4 đơn'));
    expect(status).toBe(200);
    const enrolmentId = world.trainees[3]!.enrolmentId;
    expect(await send('named', 'POST', `/sessions/${sessionId}/attendance/${enrolmentId}/excuse`, { documentFileId: file.fileId, reason: 'Ốm, có đơn' })).toMatchObject({ status: 200, body: { person: { status: 'EXCUSED' } } });
  });

  it('shows a record that holds no judgement as not judged yet', async () => {
    const enrolmentId = world.trainees[4]!.enrolmentId;
    const other = await world.session();
    await app.db.run(
      `INSERT INTO attendance_record (session_id, enrolment_id, status, way, periods_credited, periods_total, minutes, judgement) VALUES (?, ?, 'PENDING', 'NONE', 0, 4, 0, '{}')`,
      [other, enrolmentId],
    );
    const { status, body } = await send('lecturer', 'GET', `/sessions/${other}/attendance`);
    expect(status).toBe(200);
    expect(body.items.find((one: { enrolmentId: number }) => one.enrolmentId === enrolmentId)).toMatchObject({ status: 'PENDING', periods: [{ no: 1 }, { no: 2 }, { no: 3 }, { no: 4 }] });
    expect(await send('lecturer', 'POST', `/sessions/${other}/attendance/${enrolmentId}/mark`, { status: 'PRESENT', reason: 'Theo phiếu ký' })).toMatchObject({ status: 200, body: { person: { status: 'PRESENT' } } });
  });

  it('is closed to everybody else', async () => {
    const refused: [string | null, 'GET' | 'POST', string, unknown, number][] = [
      [null, 'GET', `/sessions/${sessionId}/attendance`, undefined, 401],
      [null, 'POST', '/check-in', { digits: '123456' }, 401],
      ['other', 'GET', `/sessions/${sessionId}/attendance`, undefined, 404],
      ['other', 'GET', mine(), undefined, 404],
      ['other', 'GET', `/sessions/${sessionId}/check-code`, undefined, 404],
      ['other', 'POST', `${mine()}/mark`, { status: 'PRESENT', reason: 'Theo phiếu ký' }, 404],
      ['other', 'GET', `/classes/${world.classId}/attendance-summary`, undefined, 404],
      ['head', 'GET', `/sessions/${sessionId}/attendance`, undefined, 404],
      ['head', 'GET', `/sessions/${sessionId}/my-attendance`, undefined, 404],
      ['head', 'POST', '/check-in', { digits: '123456' }, 409],
      ['lecturer', 'POST', `${mine()}/excuse`, { documentFileId: 1, reason: 'Họp tỉnh' }, 403],
      ['lecturer', 'POST', '/attendance-files?name=a.pdf', new Uint8Array([1]), 403],
      ['trainee', 'POST', '/attendance-files?name=a.pdf', new Uint8Array([1]), 403],
      ['trainee', 'POST', '/check-in', { digits: '123456', token: 'x' }, 400],
      ['lecturer', 'GET', '/sessions/999999/attendance', undefined, 404],
    ];
    for (const [who, method, path, body, status] of refused) expect([who, path, (await send(who, method, path, body)).status]).toEqual([who, path, status]);
  });

  it('gives everybody a record when the clock ends the session, and closes it', async () => {
    const other = await world.session();
    await app.clock.moveTo(at('10:50'));
    const missing = () => app.db.rows("SELECT enrolment_id FROM attendance_record WHERE session_id = ? AND status = 'UNEXCUSED'", [other]);
    await expect.poll(async () => (await missing()).length, { timeout: 25_000, interval: 500 }).toBe(6);
    await expect.poll(async () => (await app.db.row<{ state: string }>('SELECT state FROM classes_session WHERE id = ?', [sessionId]))?.state, { timeout: 25_000, interval: 500 }).toBe('ENDED');
    expect(await send('lecturer', 'POST', `/sessions/${sessionId}/attendance/lock`, { openCases: true })).toMatchObject({ status: 200 });
    expect((await send('lecturer', 'GET', `/sessions/${sessionId}/attendance`)).body.session).toMatchObject({ state: 'ATTENDANCE_LOCKED', lockedAt: expect.any(String) });
  });

  it('judges again when the session is switched to online', async () => {
    const switched = await world.session({ day: '2026-11-25' });
    await app.clock.moveTo(at('07:20', '2026-11-25'));
    const { body: code } = await send('lecturer', 'GET', `/sessions/${switched}/check-code`);
    await send('other', 'POST', '/check-in', { token: code.code.url });
    const record = () => app.db.row('SELECT way, to_review FROM attendance_record WHERE session_id = ? AND enrolment_id = ?', [switched, world.trainees[1]!.enrolmentId]);
    expect(await record()).toEqual({ way: 'ROOM', to_review: 0 });
    await app.db.run("UPDATE classes_session SET mode = 'ONLINE' WHERE id = ?", [switched]);
    const before = { startsAt: at('07:30').toISOString(), endsAt: at('10:45').toISOString(), mode: 'BOTH' as const, roomId: null, place: null, lecturerIds: [] };
    const event = { sessionId: switched, classId: world.classId, changes: ['MODE' as const], reason: 'Mưa bão', before };
    await app.db.transaction(() => app.get(AttendanceListener).changed(event));
    expect(await record()).toEqual({ way: 'NONE', to_review: 1 });
  });

  it('asks the database the same number of questions for six trainees and for sixty', async () => {
    const pool = (app.db.source.driver as unknown as { pool: Pool }).pool;
    let statements = 0;
    const count = () => (statements += 1);
    const asked = async () => {
      statements = 0;
      pool.on('acquire', count);
      const { total } = await app.get(AttendanceViews).list(world.lecturer, sessionId, { page: 1, size: 100, search: '', filter: 'all' });
      pool.off('acquire', count);
      return { total, statements };
    };
    // The process reads its clock now and then: of some rounds the smallest is the list's own.
    const fewest = async () => Math.min((await asked()).statements, (await asked()).statements, (await asked()).statements);
    const few = await fewest();
    for (let i = 0; i < 54; i += 1) {
      const name = `Người Thứ ${i}`;
      const personId = await app.db.insert('organisation_person', { full_name: name, sort_name: givenNameKey(name), search_key: foldVietnamese(name) });
      await app.db.insert('enrolment_enrolment', { class_id: world.classId, person_id: personId, state: 'ACTIVE', full_name: name, sort_name: givenNameKey(name), search_key: foldVietnamese(name), unit_name: 'Xã' });
    }
    expect(few).toBeGreaterThan(0);
    expect((await asked()).total).toBe(60);
    expect(await fewest()).toBe(few);
  });
});
