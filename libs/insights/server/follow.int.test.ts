import { createHash, randomBytes } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { assessment, assessmentMessages } from '@halong/assessment/server';
import { attendance, attendanceRecorded } from '@halong/attendance/server';
import { catalogue } from '@halong/catalogue/server';
import { certification } from '@halong/certification/server';
import { classes } from '@halong/classes/server';
import { completion } from '@halong/completion/server';
import { enrolment } from '@halong/enrolment/server';
import { identity } from '@halong/identity/server';
import { materials } from '@halong/materials/server';
import { notifications } from '@halong/notifications/server';
import { organisation } from '@halong/organisation/server';
import { Outbox } from '@halong/platform/server';
import { defaultRuleSets } from '@halong/regulations/contract';
import { regulations } from '@halong/regulations/server';
import { attendanceRow, classRows, fileRow, provinceRows, testInstallation, type ClassRows, type ProvinceRows, type TestInstallation } from '@halong/testing/server';
import { insights } from './index.ts';

let app: TestInstallation;
let province: ProvinceRows;
let rows: ClassRows;
let socket: Socket;
const newCookie = () => `sid=${randomBytes(32).toString('base64url')}`;
const cookies = { manager: newCookie(), head: newCookie() };

/** An account with a session of its own, written as rows. */
async function signedIn(cookie: string, role: string, scopeType: string, scopeId: number): Promise<void> {
  const accountId = await app.db.insert('identity_account', { login: role.toLowerCase(), display_name: role, sort_name: role, search_key: role.toLowerCase() });
  await app.db.insert('identity_role_grant', { account_id: accountId, role, scope_type: scopeType, scope_id: scopeId, valid_from: '2026-01-01' });
  const now = app.clock.millis();
  await app.db.insert('identity_session', {
    account_id: accountId, token_hash: createHash('sha256').update(cookie.slice(4)).digest('hex'), created_at: new Date(now), seen_at: new Date(now), expires_at: new Date(now + 12 * 3_600_000),
  });
}

beforeAll(async () => {
  app = await testInstallation([organisation, identity, regulations, catalogue, notifications, classes, enrolment, materials, attendance, assessment, completion, certification, insights], { background: true, http: true });
  province = await provinceRows(app.db);
  const today = app.clock.today();
  rows = await classRows(app.db, { province, code: 'THEO', rules: defaultRuleSets.QLNN.rules, days: [today], over: 1, trainees: ['Nguyễn Thị Hoài Thu'], year: Number(today.slice(0, 4)), state: 'GRADING' });
  await signedIn(cookies.manager, 'TRAINING_MANAGER', 'GLOBAL', 0);
  await signedIn(cookies.head, 'UNIT_HEAD', 'ORG_SUBTREE', province.communeId);
});
afterAll(async () => {
  socket?.disconnect();
  await app.close();
});

const ask = async <T>(path: string, cookie: string): Promise<T> => (await (await fetch(`${app.url}/api${path}`, { headers: { cookie } })).json()) as T;
const connect = (cookie: string): Promise<Socket> => {
  const opened = io(app.url, { path: '/api/ws', transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: { cookie } });
  return new Promise((resolve, reject) => opened.once('connect', () => resolve(opened)).once('connect_error', reject));
};
/** The next word that one of these topics has changed; who hears it asks again, as the screens do. */
const heard = (name: string, id: number) => new Promise<void>((resolve) => {
  const listen = (change: { topic: string; id: number }) => {
    if (change.topic !== name || change.id !== id) return;
    socket.off('changed', listen);
    resolve();
  };
  socket.on('changed', listen);
});
const publish = (work: (outbox: Outbox) => Promise<unknown>) => app.db.transaction(() => work(app.get(Outbox)));
interface Numbers { headcount: number; completedHeadcount: number }
interface UnitNumbers { items: { figures: { counted: number; onTheWay: number } }[] }

it('numbers follow what happens: the screens of manager and unit head are told, and what they ask for then is new', { timeout: 60_000 }, async () => {
  socket = await connect(cookies.manager);
  for (const [topic, id] of [['overview', 0], ['unit-ledger', province.communeId]] as const) expect(await socket.timeout(5_000).emitWithAck('watch', { topic, id })).toEqual({ ok: true });
  const unit = () => ask<UnitNumbers>(`/units/${province.communeId}/compliance`, cookies.head);
  const [trainee] = rows.trainees;

  const [overviewTold, unitTold] = [heard('overview', 0), heard('unit-ledger', province.communeId)];
  await attendanceRow(app.db, rows.sessionIds[0]!, trainee!.enrolmentId, 4);
  await publish((outbox) => outbox.publish(attendanceRecorded, { sessionId: rows.sessionIds[0]!, enrolmentId: trainee!.enrolmentId }));
  await Promise.all([overviewTold, unitTold]);
  expect((await unit()).items.map(({ figures: { counted, onTheWay } }) => [counted, onTheWay])).toEqual([[0, 4]]);
  expect(await ask<Numbers>('/overview', cookies.manager)).toMatchObject({ headcount: 1, completedHeadcount: 0 });

  const completed = heard('overview', 0);
  await app.db.insert('assessment_grade_sheet', { class_id: rows.classId, state: 'PUBLISHED', components: '[]' });
  await app.db.insert('assessment_recognition', { class_id: rows.classId, decision_no: '1/QĐ', decision_date: app.clock.today(), signer: 'Nguyễn Đình Hưng', file_id: await fileRow(app.db, 1) });
  await app.db.run("UPDATE enrolment_enrolment SET state = 'PASSED' WHERE id = ?", [trainee!.enrolmentId]);
  await publish((outbox) => outbox.publish(assessmentMessages.recognised, { classId: rows.classId }));
  await completed;
  expect((await unit()).items.map(({ figures: { counted, onTheWay } }) => [counted, onTheWay])).toEqual([[4, 0]]);
  expect(await ask<Numbers>('/overview', cookies.manager)).toMatchObject({ headcount: 1, completedHeadcount: 1 });
});
