import { test } from '@playwright/test';
import { administrator } from './people.ts';
import { startProduct, type Product } from '../product/product.ts';
import { decide, nominate, planTheClass } from './walk.class.ts';
import { closeTheDay, loseTheLine, openTheDay, scanTheWall, switchToBoth } from './walk.day.ts';
import { callTheCast, enterProgrammes, importTheProvince } from './walk.office.ts';
import { grade, issue, publish, recognise, revoke, rollCall, verifyAs } from './walk.results.ts';

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

test('one hybrid class is walked from the spreadsheet to a verified certificate', async ({ page, browser }) => {
  test.setTimeout(600_000);
  await test.step('the first administrator comes in', () => administrator(page, product));
  await test.step('the province is imported as the office sends it', () => importTheProvince(page, product));
  await test.step('programmes and the target group are data', () => enterProgrammes(page, product));
  const { coordinator, head, officer } = await test.step('the others come in with their codes', () => callTheCast(page, browser, product));
  const classUrl = await test.step('the class is planned with its timetable', () => planTheClass(coordinator, product));
  await product.at('2026-09-10T09:00');
  await test.step('a unit nominates and the coordinator decides', () => nominate(coordinator, head, product, classUrl));
  await product.at('2026-09-22T09:00');
  await test.step('the class is decided and its rules are frozen', () => decide(coordinator, classUrl));

  await product.at('2026-10-01T07:05');
  const session = await test.step('the first session is switched to both', () => switchToBoth(coordinator, classUrl));
  const day = await test.step('two trainees and the lecturer come in', () => openTheDay(page, browser, product, session));
  await test.step('one scans the wall in the room', () => scanTheWall(day, product, session));
  await test.step('one is online and loses the line', () => loseTheLine(day, product, session));
  await test.step('the list says why, a human decides, and it is closed', () => closeTheDay(coordinator, product, session));

  await product.at('2026-12-05T09:00');
  await test.step('the other sessions are entered', () => rollCall(coordinator, product, classUrl));
  await test.step('marks are typed', () => grade(coordinator, product, classUrl));
  await test.step('the sheet is submitted, verified and published', () => publish(day.wall, coordinator, classUrl));
  await product.at('2026-12-08T09:00');
  await test.step('the results are recognised', () => recognise(coordinator, classUrl));
  const paper = await test.step('the certificates are issued', () => issue(officer, classUrl));
  await test.step('anybody may check the paper', () => verifyAs(browser, product, paper, 'Chứng chỉ thật, còn hiệu lực'));
  await test.step('one is revoked', () => revoke(officer));
  await test.step('the public check says so', () => verifyAs(browser, product, paper, 'Chứng chỉ đã bị thu hồi'));
});
