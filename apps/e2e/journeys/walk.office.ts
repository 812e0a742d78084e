import { expect, type Browser, type Page } from '@playwright/test';
import { openAccount, unitOf } from './api.ts';
import { comeIn, sample } from './people.ts';
import type { Product } from '../product/product.ts';

async function importFile(page: Page, product: Product, kind: string, file: string): Promise<void> {
  await page.goto(`${product.url}/imports`);
  await page.getByRole('radio', { name: kind }).check({ force: true });
  await page.locator('input[type=file]').setInputFiles(sample(file));
  await page.getByRole('button', { name: 'Đọc tệp' }).click();
  await page.getByRole('button', { name: /^Thử nhập [\d.]+ dòng$/ }).click();
}

export async function importTheProvince(page: Page, product: Product): Promise<void> {
  await importFile(page, product, 'Cây tổ chức', 'org-units.csv');
  await page.getByRole('button', { name: 'Nhập 135 dòng' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Đã ghi 135 dòng');

  await importFile(page, product, 'Cán bộ, công chức', 'people.xlsx');
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

export async function enterProgrammes(page: Page, product: Product): Promise<void> {
  await page.goto(`${product.url}/programmes/import`);
  await page.locator('input[type=file]').setInputFiles(sample('programmes.csv'));
  await page.getByRole('button', { name: 'Thử nhập' }).click();
  await page.getByRole('button', { name: 'Nhập 28 chương trình' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Đã nhập 28 chương trình');

  await page.goto(`${product.url}/programmes`);
  await page.getByRole('searchbox').fill('LD-PX');
  await page.getByRole('button', { name: /cấp phòng thuộc UBND cấp xã/ }).first().click();
  await page.getByRole('button', { name: 'Nhập đối tượng' }).click();
  const dialog = page.getByRole('dialog');
  for (const type of ['Phường', 'Xã', 'Đặc khu']) await dialog.getByLabel(type, { exact: true }).check();
  for (const post of ['Chánh Văn phòng', 'Phó Chánh Văn phòng', 'Trưởng phòng', 'Phó Trưởng phòng', 'Phó Giám đốc Trung tâm']) {
    await dialog.getByRole('textbox', { name: 'Chức danh' }).fill(post);
    await dialog.getByRole('button', { name: 'Thêm chức danh' }).click();
  }
  await dialog.getByRole('button', { name: 'Lưu đối tượng' }).click();
  await expect(page.getByText('Đã lưu đối tượng.')).toBeVisible();
}

/** Everybody whose screen the story shows, each in a browser of their own. */
export interface Cast {
  coordinator: Page;
  head: Page;
  manager: Page;
  officer: Page;
}

export async function callTheCast(admin: Page, browser: Browser, product: Product): Promise<Cast> {
  const school = await unitOf(admin, product, 'nguyen van cu', 'QN-NVC');
  const ward = await unitOf(admin, product, 'phuong ha long', 'QN-P-HALONG');
  const coordinator = await openAccount(admin, product, { name: 'Lê Thu Hằng' }, { role: 'CLASS_COORDINATOR', scopeType: 'INSTITUTION', scopeId: school });
  const head = await openAccount(admin, product, { name: 'Vũ Hải Yến' }, { role: 'UNIT_HEAD', scopeType: 'ORG_SUBTREE', scopeId: ward });
  const manager = await openAccount(admin, product, { name: 'Phạm Quang Huy' }, { role: 'TRAINING_MANAGER', scopeType: 'GLOBAL', scopeId: 0 });
  const officer = await openAccount(admin, product, { name: 'Đỗ Ngọc Lan' }, { role: 'CERTIFICATE_OFFICER', scopeType: 'INSTITUTION', scopeId: school });
  return {
    coordinator: await comeIn(browser, product, coordinator),
    head: await comeIn(browser, product, head),
    manager: await comeIn(browser, product, manager),
    officer: await comeIn(browser, product, officer),
  };
}
