import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Product } from '../product/product.ts';
import { api } from './api.ts';
import { newPage, signIn, test } from './demo.ts';
import { sample } from './people.ts';
import { WeakLine } from './weak-line.ts';

const mega = 1024 ** 2;
const chunk = 8 * mega;
const material = (name: string) => sample(`materials/${name}`);
const shaOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** A recording as large as asked: the head of one, and noise. */
async function recording(folder: string, name: string, megabytes: number): Promise<{ path: string; sha256: string }> {
  const path = join(folder, name);
  const hash = createHash('sha256');
  const file = await open(path, 'w');
  const write = async (part: Buffer) => {
    hash.update(part);
    await file.write(part);
  };
  await write(readFileSync(material('gioi-thieu-chuyen-de-09.mp4')).subarray(0, 4_096));
  const noise = randomBytes(mega - 4);
  for (let at = 0; at < megabytes; at += 1) await write(Buffer.concat([Buffer.from(Uint32Array.of(at).buffer), noise]));
  await file.close();
  return { path, sha256: hash.digest('hex') };
}

let folder: string;
let content: string;
test.beforeAll(async ({ browser, product }) => {
  test.setTimeout(600_000);
  folder = mkdtempSync(join(tmpdir(), 'halong-files-'));
  const office = await signIn(browser, product, 'giaovu');
  const { sessions: [session] } = await api<{ sessions: { classId: number }[] }>(office, product, 'GET', '/my/desk');
  content = `${product.url}/classes/${session!.classId}/content`;
  await office.context().close();
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The dialog in which files become items before all topics. */
async function addDialog(page: Page): Promise<Locator> {
  await page.goto(content);
  await page.getByRole('button', { name: /Thêm vào/ }).first().click();
  await page.getByRole('menuitem', { name: 'Tài liệu' }).click();
  return page.getByRole('dialog');
}

const choose = (dialog: Locator, ...paths: string[]) => dialog.locator('input[type=file]').setInputFiles(paths);
const lineOf = (dialog: Locator, name: string) => dialog.getByRole('listitem').filter({ hasText: name });

test('a lecturer gives several files at once, and the class has them', async ({ browser, product }) => {
  const lecturer = await signIn(browser, product, 'giangvien');
  const dialog = await addDialog(lecturer);
  const names = ['bai-giang-chuyen-de-09.pdf', 'Phiếu bài tập - Vẽ quy trình.odt', 'so-do-quy-trinh.png'];
  await choose(dialog, ...names.map(material));
  // The worker is busy with the papers of a province that was loaded a moment ago: a file that somebody waits for goes first.
  for (const name of names) await expect(lineOf(dialog, name)).toContainText(shaOf(material(name)), { timeout: 45_000 });
  await dialog.getByRole('button', { name: 'Đóng' }).last().click();
  await expect(lecturer.getByRole('link', { name: 'bai-giang-chuyen-de-09', exact: true })).toBeVisible();

  const trainee = await signIn(browser, product, 'hocvien');
  await trainee.goto(content);
  await trainee.getByRole('link', { name: 'Phiếu bài tập - Vẽ quy trình', exact: true }).click();
  const [file] = await Promise.all([trainee.waitForEvent('download'), trainee.getByRole('button', { name: /^Tải/ }).first().click()]);
  expect(file.suggestedFilename()).toBe('Phiếu bài tập - Vẽ quy trình.odt');
  expect(shaOf(await file.path())).toBe(shaOf(material('Phiếu bài tập - Vẽ quy trình.odt')));
});

test('300 MB arrive over a line that is cut ten times while the server is killed once, and hardly a byte is sent twice', async ({ browser, product }) => {
  test.setTimeout(300_000);
  const { path, sha256 } = await recording(folder, 'buoi-hoc-ghi-lai.mp4', 300);
  const whole = statSync(path).size;
  let restarted: Promise<void> | undefined;
  const line = new WeakLine(Array.from({ length: 10 }, (_, at) => (at + 1) * 27.3 * mega), (no) => {
    if (no === 5) restarted = product.restart();
  });
  const lecturer = await signIn(browser, product, 'giangvien', { proxy: { server: await line.open() } });
  try {
    const dialog = await addDialog(lecturer);
    await choose(dialog, path);
    const row = lineOf(dialog, 'buoi-hoc-ghi-lai.mp4');
    await expect(row.getByRole('status')).toContainText(/Đang gửi [1-9]/);
    await expect(row).toContainText(sha256, { timeout: 200_000 });
    await restarted;
  } finally {
    await lecturer.context().close();
    await line.close();
  }
  expect(line.torn).toBe(10);
  const sent = line.pieces.reduce((sum, one) => sum + one.bytes, 0);
  const again = line.pieces.slice(1).map(({ offset }, at) => line.pieces[at]!.offset + line.pieces[at]!.bytes - offset);
  test.info().annotations.push({ type: 'measured', description: `${((sent - whole) / mega).toFixed(1)} MB sent twice, at most ${(Math.max(...again) / mega).toFixed(1)} MB after a cut` });
  expect(Math.max(...again)).toBeLessThanOrEqual(chunk);
});

test('after a closed tab the same file goes on from where it stopped', async ({ browser, product }) => {
  const { path, sha256 } = await recording(folder, 'ghi-am-thao-luan.mp4', 40);
  const lecturer = await signIn(browser, product, 'giangvien');
  await lecturer.route('**/api/uploads/*', async (route) => {
    // The tab is closed while the second piece is on its way.
    if (route.request().method() === 'PATCH' && Number(route.request().headers()['upload-offset']) > 0) await lecturer.close();
    else await route.continue();
  });
  const closed = lecturer.waitForEvent('close');
  await choose(await addDialog(lecturer), path);
  await closed;

  const back = await lecturer.context().newPage();
  const offsets: number[] = [];
  back.on('request', (request) => {
    if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
  });
  const dialog = await addDialog(back);
  await choose(dialog, path);
  await expect(lineOf(dialog, 'ghi-am-thao-luan.mp4')).toContainText(sha256, { timeout: 60_000 });
  expect(offsets[0]).toBeGreaterThanOrEqual(chunk);
});

test('nothing hostile is taken for what it is not, shown as what it is, or run', async ({ browser, product }) => {
  const lecturer = await signIn(browser, product, 'giangvien');
  const dialog = await addDialog(lecturer);
  const refused: Record<string, string> = {
    'bao-cao-quy-3.pdf': 'không phải là tệp PDF', 'goi-bai-tap.zip': 'có mục đi ra ngoài thư mục', 'quyet-dinh-cu-di-hoc.docx': 'tham chiếu ra ngoài', 'trong.docx': 'rỗng, không có nội dung',
  };
  // What is not taken at all is not even sent.
  for (const name of ['ghi-chu-bai-giang.html', 'so-do.svg']) await choose(dialog, material(`hostile/${name}`));
  for (const name of [...Object.keys(refused), 'bai-giang-bi-cat.mp4', 'ten-tep-kho.zip']) await choose(dialog, material(`hostile/${name}`));
  const page = readFileSync(material('hostile/ghi-chu-bai-giang.html'));
  await test.step('where scripts may run, this one does, and is heard', async () => {
    const open = await newPage(browser);
    await open.setContent(page.toString());
    expect(await ran(open)).toBe(true);
    await open.context().close();
  });
  await dialog.locator('input[type=file]').setInputFiles(['ghi-chu.txt', 'ghi-chu.pdf', 'ghi-chu.jpg'].map((name) => ({ name, mimeType: 'text/plain', buffer: page })));
  for (const [name, words] of Object.entries({ ...refused, 'ghi-chu.pdf': 'không phải là tệp PDF', 'ghi-chu.jpg': 'không phải là tệp JPG' })) await expect(lineOf(dialog, name)).toContainText(words);
  for (const name of ['bai-giang-bi-cat.mp4', 'ten-tep-kho.zip', 'ghi-chu.txt']) await expect(lineOf(dialog, name).getByRole('status')).toHaveText('Đã nhận');
  // Real files with the page behind their end: they are what they are, and the page in them is nothing.
  const disguised = { 'trang.pdf': 'bai-giang-chuyen-de-09.pdf', 'anh.png': 'so-do-quy-trinh.png', 'anh-lop.jpg': 'anh-lop-hoc-co-toa-do.jpg' };
  await dialog.locator('input[type=file]').setInputFiles(Object.entries(disguised).map(([name, real]) => ({ name, mimeType: 'text/html', buffer: Buffer.concat([readFileSync(material(real)), page]) })));
  for (const name of Object.keys(disguised)) await expect(lineOf(dialog, name).getByRole('status')).toHaveText('Đã nhận');
  await expect(dialog.getByRole('listitem')).toHaveCount(12);

  const trainee = await signIn(browser, product, 'hocvien');
  const { loose } = await api<{ loose: { id: number; title: string }[] }>(trainee, product, 'GET', content.slice(product.url.length));
  const given = ['ghi-chu', 'trang', 'anh', 'anh-lop'].map((name) => loose.find(({ title }) => title === name)!);
  for (const visitor of [lecturer, trainee, await signIn(browser, product, 'giaovu')]) {
    for (const { id, title } of given) {
      await visitor.goto(`${content}/${id}`);
      await expect(visitor.getByRole('heading', { level: 1, name: title })).toBeVisible();
      if (title === 'ghi-chu') await expect(visitor.getByText('<script>').first()).toBeVisible();
      expect(await ran(visitor), title).toBe(false);
      for (const purpose of ['preview', 'download']) await openedByAddress(visitor, product, id, purpose);
    }
  }
});

/** What lies behind the address of an item is never a page: neither by what is said of it nor by what a browser makes of it. */
async function openedByAddress(visitor: Page, product: Product, itemId: number, purpose: string): Promise<void> {
  const asked = await visitor.request.get(`${product.url}/api/content-items/${itemId}/link?purpose=${purpose}`);
  // A picture that has not been drawn anew yet is shown to its sender only.
  if (!asked.ok()) return expect([404, 409]).toContain(asked.status());
  const address = new URL(((await asked.json()) as { url: string }).url, product.url).href;
  const headers = (await visitor.request.get(address)).headers();
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-security-policy': expect.stringContaining('sandbox') });
  expect(headers['content-type']).not.toMatch(/html|svg|xml|javascript/);
  if (purpose === 'download') expect(headers['content-disposition']).toMatch(/^attachment/);
  // A download has no page to come to.
  await visitor.goto(address).catch((error: Error) => expect(error.message).toMatch(/Download is starting|ERR_ABORTED/));
  expect(await ran(visitor), `${itemId} ${purpose}`).toBe(false);
}

/** Whether the script of a hostile file has run in this page. */
const ran = (page: Page) => page.evaluate(() => '__HOSTILE_RAN__' in window);
