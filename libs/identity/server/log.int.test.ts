import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { organisation } from '@halong/organisation/server';
import { openApi, openContext, workbookBuffer, type Running } from '@halong/platform/server';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { admin, password, TestBrowser } from './identity.testing.ts';
import { Accounts, identity } from './index.ts';

const person = { name: 'Trịnh Bạch Ngọc', pin: '022188004417', email: 'bach.ngoc@quangninh.example', phone: '0912345678' };
const domains = [organisation, identity];

// What this process writes to standard output passes through and is read here too.
const files = createRequire(import.meta.url)('node:fs') as Record<'write' | 'writeSync', (fd: number, text: unknown) => unknown>;
const spies = [vi.spyOn(files, 'write'), vi.spyOn(files, 'writeSync')];
const lines = () => spies.flatMap(({ mock }) => mock.calls).filter(([fd]) => fd === 1).map(([, text]) => String(text)).join('');

let app: TestInstallation;
let url: string;
const processes: Running[] = [];

beforeAll(async () => {
  app = await testInstallation(domains);
  const config = { ...app.config, LOG_LEVEL: 'debug' as const };
  const api = await openApi({ name: 'api', config, domains });
  processes.push(api, await openContext({ name: 'worker', config, domains, background: true }));
  await api.app.listen(0, '127.0.0.1');
  url = await api.app.getUrl();
});
afterAll(async () => {
  for (const running of processes) await running.close();
  await app.close();
  for (const spy of spies) spy.mockRestore();
});

/** A staff list sent, checked and written over HTTP, as an administrator does it. */
async function importList(boss: TestBrowser): Promise<void> {
  const columns = ['TT', 'Họ và tên', 'Ngày sinh', 'Số CCCD', 'Đơn vị công tác', 'Thư điện tử', 'Điện thoại'].map((header) => ({ header }));
  const file = await workbookBuffer([{ name: 'DS', columns, rows: [[1, person.name, '12/05/1988', person.pin, 'Phường Lạ', person.email, person.phone], [2, person.name, 'mai', '12', '', '', '']] }]);
  writeFileSync(join(app.config.DATA_DIR, 'ds.xlsx'), file);
  const answer = await fetch(`${url}/api/imports?kind=PEOPLE&name=ds.xlsx`, { method: 'POST', body: new Uint8Array(file), headers: { cookie: boss.cookie ?? '', 'content-type': 'application/octet-stream' } });
  const { id } = (await answer.json()) as { id: number };
  type Import = { version: number; willWrite: number; state: string; mapping: { fields: { field: string; proposed: number | null }[] } };
  const now = async () => (await boss.send('GET', `/imports/${id}`)).body as unknown as Import;
  await app.settled();
  const read = await now();
  const mapped = Object.fromEntries(read.mapping.fields.flatMap(({ field, proposed }) => (proposed === null ? [] : [[field, proposed]])));
  await boss.send('PUT', `/imports/${id}/mapping`, { version: read.version, columns: mapped });
  await app.settled();
  const checked = await now();
  await boss.send('POST', `/imports/${id}/run`, { version: checked.version, expected: checked.willWrite });
  await app.settled();
  expect((await now()).state).toBe('DONE');
}

it('logs nothing of people: not of a list, a code, a sign-in, a refusal or an error', async () => {
  const accounts = app.get(Accounts);
  const chief = await accounts.createExternal({ displayName: 'Hoàng Gia Bảo', login: 'giabao' });
  await accounts.setPassword(chief, password);
  await accounts.grant(chief, { ...admin, reason: 'cảnh thử' });
  const [boss, browser] = [new TestBrowser(url), new TestBrowser(url)];
  await boss.signIn('giabao');
  await importList(boss);

  const found = await app.db.row<{ id: number }>('SELECT id FROM organisation_person WHERE email = ?', [person.email]);
  const opened = await boss.send('POST', '/accounts', { personId: found?.id, login: 'ngoctb' });
  const { code } = (await boss.send('POST', `/accounts/${String(opened.body['id'])}/one-time-code`)).body as { code: string };
  await browser.send('POST', '/activation/check', { code: '7K2M-QX9D-4RTB-W' });
  expect((await browser.send('POST', '/activation', { code, password: 'tàu lá than 7' })).status).toBe(200);
  expect((await browser.signIn('ngoctb', 'sai mật khẩu')).status).toBe(401);
  expect((await browser.signIn(person.email, 'tàu lá than 7')).status).toBe(200);
  const token = browser.cookie?.split('=')[1] ?? '';

  // An error that nobody expected, whose text quotes a person.
  await app.db.run('ALTER TABLE identity_account ADD UNIQUE INDEX UQ_probe (display_name)');
  expect((await boss.send('POST', '/accounts', { displayName: person.name })).status).toBeGreaterThanOrEqual(400);
  await app.db.run('ALTER TABLE identity_account DROP INDEX UQ_probe');

  expect(lines()).toContain('signed in');
  expect(lines()).toContain('sign-in refused');
  const secrets = [...Object.values(person), 'Trịnh', 'Bạch Ngọc', 'Hoàng Gia Bảo', 'giabao', 'ngoctb', code, code.replaceAll('-', ''), '7K2M', 'tàu lá than', password, 'sai mật khẩu', token, 'Phường Lạ'];
  expect(secrets.filter((secret) => lines().includes(secret))).toEqual([]);
});
