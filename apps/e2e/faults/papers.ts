import { expect } from 'vitest';
import { defaultRuleSets } from '@halong/regulations/contract';
import { classRows, fileRow, type ClassRows, type ProvinceRows, type TestInstallation } from '@halong/testing/server';
import { signedIn } from './class-day.ts';

/** A class whose results are recognised and in which everybody is complete; each has an address for e-mail. */
export async function recognisedClass(app: TestInstallation, province: ProvinceRows, code: string, size: number): Promise<ClassRows> {
  const { db, clock } = app;
  const trainees = Array.from({ length: size }, (_, at) => `Nguyễn Văn ${String.fromCharCode(65 + (at % 26))}${String.fromCharCode(97 + Math.floor(at / 26))}`);
  const rows = await classRows(db, { province, code, rules: defaultRuleSets.QLNN.rules, days: ['2026-10-01'], trainees, state: 'RESULT_RECOGNISED' });
  await db.insert('assessment_grade_sheet', { class_id: rows.classId, state: 'PUBLISHED', components: '[]' });
  await db.insert('assessment_recognition', { class_id: rows.classId, decision_no: '12/QĐ-NVC', decision_date: '2026-11-20', signer: 'Nguyễn Đình Hưng', file_id: await fileRow(db, 1) });
  await db.run("UPDATE enrolment_enrolment SET state = 'COMPLETED' WHERE class_id = ?", [rows.classId]);
  await db.insertMany('completion_result', rows.trainees.map(({ enrolmentId }) => ({ enrolment_id: enrolmentId, class_id: rows.classId, complete: true, tree: '{}', computed_at: clock.now() })));
  await db.run('UPDATE organisation_person SET email = CONCAT("nguoi-", id, "@halong.example") WHERE id IN (?)', [rows.trainees.map(({ personId }) => personId)]);
  return rows;
}

export const certificateOfficer = (app: TestInstallation) => signedIn(app, 'vanbang', { roles: ['CERTIFICATE_OFFICER'] });

/** How many papers of the class have been made. */
export async function papersOf(app: TestInstallation, classId: number): Promise<number> {
  const row = await app.db.row<{ n: number }>('SELECT COUNT(file_id) AS n FROM certification_certificate WHERE class_id = ?', [classId]);
  return Number(row?.n);
}

/** Everybody of these classes has one number, one paper, one notification and one mail, and the register has no gap. */
export async function provePapers(app: TestInstallation, classes: ClassRows[]): Promise<void> {
  const { db } = app;
  const people = classes.flatMap(({ trainees }) => trainees.map(({ personId }) => personId));
  const certificates = await db.rows<{ seq: number; state: string; enrolmentId: number; registerNo: string }>(
    'SELECT seq, state, enrolment_id AS enrolmentId, register_no AS registerNo FROM certification_certificate ORDER BY seq',
  );
  expect(certificates.map(({ seq }) => seq)).toEqual(people.map((_, at) => at + 1));
  expect(certificates.map(({ enrolmentId }) => enrolmentId).sort((a, b) => a - b)).toEqual(classes.flatMap(({ trainees }) => trainees.map((one) => one.enrolmentId)).sort((a, b) => a - b));
  expect(new Set(certificates.map(({ state }) => state))).toEqual(new Set(['ISSUED']));
  expect(await perOne(app, "SELECT name AS one, COUNT(*) AS n FROM platform_file WHERE media_type = 'application/pdf' AND name LIKE '%-CC-%' GROUP BY name")).toEqual({ ones: people.length, twice: [] });
  expect(await perOne(app, "SELECT person_id AS one, COUNT(*) AS n FROM notifications_notification WHERE kind = 'certificate_issued' GROUP BY person_id")).toEqual({ ones: people.length, twice: [] });
  expect(await perOne(app, "SELECT recipient AS one, COUNT(*) AS n FROM platform_mail WHERE state = 'SHOWN' GROUP BY recipient")).toEqual({ ones: people.length, twice: [] });
}

/** How many different ones there are, and those that are there more than once. */
async function perOne(app: TestInstallation, sql: string): Promise<{ ones: number; twice: unknown[] }> {
  const rows = await app.db.rows<{ one: unknown; n: number }>(sql);
  return { ones: rows.length, twice: rows.filter(({ n }) => Number(n) !== 1).map(({ one }) => one) };
}
