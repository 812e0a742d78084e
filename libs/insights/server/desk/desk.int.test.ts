import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessment } from '@halong/assessment/server';
import { attendance } from '@halong/attendance/server';
import { catalogue } from '@halong/catalogue/server';
import { certification } from '@halong/certification/server';
import { classes } from '@halong/classes/server';
import { completion, Recompute } from '@halong/completion/server';
import { enrolment } from '@halong/enrolment/server';
import { identity } from '@halong/identity/server';
import { materials } from '@halong/materials/server';
import { notifications } from '@halong/notifications/server';
import { organisation } from '@halong/organisation/server';
import type { Actor, Role, ScopeType } from '@halong/platform/contract';
import { defaultRuleSets } from '@halong/regulations/contract';
import { regulations } from '@halong/regulations/server';
import { anActor, attendanceRow, classRows, fileRow, provinceRows, testInstallation, type ProvinceRows, type TestInstallation } from '@halong/testing/server';
import { insights } from '../index.ts';
import { TodayService } from '../today/today.service.ts';
import { Desks } from './desk.service.ts';

const { rules } = defaultRuleSets.QLNN;
const grant = (role: Role, scopeType: ScopeType, scopeId: number): Actor => anActor({ grants: [{ role, scopeType, scopeId }] });
const admin = grant('SYSTEM_ADMIN', 'GLOBAL', 0);
const now = new Date('2026-11-22T03:00:00Z');
const minutesAgo = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

let app: TestInstallation;
let province: ProvinceRows;
beforeAll(async () => {
  app = await testInstallation([organisation, identity, regulations, catalogue, notifications, classes, enrolment, materials, attendance, assessment, completion, certification, insights]);
  await app.clock.moveTo(now);
  province = await provinceRows(app.db);
  await app.db.run('DELETE FROM platform_outbox');
});
afterAll(() => app.close());

describe('the desk of the administrator', () => {
  it('is empty where nothing waits, and is nobody else’s', async () => {
    expect(await app.get(Desks).ofAdmin(admin)).toEqual({ day: '2026-11-22', imports: [], notActivated: 0, stuck: { jobs: 0, since: null }, mailsWaiting: 0 });
    await expect(app.get(Desks).ofAdmin(grant('TRAINING_MANAGER', 'GLOBAL', 0))).rejects.toMatchObject({ def: { code: 'platform.forbidden' } });
  });

  it('names lists that wait for a person with the people to look at, accounts without a password, stuck work and mail', async () => {
    const list = async (state: string) =>
      app.db.insert('organisation_import', { kind: 'PEOPLE', state, file_id: await fileRow(app.db, 1), file_name: `${state}.xlsx`, as_of: '2026-11-22', created_by: 1, created_by_name: 'Lê Thu Hằng', created_at: now });
    const checked = await list('CHECKED');
    for (const state of ['WRITING', 'DONE', 'FAILED']) await list(state);
    for (const [at, [bucket, decision]] of ([['REVIEW', null], ['REVIEW', '{}'], ['ADDED', null]] as const).entries()) {
      await app.db.insert('organisation_import_row', { import_id: checked, row_no: at + 1, bucket, effect: 'ADD', search_key: '', shown: '{}', reasons: '[]', changes: '{}', decision });
    }
    for (const [login, more] of Object.entries({ moi: {}, quen: { disabled_at: now }, xong: { password_hash: 'x' } })) await app.db.insert('identity_account', { login, display_name: login, ...more });
    // Asked for an hour ago; done; just asked for; asked for long ago and due in a minute.
    for (const [minutes, available, done] of [[60, new Date(0), null], [30, new Date(0), now], [1, new Date(0), null], [600, minutesAgo(-1), null]] as const) {
      await app.db.run("INSERT INTO platform_outbox (name, payload, available_at, done_at, created_at) VALUES ('completion.recompute_due', '{}', ?, ?, NOW(3) - INTERVAL ? MINUTE)", [available, done, minutes]);
    }
    for (const [state, minutes] of [['WAITING', 20], ['WAITING', 1], ['SHOWN', 60]] as const) await app.db.insert('platform_mail', { recipient: 'a@b.example', subject: 's', text: 't', state, created_at: minutesAgo(minutes) });
    expect(await app.get(Desks).ofAdmin(admin)).toMatchObject({
      imports: [{ id: checked, fileName: 'CHECKED.xlsx', state: 'CHECKED', toReview: 1 }, { fileName: 'FAILED.xlsx', state: 'FAILED', toReview: 0 }],
      notActivated: 1, stuck: { jobs: 1, since: expect.stringMatching(/^20\d\d-/) }, mailsWaiting: 1,
    });
  });
});

describe('the desk of the certificate officer', () => {
  it('has the classes of the officer whose certificates can be issued', async () => {
    const rows = await classRows(app.db, { province, code: 'CC', rules, days: ['2026-10-01'], trainees: ['Nguyễn Thị Hoài Thu', 'Vũ Đình Bách', 'Đặng Thùy Dương'], state: 'RESULT_RECOGNISED' });
    await app.db.insertMany('completion_result', rows.trainees.map(({ enrolmentId }, at) => ({ enrolment_id: enrolmentId, class_id: rows.classId, complete: at < 2, tree: '{}', computed_at: now })));
    await app.db.run("UPDATE enrolment_enrolment SET state = 'COMPLETED' WHERE class_id = ?", [rows.classId]);
    const officer = grant('CERTIFICATE_OFFICER', 'INSTITUTION', province.institutionId);
    expect((await app.get(Desks).ofOfficer(officer)).toIssue).toEqual([]);
    await app.db.insert('assessment_recognition', { class_id: rows.classId, decision_no: '1/QĐ', decision_date: '2026-11-01', signer: 'Nguyễn Đình Hưng', file_id: await fileRow(app.db, 1) });
    for (const actor of [officer, grant('CERTIFICATE_OFFICER', 'GLOBAL', 0), grant('CERTIFICATE_OFFICER', 'CLASS', rows.classId), grant('CERTIFICATE_OFFICER', 'ORG_SUBTREE', province.provinceId)]) {
      expect((await app.get(Desks).ofOfficer(actor)).toIssue).toMatchObject([{ classId: rows.classId, classCode: 'CC K01/2026', ready: 2, recognisedOn: '2026-11-01' }]);
    }
    for (const actor of [grant('CERTIFICATE_OFFICER', 'INSTITUTION', province.communeId), grant('TRAINING_MANAGER', 'GLOBAL', 0)]) expect((await app.get(Desks).ofOfficer(actor)).toIssue).toEqual([]);
  });
});

describe('the desk of the coordinator', () => {
  it('names grade sheets that nobody has submitted after the class, and people who have missed too much', async () => {
    const components = [{ key: 'kiem-tra', nameVi: 'Kiểm tra', nameEn: 'Test', weight: 1, required: true }];
    const graded = await classRows(app.db, { province, code: 'MUON', rules, components, days: ['2026-11-16'], trainees: ['Nguyễn Thị Hoài Thu', 'Vũ Đình Bách'], state: 'GRADING' });
    await app.db.insert('assessment_grade', { enrolment_id: graded.trainees[0]!.enrolmentId, component: 'kiem-tra', kind: 'SCORE', score: 0, version: 1 });
    const running = await classRows(app.db, { province, code: 'VANG', rules, days: ['2026-11-16', '2026-11-17', '2026-12-17'], trainees: ['Đặng Thùy Dương', 'Đinh Văn Lộc'] });
    for (const sessionId of running.sessionIds.slice(0, 2)) for (const [at, { enrolmentId }] of running.trainees.entries()) await attendanceRow(app.db, sessionId, enrolmentId, at * 4);
    await app.get(Recompute).run(running.trainees.map(({ enrolmentId }) => enrolmentId));
    const mine = await app.get(TodayService).ofDesk(grant('CLASS_COORDINATOR', 'INSTITUTION', province.institutionId));
    expect(mine.sheets).toEqual([{ classId: graded.classId, classCode: 'MUON K01/2026', closedOn: '2026-11-16', daysSince: 6, trainees: 2, blank: 1 }]);
    expect(mine.barred).toEqual([{ classId: running.classId, classCode: 'VANG K01/2026', people: 1 }]);
    const elsewhere = await app.get(TodayService).ofDesk(grant('CLASS_COORDINATOR', 'INSTITUTION', province.communeId));
    expect([elsewhere.sheets, elsewhere.barred]).toEqual([[], []]);
    await app.db.insert('assessment_grade_sheet', { class_id: graded.classId, state: 'SUBMITTED', components: '[]' });
    expect((await app.get(TodayService).ofDesk(grant('CLASS_COORDINATOR', 'GLOBAL', 0))).sheets).toEqual([]);
  });
});
