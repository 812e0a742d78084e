import { test } from '@playwright/test';
import { startProduct, type Product } from '../product/product.ts';
import { personOf } from './api.ts';
import { administrator } from './people.ts';
import { announce, decide, decideNominations, nominate, planTheClass } from './walk.class.ts';
import { judgeTheDay, lockTheDay, loseTheLine, openTheDay, scanTheWall, switchToBoth } from './walk.day.ts';
import { callTheCast, enterProgrammes, importTheProvince } from './walk.office.ts';
import { grade, issue, publish, recognise, revoke, rollCall, verifyAs } from './walk.results.ts';
import { seen, type Sight } from './walk.watch.ts';

/**
 * One hybrid class, from the office's spreadsheet to a verified certificate: one continuous story on an empty
 * installation, the clock walked forward from 01/09/2026. After each step the head of the unit and the province's
 * training manager open their own page and find what it changed.
 */
let product: Product;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  product = await startProduct();
  await product.at('2026-09-01T08:00');
});
test.afterAll(() => product?.stop());

test('one hybrid class is walked from the spreadsheet to a verified certificate', async ({ page, browser }) => {
  test.setTimeout(1_200_000);
  await test.step('the first administrator comes in', () => administrator(page, product));
  await test.step('the province is imported as the office sends it', () => importTheProvince(page, product));
  await test.step('programmes and the target group are data', () => enterProgrammes(page, product));
  const { coordinator, head, manager, officer } = await test.step('the others come in with their codes', () => callTheCast(page, browser, product));
  const [thu, luan] = [await personOf(page, product, 'Nguyễn Thị Hoài Thu'), await personOf(page, product, 'Tô Hải Luân')];
  const see = (what: string, sight: Sight) => test.step(`head and manager see it: ${what}`, () => seen({ head, manager }, product, sight));
  const yearOf = (id: number, name: string, ...says: string[]) => ({ id, name, says });
  const yearOfThu = (...says: string[]) => yearOf(thu, 'Nguyễn Thị Hoài Thu', ...says);

  const classUrl = await test.step('the class is planned with its timetable', () => planTheClass(coordinator, product));
  await product.at('2026-09-10T09:00');
  await test.step('the class is announced', () => announce(coordinator, classUrl));
  await see('announced', {
    unitClass: ['Đang nhận danh sách cử', 'Chỉ tiêu 6', 'hạn 18/09/2026', 'Đã học 0/40'],
    overview: [/Năm 2026 chưa có lượt người học nào/], classState: ['Đang nhận danh sách cử', '1'], tiles: { 'Buổi đã học': ['0/40 buổi'] },
  });
  await test.step('a unit nominates', () => nominate(head, product));
  await see('nominated', { unitClass: ['Cử 8', 'duyệt 0'], tiles: { 'Đã duyệt đi học': ['0 lượt người', 'từ 8 lượt được cử'] } });
  await test.step('the coordinator decides', () => decideNominations(coordinator, classUrl));
  await see('admitted', {
    unitClass: ['Cử 8', 'duyệt 6'], unit: [/6 sẽ đủ/], person: yearOfThu('0 tiết đã tính', '160 sắp tới', 'Sẽ đủ'),
    tiles: { 'Đã duyệt đi học': ['6 lượt người', 'từ 8 lượt được cử, 6 người'] }, unitNumbers: ['6', '6', '0, 0%', '0', '0'],
  });
  await product.at('2026-09-22T09:00');
  await test.step('the class is decided and its rules are frozen', () => decide(coordinator, classUrl));
  await see('decided', { unitClass: ['Đã có quyết định mở lớp', 'duyệt 6'], classState: ['Đã có quyết định mở lớp', '6 học viên'] });

  await product.at('2026-10-01T07:05');
  const session = await test.step('the first session is switched to both', () => switchToBoth(coordinator, classUrl));
  const day = await test.step('two trainees and the lecturer come in', () => openTheDay(page, browser, product, session));
  await test.step('one scans the wall in the room', () => scanTheWall(day, product, session));
  await test.step('one is online and loses the line', () => loseTheLine(day, product, session));
  await see('held', {
    unitClass: ['Đang học', 'Đã học 1/40', 'chốt điểm danh 0'], person: yearOfThu('0 tiết đã tính, 4 đã học chờ kết quả, 156 sắp tới', '4/4 tiết'),
    classState: ['Đang học', '6 học viên'], tiles: { 'Buổi đã học': ['1/40 buổi', '0 buổi đã chốt'] },
  });
  await test.step('the list says why, and a human decides', () => judgeTheDay(coordinator, product, session));
  await test.step('the list is locked', () => lockTheDay(coordinator, product, session));
  await see('locked', {
    unitClass: ['chốt điểm danh 1'], person: yearOf(luan, 'Tô Hải Luân', '1 đã học chờ kết quả, 156 sắp tới', '1/4 tiết'), tiles: { 'Buổi đã học': ['1 buổi đã chốt'] },
  });

  await product.at('2026-12-05T09:00');
  await test.step('the other sessions are entered', () => rollCall(coordinator, product, classUrl));
  await test.step('marks are typed', () => grade(coordinator, product, classUrl));
  await test.step('the sheet is submitted, verified and published', () => publish(day.wall, coordinator, classUrl));
  await see('published', {
    unitClass: ['Đang chấm điểm', 'đã công bố điểm', 'Đã học 40/40'], person: yearOfThu('160 đã học chờ kết quả, 0 sắp tới'), tiles: { 'Lớp đã công bố điểm': ['1/1 lớp'], 'Buổi đã học': ['40/40 buổi'] },
  });
  await product.at('2026-12-08T09:00');
  await test.step('the results are recognised', () => recognise(coordinator, classUrl));
  await see('recognised', {
    unitClass: ['Đã công nhận kết quả', '6/6 người'], unit: [/6 người đã đủ/], person: yearOfThu('160 tiết đã tính, 0 đã học chờ kết quả', 'Đã đủ'),
    overview: [/Năm 2026: 6 trên 6 lượt người đã hoàn thành/, /6\s*đã đủ/], tiles: { 'Đã hoàn thành': ['6/6 lượt người', '6 người'] }, unitNumbers: ['6', '6', '6, 100%', '6', '0'],
  });
  const paper = await test.step('the certificates are issued', () => issue(officer, classUrl));
  await see('issued', { unitClass: ['Còn hiệu lực 6'], tiles: { 'Chứng chỉ, giấy chứng nhận': ['6', '0 đã thu hồi'] }, unitNumbers: ['6', '6', '6, 100%', '6', '6'] });
  await test.step('anybody may check the paper', () => verifyAs(browser, product, paper, 'Chứng chỉ thật, còn hiệu lực'));
  await test.step('one is revoked', () => revoke(officer));
  await see('revoked', { unitClass: ['Còn hiệu lực 5', 'thu hồi 1'], tiles: { 'Chứng chỉ, giấy chứng nhận': ['5', '1 đã thu hồi'] }, unitNumbers: ['6', '6', '6, 100%', '6', '5'] });
  await test.step('the public check says so', () => verifyAs(browser, product, paper, 'Chứng chỉ đã bị thu hồi'));
});
