import { afterAll, beforeAll, expect, it } from 'vitest';
import { assessment, GradeSheets, Recognitions } from '@halong/assessment/server';
import { attendance } from '@halong/attendance/server';
import { catalogue } from '@halong/catalogue/server';
import { classes } from '@halong/classes/server';
import { completion, Recompute } from '@halong/completion/server';
import { enrolment } from '@halong/enrolment/server';
import { identity } from '@halong/identity/server';
import { materials } from '@halong/materials/server';
import { notifications } from '@halong/notifications/server';
import { organisation } from '@halong/organisation/server';
import type { Role } from '@halong/platform/contract';
import { defaultRuleSets } from '@halong/regulations/contract';
import { regulations } from '@halong/regulations/server';
import { anActor, attendanceRow, classRows, fileRow, provinceRows, testInstallation, type ClassRows, type TestInstallation } from '@halong/testing/server';
import { CertificateJobs } from './certificate/certificate.jobs.ts';
import { certification } from './index.ts';
import { Issuing } from './certificate/issuing.service.ts';
import { Revocations } from './certificate/revocation.service.ts';

const components = [{ key: 'kiem-tra', nameVi: 'Kiểm tra', nameEn: 'Test', weight: 1, required: true }];
const inGlobal = (role: Role) => anActor({ accountId: 900, grants: [{ role, scopeType: 'GLOBAL', scopeId: 0 }] });
const [coordinator, officer] = [inGlobal('CLASS_COORDINATOR'), inGlobal('CERTIFICATE_OFFICER')];

let app: TestInstallation;
let rows: ClassRows;

/** Thu reads Vietnamese, Bách English; Dương has no account and no address. */
beforeAll(async () => {
  app = await testInstallation([organisation, identity, regulations, catalogue, notifications, classes, enrolment, materials, attendance, assessment, completion, certification], { background: true });
  const province = await provinceRows(app.db);
  rows = await classRows(app.db, {
    province, code: 'TIN', rules: defaultRuleSets.QLNN.rules, components, days: ['2026-10-01'], over: 1, trainees: ['Nguyễn Thị Hoài Thu', 'Vũ Đình Bách', 'Đặng Thùy Dương'], state: 'GRADING', credential: 'CERTIFICATE',
  });
  for (const sessionId of rows.sessionIds) for (const { enrolmentId } of rows.trainees) await attendanceRow(app.db, sessionId, enrolmentId, 4);
  for (const [at, language] of (['vi', 'en'] as const).entries()) {
    const { personId, fullName } = rows.trainees[at]!;
    await app.db.insert('identity_account', { login: language, display_name: fullName, person_id: personId, email: `${language}@quangninh.example`, language });
  }
});
afterAll(() => app.close());

/** Who has been told this kind, how often. */
async function told(kind: string): Promise<number[]> {
  await app.settled();
  return (await app.db.rows<{ id: number }>('SELECT person_id AS id FROM notifications_notification WHERE kind = ? ORDER BY id', [kind])).map(({ id }) => id);
}
const newMails = async (): Promise<string[]> => {
  await app.settled();
  const mails = await app.db.rows<{ line: string }>("SELECT CONCAT(recipient, ': ', subject) AS line FROM platform_mail ORDER BY recipient DESC, id");
  await app.db.run('DELETE FROM platform_mail');
  return mails.map(({ line }) => line);
};
const sheets = () => app.get(GradeSheets);
const step = async (role: Role, to: 'SUBMITTED' | 'VERIFIED' | 'PUBLISHED') =>
  app.as(inGlobal(role), async () => {
    const actor = anActor({ grants: [{ role, scopeType: 'CLASS', scopeId: rows.classId }] });
    return sheets().transition(actor, rows.classId, { to, version: (await sheets().get(actor, rows.classId)).version });
  });

it('from the published result to the revoked certificate everybody is told once, in the inbox and by mail, in their language', { timeout: 120_000 }, async () => {
  const everybody = rows.trainees.map(({ personId }) => personId);
  const lecturer = anActor({ grants: [{ role: 'LECTURER', scopeType: 'CLASS', scopeId: rows.classId }] });
  const score = (value: number, at: number) => ({ enrolmentId: rows.trainees[at]!.enrolmentId, component: 'kiem-tra', version: 0, mark: { kind: 'SCORE' as const, value } });
  await app.as(lecturer, () => sheets().putMarks(lecturer, rows.classId, [8, 7, 3].map(score)));
  await step('LECTURER', 'SUBMITTED');
  await step('CLASS_COORDINATOR', 'VERIFIED');
  expect(await told('result_published')).toEqual([]);
  await step('CLASS_COORDINATOR', 'PUBLISHED');
  expect((await told('result_published')).sort()).toEqual(everybody.toSorted());
  expect(await newMails()).toEqual(['vi@quangninh.example: Lớp TIN K01/2026 đã công bố kết quả', 'en@quangninh.example: The results of class TIN K01/2026 are published']);

  const decision = { decisionNo: '12/QĐ-NVC', decisionDate: '2026-11-01', signer: 'Nguyễn Đình Hưng', fileId: await fileRow(app.db, coordinator.accountId) };
  await app.as(coordinator, () => app.get(Recognitions).recognise(coordinator, rows.classId, decision));
  await expect(app.as(coordinator, () => app.get(Recognitions).recognise(coordinator, rows.classId, decision))).rejects.toMatchObject({ def: { code: 'assessment.already_recognised' } });
  expect((await told('result_recognised')).sort()).toEqual(everybody.toSorted());
  expect(await newMails()).toEqual(['vi@quangninh.example: Kết quả lớp TIN K01/2026 đã được công nhận', 'en@quangninh.example: The results of class TIN K01/2026 are recognised']);
  const results = await app.db.rows<{ vi: string }>("SELECT JSON_VALUE(params, '$.result.vi') AS vi FROM notifications_notification WHERE kind = 'result_recognised' ORDER BY person_id");
  expect(results.map(({ vi }) => vi)).toEqual(['Đạt', 'Đạt', 'Không đạt']);

  await app.get(Recompute).run(rows.trainees.map(({ enrolmentId }) => enrolmentId));
  const batch = await app.as(officer, () => app.get(Issuing).issue(officer, rows.classId));
  await app.settled();
  await app.get(CertificateJobs).makePapers({ batchId: batch.id });
  expect((await told('certificate_issued')).sort()).toEqual(everybody.slice(0, 2).toSorted());
  const numbers = (await app.get(Issuing).ofClass(officer, rows.classId)).certificates.map(({ registerNo }) => registerNo);
  expect(await newMails()).toEqual([`vi@quangninh.example: Chứng chỉ số ${numbers[1]} đã được cấp`, `en@quangninh.example: Certificate no. ${numbers[0]} is issued`]);

  const [bach] = (await app.get(Issuing).ofClass(officer, rows.classId)).certificates;
  const revoke = () => app.as(officer, () => app.get(Revocations).revoke(officer, bach!.id, { version: 2, ground: 'ALTERED', decision: '15/QĐ-NVC', reason: 'Bản giấy bị sửa' }));
  await revoke();
  await expect(revoke()).rejects.toMatchObject({ def: { code: 'certification.already_revoked' } });
  expect(await told('certificate_revoked')).toEqual([rows.trainees[1]!.personId]);
  expect(await newMails()).toEqual([`en@quangninh.example: Certificate no. ${numbers[0]} is revoked`]);
});
