import { test as base, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { startProduct, type Product } from '../product/product.ts';

/** Of all accounts of the demo province. */
export const demoPassword = 'halong-demo-2026';

/** Tests in the demo province: it is loaded once for all files that ask for it. */
export const test = base.extend<object, { product: Product }>({
  product: [
    async ({}, use) => {
      const product = await startProduct({ demo: true });
      await use(product);
      await product.stop();
    },
    { scope: 'worker', timeout: 600_000 },
  ],
});

/** An empty browser of the province. */
export async function newPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  return (await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...options })).newPage();
}

/** Signed in as one of the demo province's people, in a browser of their own. */
export async function signIn(browser: Browser, product: Product, login: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await newPage(browser, options);
  await page.goto(`${product.url}/sign-in`);
  await page.getByLabel('Tên đăng nhập hoặc thư công vụ').fill(login);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  return page;
}
