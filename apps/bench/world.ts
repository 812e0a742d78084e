import { createHash, randomBytes } from 'node:crypto';
import { defaultRuleSets } from '@halong/regulations/contract';
import { addDays, dayOf } from '@halong/platform/contract';
import type { Database } from '@halong/platform/server';
import { attendanceRow, classRows, enrolmentRow, provinceRows, personRow, type ClassRows, type ProvinceRows } from '@halong/testing/server';

export interface World {
  province: ProvinceRows;
  main: ClassRows;
  traineeCookie: string;
  lecturerCookie: string;
  administratorCookie: string;
}

/** An account with a session of its own, written as rows: the bench measures requests, not sign-ins. */
async function signedIn(db: Database, login: string, personId: number | null, role?: { role: string; scopeType: string; scopeId: number }): Promise<string> {
  const accountId = await db.insert('identity_account', { login, display_name: login, sort_name: login, search_key: login, person_id: personId } as never);
  if (role) await db.insert('identity_role_grant', { account_id: accountId, role: role.role, scope_type: role.scopeType, scope_id: role.scopeId, valid_from: '2026-01-01' });
  const token = randomBytes(32).toString('base64url');
  const now = new Date();
  const later = new Date(now.getTime() + 12 * 3_600_000);
  await db.insert('identity_session', { account_id: accountId, token_hash: createHash('sha256').update(token).digest('hex'), created_at: now, seen_at: now, expires_at: later });
  return `sid=${token}`;
}

/** A class of 50 whose sessions are today and the next days, with people who may read and mark. */
export async function buildWorld(db: Database): Promise<World> {
  const province = await provinceRows(db);
  const today = dayOf(Date.now());
  const main = await classRows(db, {
    province, code: 'QLNN-CV', rules: defaultRuleSets.QLNN.rules, days: [-1, 0, 1, 2].map((offset) => addDays(today, offset)),
    trainees: Array.from({ length: 50 }, (_, at) => `Nguyễn Văn ${String.fromCharCode(65 + (at % 26))}${at}`),
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
    traineeCookie: await signedIn(db, 'hocvien', main.trainees[0]?.personId ?? 0),
    lecturerCookie: await signedIn(db, 'giangvien', teacher, { role: 'LECTURER', scopeType: 'INSTITUTION', scopeId: province.institutionId }),
    administratorCookie: await signedIn(db, 'quantri', null, { role: 'SYSTEM_ADMIN', scopeType: 'GLOBAL', scopeId: 0 }),
  };
}

/** A hundred times the people, classes and enrolments. */
export async function growHundredfold(db: Database, world: World): Promise<void> {
  for (let copy = 0; copy < 99; copy += 1) {
    const more = await classRows(db, { province: world.province, code: `THEM-${copy}`, rules: defaultRuleSets.QLNN.rules, days: ['2026-03-02'] });
    const names = Array.from({ length: 50 }, (_, at) => `Lê Thị ${String.fromCharCode(65 + (at % 26))}${copy}x${at}`);
    for (const name of names) {
      const person = await personRow(db, name, world.province.communeId);
      await enrolmentRow(db, more.classId, person, name, world.province.communeId);
    }
  }
}
