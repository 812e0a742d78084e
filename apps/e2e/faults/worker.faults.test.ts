import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DeadLetters } from '@halong/platform/server';
import { provinceRows, type ClassRows, type ProvinceRows } from '@halong/testing/server';
import { chanceOf } from './chance.ts';
import { installation, type Installation } from '../product/installation.ts';
import { signedIn } from './class-day.ts';
import { ask } from './ledger.ts';
import { certificateOfficer, papersOf, provePapers, recognisedClass } from './papers.ts';
import { StaffList } from './staff-list.ts';

let halong: Installation;
let province: ProvinceRows;
let officer: string;

beforeEach(async () => {
  halong = await installation();
  province = await provinceRows(halong.app.db);
  officer = await certificateOfficer(halong.app);
});
afterEach(() => halong.stop());

/** A class whose certificates are numbered while no worker runs, so that all of its papers are still to be made. */
async function issuedClass(): Promise<ClassRows> {
  await halong.worker.signal('SIGTERM');
  const given = await recognisedClass(halong.app, province, 'LD-PX', 120);
  const call = { cookie: officer, method: 'POST', path: `/classes/${given.classId}/certificates`, body: {}, key: `issue-of-${given.classId}` } as const;
  expect(await ask(halong.url, call)).toMatchObject({ status: 200 });
  return given;
}

it('killed in the middle of the papers and of the staff list, the worker ends both exactly once', async () => {
  const chance = chanceOf('worker killed');
  const { app, worker } = halong;
  const before = await app.db.row<{ n: number }>('SELECT COUNT(*) AS n FROM organisation_person');
  const list = new StaffList(halong.url, await signedIn(app, 'quantri', { roles: ['SYSTEM_ADMIN'] }));
  const staff = await list.checked('PEOPLE', 'people.xlsx');
  const { willWrite } = await list.get(staff);
  const given = await issuedClass();
  await list.write(staff);
  worker.start();
  const done = async () => (await list.get(staff)).progress.done + (await papersOf(app, given.classId));
  for (let kill = 0; kill < 2; kill += 1) {
    const mark = await done();
    await expect.poll(done, { timeout: 120_000, interval: 20 }).toBeGreaterThan(mark);
    await sleep(chance.between(0, 200));
    await worker.signal('SIGKILL');
    expect(await done()).toBeLessThan(willWrite + 120);
    worker.start();
  }
  expect(await list.until(staff, 'DONE')).toMatchObject({ written: willWrite, stale: 0, progress: { done: willWrite, total: willWrite } });
  await expect.poll(() => papersOf(app, given.classId), { timeout: 120_000 }).toBe(120);
  await halong.settled();
  expect(willWrite).toBe(1_187);
  const after = await app.db.row<{ n: number }>('SELECT COUNT(*) AS n FROM organisation_person');
  expect(Number(after?.n) - Number(before?.n)).toBe(1_187 + 120);
  await provePapers(app, [given]);
  expect(await app.get(DeadLetters).list()).toEqual([]);
});

it('frozen for longer than its lock while another takes over, a worker comes back and does nothing twice', async () => {
  const chance = chanceOf('worker frozen');
  const { app, worker } = halong;
  const given = await issuedClass();
  worker.start();
  await expect.poll(() => papersOf(app, given.classId), { timeout: 60_000, interval: 20 }).toBeGreaterThan(chance.between(1, 30));
  await worker.signal('SIGSTOP');
  const made = await papersOf(app, given.classId);
  expect(made).toBeLessThan(120);
  halong.anotherWorker();
  // The lock is kept for 30 s and looked at every 30 s. Frozen inside a transaction, it holds a paper until it wakes.
  for (let second = 0; second < 70 && (await papersOf(app, given.classId)) === made; second += 1) await sleep(1_000);
  await sleep(chance.between(0, 500));
  await worker.signal('SIGCONT');
  await expect.poll(() => papersOf(app, given.classId), { timeout: 120_000 }).toBe(120);
  await halong.settled();
  await provePapers(app, [given]);
  expect(await app.get(DeadLetters).list()).toEqual([]);
});
