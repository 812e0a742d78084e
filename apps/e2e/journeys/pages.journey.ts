import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { api } from './api.ts';
import { startProduct, type Product } from '../product/product.ts';

/** Every page of every home in the demo province: accessible, inside the screen, in both themes. */
const demoPassword = 'halong-demo-2026';
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const looks = [
  { width: 1440, height: 900, colorScheme: 'light', language: 'vi' },
  { width: 360, height: 780, colorScheme: 'dark', language: 'en' },
] as const;

let product: Product;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  product = await startProduct({ demo: true });
});
test.afterAll(() => product?.stop());

async function signIn(browser: Browser, login: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' })).newPage();
  await page.goto(`${product.url}/sign-in`);
  await page.getByLabel('Tên đăng nhập hoặc thư công vụ').fill(login);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  return page;
}

async function look(page: Page, paths: readonly string[]): Promise<void> {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  for (const { width, height, colorScheme, language } of looks) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate((chosen) => localStorage.setItem('halong.language', chosen), language);
    for (const path of paths) {
      await page.goto(product.url + path);
      await expect(page.locator('h1:visible').first()).toBeVisible();
      await page.waitForLoadState('networkidle');
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      for (const { id, nodes } of violations) faults.push(`${path} ${width} ${colorScheme}: ${id} ${nodes[0]?.target.join(' ')}`);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (over > 0) faults.push(`${path} ${width}: ${over} px wider than the screen`);
    }
  }
  expect(faults).toEqual([]);
}

test('what anybody may see', async ({ page }) => {
  await page.goto(`${product.url}/sign-in`);
  await look(page, ['/sign-in', '/kich-hoat', '/verify']);
});

test('the trainee', async ({ browser }) => {
  await look(await signIn(browser, 'hocvien'), ['/today', '/classes', '/timetable', '/record', '/notifications']);
});

test('the coordinator', async ({ browser }) => {
  const page = await signIn(browser, 'giaovu');
  const { sessions } = await api<{ sessions: { sessionId: number; classId: number }[] }>(page, product, 'GET', '/my/desk');
  const { sessionId, classId } = sessions[0]!;
  const parts = ['', '/timetable', '/nominations', '/trainees', '/grades', '/completion', '/certificates'].map((part) => `/classes/${classId}${part}`);
  await look(page, ['/today', '/classes', ...parts, `/sessions/${sessionId}`, `/sessions/${sessionId}/attendance`, '/programmes', '/places']);
});

test('the unit head, the manager and the certificate officer', async ({ browser }) => {
  await look(await signIn(browser, 'thutruong'), ['/unit', '/unit/nominations', '/unit/staff']);
  await look(await signIn(browser, 'daotao'), ['/overview', '/overview/units']);
  await look(await signIn(browser, 'chungchi'), ['/certificates']);
});

test('the administrator', async ({ browser }) => {
  await look(await signIn(browser, 'quantri'), ['/imports', '/organisation', '/people', '/accounts', '/activation-slips', '/rule-sets', '/mails', '/health']);
});

test('a trainee on a weak line loads at most 170 KB of JavaScript until Hôm nay shows data', async ({ browser }) => {
  const page = await signIn(browser, 'hocvien');
  const fresh = await (await browser.newContext({ storageState: await page.context().storageState() })).newPage();
  const scripts: Promise<number>[] = [];
  fresh.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.body().then((body) => gzipSync(body).length));
  });
  await fresh.goto(`${product.url}/today`);
  await expect(fresh.getByText(/tiết/).first()).toBeVisible();
  const bytes = (await Promise.all(scripts)).reduce((sum, one) => sum + one, 0);
  expect(bytes).toBeGreaterThan(20_000);
  expect(bytes, `${Math.round(bytes / 1024)} KB`).toBeLessThanOrEqual(170 * 1024);
});
