import type { INestApplicationContext } from '@nestjs/common';
import { Accounts } from '@halong/identity/server';
import type { Actor, RoleGrant } from '@halong/platform/contract';
import { Database } from '@halong/platform/server';

export const demoPassword = 'halong-demo-2026';

export type Login = 'hocvien' | 'giangvien' | 'giaovu' | 'daotao' | 'thutruong' | 'chungchi' | 'quantri';

interface Persona {
  login: Login;
  name: string;
  /** Code of the unit in whose list the person stands; none for somebody who is in no list. */
  unit?: string;
  grants: readonly { role: RoleGrant['role']; unit?: string }[];
  says: string;
}

/** Domain study §5.5. */
export const personas: readonly Persona[] = [
  { login: 'hocvien', name: 'Nguyễn Thị Hoài Thu', unit: 'QN-P-HALONG', grants: [], says: 'Học viên: Phòng Văn hóa - Xã hội, phường Hạ Long' },
  { login: 'giangvien', name: 'Trần Đức Minh', unit: 'QN-NVC', grants: [{ role: 'LECTURER', unit: 'QN-NVC' }], says: 'Giảng viên: Trường Đào tạo cán bộ Nguyễn Văn Cừ' },
  { login: 'giaovu', name: 'Lê Thu Hằng', unit: 'QN-NVC', grants: [{ role: 'CLASS_COORDINATOR', unit: 'QN-NVC' }], says: 'Giáo vụ: Trường Đào tạo cán bộ Nguyễn Văn Cừ' },
  { login: 'daotao', name: 'Phạm Quang Huy', unit: 'QN-SNV', grants: [{ role: 'TRAINING_MANAGER' }], says: 'Quản lý đào tạo: Sở Nội vụ' },
  { login: 'thutruong', name: 'Vũ Hải Yến', unit: 'QN-P-HALONG', grants: [{ role: 'UNIT_HEAD', unit: 'QN-P-HALONG' }], says: 'Thủ trưởng đơn vị: Chủ tịch UBND phường Hạ Long' },
  { login: 'chungchi', name: 'Đỗ Ngọc Lan', unit: 'QN-NVC', grants: [{ role: 'CERTIFICATE_OFFICER', unit: 'QN-NVC' }], says: 'Cán bộ cấp chứng chỉ: Trường Đào tạo cán bộ Nguyễn Văn Cừ' },
  { login: 'quantri', name: 'Quản trị hệ thống', grants: [{ role: 'SYSTEM_ADMIN' }], says: 'Quản trị hệ thống' },
];

export type Actors = Record<Login, Actor>;

async function unitIdOf(db: Database, code: string): Promise<number> {
  const row = await db.row<{ id: number }>('SELECT id FROM organisation_unit WHERE code = ?', [code]);
  if (!row) throw new Error(`The demo province has no unit ${code}`);
  return row.id;
}

async function personIdOf(db: Database, { name, unit = '' }: Persona): Promise<number | null> {
  const row = await db.row<{ id: number }>(
    `SELECT p.id FROM organisation_person p JOIN organisation_employment e ON e.person_id = p.id JOIN organisation_unit_ancestor a ON a.unit_id = e.unit_id
     WHERE p.full_name = ? AND a.ancestor_id = (SELECT id FROM organisation_unit WHERE code = ?) ORDER BY p.id LIMIT 1`,
    [name, unit],
  );
  return row?.id ?? null;
}

/** Makes the seven accounts with their roles, without passwords. Runs inside a transaction. */
export async function makeAccounts(app: INestApplicationContext): Promise<Actors> {
  const db = app.get(Database);
  const accounts = app.get(Accounts, { strict: false });
  const made: [Login, Actor][] = [];
  for (const persona of personas) {
    const { login, name } = persona;
    const personId = await personIdOf(db, persona);
    const accountId = personId === null ? await accounts.createExternal({ displayName: name, login }) : await accounts.createForPerson({ personId, login });
    const grants: RoleGrant[] = [];
    for (const { role, unit } of persona.grants) {
      const scopeType = unit === undefined ? 'GLOBAL' : role === 'UNIT_HEAD' ? 'ORG_SUBTREE' : 'INSTITUTION';
      grants.push({ role, scopeType, scopeId: unit === undefined ? 0 : await unitIdOf(db, unit) });
    }
    for (const grant of grants) await accounts.grant(accountId, { ...grant, reason: 'Tỉnh minh họa' });
    made.push([login, { accountId, personId, sessionId: 0, displayName: name, grants }]);
  }
  return Object.fromEntries(made) as Actors;
}

/** Gives every demo account the demo password. */
export async function setPasswords(app: INestApplicationContext): Promise<void> {
  const rows = await app.get(Database).rows<{ id: number }>('SELECT id FROM identity_account WHERE login IN (?) ORDER BY id', [personas.map(({ login }) => login)]);
  for (const { id } of rows) await app.get(Accounts, { strict: false }).setPassword(id, demoPassword);
}

/** The table that the start prints. */
export function accountsTable(): string[] {
  const lines = personas.map(({ login, name, says }) => `  ${login.padEnd(10)}  ${name.padEnd(20)}  ${says}`);
  return ['Tài khoản minh họa · Demo accounts', `mật khẩu · password: ${demoPassword}`, '', ...lines];
}

