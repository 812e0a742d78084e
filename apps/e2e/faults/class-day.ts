import { createHash, randomBytes } from 'node:crypto';
import { defaultRuleSets } from '@halong/regulations/contract';
import { classRows, provinceRows, type ClassRows, type ProvinceRows, type TestInstallation } from '@halong/testing/server';

const surnames = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Vũ', 'Đặng', 'Bùi', 'Đỗ'];
const given = ['An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hà', 'Khánh', 'Lan', 'Minh', 'Ngọc'];
const components = [
  { key: 'kiem-tra', nameVi: 'Kiểm tra', nameEn: 'Test', weight: 0.4, required: true },
  { key: 'tieu-luan', nameVi: 'Tiểu luận', nameEn: 'Essay', weight: 0.6, required: true },
];

/** A class in the middle of a morning, with a coordinator and trainees who are signed in. */
export interface ClassDay {
  province: ProvinceRows;
  rows: ClassRows;
  sessionId: number;
  /** The Cookie header of the coordinator. */
  coordinator: string;
  trainees: { enrolmentId: number; personId: number; cookie: string }[];
}

/** An account with a password nobody knows and a session that is open; answers its Cookie header. */
export async function signedIn(app: TestInstallation, login: string, { personId = null as number | null, roles = [] as string[] }): Promise<string> {
  const { db, clock } = app;
  const token = randomBytes(32).toString('base64url');
  const now = clock.now();
  const account = await db.insert('identity_account', { login, display_name: login, person_id: personId, email: `${login}@halong.example`, password_hash: 'none' });
  for (const role of roles) await db.insert('identity_role_grant', { account_id: account, role, scope_type: 'GLOBAL', scope_id: 0, valid_from: '2026-01-01' });
  await db.insert('identity_session', {
    account_id: account, token_hash: createHash('sha256').update(token).digest('hex'), own_device: roles.length === 0, created_at: now, seen_at: now, expires_at: new Date(now.getTime() + 12 * 3_600_000),
  });
  return `sid=${token}`;
}

/** @param size how many trainees */
export async function classDay(app: TestInstallation, size: number): Promise<ClassDay> {
  await app.clock.moveTo(new Date('2026-10-01T09:00:00+07:00'));
  const province = await provinceRows(app.db);
  const names = Array.from({ length: size }, (_, at) => `${surnames[at % surnames.length]} ${given[at % given.length]} ${given[Math.floor(at / given.length) % given.length]}`);
  const rows = await classRows(app.db, { province, code: 'LD-PX', rules: defaultRuleSets.QLNN.rules, components, days: ['2026-10-01'], trainees: names });
  const coordinator = await signedIn(app, 'giaovu', { roles: ['CLASS_COORDINATOR', 'TRAINING_MANAGER'] });
  const trainees: ClassDay['trainees'] = [];
  for (const [at, { enrolmentId, personId }] of rows.trainees.entries()) {
    trainees.push({ enrolmentId, personId, cookie: await signedIn(app, `hocvien${at + 1}`, { personId }) });
  }
  return { province, rows, sessionId: rows.sessionIds[0]!, coordinator, trainees };
}
