import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@halong/platform/server';
import { classRows } from '@halong/testing/server';
import { round, type Figure } from './figure.ts';
import { expectOk, type Stage } from './stage.ts';
import { names } from './world.ts';

const followed = 40;
const giveUpMs = 30_000;

/** Does `act`, and says how many seconds later `read` answers something else than before. */
async function follows(read: () => Promise<unknown>, act: () => Promise<unknown>): Promise<number> {
  const before = JSON.stringify(await read());
  await act();
  const acknowledged = performance.now();
  while (JSON.stringify(await read()) === before) {
    if (performance.now() - acknowledged > giveUpMs) throw new Error(`Nothing followed within ${giveUpMs / 1_000} s`);
    await sleep(10);
  }
  return (performance.now() - acknowledged) / 1_000;
}

const ledgerOf = (db: Database, enrolmentId: number) => db.rows('SELECT year, state, periods_attended, periods_expected FROM completion_ledger WHERE enrolment_id = ? ORDER BY year', [enrolmentId]);
const treeOf = (db: Database, enrolmentId: number) => db.row('SELECT CAST(tree AS CHAR) AS tree FROM completion_result WHERE enrolment_id = ?', [enrolmentId]);

const worst = (seconds: readonly number[], name: string): Figure => ({
  name, figure: round(Math.max(...seconds)), goal: 2, unit: 's after the answer, the slowest',
  detail: `${seconds.length} changes one after the other, middle ${round(seconds.toSorted((a, b) => a - b)[Math.floor(seconds.length / 2)] ?? 0)} s`,
});

/** How long the ledger of the forty periods and the completion tree need to follow attendance and marks, with a worker of its own. */
export async function following(stage: Stage): Promise<Figure[]> {
  const { db, world, product, installation } = stage;
  stage.startWorker();
  await installation.settled();
  const headers = (cookie: string) => ({ cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() });
  // The first one waits for the worker to have started.
  const cells = world.toMark.slice(0, followed + 1);
  const afterMark: number[] = [];
  for (const [at, { sessionId, enrolmentId }] of cells.entries()) {
    const put = (status: string) => expectOk(`${product.url}/api/sessions/${sessionId}/attendance/${enrolmentId}/mark`, {
      method: 'POST', headers: headers(world.lecturerCookie), body: JSON.stringify({ status, reason: 'Điểm danh giấy' }),
    });
    const now = await db.row<{ status: string }>('SELECT status FROM attendance_record WHERE session_id = ? AND enrolment_id = ?', [sessionId, enrolmentId]);
    const seconds = await follows(() => ledgerOf(db, enrolmentId), () => put(now?.status === 'PRESENT' ? 'UNEXCUSED' : 'PRESENT'));
    if (at > 0) afterMark.push(seconds);
  }

  const { classId, trainees } = await classRows(db, { province: world.province, code: 'THEO-DIEM', rules: world.rules, days: ['2026-03-02'], trainees: names('Lê Thị', followed) });
  await db.insert('assessment_grade_sheet', { class_id: classId, state: 'OPEN', components: JSON.stringify([{ key: 'thi', nameVi: 'Thi', nameEn: 'Exam', weight: 1, required: true, category: null }]) });
  const afterGrade: number[] = [];
  for (const { enrolmentId } of trainees) {
    const change = { enrolmentId, component: 'thi', version: 0, mark: { kind: 'SCORE', value: 8 } };
    afterGrade.push(await follows(() => treeOf(db, enrolmentId), () => expectOk(`${product.url}/api/classes/${classId}/grade-sheet/marks`, {
      method: 'PUT', headers: headers(world.coordinatorCookie), body: JSON.stringify({ changes: [change] }),
    })));
  }
  return [worst(afterMark, 'the 40-period ledger follows an attendance mark'), worst(afterGrade, 'the completion tree follows a mark in the grade book')];
}
