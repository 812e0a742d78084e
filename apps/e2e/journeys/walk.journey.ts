import { expect, test, type Browser, type Page } from '@playwright/test';
import { administrator, sample } from './people.ts';
import { startProduct, type Product } from './product.ts';

/**
 * One hybrid class, from the office's spreadsheet to a verified certificate: one continuous story on an empty
 * installation, the clock walked forward from 01/09/2026.
 */
let product: Product;
test.beforeAll(async () => {
  product = await startProduct();
  await product.at('2026-09-01T08:00');
});
test.afterAll(() => product?.stop());

async function importFile(page: Page, kind: string, file: string): Promise<void> {
  await page.goto(`${product.url}/imports`);
  await page.getByRole('radio', { name: kind }).check({ force: true });
  await page.locator('input[type=file]').setInputFiles(sample(file));
  await page.getByRole('button', { name: 'Đọc tệp' }).click();
  await page.getByRole('button', { name: /^Thử nhập [\d.]+ dòng$/ }).click();
}

async function importTheProvince(page: Page): Promise<void> {
  await importFile(page, 'Cây tổ chức', 'org-units.csv');
  await page.getByRole('button', { name: 'Nhập 135 dòng' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Đã ghi 135 dòng');

  await importFile(page, 'Cán bộ, công chức', 'people.xlsx');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('10 dòng bị loại', { timeout: 20_000 });
  for (const [tile, count] of [['Thêm mới', '1.172'], ['Cần xem lại', '15'], ['Gộp', '14'], ['Bị loại', '10']]) {
    await expect(page.getByRole('listitem').filter({ hasText: tile! }).filter({ hasText: count! }).first()).toBeVisible();
  }
  await page.getByRole('button', { name: 'Nhập 1.187 dòng' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Đã ghi 1.187 dòng', { timeout: 60_000 });

  await page.goto(`${product.url}/people`);
  await page.getByRole('searchbox').fill('hoai thu');
  await expect(page.getByText('Nguyễn Thị Hoài Thu')).toBeVisible();
}

test('one hybrid class is walked from the spreadsheet to a verified certificate', async ({ page }: { page: Page; browser: Browser }) => {
  await test.step('the first administrator comes in', () => administrator(page, product));
  await test.step('the province is imported as the office sends it', () => importTheProvince(page));
});
