import { expect, type Browser, type Page } from '@playwright/test';
import { api, openAccount, personOf } from './api.ts';
import { pointAtWall } from './camera.ts';
import { comeIn, visit } from './people.ts';
import type { Product } from '../product/product.ts';

/** Those of the first session: one in the room, one at home, the lecturer before them. */
export interface ClassDay {
  phone: Page;
  home: Page;
  wall: Page;
}

interface Session {
  classId: number;
  lecturers: { personId: number; fullName: string }[];
}

/** Accounts for two trainees and the lecturer of the session; each comes in on a device of their own. */
export async function openTheDay(admin: Page, browser: Browser, product: Product, session: string): Promise<ClassDay> {
  await visit(admin, `${product.url}/accounts`);
  const codeOf = async (name: string) => openAccount(admin, product, { name, personId: await personOf(admin, product, name) });
  const phone = await comeIn(browser, product, await codeOf('Nguyễn Thị Hoài Thu'), { phone: true });
  const home = await comeIn(browser, product, await codeOf('Tô Hải Luân'), { phone: true });
  const { classId, lecturers: [lecturer] } = await api<Session>(admin, product, 'GET', `/sessions/${session}`);
  const code = await openAccount(admin, product, { name: lecturer!.fullName, personId: lecturer!.personId }, { role: 'LECTURER', scopeType: 'CLASS', scopeId: classId });
  const wall = await comeIn(browser, product, code);
  return { phone, home, wall };
}

/** The first session was planned for the room alone. Answers its id. */
export async function switchToBoth(coordinator: Page, classUrl: string): Promise<string> {
  await visit(coordinator, `${classUrl}/timetable`);
  await coordinator.getByRole('button', { name: /Chuyên đề 1: Nhà nước/ }).first().click();
  await coordinator.getByRole('button', { name: 'Đổi hình thức, phòng' }).click();
  const dialog = coordinator.getByRole('dialog').filter({ has: coordinator.getByRole('button', { name: 'Đổi buổi 1' }) });
  await dialog.getByRole('radio', { name: /^Kết hợp/ }).check({ force: true });
  await dialog.getByRole('button', { name: 'Đổi buổi 1' }).click();
  await expect(coordinator.getByText('Đã đổi buổi 1. Học viên và giảng viên được báo.')).toBeVisible();
  return /session=(\d+)/.exec(coordinator.url())?.[1] ?? '';
}

/** The code on the wall is read by the phone's camera. */
export async function scanTheWall({ phone, wall }: ClassDay, product: Product, session: string): Promise<void> {
  await wall.goto(`${product.url}/sessions/${session}/projector`);
  await expect(wall.getByRole('img', { name: 'Mã QR điểm danh' })).toBeVisible();
  await pointAtWall(phone, wall);
  await phone.goto(`${product.url}/check-in`);
  await phone.getByRole('button', { name: 'Bật máy ảnh để quét' }).click();
  await expect(phone.getByRole('heading', { name: 'Đã ghi nhận có mặt' })).toBeVisible({ timeout: 60_000 });
  await expect(wall.getByText('1/6')).toBeVisible();
}

/** Counts the signs of life that a page sends. */
function beatsOf(page: Page): () => number {
  let beats = 0;
  page.on('websocket', (line) => line.on('framesent', ({ payload }) => {
    if (String(payload).includes('attendance.heartbeat')) beats += 1;
  }));
  return () => beats;
}

/** At home: present, without a line for a quarter of an hour, present again, then the session is over. */
export async function loseTheLine({ home }: ClassDay, product: Product, session: string): Promise<void> {
  const beats = beatsOf(home);
  const twoMore = async () => expect.poll(beats, { timeout: 90_000 }).toBeGreaterThanOrEqual(beats() + 2);
  const state = (text: string | RegExp) => expect(home.getByRole('status').filter({ hasText: text })).toBeVisible({ timeout: 60_000 });
  await home.addLocatorHandler(home.getByRole('button', { name: 'Tôi vẫn đang học' }), (button) => button.click());
  await product.at('2026-10-01T07:31');
  await visit(home, `${product.url}/sessions/${session}/room`);
  await state('Đang có mặt');
  await twoMore();

  await home.context().setOffline(true);
  await state(/Mất kết nối từ/);
  await product.at('2026-10-01T07:46');
  await home.context().setOffline(false);
  await state('Đang có mặt');
  await twoMore();

  await product.at('2026-10-01T10:46');
}

/** Room and line in one list, each with its reason; what the line did not carry is decided by a human. */
export async function judgeTheDay(coordinator: Page, product: Product, session: string): Promise<void> {
  await visit(coordinator, `${product.url}/sessions/${session}/attendance`);
  const line = (name: string) => coordinator.getByRole('row').filter({ hasText: name });
  await expect(line('Nguyễn Thị Hoài Thu')).toContainText('Tại phòng');
  await expect(line('Tô Hải Luân')).toContainText('Trực tuyến', { timeout: 30_000 });
  await line('Tô Hải Luân').click();
  await expect(coordinator.getByRole('heading', { name: 'Vì sao 0/4 tiết?' })).toBeVisible();
  await expect(coordinator.getByText(/^Mất kết nối \d+ phút trong tiết 1\.$/)).toBeVisible();
  await expect(coordinator.getByText(/^Tiết 1 có mặt \d+\/45 phút \(\d+%\), dưới mức 80%/).first()).toBeVisible();
  await expect(coordinator.getByRole('img', { name: /Vắng: 07:3\d–07:4\d/ })).toBeVisible();
  await coordinator.getByRole('button', { name: 'Tính tiết 1', exact: true }).click();
  const dialog = coordinator.getByRole('dialog').filter({ hasText: 'Tính tiết 1 cho Tô Hải Luân?' });
  await dialog.getByLabel('Lý do').fill('Mất điện toàn phường, đã nộp bài tại nhà');
  await dialog.getByRole('button', { name: 'Tính tiết 1' }).click();
  await expect(coordinator.getByRole('heading', { name: 'Vì sao 1/4 tiết?' })).toBeVisible();
}

/** The list is locked; what it says now counts. */
export async function lockTheDay(coordinator: Page, product: Product, session: string): Promise<void> {
  await visit(coordinator, `${product.url}/sessions/${session}/attendance`);
  await coordinator.getByRole('button', { name: /^Chốt/ }).first().click();
  await coordinator.getByRole('dialog').getByRole('button', { name: /^Chốt/ }).click();
  await expect(coordinator.getByRole('heading', { level: 1 })).toContainText('Buổi 1: điểm danh đã chốt');
}
