import { expect, test, type Browser, type Page } from '@playwright/test';
import { openAccount, unitOf } from './api.ts';
import { administrator, comeIn, sample } from './people.ts';
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

async function enterProgrammes(page: Page): Promise<void> {
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

interface Cast {
  coordinator: Page;
  head: Page;
  manager: Page;
  officer: Page;
  lecturerCode: string;
}

async function callTheCast(admin: Page, browser: Browser): Promise<Cast> {
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
    lecturerCode: '',
  };
}

async function planTheClass(page: Page): Promise<string> {
  await page.goto(`${product.url}/classes/new`);
  await page.getByLabel('Chương trình').fill('LD-PX');
  await page.getByRole('option', { name: /LD-PX/ }).first().click();
  await page.getByLabel('Khóa số').fill('1');
  await page.getByLabel('Hạn cử học viên').fill('18/09/2026');
  await page.getByRole('button', { name: /^Lập lớp/ }).click();
  await expect(page.getByText('Đã lập lớp LD-PX K01/2026.')).toBeVisible();
  const classUrl = page.url();

  await page.goto(`${classUrl}/timetable/import`);
  await page.locator('input[type=file]').setInputFiles(sample('timetable-LDPX-K01.xlsx'));
  await page.getByRole('button', { name: 'Đọc tệp' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('tên chưa chọn');
  const confirm = page.getByRole('button', { name: 'Ghi 40 buổi vào thời khóa biểu' });
  const forAll = page.getByRole('button', { name: /^(Dùng|Tạo) \d+ / });
  await expect(async () => {
    if ((await forAll.count()) > 0) await forAll.first().click();
    await expect(confirm).toBeEnabled({ timeout: 1_500 });
  }).toPass({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Ghi 40 buổi vào thời khóa biểu' }).click();
  await expect(page.getByText('Đã ghi 40 buổi, 160 tiết vào thời khóa biểu.')).toBeVisible();
  return classUrl;
}

const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n') });

async function takeStep(page: Page, verb: string): Promise<void> {
  await page.getByRole('button', { name: verb }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: verb }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

async function nominate(coordinator: Page, head: Page, classUrl: string): Promise<void> {
  await coordinator.goto(classUrl);
  await coordinator.getByRole('region', { name: /Chỉ tiêu/ }).getByRole('button', { name: 'Sửa' }).click();
  await coordinator.getByLabel('Thêm đơn vị').fill('phuong ha long');
  await coordinator.getByRole('option', { name: /Phường Hạ Long/ }).first().click();
  await coordinator.getByLabel('Số chỗ, Phường Hạ Long').fill('6');
  await coordinator.getByRole('button', { name: 'Lưu 6 chỗ' }).click();
  await takeStep(coordinator, 'Mở nhận danh sách cử');

  await head.goto(`${product.url}/unit/nominations`);
  await head.getByRole('link', { name: 'Lập danh sách' }).click();
  await head.locator('input[type=file]').setInputFiles(sample('nominations/01-phuong-ha-long.xlsx'));
  await expect(head.getByText('Vượt chỉ tiêu', { exact: true })).toHaveCount(2);
  await head.getByRole('button', { name: 'Gửi danh sách 8 người' }).click();
  await head.getByRole('dialog').getByRole('button', { name: 'Gửi danh sách 8 người' }).click();
  await expect(head.getByText('Đã gửi danh sách.')).toBeVisible();

  await coordinator.goto(`${classUrl}/nominations`);
  await coordinator.getByRole('button', { name: 'Duyệt 6 người đủ điều kiện' }).click();
  await expect(coordinator.getByRole('heading', { level: 1 })).toContainText('2 người chờ xét, còn 44 chỗ');
  await coordinator.getByRole('button', { name: /^Không duyệt Ninh Quang Vinh/ }).click();
  await coordinator.getByRole('dialog').getByLabel('Lý do').fill('Vượt chỉ tiêu, ưu tiên khóa sau');
  await coordinator.getByRole('dialog').getByRole('button', { name: 'Không duyệt 1 người' }).click();
  await expect(coordinator.getByRole('heading', { level: 1 })).toContainText('1 người chờ xét');
  await coordinator.getByRole('link', { name: 'Học viên' }).click();
  await expect(coordinator.getByText('Nguyễn Thị Hoài Thu')).toBeVisible();
}

async function decide(page: Page, classUrl: string): Promise<void> {
  await page.goto(classUrl);
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

test('one hybrid class is walked from the spreadsheet to a verified certificate', async ({ page, browser }: { page: Page; browser: Browser }) => {
  await test.step('the first administrator comes in', () => administrator(page, product));
  await test.step('the province is imported as the office sends it', () => importTheProvince(page));
  await test.step('programmes and the target group are data', () => enterProgrammes(page));
  const cast = await test.step('the others come in with their codes', () => callTheCast(page, browser));
  const classUrl = await test.step('the class is planned with its timetable', () => planTheClass(cast.coordinator));
  await product.at('2026-09-10T09:00');
  await test.step('a unit nominates and the coordinator decides', () => nominate(cast.coordinator, cast.head, classUrl));
  await product.at('2026-09-22T09:00');
  await test.step('the class is decided and its rules are frozen', () => decide(cast.coordinator, classUrl));
});
