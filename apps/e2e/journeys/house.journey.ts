import { expect, test } from '@playwright/test';
import { startProduct, type Product } from '../product/product.ts';

let product: Product;
test.beforeAll(async () => {
  product = await startProduct();
});
test.afterAll(() => product?.stop());

test('an administrator comes in, gives somebody a role and takes the account away again', async ({ page, browser }) => {
  const printed = await product.halong('create-admin', 'quantri', '--name', 'Hoàng Gia Bảo');
  const code = /[0-9A-Z]{4}(?:-[0-9A-Z]{1,4}){3}/.exec(printed)?.[0] ?? '';
  expect(code).not.toBe('');

  await page.goto(`${product.url}/kich-hoat`);
  await page.getByLabel('Mã một lần').fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Kiểm tra mã' }).click();
  await expect(page.getByText('tên đăng nhập quantri')).toBeVisible();
  await page.getByLabel('Mật khẩu mới').fill('mot cau de nho 2026');
  await page.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).click();

  await page.getByRole('link', { name: 'Người dùng' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '1 tài khoản' })).toBeVisible();
  await page.getByRole('button', { name: 'Tạo tài khoản' }).click();
  await page.getByLabel('Hoặc họ tên người ngoài').fill('Trần Đức Minh');
  await page.getByRole('dialog').getByRole('button', { name: 'Tạo tài khoản' }).click();
  await page.getByRole('button', { name: 'Giao vai trò' }).click();
  await page.getByLabel('Vai trò').last().selectOption({ label: 'Cán bộ quản lý đào tạo' });
  await page.getByLabel('Lý do hoặc số quyết định').fill('QĐ 12/QĐ-SNV');
  await page.getByRole('button', { name: 'Giao vai trò Cán bộ quản lý đào tạo' }).click();
  await expect(page.getByText('Đã giao vai trò.')).toBeVisible();

  await page.getByRole('button', { name: 'Cấp mã một lần' }).click();
  const second = (await page.getByTestId('one-time-code').textContent()) ?? '';
  await page.getByRole('button', { name: 'Xong' }).click();

  const other = await (await browser.newContext()).newPage();
  await other.goto(`${product.url}/kich-hoat`);
  await other.getByLabel('Mã một lần').fill(second);
  await other.getByRole('button', { name: 'Kiểm tra mã' }).click();
  await other.getByLabel('Mật khẩu mới').fill('bien xanh song nho 7');
  await other.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).click();
  await expect(other.getByText('Quản lý đào tạo').first()).toBeVisible();

  await page.getByRole('button', { name: 'Khóa tài khoản' }).click();
  await page.getByLabel('Lý do hoặc số quyết định').fill('Chuyển công tác');
  const confirm = page.getByRole('dialog').getByRole('button', { name: 'Khóa tài khoản' });
  await confirm.click();
  // The person has chosen a password since the page was loaded: nothing is changed unseen.
  await expect(page.getByRole('alert')).toContainText('Người khác vừa sửa');
  await expect(page.getByText('Đang dùng').nth(1)).toBeVisible();
  await confirm.click();
  await expect(page.getByText('Đã khóa tài khoản.')).toBeVisible();
  await other.getByRole('link', { name: 'Thông báo' }).first().click();
  await other.reload();
  await expect(other.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();
});

test('the page says what to do when the password is wrong, the same for everybody', async ({ page }) => {
  await page.goto(`${product.url}/sign-in`);
  const refusals: string[] = [];
  for (const login of ['quantri', 'khongcoai']) {
    await page.getByLabel('Tên đăng nhập hoặc thư công vụ').fill(login);
    await page.getByLabel('Mật khẩu', { exact: true }).fill('sai mat khau');
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    refusals.push((await page.getByRole('alert').textContent()) ?? '');
    await page.reload();
  }
  expect(refusals[0]).toBe(refusals[1]);
  expect(refusals[0]?.length).toBeGreaterThan(20);
});
