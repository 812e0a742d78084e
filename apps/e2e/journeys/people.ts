import { expect, type Browser, type Page } from '@playwright/test';
import type { Product } from '../product/product.ts';

export const sample = (name: string) => `${import.meta.dirname}/../samples/${name}`;
export const password = 'mot cau de nho 2026';

const logins = new WeakMap<Page, string>();

/** Opens the page of a one-time code and chooses the password; ends signed in. */
export async function activate(page: Page, product: Product, code: string, { ownPhone = false } = {}): Promise<void> {
  await page.goto(`${product.url}/kich-hoat`);
  await page.getByLabel('Mã một lần').fill(code);
  await page.getByRole('button', { name: 'Kiểm tra mã' }).click();
  const told = await page.getByText(/tên đăng nhập/).textContent();
  logins.set(page, /tên đăng nhập ([\w.-]*\w)/.exec(told ?? '')?.[1] ?? '');
  await page.getByLabel('Mật khẩu mới').fill(password);
  if (ownPhone) await page.getByRole('checkbox', { name: /^Đây là điện thoại riêng của tôi/ }).check({ force: true });
  await page.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).click();
  await expect(page.getByRole('button', { name: /Tài khoản/ }).first()).toBeVisible();
}

/** Goes to an address; signs in again first when the days that have passed ended the last sign-in. */
export async function visit(page: Page, url: string): Promise<void> {
  const { origin } = new URL(url);
  const signedIn = (await page.request.get(`${origin}/api/me`)).ok();
  await page.goto(url);
  if (signedIn) return;
  await page.getByLabel('Tên đăng nhập hoặc thư công vụ').fill(logins.get(page) ?? '');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  if ((page.viewportSize()?.width ?? 0) < 500) await page.getByRole('checkbox', { name: /^Đây là điện thoại riêng của tôi/ }).check({ force: true });
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page).toHaveURL(url);
}

/** The first administrator, from the command line to a signed-in page. */
export async function administrator(page: Page, product: Product): Promise<void> {
  const printed = await product.halong('create-admin', 'quantri', '--name', 'Hoàng Gia Bảo');
  await activate(page, product, /[0-9A-Z]{4}(?:-[0-9A-Z]{1,4}){3}/.exec(printed)?.[0] ?? '');
}

/** A page of its own for another person, signed in with their one-time code. */
export async function comeIn(browser: Browser, product: Product, code: string, options: { phone?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext({
    locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', viewport: options.phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    permissions: ['camera'],
  });
  const page = await context.newPage();
  await activate(page, product, code);
  return page;
}
