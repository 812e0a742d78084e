import { expect, type Browser, type Page } from '@playwright/test';
import { api } from './api.ts';
import { visit } from './people.ts';
import type { Product } from '../product/product.ts';
import { pdf, takeStep } from './walk.class.ts';

interface Named {
  id: number;
  fullName: string;
}
interface Sheet {
  components: { key: string; nameVi: string }[];
  rows: { enrolmentId: number; fullName: string; marks: { component: string; mark: { kind: string }; version: number }[] }[];
}

const idOf = (classUrl: string) => classUrl.slice(classUrl.lastIndexOf('/') + 1);

/** The other sessions by roll call, so that nobody is kept from the exam by absence. */
export async function rollCall(coordinator: Page, product: Product, classUrl: string): Promise<void> {
  await visit(coordinator, classUrl);
  const classId = idOf(classUrl);
  const sessions = await api<{ id: number }[]>(coordinator, product, 'GET', `/classes/${classId}/sessions`);
  const { items } = await api<{ items: Named[] }>(coordinator, product, 'GET', `/classes/${classId}/enrolments`);
  for (const { id } of sessions) {
    await api(coordinator, product, 'POST', `/sessions/${id}/attendance/mark-present`, { enrolmentIds: items.map((one) => one.id), reason: 'Theo sổ điểm danh giấy' });
  }
}

/** One person's marks are typed, the others come in as one list; then the sheet goes its way. */
export async function grade(coordinator: Page, product: Product, classUrl: string): Promise<void> {
  await visit(coordinator, classUrl);
  const toExam = coordinator.getByRole('button', { name: 'Chuyển sang thi' });
  const toGrading = coordinator.getByRole('button', { name: 'Chuyển sang chấm điểm' });
  await expect(toExam.or(toGrading).first()).toBeVisible();
  // The clock begins the exams by itself, a little later than a person may.
  if (await toExam.first().isVisible()) await takeStep(coordinator, 'Chuyển sang thi');
  await takeStep(coordinator, 'Chuyển sang chấm điểm');
  await visit(coordinator, `${classUrl}/grades`);
  const cells = coordinator.getByRole('textbox', { name: /của Nguyễn Thị Hoài Thu$/ });
  await expect(cells.first()).toBeVisible();
  for (const cell of await cells.all()) {
    await cell.fill('8,5');
    await cell.blur();
  }
  await expect(coordinator.getByText(/^Đã lưu lúc/)).toBeVisible();
  const path = `/classes/${idOf(classUrl)}/grade-sheet`;
  const sheet = await api<Sheet>(coordinator, product, 'GET', path);
  const blank = sheet.rows.flatMap((row) => row.marks.filter((cell) => cell.mark.kind === 'BLANK').map(({ component, version }) => ({ enrolmentId: row.enrolmentId, component, version, mark: { kind: 'SCORE', value: 7 } })));
  await api(coordinator, product, 'PUT', `${path}/marks`, { changes: blank });
  await expect(coordinator.getByRole('heading', { level: 1 })).toContainText('Đủ điểm, chờ nộp');
}

/** The lecturer submits, the coordinator verifies and publishes. */
export async function publish(lecturer: Page, coordinator: Page, classUrl: string): Promise<void> {
  await visit(lecturer, `${classUrl}/grades`);
  await takeStep(lecturer, 'Nộp bảng điểm');
  await takeStep(coordinator, 'Ghi đã kiểm tra');
  await takeStep(coordinator, 'Công bố điểm');
  await expect(coordinator.getByRole('heading', { level: 1 })).toContainText('6 trên 6 người đạt');
}

/** The results are recognised by a signed decision. */
export async function recognise(coordinator: Page, classUrl: string): Promise<void> {
  await visit(coordinator, `${classUrl}/grades`);
  await coordinator.getByRole('button', { name: 'Ghi quyết định công nhận' }).click();
  const dialog = coordinator.getByRole('dialog');
  await dialog.getByLabel('Số quyết định').fill('214/QĐ-TĐT');
  await dialog.getByLabel('Ngày quyết định').fill('08/12/2026');
  await dialog.getByLabel('Người ký').fill('Nguyễn Văn Hưng');
  await dialog.locator('input[type=file]').setInputFiles(pdf('QD-214.pdf'));
  await dialog.getByRole('button', { name: /^Công nhận kết quả lớp/ }).click();
  await expect(coordinator.getByText(/Công nhận theo quyết định số 214\/QĐ-TĐT/)).toBeVisible();
}

/** Numbers for all who are complete, and the paper itself. Answers the code that stands on it. */
export async function issue(officer: Page, classUrl: string): Promise<string> {
  await visit(officer, `${classUrl}/certificates`);
  await officer.getByRole('button', { name: /^Cấp \d+ / }).first().click();
  await officer.getByRole('dialog').getByRole('button', { name: /^Cấp \d+ / }).click();
  const entry = officer.getByRole('row').filter({ hasText: 'Nguyễn Thị Hoài Thu' });
  await expect(entry).toContainText('Đã cấp', { timeout: 60_000 });
  await entry.click();
  const paper = officer.getByRole('link', { name: /^Tải PDF của/ }).first();
  await expect(paper).toBeVisible({ timeout: 60_000 });
  const [download] = await Promise.all([officer.waitForEvent('download'), paper.click()]);
  expect(download.suggestedFilename()).toMatch(/\.pdf$/);
  return (await officer.getByRole('link', { name: 'Xem trang kiểm tra công khai' }).getAttribute('href')) ?? '';
}

/** Anybody may ask, without an account. */
export async function verifyAs(browser: Browser, product: Product, path: string, verdict: string): Promise<void> {
  const context = await browser.newContext({ locale: 'vi-VN' });
  const page = await context.newPage();
  await page.goto(`${product.url}${path}`);
  await expect(page.getByRole('heading', { level: 1, name: verdict })).toBeVisible();
  await expect(page.getByText('Nguyễn Thị Hoài Thu')).toBeVisible();
  await context.close();
}

export async function revoke(officer: Page): Promise<void> {
  await officer.getByRole('button', { name: 'Thu hồi', exact: true }).click();
  const dialog = officer.getByRole('dialog').filter({ hasText: 'Việc này không hoàn tác được' });
  await dialog.getByLabel('Căn cứ thu hồi').selectOption({ label: 'Lỗi của cơ sở đào tạo' });
  await dialog.getByLabel('Quyết định thu hồi').fill('225/QĐ-TĐT ngày 15/12/2026');
  await dialog.getByLabel('Lý do ghi vào sổ').fill('In sai tên chương trình, cấp lại');
  await dialog.getByRole('button', { name: /^Thu hồi / }).click();
  await expect(officer.getByText(/^Đã thu hồi ngày/)).toBeVisible();
}
