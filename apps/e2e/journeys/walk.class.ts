import { expect, type Page } from '@playwright/test';
import { sample, visit } from './people.ts';
import type { Product } from '../product/product.ts';

/** Takes what the page proposes for whole lists of names, then the first proposal of each name that is left. */
export async function decideNames(page: Page): Promise<void> {
  const forAll = page.getByRole('button', { name: /^(Dùng|Tạo) \d+ / });
  const open = page.getByRole('group').filter({ has: page.getByRole('radio') });
  while ((await forAll.count()) > 0) {
    const proposal = forAll.first();
    const left = await open.count();
    await proposal.click();
    await expect(async () => expect(await open.count()).toBeLessThan(left)).toPass();
  }
  for (let left = await open.count(); left > 0; left -= 1) {
    await open.first().getByRole('radio').first().check({ force: true });
    await expect(open).toHaveCount(left - 1);
  }
}

export async function planTheClass(page: Page, product: Product): Promise<string> {
  await page.goto(`${product.url}/classes/new`);
  await page.getByLabel('Chương trình').fill('LD-PX');
  await page.getByRole('option', { name: /LD-PX/ }).first().click();
  await page.getByLabel('Khóa số').fill('1');
  await page.getByLabel('Hạn cử học viên').fill('18/09/2026');
  await page.getByRole('button', { name: /^Lập lớp/ }).click();
  await expect(page.getByText('Đã lập lớp LD-PX K01/2026.')).toBeVisible();
  const classUrl = page.url();

  await visit(page, `${classUrl}/timetable/import`);
  await page.locator('input[type=file]').setInputFiles(sample('timetable-LDPX-K01.xlsx'));
  await page.getByRole('button', { name: 'Đọc tệp' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('tên chưa chọn');
  await decideNames(page);
  await page.getByRole('button', { name: 'Ghi 40 buổi vào thời khóa biểu' }).click();
  await expect(page.getByText('Đã ghi 40 buổi, 160 tiết vào thời khóa biểu.')).toBeVisible();
  return classUrl;
}

export const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n') });

export async function takeStep(page: Page, verb: string): Promise<void> {
  await page.getByRole('button', { name: verb }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: verb }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** Six seats for one ward; the class then takes nominations. */
export async function announce(coordinator: Page, classUrl: string): Promise<void> {
  await visit(coordinator, classUrl);
  await coordinator.getByRole('region', { name: /Chỉ tiêu/ }).getByRole('button', { name: 'Sửa' }).click();
  await coordinator.getByLabel('Thêm đơn vị').fill('phuong ha long');
  await coordinator.getByRole('option', { name: /Phường Hạ Long/ }).first().click();
  await coordinator.getByLabel('Số chỗ, Phường Hạ Long').fill('6');
  await coordinator.getByRole('button', { name: 'Lưu 6 chỗ' }).click();
  await takeStep(coordinator, 'Mở nhận danh sách cử');
}

/** The unit's own spreadsheet: eight people for six seats. */
export async function nominate(head: Page, product: Product): Promise<void> {
  await visit(head, `${product.url}/unit/nominations`);
  await head.getByRole('link', { name: 'Lập danh sách' }).click();
  await head.locator('input[type=file]').setInputFiles(sample('nominations/01-phuong-ha-long.xlsx'));
  await expect(head.getByText('Vượt chỉ tiêu', { exact: true })).toHaveCount(2);
  await head.getByRole('button', { name: 'Gửi danh sách 8 người' }).click();
  await head.getByRole('dialog').getByRole('button', { name: 'Gửi danh sách 8 người' }).click();
  await expect(head.getByText('Đã gửi danh sách.')).toBeVisible();
}

/** Six are admitted, one is refused with a reason, one goes on waiting. */
export async function decideNominations(coordinator: Page, classUrl: string): Promise<void> {
  await visit(coordinator, `${classUrl}/nominations`);
  await coordinator.getByRole('button', { name: 'Duyệt 6 người đủ điều kiện' }).click();
  await expect(coordinator.getByRole('heading', { level: 1 })).toContainText('2 người trong danh sách chờ, còn 44 chỗ');
  await coordinator.getByRole('radio', { name: /^Tất cả/ }).check({ force: true });
  await coordinator.getByRole('button', { name: /^Không duyệt Ninh Quang Vinh/ }).click();
  await coordinator.getByRole('dialog').getByLabel('Lý do').fill('Vượt chỉ tiêu, ưu tiên khóa sau');
  await coordinator.getByRole('dialog').getByRole('button', { name: 'Không duyệt 1 người' }).click();
  await expect(coordinator.getByRole('dialog')).toBeHidden();
  await expect(coordinator.getByRole('heading', { level: 1 })).toContainText('1 người trong danh sách chờ, còn 44 chỗ');
  await coordinator.getByRole('link', { name: 'Học viên' }).click();
  await expect(coordinator.getByText('Nguyễn Thị Hoài Thu', { exact: true })).toBeVisible();
}

export async function decide(page: Page, classUrl: string): Promise<void> {
  await visit(page, classUrl);
  await takeStep(page, 'Chốt danh sách học viên');
  await page.getByRole('button', { name: 'Ghi quyết định mở lớp' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Số quyết định').fill('118/QĐ-TĐT');
  await dialog.getByLabel('Ngày ký').fill('22/09/2026');
  await dialog.getByLabel('Người ký').fill('Nguyễn Văn Hưng');
  await dialog.locator('input[type=file]').setInputFiles(pdf('QD-118.pdf'));
  await dialog.getByRole('button', { name: 'Ghi quyết định mở lớp' }).click();
  await expect(page.getByText(/Khóa theo quyết định số 118\/QĐ-TĐT/)).toBeVisible();
}
