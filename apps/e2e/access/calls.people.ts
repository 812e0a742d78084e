import { readFileSync } from 'node:fs';
import { importRoutes } from '@halong/organisation/contract';
import { Accounts } from '@halong/identity/server';
import { catalogueCalls } from './calls.catalogue.ts';
import { send, type Call } from './browser.ts';
import { nameOf, type Persona } from './personas.ts';
import { password, type World } from './world.ts';

/** Makes one valid call on things that exist; what the route uses up is fresh. */
export type MakeCall = (world: World, who: Persona) => Call | Promise<Call>;
export type Calls = Record<string, MakeCall>;

const nothing: MakeCall = () => ({});
const reason = 'Theo đề nghị của đơn vị';

const unitFile = Buffer.from('code,parent_code,name_vi,name_en,type,valid_from,valid_to,predecessor_codes\nQN-P-MOI,QN,Phường Mới,New Ward,WARD,,,\n');
const peopleFile = readFileSync(new URL('../samples/people.xlsx', import.meta.url));

/** An import of one unit, as far as it is wanted. Only administrators get further than the door, so for others one is enough. */
async function anImport(world: World, who: Persona, until: 'MAPPING' | 'CHECKED' | 'DONE', kind: 'ORG_UNITS' | 'PEOPLE' = 'ORG_UNITS', list = peopleFile): Promise<{ id: number; version: number; willWrite: number; columns: Record<string, number> }> {
  const known = world.ids['import'];
  if (who !== 'admin' && known !== undefined) return { id: known, version: 1, willWrite: 1, columns: { code: 1 } };
  const ask = async (route: (typeof importRoutes)[keyof typeof importRoutes], call: Call) => {
    const reply = await send(world.app.url, route, call, world.cookies.admin);
    if (reply.status !== 200) throw new Error(`${route.path}: ${reply.text}`);
    await world.app.settled();
    return JSON.parse(reply.text) as { id: number; version: number; willWrite: number; state: string; mapping: { fields: { field: string; proposed: number | null }[] } };
  };
  const file = kind === 'PEOPLE' ? list : unitFile;
  const { id } = await ask(importRoutes.startImport, { query: { kind, name: kind === 'PEOPLE' && list === peopleFile ? 'people.xlsx' : 'list.csv' }, file });
  world.ids['import'] ??= id;
  const read = await ask(importRoutes.getImport, { params: { id } });
  const columns = Object.fromEntries(read.mapping.fields.flatMap(({ field, proposed }) => (proposed === null ? [] : [[field, proposed]])));
  if (until === 'MAPPING') return { ...read, columns };
  await ask(importRoutes.mapColumns, { params: { id }, body: { version: read.version, columns } });
  const checked = await ask(importRoutes.getImport, { params: { id } });
  if (until === 'CHECKED') return { ...checked, columns };
  await ask(importRoutes.runImport, { params: { id }, body: { version: checked.version, expected: checked.willWrite } });
  return { ...(await ask(importRoutes.getImport, { params: { id } })), columns };
}

async function rowToDecide(world: World, who: Persona): Promise<Call> {
  if (who !== 'admin') return { params: { id: (await anImport(world, who, 'MAPPING')).id, rowNo: 9 }, body: { decision: null } };
  const { id } = await anImport(world, who, 'CHECKED', 'PEOPLE');
  const row = await world.db.row<{ rowNo: number }>('SELECT row_no AS rowNo FROM organisation_import_row WHERE import_id = ? AND question IS NOT NULL LIMIT 1', [id]);
  return { params: { id, rowNo: row?.rowNo ?? 0 }, body: { decision: { unitId: world.units.wardA } } };
}

async function rowToMend(world: World, who: Persona): Promise<Call> {
  const body = { cells: { name: 'Lò Thị Thử' } };
  if (who !== 'admin') return { params: { id: (await anImport(world, who, 'MAPPING')).id, rowNo: 9 }, body };
  const { id } = await anImport(world, who, 'CHECKED', 'PEOPLE');
  const row = await world.db.row<{ rowNo: number }>("SELECT row_no AS rowNo FROM organisation_import_row WHERE import_id = ? AND bucket = 'REJECTED' LIMIT 1", [id]);
  return { params: { id, rowNo: row?.rowNo ?? 0 }, body };
}

/** A list whose one row has a birthday in another form, for which something is suggested. */
const oddDay = Buffer.from('Họ và tên,Ngày sinh,Số định danh,Đơn vị\nLò Thị Thử,1980/02/01,099180000009,Sở Nội vụ\n');

async function rowWithSuggestion(world: World, who: Persona): Promise<Call> {
  if (who !== 'admin') return { params: { id: (await anImport(world, who, 'MAPPING')).id, rowNo: 2 }, body: {} };
  return { params: { id: (await anImport(world, who, 'CHECKED', 'PEOPLE', oddDay)).id, rowNo: 2 }, body: {} };
}

async function rowToLeaveOut(world: World, who: Persona): Promise<Call> {
  return { params: { id: (await anImport(world, who, 'CHECKED')).id, rowNo: 2 }, body: { leftOut: true } };
}

const personToCorrect: MakeCall = async (world) => {
  const person = await world.db.row<{ version: number }>('SELECT version FROM organisation_person WHERE id = ?', [world.personIds.trainee]);
  return { params: { id: world.personIds.trainee }, body: { version: person?.version ?? 1, reason, phone: `09500${String(10_000 + world.next()).slice(-5)}` } };
};

const organisationCalls: Calls = {
  'GET /health/live': nothing,
  'GET /health/ready': nothing,
  'GET /openapi.json': nothing,
  'GET /units': nothing,
  'GET /units/tree': nothing,
  'GET /units/:id': (world) => ({ params: { id: world.units.wardA } }),
  'GET /people': () => ({ mark: nameOf.trainee ?? '' }),
  'GET /people/:id': (world) => ({ params: { id: world.personIds.trainee } }),
  'PATCH /people/:id': personToCorrect,
  'GET /people/:id/history': (world) => ({ params: { id: world.personIds.trainee } }),
  'POST /imports': () => ({ query: { kind: 'ORG_UNITS', name: 'units.csv' }, file: unitFile }),
  'GET /imports': nothing,
  'GET /imports/:id': async (world, who) => ({ params: { id: (await anImport(world, who, 'MAPPING')).id } }),
  'PUT /imports/:id/mapping': async (world, who) => {
    const { id, version, columns } = await anImport(world, who, 'MAPPING');
    return { params: { id }, body: { version, columns } };
  },
  'PUT /imports/:id/head': async (world, who) => {
    const { id, version } = await anImport(world, who, 'MAPPING');
    return { params: { id }, body: { version, sheet: 0, row: 1 } };
  },
  'PUT /imports/:id/rows/:rowNo/cells': rowToMend,
  'GET /imports/:id/rows': async (world, who) => ({ params: { id: (await anImport(world, who, 'CHECKED')).id } }),
  'PUT /imports/:id/rows/:rowNo/decision': rowToDecide,
  'POST /imports/:id/rows/:rowNo/suggestion': rowWithSuggestion,
  'PUT /imports/:id/rows/:rowNo/left-out': rowToLeaveOut,
  'POST /imports/:id/run': async (world, who) => {
    const { id, version, willWrite } = await anImport(world, who, 'CHECKED');
    return { params: { id }, body: { version, expected: willWrite } };
  },
  'POST /imports/:id/undo': async (world, who) => {
    await world.app.settled();
    const done = await world.db.row<{ id: number; version: number }>("SELECT id, version FROM organisation_import WHERE state = 'DONE' LIMIT 1");
    const { id, version } = done ?? (await anImport(world, who, 'DONE'));
    return { params: { id }, body: { version } };
  },
  'GET /imports/:id/rejected.xlsx': async (world, who) => ({ params: { id: (await anImport(world, who, 'CHECKED', 'PEOPLE')).id } }),
};

/** An account that nobody of the cast uses. */
async function anAccount(world: World): Promise<number> {
  return world.app.get(Accounts).createExternal({ displayName: 'Giảng viên mời', login: `khach${world.next()}` });
}

async function aCode(world: World): Promise<string> {
  return (await world.app.get(Accounts).issueCode(await anAccount(world))).code;
}

const versionOf = async (world: World, id: number): Promise<number> => Number((await world.db.row<{ version: number }>('SELECT version FROM identity_account WHERE id = ?', [id]))?.version);

/** What the browser had before ends. */
const signInAgain: MakeCall = (world, who) => {
  const login = who === 'anonymous' ? 'trainee' : who;
  return { body: { login: login.toLowerCase(), password: world.passwords[login] }, keepsCookie: true };
};

/** The session that ends is a new one; somebody who is not signed in ends none. */
const signOut: MakeCall = async (world, who) => (who === 'anonymous' ? {} : { cookie: await world.signIn(who) });

const changePassword: MakeCall = (world, who) => {
  if (who === 'anonymous') return { body: { current: password, password: `${password} 2` } };
  const current = world.passwords[who];
  world.passwords[who] = `${current} 2`;
  return { body: { current, password: world.passwords[who] }, keepsCookie: true };
};

const identityCalls: Calls = {
  'POST /session': signInAgain,
  'DELETE /session': signOut,
  'GET /me': nothing,
  'PATCH /me': () => ({ body: { language: 'vi' } }),
  'PUT /me/password': changePassword,
  'POST /activation/check': async (world) => ({ body: { code: await aCode(world) } }),
  'POST /activation': async (world, who) => ({ ...(await signOut(world, who)), body: { code: await aCode(world), password: 'thuyền nan Cửa Lục' } }),
  'GET /activation-waiting': (world) => ({ query: { unitId: world.units.province } }),
  'POST /activation-slips': (world) => ({ body: { unitId: world.units.newWard } }),
  'POST /activation-mails': (world) => ({ body: { unitId: world.units.newWard } }),
  'GET /accounts': nothing,
  'GET /accounts/:id': (world) => ({ params: { id: world.accountIds.trainee } }),
  'POST /accounts': (world) => ({ body: { displayName: 'Giảng viên mời', login: `khach${world.next()}` } }),
  'POST /accounts/:id/disable': async (world) => ({ params: { id: await anAccount(world) }, body: { reason, version: 1 } }),
  'POST /accounts/:id/enable': async (world) => {
    const id = await anAccount(world);
    await world.db.run('UPDATE identity_account SET disabled_at = created_at WHERE id = ?', [id]);
    return { params: { id }, body: { reason, version: await versionOf(world, id) } };
  },
  'POST /accounts/:id/one-time-code': async (world) => ({ params: { id: await anAccount(world) } }),
  'GET /role-classes': nothing,
  'POST /accounts/:id/grants': async (world) => ({
    params: { id: await anAccount(world) },
    body: { role: 'LECTURER', scopeType: 'INSTITUTION', scopeId: world.units.institutionA, validFrom: '2026-11-22', reason, version: 1 },
  }),
  'DELETE /accounts/:id/grants/:grantId': async (world) => {
    const id = await anAccount(world);
    await world.app.get(Accounts).grant(id, { role: 'LECTURER', scopeType: 'INSTITUTION', scopeId: world.units.institutionA, reason });
    const grant = await world.db.row<{ id: number }>('SELECT id FROM identity_role_grant WHERE account_id = ?', [id]);
    return { params: { id, grantId: grant?.id ?? 0 }, body: { reason, version: await versionOf(world, id) } };
  },
};

const noticeCalls: Calls = {
  'GET /my/notifications': () => ({ mark: 'CHỈ-CỦA-TÔI' }),
  'GET /my/notifications/count': nothing,
  'POST /my/notifications/read': () => ({ body: { all: true } }),
  'GET /mails': nothing,
};

export const peopleCalls: Calls = { ...organisationCalls, ...identityCalls, ...catalogueCalls, ...noticeCalls };
