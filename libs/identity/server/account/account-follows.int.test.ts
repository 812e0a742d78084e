import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ProvinceImport } from '@halong/organisation/server';
import { workbookBuffer } from '@halong/platform/server';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { admin, identityInstallation, password } from '../identity.testing.ts';

let scene: Awaited<ReturnType<typeof identityInstallation<TestInstallation>>>;
beforeAll(async () => {
  scene = await identityInstallation((domains) => testInstallation(domains, { background: true, http: true }));
});
afterAll(() => scene.app.close());

const columns = ['TT', 'Họ và tên', 'Ngày sinh', 'Số CCCD', 'Đơn vị công tác', 'Thư điện tử'].map((header) => ({ header }));

/** Imports a staff list of one; the personal id stays the same. Answers the id of the import. */
async function list(name: string, email: string): Promise<number> {
  const file = join(scene.app.config.DATA_DIR, 'ds.xlsx');
  writeFileSync(file, await workbookBuffer([{ name: 'DS', columns, rows: [[1, name, '12/05/1988', '022188004417', 'Phường Bãi Cháy', email]] }]));
  const { importId, written } = await scene.app.get(ProvinceImport).importPeople(file);
  expect(written).toBe(1);
  await scene.app.settled();
  return importId;
}

it("follows the person's record: a corrected list and its taking back change the name and the address that sign in", async () => {
  const unitId = await scene.unit('BC', 'Phường Bãi Cháy');
  expect(unitId).toBeGreaterThan(0);
  await list('Nguyễn Thị Thu', 'thu.cu@quangninh.example');
  const person = await scene.app.db.row<{ id: number }>("SELECT id FROM organisation_person WHERE full_name = 'Nguyễn Thị Thu'");
  const accountId = (await scene.accounts.ensureForPersons([person!.id])).get(person!.id)!;
  await scene.accounts.setPassword(accountId, password);
  const [browser, boss] = [scene.browser(), scene.browser()];
  expect((await browser.signIn('thu.cu@quangninh.example')).body).toMatchObject({ displayName: 'Nguyễn Thị Thu' });

  const corrected = await list('Nguyễn Thị Hồng Thu', 'Thu.Moi@quangninh.example');
  expect((await browser.send('GET', '/me')).body).toMatchObject({ displayName: 'Nguyễn Thị Hồng Thu' });
  expect((await scene.browser().signIn('thu.moi@quangninh.example')).status).toBe(200);
  expect((await scene.browser().signIn('thu.cu@quangninh.example')).status).toBe(401);
  await scene.account('quantri', admin);
  await boss.signIn('quantri');
  const found = await boss.send('GET', '/accounts?search=hong%20thu');
  expect(found.body['items']).toMatchObject([{ id: accountId, displayName: 'Nguyễn Thị Hồng Thu' }]);

  const { version } = (await boss.send('GET', `/imports/${corrected}`)).body as { version: number };
  expect((await boss.send('POST', `/imports/${corrected}/undo`, { version })).status).toBe(200);
  await scene.app.settled();
  expect((await browser.send('GET', '/me')).body).toMatchObject({ displayName: 'Nguyễn Thị Thu' });
  expect((await scene.browser().signIn('thu.cu@quangninh.example')).status).toBe(200);
});
