import { expect, type Browser, type Page } from '@playwright/test';
import type { Product } from '../product/product.ts';
import { api, openAccount } from './api.ts';
import { newPage, signIn, test } from './demo.ts';
import { Keyboard } from './keys.ts';
import { password } from './people.ts';

/** A piece of work from the day it is given out to the answer of a regrade, in the class that is taught today. */
const title = 'Tiểu luận: dịch vụ công trực tuyến ở đơn vị tôi';
const opening = 'Mỗi tuần bộ phận một cửa nhận 120 hồ sơ, 38 hồ sơ phải bổ sung.';
const onTheTrain = 'Đoạn này viết khi tàu qua hầm, không có mạng.';
const ownComment = 'Số liệu rõ, cần nêu ai chịu trách nhiệm từng bước.';

interface Sheet {
  version: number;
  rows: { enrolmentId: number; fullName: string; marks: { component: string; mark: { kind: string; value?: number }; version: number }[] }[];
}
interface Account {
  id: number;
  version: number;
  login: string;
}

const inDays = (days: number): string => new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric' }).format(Date.now() + days * 86_400_000);

async function writeRubric(page: Page, product: Product, classId: number): Promise<void> {
  await page.goto(`${product.url}/classes/${classId}/rubrics`);
  await page.getByRole('button', { name: 'Soạn phiếu chấm' }).click();
  await page.getByLabel('Tên phiếu').fill('Phiếu chấm tiểu luận dịch vụ công');
  await page.getByRole('button', { name: 'Thêm tiêu chí' }).click();
  for (const [at, [name, weight]] of ([['Phân tích', '60'], ['Trình bày', '40']] as const).entries()) {
    await page.getByLabel('Tên tiêu chí').nth(at).fill(name);
    await page.getByLabel('Trọng số (%)').nth(at).fill(weight);
  }
  await expect(page.getByText('Tổng trọng số 100%')).toBeVisible();
  await page.getByRole('button', { name: 'Lưu phiếu chấm' }).click();
  await expect(page.getByText('Đã lưu phiếu chấm.')).toBeVisible();
}

/** Written, its rubric chosen, given to the class under a topic. @returns the id */
async function giveOut(page: Page, product: Product, classId: number): Promise<number> {
  await page.goto(`${product.url}/classes/${classId}/assignments/new`);
  await page.getByLabel('Tên bài').fill(title);
  await page.getByRole('textbox', { name: 'Yêu cầu', exact: true }).fill('Chọn một dịch vụ công, nêu số liệu và đề xuất.');
  await page.getByLabel('Hạn nộp, ngày').fill(inDays(3));
  const time = page.getByLabel('Hạn nộp, giờ');
  await expect(time).toHaveValue('17:00');
  await time.fill('16h30');
  await page.getByLabel('Vào cột điểm').selectOption({ label: 'Trắc nghiệm' });
  await page.getByRole('button', { name: 'Lưu bài' }).click();
  await expect(page.getByText(`16:30 ${inDays(3)}`).or(page.getByText(new RegExp(`${inDays(3)}.*16:30`))).first()).toBeVisible();
  await page.getByLabel('Phiếu chấm của bài').selectOption({ label: 'Phiếu chấm tiểu luận dịch vụ công' });
  await expect(page.getByLabel('Phiếu chấm của bài')).not.toHaveValue('');
  await page.getByRole('button', { name: 'Giao bài cho lớp' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Đặt trong chuyên đề').selectOption({ index: 2 });
  const topic = await dialog.getByLabel('Đặt trong chuyên đề').locator('option:checked').textContent();
  await dialog.getByRole('button', { name: 'Giao bài cho lớp' }).click();
  await page.getByRole('main').getByRole('link', { name: 'Chấm bài', exact: true }).click();
  await expect(page).toHaveURL(/\/assignments\/\d+\/marking$/);
  const id = Number(/\/assignments\/(\d+)\/marking$/.exec(page.url())?.[1]);
  const content = await api<{ topics: { titleVi: string; items: { refId: number | null }[] }[] }>(page, product, 'GET', `/classes/${classId}/content`);
  expect(content.topics.filter(({ items }) => items.some(({ refId }) => refId === id)).map(({ titleVi }) => titleVi)).toEqual([topic]);
  return id;
}

/** Somebody else of the class hands in too, so that there is a next script. */
async function mateTurnsIn(browser: Browser, product: Product, admin: Page, mate: { personId: number; fullName: string }, id: number): Promise<void> {
  const code = await openAccount(admin, product, { name: mate.fullName, personId: mate.personId });
  const page = await newPage(browser);
  await api(page, product, 'POST', '/activation', { code, password });
  const { draft } = await api<{ draft: { version: number } }>(page, product, 'PUT', `/my/assignments/${id}/draft`, { version: 0, text: 'Bài của người cùng lớp.', documentIds: [] });
  await api(page, product, 'POST', `/my/assignments/${id}/submissions`, { draftVersion: draft.version, declared: true });
  await page.context().close();
}

/** A second lecturer of the class: an account of the province that is given the role. */
async function secondLecturer(browser: Browser, product: Product, admin: Page, classId: number): Promise<Page> {
  const { items } = await api<{ items: Account[] }>(admin, product, 'GET', '/accounts?search=chungchi');
  const { id } = items.find(({ login }) => login === 'chungchi')!;
  const { version } = await api<Account>(admin, product, 'GET', `/accounts/${id}`);
  await api(admin, product, 'POST', `/accounts/${id}/grants`, { role: 'LECTURER', scopeType: 'CLASS', scopeId: classId, validFrom: '2026-01-01', validTo: null, reason: 'Mời chấm phúc khảo', version });
  return signIn(browser, product, 'chungchi');
}

/** The other cells by list; then the sheet goes its way to the trainees. */
async function publishSheet(lecturer: Page, coordinator: Page, product: Product, classId: number): Promise<void> {
  const path = `/classes/${classId}/grade-sheet`;
  const { rows } = await api<Sheet>(lecturer, product, 'GET', path);
  const changes = rows.flatMap(({ enrolmentId, marks }) => marks.filter(({ mark }) => mark.kind === 'BLANK').map(({ component, version }) => ({ enrolmentId, component, version, mark: { kind: 'SCORE', value: 7 } })));
  await api(lecturer, product, 'PUT', `${path}/marks`, { changes });
  for (const [who, to] of [[lecturer, 'SUBMITTED'], [coordinator, 'VERIFIED'], [coordinator, 'PUBLISHED']] as const) {
    const { version } = await api<Sheet>(who, product, 'GET', path);
    await api(who, product, 'POST', `${path}/transitions`, { to, version });
  }
}

async function openRegrades(page: Page, product: Product, classId: number) {
  await page.goto(`${product.url}/classes/${classId}/grades`);
  await page.getByRole('button', { name: 'Việc khác với bảng điểm' }).click();
  await page.getByRole('menuitem', { name: 'Đơn phúc khảo' }).click();
  return page.getByRole('dialog');
}

test('a piece of work is given out, written through a broken line, marked by keyboard, released, and marked again by another', async ({ browser, product }) => {
  const [coordinator, trainee, lecturer, admin] = await Promise.all(['giaovu', 'hocvien', 'giangvien', 'quantri'].map((login) => signIn(browser, product, login))) as [Page, Page, Page, Page];
  const { items: [given] } = await api<{ items: { class: { id: number } }[] }>(trainee, product, 'GET', '/my/assignments');
  const classId = given!.class.id;
  let id = 0;

  await test.step('the coordinator writes a rubric and the assignment, and gives it out', async () => {
    await writeRubric(coordinator, product, classId);
    id = await giveOut(coordinator, product, classId);
  });

  await test.step('the trainee writes; the line breaks, the tab is closed, nothing is lost', async () => {
    await trainee.goto(`${product.url}/assignments`);
    await trainee.getByRole('link', { name: title }).first().click();
    const text = trainee.getByLabel('Nội dung bài làm');
    await text.fill(opening);
    await expect(trainee.getByText(/^Đã lưu lúc \d\d:\d\d/)).toBeVisible();
    await trainee.context().setOffline(true);
    await text.fill(`${opening}\n\n${onTheTrain}`);
    await expect(trainee.getByText('Chưa gửi được, đã giữ trên máy này')).toBeVisible();
    await trainee.getByRole('checkbox', { name: /^Tôi cam đoan/ }).check({ force: true });
    await expect(trainee.getByRole('button', { name: 'Nộp bài' })).toBeDisabled();
    await expect(trainee.getByRole('button', { name: 'Nộp bài' })).not.toHaveAttribute('aria-busy', 'true');
    await expect(trainee.getByText('Mất kết nối mạng nên chưa nộp được.')).toBeVisible();
    await trainee.close();
  });

  const again = await trainee.context().newPage();
  await test.step('in a new tab the work is as it was written; it is declared and submitted, and the receipt stands there', async () => {
    await again.context().setOffline(false);
    await again.goto(`${product.url}/assignments/${id}`);
    await expect(again.getByLabel('Nội dung bài làm')).toHaveValue(`${opening}\n\n${onTheTrain}`);
    await expect(again.getByText(/^Đã lưu lúc \d\d:\d\d/)).toBeVisible();
    await expect.poll(async () => (await api<{ draft: { text: string } }>(again, product, 'GET', `/my/assignments/${id}`)).draft.text).toContain(onTheTrain);
    await expect(again.getByRole('button', { name: 'Nộp bài' })).toBeDisabled();
    await again.getByRole('checkbox', { name: /^Tôi cam đoan/ }).check({ force: true });
    await again.getByRole('button', { name: 'Nộp bài' }).click();
    await expect(again.getByRole('heading', { name: 'Biên nhận lần nộp 1' })).toBeVisible();
    const { receipts: [receipt] } = await api<{ receipts: { contentHash: string }[] }>(again, product, 'GET', `/my/assignments/${id}`);
    expect(receipt!.contentHash).toMatch(/^[0-9a-f]{64}$/);
    await expect(again.getByText(receipt!.contentHash)).toBeVisible();
    await expect(again.getByLabel('Nội dung bài làm')).toBeHidden();
  });

  await test.step('the lecturer marks it by keyboard and comes to the next one', async () => {
    const { items } = await api<{ items: { personId: number; fullName: string }[] }>(coordinator, product, 'GET', `/classes/${classId}/enrolments`);
    await mateTurnsIn(browser, product, admin, items.find(({ fullName }) => fullName !== 'Nguyễn Thị Hoài Thu')!, id);
    const keys = new Keyboard(lecturer);
    await lecturer.goto(`${product.url}/marking/${id}`);
    const head = lecturer.getByRole('heading', { level: 1, name: new RegExp(`^${title}, `) });
    const seen: string[] = [];
    for (let no = 0; no < 2; no += 1) {
      await expect(head).toBeVisible();
      const name = (await head.textContent())!;
      const own = name.endsWith('Nguyễn Thị Hoài Thu');
      seen.push(name);
      await keys.tabTo(lecturer.getByRole('group', { name: 'Phân tích' }).getByRole('radio').first());
      await keys.press(own ? '3' : '2', 'Tab', own ? '4' : '2');
      await keys.fill(lecturer.getByLabel('Nhận xét cho người viết'), own ? ownComment : 'Đạt yêu cầu.');
      await keys.press('Control+Enter');
      await expect(head.filter({ hasText: name })).toBeHidden();
    }
    expect(new Set(seen).size).toBe(2);
    await expect(lecturer).toHaveURL(`${product.url}/marking`);
  });

  await test.step('before the release the trainee learns nothing of it', async () => {
    await again.reload();
    await expect(again.getByRole('heading', { name: 'Biên nhận lần nộp 1' })).toBeVisible();
    await expect(again.getByText('Kết quả của anh chị')).toBeHidden();
    await expect(again.getByText(ownComment)).toBeHidden();
    expect((await again.request.get(`${product.url}/api/my/assignments/${id}/result`)).status()).toBe(404);
    for (const path of [`/my/assignments/${id}`, '/my/assignments', '/my/results', '/my/notifications']) {
      const told = JSON.stringify(await api(again, product, 'GET', path));
      expect(told, path).not.toContain(ownComment);
      expect(told, path).not.toMatch(/work_result|"(MARKED|MARKING|IN_REVIEW)"/);
    }
  });

  await test.step('after it, mark and comments', async () => {
    await lecturer.goto(`${product.url}/assignments/${id}/marking`);
    await lecturer.getByRole('button', { name: 'Công bố 2 bài' }).click();
    await lecturer.getByRole('dialog').getByRole('button', { name: 'Công bố 2 bài' }).click();
    await expect(lecturer.getByText('Đã công bố 2 bài.')).toBeVisible();
    await expect(again.getByRole('heading', { name: 'Kết quả của anh chị' })).toBeVisible();
    await expect(again.getByText('8,25/10')).toBeVisible();
    await expect(again.getByText(ownComment)).toBeVisible();
  });

  await test.step('a regrade is asked for, read and marked by another lecturer, and concluded', async () => {
    await publishSheet(lecturer, coordinator, product, classId);
    await again.goto(`${product.url}/record`);
    await again.getByRole('button', { name: 'Cách tính điểm' }).first().click();
    await again.getByRole('button', { name: 'Xin phúc khảo: Trắc nghiệm' }).click();
    await again.getByLabel('Phần cần chấm lại và lý do').fill('Phần đề xuất ở cuối bài chưa được tính.');
    await again.getByRole('button', { name: 'Gửi đơn phúc khảo' }).click();
    await expect(again.getByText('Đã gửi đơn phúc khảo.')).toBeVisible();

    const other = await secondLecturer(browser, product, admin, classId);
    await coordinator.goto(`${product.url}/notifications`);
    await expect(coordinator.getByText(/có đơn phúc khảo mới$/).first()).toBeVisible();
    const requests = await openRegrades(coordinator, product, classId);
    await requests.getByRole('button', { name: 'Nhận đơn' }).click();
    await requests.getByLabel('Người chấm lại').selectOption({ label: 'Đỗ Ngọc Lan' });
    await requests.getByRole('button', { name: 'Giao chấm lại' }).click();
    await expect(requests.getByText('Đang chấm lại')).toBeVisible();

    const script = await openRegrades(other, product, classId);
    await expect(script.getByText(onTheTrain)).toBeVisible();
    await expect(script.getByText('Nguyễn Thị Hoài Thu')).toBeHidden();
    await script.getByLabel('Điểm chấm lại').fill('9');
    await script.getByRole('button', { name: 'Ghi điểm chấm lại' }).click();

    await expect(other.getByText('Đã ghi điểm chấm lại.')).toBeVisible();

    const marked = await openRegrades(coordinator, product, classId);
    await expect(marked.getByText('Đỗ Ngọc Lan: 9')).toBeVisible();
    await marked.getByLabel('Trả lời học viên').fill('Phần đề xuất được tính thêm.');
    await marked.getByRole('button', { name: 'Kết luận theo điểm chấm lại' }).click();
    await expect(marked.getByText('Đổi điểm', { exact: true })).toBeVisible();

    await again.reload();
    await again.getByRole('button', { name: 'Cách tính điểm' }).first().click();
    await expect(again.getByText('Điểm 8,25 thành 9')).toBeVisible();
    await expect(again.getByText('Phần đề xuất được tính thêm.')).toBeVisible();
  });
});
