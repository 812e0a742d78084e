import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultRuleSets } from '@halong/regulations/contract';
import { classRows, personRow, provinceRows, type ProvinceRows } from '@halong/testing/server';
import { installation, type Installation } from '../product/installation.ts';
import { signedIn } from './class-day.ts';
import { insist } from './ledger.ts';
import { certificateOfficer, provePapers, recognisedClass } from './papers.ts';

let halong: Installation;
let province: ProvinceRows;

beforeAll(async () => {
  halong = await installation();
  await halong.app.clock.moveTo(new Date('2026-09-10T10:00:00+07:00'));
  province = await provinceRows(halong.app.db);
  await halong.clockAt(halong.app.clock.now());
});
afterAll(() => halong.stop());

/** A class with two seats, one of them taken, and a hundred nominations of one unit. */
async function lastSeat(): Promise<{ classId: number; nominations: number[] }> {
  const { db, clock } = halong.app;
  const { classId } = await classRows(db, { province, code: 'LD-PX', rules: defaultRuleSets.QLNN.rules, days: ['2026-10-01'], trainees: ['Vũ Đình Bách'], state: 'NOMINATING' });
  await db.run("UPDATE classes_class SET capacity = 2, nomination_deadline = '2026-09-18' WHERE id = ?", [classId]);
  await db.insert('classes_quota', { class_id: classId, unit_id: province.communeId, seats: 100 });
  const listId = await db.insert('enrolment_nomination_list', { class_id: classId, unit_id: province.communeId, state: 'SUBMITTED', submitted_at: clock.now() });
  const nominations: number[] = [];
  for (let at = 0; at < 100; at += 1) {
    const name = `Nguyễn Văn ${at + 1}`;
    const personId = await personRow(db, name, province.communeId);
    nominations.push(await db.insert('enrolment_nomination', {
      list_id: listId, class_id: classId, person_id: personId, position: at + 1, written_name: name, submitted_at: clock.now(), state: 'SUBMITTED', screening: 'ELIGIBLE', reasons: '[]',
    }));
  }
  return { classId, nominations };
}

it('gives the last seat to one of a hundred who are admitted at once', async () => {
  const { app, url } = halong;
  const { classId, nominations } = await lastSeat();
  const cookie = await signedIn(app, 'giaovu', { roles: ['CLASS_COORDINATOR'] });
  const answers = await Promise.all(nominations.map((id) => insist(url, { cookie, method: 'POST', path: `/classes/${classId}/nominations/admit`, body: { nominationIds: [id] }, key: `admission-${id}` })));
  const winners = answers.filter(({ status }) => status === 200);
  expect(winners).toHaveLength(1);
  expect(new Set(answers.filter((one) => one !== winners[0]).map(({ status, body }) => `${status} ${(body as { code: string }).code}`))).toEqual(new Set(['409 enrolment.class_full']));
  await halong.settled();
  expect(await app.db.rows('SELECT id FROM enrolment_enrolment WHERE class_id = ?', [classId])).toHaveLength(2);
  expect(await app.db.rows("SELECT id FROM enrolment_nomination WHERE class_id = ? AND state = 'APPROVED'", [classId])).toHaveLength(1);
  expect(await app.db.rows("SELECT id FROM notifications_notification WHERE kind = 'admitted'")).toHaveLength(1);
  expect(await app.db.rows("SELECT id FROM platform_audit WHERE subject_type = 'enrolment' AND action LIKE '%admit%'")).toHaveLength(1);
});

it('a hundred issues at once leave no gap, and nobody has two certificates', async () => {
  const { app, url } = halong;
  const cookie = await certificateOfficer(app);
  await halong.worker.signal('SIGTERM'); // it would judge the completion that is written here as a fact
  const classes = [];
  for (let at = 0; at < 20; at += 1) classes.push(await recognisedClass(app, province, `CC-${at + 1}`, (at % 3) + 1));
  const calls = classes.flatMap(({ classId }) => Array.from({ length: 5 }, (_, n) => ({ cookie, method: 'POST' as const, path: `/classes/${classId}/certificates`, body: {}, key: `issue-${classId}-${n}` })));
  const answers = await Promise.all(calls.map((call) => insist(url, call)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
  expect(new Set(answers.filter(({ status }) => status !== 200).map(({ status, body }) => `${status} ${(body as { code: string }).code}`))).toEqual(new Set(['409 certification.nobody_complete']));
  halong.worker.start();
  await halong.settled();
  await app.db.run("DELETE FROM platform_mail WHERE recipient NOT LIKE 'nguoi-%'");
  await provePapers(app, classes);
});
