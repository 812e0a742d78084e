import { expect, type Browser, type Page } from '@playwright/test';
import type { Product } from '../product/product.ts';
import { api } from './api.ts';
import { demoPassword, newPage, signIn, test } from './demo.ts';
import { Keyboard } from './keys.ts';

/** The daily work by keyboard alone: no pointer touches these pages. */
interface Desk {
  sessions: { sessionId: number; classId: number; classCode: string }[];
  nominations: { classId: number; waiting: number }[];
}

/** Signs in without a pointer. */
async function typeIn(browser: Browser, product: Product, login: string): Promise<{ page: Page; keys: Keyboard }> {
  const page = await newPage(browser, { reducedMotion: 'reduce' });
  const keys = new Keyboard(page);
  await page.goto(`${product.url}/sign-in`);
  await keys.fill(page.getByLabel('Tên đăng nhập hoặc thư công vụ'), login);
  await keys.fill(page.getByLabel('Mật khẩu', { exact: true }), demoPassword);
  await keys.press('Enter');
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  return { page, keys };
}

test('a trainee checks in with the digits on the wall', async ({ browser, product }) => {
  const office = await signIn(browser, product, 'giaovu');
  const { sessions: [session] } = await api<Desk>(office, product, 'GET', '/my/desk');
  await office.goto(`${product.url}/sessions/${session!.sessionId}/projector`);
  const digits = office.getByTestId('digits');
  await expect(digits).toHaveText(/^\d{3}\D\d{3}$/);

  const { page, keys } = await typeIn(browser, product, 'hocvien');
  await keys.open(page.getByRole('link', { name: 'Điểm danh', exact: true }).first());
  await keys.tabTo(page.getByRole('textbox', { name: 'Nhập mã 6 số' }));
  await keys.type((await digits.textContent())!.replace(/\D/g, ''));
  await expect(page.getByRole('heading', { level: 1, name: /^Đã ghi nhận/ })).toBeVisible();
});

test('a coordinator goes past the navigation, opens a class, and calls the roll', async ({ browser, product }) => {
  const { page, keys } = await typeIn(browser, product, 'giaovu');
  const { sessions: [session] } = await api<Desk>(page, product, 'GET', '/my/desk');
  await keys.open(page.getByRole('link', { name: 'Đến nội dung chính' }));
  await expect(page.locator('main')).toBeFocused();

  await keys.open(page.getByRole('link', { name: 'Lớp học' }).first());
  await expect(page).toHaveURL(/\/classes$/);
  await page.waitForLoadState('networkidle');
  const search = page.getByRole('searchbox');
  await keys.fill(search, session!.classCode);
  await keys.open(page.getByRole('table').getByRole('button', { name: session!.classCode }).first());
  await expect(page).toHaveURL(`${product.url}/classes/${session!.classId}`);

  await page.goto(`${product.url}/sessions/${session!.sessionId}/attendance`);
  const row = page.getByRole('table').getByRole('row').nth(3).getByRole('button').first();
  await keys.open(row);
  const panel = page.getByRole('complementary', { name: /^Bằng chứng điểm danh của / });
  await expect(panel).toBeFocused();
  const change = panel.getByRole('button', { name: 'Sửa, ghi lý do' });
  await keys.open(change);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await keys.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(change).toBeFocused();

  await keys.press('Enter');
  await keys.tabTo(dialog.getByRole('radio', { checked: true }));
  await keys.press('ArrowDown', 'ArrowUp');
  await keys.fill(dialog.getByLabel('Lý do'), 'Theo phiếu ký tay của lớp');
  await keys.open(dialog.getByRole('button', { name: /^Ghi / }));
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^Đã ghi cho /)).toBeVisible();
  await expect(panel.getByText('Theo phiếu ký tay của lớp').first()).toBeVisible();
  await keys.press('Escape');
  await expect(panel).toBeHidden();
  await expect(row).toBeFocused();
});

test('a coordinator refuses one nomination and keeps the place in the list', async ({ browser, product }) => {
  const { page, keys } = await typeIn(browser, product, 'giaovu');
  const { nominations: [list] } = await api<Desk>(page, product, 'GET', '/my/desk');
  await page.goto(`${product.url}/classes/${list!.classId}/nominations`);
  const refuse = page.getByRole('button', { name: /^Không duyệt / }).first();
  await keys.open(refuse);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await keys.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(refuse).toBeFocused();

  const lines = page.getByRole('table').first().getByRole('row');
  const before = await lines.count();
  await keys.press('Enter');
  await keys.fill(dialog.getByLabel('Lý do'), 'Đã học chương trình này năm trước');
  await keys.open(dialog.getByRole('button', { name: 'Không duyệt 1 người' }));
  await expect(dialog).toBeHidden();
  await expect(lines).toHaveCount(before - 1);
  await expect(page.locator('body')).not.toBeFocused();
});
