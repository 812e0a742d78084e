import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { addDays } from '@halong/platform/contract';
import { admin, identityInstallation, TestBrowser } from '../identity.testing.ts';
import { ClassScopes } from '../role/class-scopes.ts';
import { createAdmin } from './create-admin.command.ts';

describe('users and roles', () => {
  let scene: Awaited<ReturnType<typeof identityInstallation<TestInstallation>>>;
  let boss: TestBrowser;
  let unitId: number;
  let belowId: number;
  beforeAll(async () => {
    scene = await identityInstallation(testInstallation);
    await scene.account('quantri', admin);
    unitId = await scene.unit('P1', 'Phường Hạ Long');
    belowId = await scene.unit('P1-1', 'Văn phòng', [unitId]);
    boss = scene.browser();
    await boss.signIn('quantri');
  });
  afterAll(() => scene.app.close());

  let login: string;
  let id: number;
  let number = 0;
  beforeEach(async () => {
    number += 1;
    login = `thu-${number}`;
    id = await scene.account(login);
  });

  const versionOf = async (account = id) => Number((await boss.send('GET', `/accounts/${account}`)).body['version']);
  const grant = async (changes: object = {}) =>
    boss.send('POST', `/accounts/${id}/grants`, {
      role: 'UNIT_HEAD', scopeType: 'ORG_SUBTREE', scopeId: unitId, validFrom: scene.app.clock.today(), reason: 'bổ nhiệm', version: await versionOf(), ...changes,
    });

  it('belong to the system administrator', async () => {
    const stranger = scene.browser();
    await stranger.signIn(login);
    expect((await stranger.send('GET', '/accounts')).status).toBe(403);
    expect((await stranger.send('POST', `/accounts/${id}/grants`, { role: 'SYSTEM_ADMIN' })).status).toBe(403);
    expect((await scene.browser().send('GET', '/accounts')).status).toBe(401);
  });

  it('finds people without marks, sorts them by given name and filters', async () => {
    const person = await scene.person('Ngô Thị Ánh', belowId, 'anh@quangninh.example');
    await boss.send('POST', '/accounts', { personId: person });
    await boss.send('POST', '/accounts', { displayName: 'Đỗ Văn Ân', email: 'an@dhhl.example' });
    await boss.send('POST', '/accounts', { displayName: 'Trần Văn Bình', login: 'thinhgiang' });
    const names = async (query: string) => ((await boss.send('GET', `/accounts?${query}`)).body['items'] as { displayName: string }[]).map(({ displayName }) => displayName);
    expect(await names('search=ngo%20thi%20anh')).toEqual(['Ngô Thị Ánh']);
    expect(await names('state=WAITING')).toEqual(['Ngô Thị Ánh', 'Đỗ Văn Ân', 'Trần Văn Bình']);
    expect(await names('search=thinhgiang')).toEqual(['Trần Văn Bình']);
    expect(await names('search=%25')).toEqual([]);
    expect(await names(`unitId=${unitId}`)).toEqual(['Ngô Thị Ánh']);
    expect(await names('role=SYSTEM_ADMIN')).toEqual(['Nguyễn Văn quantri']);
    const page = (await boss.send('GET', '/accounts?size=2&page=2&state=WAITING')).body;
    expect([page['total'], (page['items'] as unknown[]).length]).toEqual([3, 1]);
    const [item] = (await boss.send('GET', '/accounts?search=anhnt')).body['items'] as object[];
    expect(item).toMatchObject({ login: 'anhnt', unitName: 'Văn phòng', state: 'WAITING', email: 'anh@quangninh.example' });
  });

  it('opens one account a person, with a login nobody has', async () => {
    const person = await scene.person('Phạm Thu', unitId);
    expect((await boss.send('POST', '/accounts', { personId: person, login: 'quantri' })).body.code).toBe('identity.login_taken');
    expect((await boss.send('POST', '/accounts', { personId: person })).body).toMatchObject({ login: 'thup', state: 'WAITING' });
    expect((await boss.send('POST', '/accounts', { personId: person })).body.code).toBe('identity.person_has_account');
    expect((await boss.send('POST', '/accounts', { personId: 999_999 })).body.code).toBe('identity.person_unknown');
    expect((await boss.send('POST', '/accounts', {})).status).toBe(400);
  });

  it('gives names apart when many accounts are opened at once', async () => {
    const replies = await Promise.all(Array.from({ length: 10 }, () => boss.send('POST', '/accounts', { displayName: 'Vũ Duy Khánh' })));
    expect(new Set(replies.map(({ body }) => body['login'])).size).toBe(10);
    expect(replies.every(({ status }) => status === 200)).toBe(true);
  });

  it('grants a role that counts with the next request and ends with its last day', async () => {
    const head = scene.browser();
    await head.signIn(login);
    expect((await head.send('GET', '/me')).body).toMatchObject({ personas: [], roles: [] });
    const granted = await grant({ validTo: addDays(scene.app.clock.today(), 1) });
    expect(granted.body).toMatchObject({ roles: [{ role: 'UNIT_HEAD', scopeId: unitId, scopeName: 'Phường Hạ Long' }], grants: [{ current: true, grantedBy: 'Nguyễn Văn quantri' }] });
    expect((await head.send('GET', '/me')).body).toMatchObject({ personas: ['unit-head'], roles: [{ role: 'UNIT_HEAD', scopeType: 'ORG_SUBTREE' }] });
    expect((await grant()).body.code).toBe('identity.grant_held');
    await scene.app.clock.moveTo(new Date(scene.app.clock.millis() + 48 * 3_600_000));
    const later = scene.browser();
    await later.signIn(login);
    expect((await later.send('GET', '/me')).body).toMatchObject({ personas: [], roles: [] });
    await boss.signIn('quantri');
  });

  it('names the class that a role is limited to, as the domain of classes calls it', async () => {
    const known = { id: 7, nameVi: 'SO-CDS K04/2026 · Chuyển đổi số', nameEn: 'SO-CDS K04/2026 · Digital transformation' };
    scene.app.get(ClassScopes).register({
      find: async () => [known], exists: async (id) => id === known.id, named: async (ids) => [known].filter((one) => ids.includes(one.id)),
    });
    const granted = await grant({ role: 'LECTURER', scopeType: 'CLASS', scopeId: known.id });
    expect(granted.body).toMatchObject({ grants: [{ role: 'LECTURER', scopeType: 'CLASS', scopeName: known.nameVi }] });
    expect((await boss.send('GET', '/role-classes')).body).toEqual({ items: [{ id: known.id, name: known.nameVi }] });
  });

  it('grants a role that begins later', async () => {
    await grant({ validFrom: addDays(scene.app.clock.today(), 3) });
    expect((await boss.send('GET', `/accounts/${id}`)).body).toMatchObject({ roles: [], grants: [{ current: false }] });
  });

  it.each([
    [{ scopeId: 999_999 }, 'identity.grant_unit_unknown'],
    [{ role: 'LECTURER', scopeType: 'CLASS', scopeId: 999_999 }, 'identity.grant_class_unknown'],
    [{ role: 'SYSTEM_ADMIN' }, 'identity.grant_scope'],
    [{ validTo: '2020-01-01' }, 'identity.grant_dates'],
    [{ reason: '' }, 'platform.invalid_input'],
    [{ role: 'KING' }, 'platform.invalid_input'],
    [{ grantedBy: 1 }, 'platform.invalid_input'],
    [{ version: 999 }, 'platform.stale_version'],
  ])('refuses %j: %s', async (changes, code) => expect((await grant(changes)).body.code).toBe(code));

  it('withdraws a role at once and writes down why', async () => {
    const head = scene.browser();
    await head.signIn(login);
    const { body } = await grant({ role: 'TRAINING_MANAGER', scopeType: 'GLOBAL', scopeId: 0 });
    const [{ id: grantId } = { id: 0 }] = body['grants'] as { id: number }[];
    const withdrawn = await boss.send('DELETE', `/accounts/${id}/grants/${grantId}`, { reason: 'thôi nhiệm vụ', version: body['version'] });
    expect(withdrawn.body).toMatchObject({ roles: [], grants: [{ current: false, endedAt: expect.any(String) }] });
    expect((await head.send('GET', '/me')).body).toMatchObject({ personas: [] });
    const audit = await scene.app.db.rows("SELECT action, reason, actor_id IS NOT NULL AS byWhom FROM platform_audit WHERE subject_type = 'account' AND subject_id = ? AND action LIKE 'role.%' ORDER BY id", [id]);
    expect(audit).toEqual([{ action: 'role.granted', reason: 'bổ nhiệm', byWhom: 1 }, { action: 'role.withdrawn', reason: 'thôi nhiệm vụ', byWhom: 1 }]);
    expect((await boss.send('DELETE', `/accounts/${id}/grants/${grantId}`, { reason: 'lần nữa', version: await versionOf() })).status).toBe(404);
  });

  it('keeps administrators from locking everybody out', async () => {
    const own = (await boss.send('GET', '/me')).body['accountId'] as number;
    const { body } = await boss.send('GET', `/accounts/${own}`);
    const [{ id: grantId } = { id: 0 }] = body['grants'] as { id: number }[];
    expect(body).toMatchObject({ can: { disable: false } });
    expect((await boss.send('POST', `/accounts/${own}/disable`, { reason: 'tự khóa', version: body['version'] })).body.code).toBe('identity.own_account');
    expect((await boss.send('DELETE', `/accounts/${own}/grants/${grantId}`, { reason: 'tự bỏ', version: body['version'] })).body.code).toBe('identity.own_account');
  });

  it('leaves one administrator when two disable each other at once', async () => {
    const pair = [await scene.account(`${login}-a`, admin), await scene.account(`${login}-b`, admin)];
    const [one, two] = [scene.browser(), scene.browser()];
    await one.signIn(`${login}-a`);
    await two.signIn(`${login}-b`);
    const own = (await boss.send('GET', '/me')).body['accountId'] as number;
    await one.send('POST', `/accounts/${own}/disable`, { reason: 'để còn hai', version: await versionOf(own) });
    const replies = await Promise.all([
      one.send('POST', `/accounts/${pair[1]}/disable`, { reason: 'khóa nhau', version: 2 + 1 }),
      two.send('POST', `/accounts/${pair[0]}/disable`, { reason: 'khóa nhau', version: 2 + 1 }),
    ]);
    const left = await scene.app.db.rows('SELECT id FROM identity_account WHERE id IN (?) AND disabled_at IS NULL', [pair]);
    expect(replies.filter(({ status }) => status === 200).length).toBe(1);
    expect(left).toHaveLength(1);
    const winner = replies[0]!.status === 200 ? one : two;
    await winner.send('POST', `/accounts/${own}/enable`, { reason: 'mở lại', version: Number((await winner.send('GET', `/accounts/${own}`)).body['version']) });
    await boss.signIn('quantri');
  });

  it('makes the first administrator from the command line', async () => {
    const lines: string[] = [];
    expect(await createAdmin.run({ get: scene.app.get } as never, ['quantri2', '--name', 'Lê Quản Trị'], (line) => lines.push(line))).toBe(0);
    const code = /code: ([\w-]+)/.exec(lines.join('\n'))?.[1];
    const reply = await scene.browser().send('POST', '/activation', { code, password: 'tàu lá than 7' });
    expect(reply.body).toMatchObject({ login: 'quantri2', displayName: 'Lê Quản Trị', personas: ['admin'] });
    expect(await createAdmin.run({ get: scene.app.get } as never, ['quantri2'], (line) => lines.push(line))).toBe(1);
    expect(lines.at(-1)).toContain('quantri2');
    expect(await createAdmin.run({ get: scene.app.get } as never, [], () => undefined)).toBe(1);
  });
});
