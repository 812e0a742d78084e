import { createHash, randomBytes } from 'node:crypto';
import { defaultRuleSets } from '@halong/regulations/contract';
import { addDays, dayOf } from '@halong/platform/contract';
import type { Database } from '@halong/platform/server';
import { attendanceRow, classRows, provinceRows, personRow, type ClassRows, type ProvinceRows } from '@halong/testing/server';

export interface World {
  province: ProvinceRows;
  main: ClassRows;
  /** Cells of sessions that have just ended, as a lecturer goes through them: few words about each person. */
  toMark: { sessionId: number; enrolmentId: number }[];
  /** The rules that its classes were decided with. */
  rules: unknown;
  traineeCookie: string;
  lecturerCookie: string;
  administratorCookie: string;
  coordinatorCookie: string;
  officerCookie: string;
  /** The focal point of the commune. */
  unitCookie: string;
}

/** An account with a session of its own, written as rows: the bench measures requests, not sign-ins. */
export async function signedIn(db: Database, login: string, personId: number | null, role?: { role: string; scopeType: string; scopeId: number }): Promise<string> {
  const accountId = await db.insert('identity_account', { login, display_name: login, sort_name: login, search_key: login, person_id: personId } as never);
  if (role) await db.insert('identity_role_grant', { account_id: accountId, role: role.role, scope_type: role.scopeType, scope_id: role.scopeId, valid_from: '2026-01-01' });
  const token = randomBytes(32).toString('base64url');
  const now = new Date();
  const later = new Date(now.getTime() + 12 * 3_600_000);
  await db.insert('identity_session', { account_id: accountId, token_hash: createHash('sha256').update(token).digest('hex'), created_at: now, seen_at: now, expires_at: later });
  return `sid=${token}`;
}

const rules = defaultRuleSets.QLNN.rules;

/** Twenty sessions of a class of 50 that ended two hours ago, whatever the time of day: attendance is locked a day later. */
async function cellsToMark(db: Database, province: ProvinceRows, lecturer: number): Promise<World['toMark']> {
  const days = Array.from({ length: 20 }, (_, at) => addDays('2026-03-02', at));
  const { sessionIds, trainees } = await classRows(db, { province, code: 'DIEM-DANH', rules, days, trainees: names('Phạm Thị', 50) });
  const ended = new Date(Date.now() - 2 * 3_600_000);
  for (const table of ['classes_session_period p JOIN classes_session s ON s.id = p.session_id', 'classes_session p JOIN classes_session s ON s.id = p.id']) {
    await db.run(
      `UPDATE ${table} SET p.starts_at = TIMESTAMPADD(SECOND, TIMESTAMPDIFF(SECOND, s.ends_at, p.starts_at), ?), p.ends_at = TIMESTAMPADD(SECOND, TIMESTAMPDIFF(SECOND, s.ends_at, p.ends_at), ?) WHERE s.id IN (?)`,
      [ended, ended, sessionIds],
    );
  }
  await db.insertMany('classes_session_lecturer', sessionIds.map((session) => ({ session_id: session, lecturer_id: lecturer })));
  return sessionIds.flatMap((sessionId) => trainees.map(({ enrolmentId }) => ({ sessionId, enrolmentId })));
}

export const names = (family: string, count: number): string[] => Array.from({ length: count }, (_, at) => `${family} ${String.fromCharCode(65 + (at % 26))}${at}`);

/** A class of 50 whose sessions are today and the next days, with people who may read and mark. */
export async function buildWorld(db: Database): Promise<World> {
  const province = await provinceRows(db);
  const today = dayOf(Date.now());
  const main = await classRows(db, {
    province, code: 'QLNN-CV', rules, days: [-1, 0, 1, 2].map((offset) => addDays(today, offset)),
    trainees: names('Nguyễn Văn', 50),
  });
  const yesterday = main.sessionIds[0] ?? 0;
  await db.run("UPDATE classes_session SET state = 'ENDED' WHERE id = ?", [yesterday]);
  for (const { enrolmentId } of main.trainees) await attendanceRow(db, yesterday, enrolmentId, 4);
  const teacher = await personRow(db, 'Trần Đức Minh', province.institutionId);
  const lecturer = await db.insert('classes_lecturer', { person_id: teacher, institution_id: province.institutionId, kind: 'INTERNAL', title: 'TS.' });
  await db.insertMany('classes_session_lecturer', main.sessionIds.map((session) => ({ session_id: session, lecturer_id: lecturer })));
  return {
    province,
    main,
    rules,
    toMark: await cellsToMark(db, province, lecturer),
    traineeCookie: await signedIn(db, 'hocvien', main.trainees[0]?.personId ?? 0),
    lecturerCookie: await signedIn(db, 'giangvien', teacher, { role: 'LECTURER', scopeType: 'INSTITUTION', scopeId: province.institutionId }),
    administratorCookie: await signedIn(db, 'quantri', null, { role: 'SYSTEM_ADMIN', scopeType: 'GLOBAL', scopeId: 0 }),
    coordinatorCookie: await signedIn(db, 'giaovu', null, { role: 'CLASS_COORDINATOR', scopeType: 'GLOBAL', scopeId: 0 }),
    officerCookie: await signedIn(db, 'vanbang', null, { role: 'CERTIFICATE_OFFICER', scopeType: 'GLOBAL', scopeId: 0 }),
    unitCookie: await signedIn(db, 'daumoi', await personRow(db, 'Vũ Thị Lan', province.communeId), { role: 'UNIT_FOCAL_POINT', scopeType: 'ORG_SUBTREE', scopeId: province.communeId }),
  };
}
