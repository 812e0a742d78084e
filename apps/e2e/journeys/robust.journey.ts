import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { startProduct, type Product } from '../product/product.ts';
import { api, openAccount } from './api.ts';
import { activate, administrator, password } from './people.ts';

const webApp = resolve(import.meta.dirname, '../../web');

let product: Product;
/** The client of this installation: a copy, so that it can be updated while people work. */
let web: string;
/** The client of the next version: the same screens, every file under another name. */
let next: string;
let admin: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  [web, next] = [mkdtempSync(join(tmpdir(), 'halong-web-')), mkdtempSync(join(tmpdir(), 'halong-next-'))];
  cpSync(join(webApp, 'dist'), web, { recursive: true });
  buildNext(web, next);
  product = await startProduct({ web });
  await product.at('2026-10-01T08:00');
  admin = await browser.newPage();
  await administrator(admin, product);
});
test.afterAll(async () => {
  await product?.stop();
  for (const folder of [web, next]) rmSync(folder, { recursive: true, force: true });
});

test('what was typed is kept when the sign-in ends, and is sent once after signing in again', async () => {
  await admin.getByRole('link', { name: 'Người dùng' }).click();
  await admin.getByRole('button', { name: 'Tạo tài khoản' }).click();
  const name = admin.getByLabel('Hoặc họ tên người ngoài');
  await name.fill('Trần Đức Minh');
  await product.at('2026-10-01T08:45');
  const send = admin.getByRole('dialog').getByRole('button', { name: 'Tạo tài khoản' });
  await send.click();

  await expect(admin.getByRole('heading', { name: 'Phiên đăng nhập đã hết' })).toBeVisible();
  await admin.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await admin.getByRole('button', { name: 'Đăng nhập lại' }).click();
  await expect(admin.getByRole('heading', { name: 'Phiên đăng nhập đã hết' })).toBeHidden();
  await expect(name).toHaveValue('Trần Đức Minh');
  await send.click();
  await expect(admin.getByRole('heading', { level: 1, name: '2 tài khoản' })).toBeVisible();
  expect(await api<{ total: number }>(admin, product, 'GET', '/accounts?search=tran%20duc%20minh')).toMatchObject({ total: 1 });
});

test("a trainee's own phone stays signed in for fourteen days, whatever day the phone believes it is", async ({ browser }) => {
  await product.at('2026-10-01T09:00');
  await administratorAgain();
  const code = await openAccount(admin, product, { name: 'Vũ Thị Lan' });
  const phone = await (await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', viewport: { width: 390, height: 844 } })).newPage();
  await activate(phone, product, code, { ownPhone: true });
  const stays = async () => {
    await phone.reload();
    await expect(phone.getByRole('button', { name: /Tài khoản/ }).first()).toBeVisible();
  };
  const [cookie] = await phone.context().cookies();
  expect(((cookie?.expires ?? 0) * 1_000 - Date.now()) / 86_400_000).toBeGreaterThan(13.9);
  for (const later of ['2026-10-01T12:30', '2026-10-14T20:00']) {
    await product.at(later);
    await stays();
  }
  await product.at('2026-10-15T09:30');
  await phone.reload();
  await expect(phone.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();
});

test('a page that was asked for when the sign-in had ended opens after signing in', async () => {
  await administratorAgain();
  const accounts = admin.getByRole('heading', { level: 1, name: /tài khoản/ });
  await admin.goto(`${product.url}/accounts`);
  await expect(accounts).toBeVisible();
  await product.at('2026-10-15T10:30');
  await admin.goto(`${product.url}/accounts`);
  await enterPassword();
  await expect(accounts).toBeVisible();
  await expect(admin.getByRole('heading', { name: 'Phiên đăng nhập đã hết' })).toHaveCount(0);
});

test('an update while the page is open is offered, never a blank screen', async () => {
  await administratorAgain();
  await admin.goto(`${product.url}/accounts`);
  await expect(admin.getByRole('heading', { level: 1, name: /tài khoản/ })).toBeVisible();
  rmSync(web, { recursive: true, force: true });
  cpSync(next, web, { recursive: true });

  await admin.getByRole('link', { name: 'Cây tổ chức' }).click();
  await expect(admin.getByRole('heading', { name: 'Halong có bản mới' })).toBeVisible();
  await expect(admin.getByRole('status').getByRole('button', { name: 'Tải lại' })).toBeVisible();
  await expect(admin.getByRole('link', { name: 'Người dùng' })).toBeVisible();
  await admin.getByRole('button', { name: 'Tải lại trang' }).click();
  await expect(admin.getByRole('heading', { name: 'Halong có bản mới' })).toBeHidden();
  await expect(admin.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await admin.locator('script[type=module]').getAttribute('src')).toContain('/assets/next-');
});

/** The same client as its next build would be: every script and style has a new name, and is asked for by it. */
function buildNext(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (path) => !path.startsWith(join(from, 'assets')) });
  mkdirSync(join(to, 'assets'));
  const names = readdirSync(join(from, 'assets')).filter((name) => !/\.(map|br|gz)$/.test(name));
  const renewed = names.filter((name) => /\.(js|css)$/.test(name));
  const old = new RegExp(renewed.map((name) => name.replaceAll('.', '\\.')).join('|'), 'g');
  const renew = (source: string, target: string) => writeFileSync(target, readFileSync(source, 'utf8').replace(old, 'next-$&'));
  for (const name of names) {
    if (renewed.includes(name)) renew(join(from, 'assets', name), join(to, 'assets', `next-${name}`));
    else cpSync(join(from, 'assets', name), join(to, 'assets', name));
  }
  renew(join(from, 'index.html'), join(to, 'index.html'));
}

/** The clock has moved: the administrator's session is over. */
async function administratorAgain(): Promise<void> {
  await admin.goto(`${product.url}/sign-in`);
  await enterPassword();
}

async function enterPassword(): Promise<void> {
  await admin.getByLabel('Tên đăng nhập hoặc thư công vụ').fill('quantri');
  await admin.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await admin.getByRole('button', { name: 'Đăng nhập' }).click();
  await admin.waitForURL((url) => url.pathname !== '/sign-in');
}
