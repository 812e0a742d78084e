import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anActor, testInstallation, type TestInstallation } from '@halong/testing/server';
import { admin, identityInstallation, password } from '../identity.testing.ts';
import { SlipsService } from './slips.service.ts';

const days = (count: number) => count * 24 * 3_600_000;

describe('activation', () => {
  let scene: Awaited<ReturnType<typeof identityInstallation<TestInstallation>>>;
  let adminId: number;
  beforeAll(async () => {
    scene = await identityInstallation(testInstallation);
    adminId = await scene.account('quantri', admin);
  });
  afterAll(() => scene.app.close());

  const newAccount = (login: string) => scene.accounts.createExternal({ displayName: 'Nguyễn Thị Hồng Thu', login });
  const codeFor = async (accountId: number) => (await scene.accounts.issueCode(accountId)).code;

  it('shows a masked name, takes a password and signs in', async () => {
    const code = await codeFor(await newAccount('thunth'));
    const browser = scene.browser();
    expect((await browser.send('POST', '/activation/check', { code: code.toLowerCase().replaceAll('-', ' ') })).body).toMatchObject({ displayName: 'N. T. H. Thu', login: 'thunth' });
    expect((await browser.send('POST', '/activation', { code, password: '12345678' })).body.code).toBe('identity.password_common');
    expect((await browser.send('POST', '/activation', { code, password })).body).toMatchObject({ login: 'thunth' });
    expect((await browser.send('GET', '/me')).status).toBe(200);
    expect((await scene.browser().signIn('thunth')).status).toBe(200);
  });

  it('keeps no code readable', async () => {
    const code = await codeFor(await newAccount('kin'));
    const stored = await scene.app.db.rows<{ code_hash: string }>('SELECT code_hash FROM identity_one_time_code');
    const audited = await scene.app.db.rows<{ after: string }>('SELECT `after` FROM platform_audit');
    expect(JSON.stringify([stored, audited])).not.toContain(code.slice(0, 9));
  });

  it('works once, even when it is sent many times at once', async () => {
    const code = await codeFor(await newAccount('motlan'));
    const replies = await Promise.all(Array.from({ length: 8 }, (_, index) => scene.browser().send('POST', '/activation', { code, password: `${password} ${index}` })));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ body }) => body.code === 'identity.code_used')).toHaveLength(7);
  });

  it('ends older codes when a new one is issued', async () => {
    const id = await newAccount('caplai');
    const [old, fresh] = [await codeFor(id), await codeFor(id)];
    expect((await scene.browser().send('POST', '/activation/check', { code: old })).body.code).toBe('identity.code_expired');
    expect((await scene.browser().send('POST', '/activation', { code: fresh, password })).status).toBe(200);
  });

  it('lets a new code replace a forgotten password and ends the old sessions', async () => {
    const id = await scene.account('quenmk');
    const browser = scene.browser();
    await browser.signIn('quenmk');
    const reply = await scene.browser().send('POST', '/activation', { code: await codeFor(id), password: 'tàu lá than 7' });
    expect(reply.status).toBe(200);
    expect((await browser.send('GET', '/me')).status).toBe(401);
    expect((await scene.browser().signIn('quenmk')).status).toBe(401);
  });

  it('issues codes to administrators on screen only, and none for a disabled account', async () => {
    const boss = scene.browser();
    await boss.signIn('quantri');
    const id = await newAccount('trenmanhinh');
    const first = await boss.send('POST', `/accounts/${id}/one-time-code`);
    expect(first.body).toMatchObject({ code: expect.stringMatching(/^([0-9A-Z]{4}-){3}[0-9A-Z]$/) });
    const { body } = await boss.send('GET', `/accounts/${id}`);
    expect(JSON.stringify(body)).not.toContain(String(first.body.code));
    await boss.send('POST', `/accounts/${id}/disable`, { reason: 'thử khóa', version: body['version'] });
    expect((await scene.browser().send('POST', '/activation/check', { code: first.body.code })).body.code).toBe('identity.code_expired');
    expect((await boss.send('POST', `/accounts/${id}/one-time-code`)).body.code).toBe('identity.disabled_gets_no_code');
  });

  it('opens no disabled account, with an open code and also when both happen at once', async () => {
    const id = await newAccount('khoangay');
    const code = await codeFor(id);
    await scene.app.db.run('UPDATE identity_account SET disabled_at = ? WHERE id = ?', [scene.app.clock.now(), id]);
    expect((await scene.browser().send('POST', '/activation', { code, password })).body.code).toBe('identity.account_disabled');
    const other = await newAccount('khoacung');
    const open = await codeFor(other);
    const [reply] = await Promise.all([
      scene.browser().send('POST', '/activation', { code: open, password }),
      scene.app.db.run('UPDATE identity_account SET disabled_at = ? WHERE id = ?', [scene.app.clock.now(), other]),
    ]);
    const browser = scene.browser();
    browser.cookie = reply.cookie?.split(';')[0];
    expect((await browser.send('GET', '/me')).status).toBe(401);
    expect((await scene.browser().signIn('khoangay')).status).toBe(401);
  });

  it('prints a slip for everybody of a unit and below who has no password', async () => {
    const province = await scene.unit('T', 'Tỉnh');
    const ward = await scene.unit('P1', 'Phường Hạ Long', [province]);
    const other = await scene.unit('P2', 'Phường Uông Bí', [province]);
    const thu = await scene.person('Nguyễn Thị Thanh Thu', ward);
    await scene.person('Nguyễn Thị Tâm Thu', ward, 'tam.thu@quangninh.example');
    await scene.person('Đặng Quỳnh', other, 'quynh@quangninh.example');
    const active = (await scene.accounts.ensureForPersons([await scene.person('Lê Đã Dùng', ward)])).values().next().value!;
    await scene.accounts.setPassword(active, password);
    const boss = scene.browser();
    await boss.signIn('quantri');
    expect((await boss.send('GET', `/activation-waiting?unitId=${ward}`)).body).toEqual({ people: 2, withEmail: 1, withoutEmail: 1 });
    const pdf = await boss.send('POST', '/activation-slips', { unitId: ward });
    expect([pdf.status, pdf.response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(Buffer.from(await pdf.response.arrayBuffer()).subarray(0, 5).toString()).toBe('%PDF-');
    const made = await scene.app.db.rows<{ login: string; password_hash: null }>('SELECT login, password_hash FROM identity_account WHERE login LIKE ? ORDER BY login', ['thuntt%']);
    expect(made).toEqual([{ login: 'thuntt', password_hash: null }, { login: 'thuntt2', password_hash: null }]);
    expect((await scene.accounts.idsOfPersons([thu])).size).toBe(1);
    const mailed = await boss.send('POST', '/activation-mails', { unitId: province });
    expect(mailed.body).toEqual({ sent: 2, withoutEmail: [{ personId: thu, displayName: 'Nguyễn Thị Thanh Thu', unitName: 'Phường Hạ Long' }] });
    const mail = await scene.app.db.row<{ text: string; subject: string }>("SELECT text, subject FROM platform_mail WHERE recipient = 'quynh@quangninh.example'");
    const code = /mã: ([\w-]+)/.exec(mail?.text ?? '')?.[1];
    expect((await scene.browser().send('POST', '/activation/check', { code })).body).toMatchObject({ displayName: 'Đ. Quỳnh', login: 'quynhd' });
    expect((await boss.send('POST', '/activation-slips', { unitId: 999_999 })).status).toBe(404);
  });

  it('makes different logins for namesakes, also when two administrators print at once', async () => {
    const unit = await scene.unit('P3', 'Xã Tiên Yên');
    for (let index = 0; index < 20; index += 1) await scene.person('Hà Công Tài', unit);
    const slips = scene.app.get(SlipsService);
    const actor = anActor({ accountId: adminId, grants: [admin] });
    await Promise.all([1, 2, 3].map(() => scene.app.as(actor, () => slips.print(actor, unit))));
    const rows = await scene.app.db.rows<{ login: string; open: number }>(
      `SELECT a.login, (SELECT COUNT(*) FROM identity_one_time_code c WHERE c.account_id = a.id AND c.expires_at > ?) AS open
       FROM identity_account a WHERE a.login REGEXP '^taihc[0-9]*$'`,
      [scene.app.clock.now()],
    );
    expect(rows.map(({ login }) => login).sort()).toEqual(['taihc', ...Array.from({ length: 19 }, (_, index) => `taihc${index + 2}`)].sort());
    expect(rows.every(({ open }) => Number(open) === 1)).toBe(true);
  });

  it('says that nobody is left', async () => {
    const boss = scene.browser();
    await boss.signIn('quantri');
    const empty = await scene.unit('P4', 'Xã Không Người');
    expect((await boss.send('POST', '/activation-slips', { unitId: empty })).body.code).toBe('identity.nobody_waits');
  });

  it('lets codes expire after two weeks', async () => {
    const code = await codeFor(await newAccount('quahan'));
    await scene.app.clock.moveTo(new Date(scene.app.clock.millis() + days(14) + 1_000));
    expect((await scene.browser().send('POST', '/activation', { code, password })).body.code).toBe('identity.code_expired');
  });
});
