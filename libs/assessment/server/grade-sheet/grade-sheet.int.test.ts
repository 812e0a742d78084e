import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mark } from '@halong/assessment/contract';
import { attendance } from '@halong/attendance/server';
import { catalogue } from '@halong/catalogue/server';
import { classes } from '@halong/classes/server';
import { enrolment } from '@halong/enrolment/server';
import { identity } from '@halong/identity/server';
import { materials } from '@halong/materials/server';
import { notifications } from '@halong/notifications/server';
import { organisation } from '@halong/organisation/server';
import type { Actor, Role } from '@halong/platform/contract';
import { defaultRuleSets } from '@halong/regulations/contract';
import { regulations } from '@halong/regulations/server';
import { anActor, attendanceRow, classRows, fileRow, provinceRows, testInstallation, type ClassRows, type ProvinceRows, type TestInstallation } from '@halong/testing/server';
import { assessment } from '../index.ts';
import { GradeSheets } from './grade-sheet.service.ts';
import { MyResults } from './my-results.service.ts';
import { Recognitions } from './recognition.service.ts';

const { rules } = defaultRuleSets.QLNN;
const components = [
  { key: 'kiem-tra', nameVi: 'Kiểm tra', nameEn: 'Test', weight: 0.4, required: true },
  { key: 'tieu-luan', nameVi: 'Tiểu luận', nameEn: 'Essay', weight: 0.6, required: true },
];
const names = ['Nguyễn Thị Hoài Thu', 'Vũ Đình Bách', 'Đặng Thùy Dương', 'Đinh Văn Lộc'];
const score = (value: number): Mark => ({ kind: 'SCORE', value });
const codeOf = async (work: Promise<unknown>): Promise<string> => work.then(() => 'done', (error: { def?: { code: string } }) => error.def?.code ?? String(error));

let app: TestInstallation;
let province: ProvinceRows;
let nextCode = 0;

beforeAll(async () => {
  app = await testInstallation([organisation, identity, regulations, catalogue, notifications, classes, enrolment, materials, attendance, assessment]);
  await app.clock.moveTo(new Date('2026-11-22T03:00:00Z'));
  province = await provinceRows(app.db);
});
afterAll(() => app.close());

async function aClass(more: { state?: string; components?: typeof components } = {}): Promise<ClassRows & { lecturer: Actor; coordinator: Actor; manager: Actor }> {
  nextCode += 1;
  const rows = await classRows(app.db, { province, code: `LD-${nextCode}`, rules, components, days: ['2026-10-01', '2026-10-02'], trainees: names, ...more });
  for (const sessionId of rows.sessionIds) for (const { enrolmentId } of rows.trainees) await attendanceRow(app.db, sessionId, enrolmentId, 4);
  const with_ = (role: Role): Actor => anActor({ grants: [{ role, scopeType: 'CLASS', scopeId: rows.classId }] });
  return { ...rows, lecturer: with_('LECTURER'), coordinator: with_('CLASS_COORDINATOR'), manager: anActor({ grants: [{ role: 'TRAINING_MANAGER', scopeType: 'GLOBAL', scopeId: 0 }] }) };
}

const put = (actor: Actor, classId: number, changes: [enrolmentId: number, component: string, mark: Mark, version?: number][]) =>
  app.as(actor, () => app.get(GradeSheets).putMarks(actor, classId, changes.map(([enrolmentId, component, mark, version = 0]) => ({ enrolmentId, component, mark, version }))));
const sheetOf = (actor: Actor, classId: number) => app.as(actor, () => app.get(GradeSheets).get(actor, classId));
const step = async (actor: Actor, classId: number, to: 'OPEN' | 'SUBMITTED' | 'VERIFIED' | 'PUBLISHED' | 'LOCKED', reason?: string) =>
  app.as(actor, async () => app.get(GradeSheets).transition(actor, classId, { to, reason, version: (await app.get(GradeSheets).get(actor, classId)).version }));

async function published(given: Awaited<ReturnType<typeof aClass>>, marks: Mark[]): Promise<void> {
  await put(given.lecturer, given.classId, given.trainees.flatMap(({ enrolmentId }, at) => components.map(({ key }): [number, string, Mark] => [enrolmentId, key, marks[at] ?? score(8)])));
  await step(given.lecturer, given.classId, 'SUBMITTED');
  await step(given.coordinator, given.classId, 'VERIFIED');
  await step(given.coordinator, given.classId, 'PUBLISHED');
}

describe('marks', () => {
  it('blank, zero and excused are three things', async () => {
    const { classId, lecturer, trainees } = await aClass();
    const [blank, zero, excused] = trainees.map(({ enrolmentId }) => enrolmentId) as [number, number, number];
    await put(lecturer, classId, [[zero, 'kiem-tra', score(0)], [excused, 'kiem-tra', { kind: 'EXCUSED' }], ...[blank, zero, excused].map((id): [number, string, Mark] => [id, 'tieu-luan', score(9)])]);
    const rows = new Map((await sheetOf(lecturer, classId)).rows.map((row) => [row.enrolmentId, row]));
    expect([blank, zero, excused].map((id) => rows.get(id)?.marks[0]?.mark)).toEqual([{ kind: 'BLANK' }, score(0), { kind: 'EXCUSED' }]);
    expect([blank, zero, excused].map((id) => [rows.get(id)?.average, rows.get(id)?.result])).toEqual([[null, 'PENDING'], [5.4, 'FAILED'], [9, 'PASSED']]);
    const stored = await app.db.rows('SELECT enrolment_id, average, passed FROM assessment_result WHERE class_id = ? ORDER BY enrolment_id', [classId]);
    expect(stored.map((row) => ({ ...row }))).toEqual([{ enrolment_id: blank, average: null, passed: null }, { enrolment_id: zero, average: 5.4, passed: 0 }, { enrolment_id: excused, average: 9, passed: 1 }]);
  });

  it('lists by given name', async () => {
    const { classId, lecturer } = await aClass();
    expect((await sheetOf(lecturer, classId)).rows.map(({ fullName }) => fullName)).toEqual(['Vũ Đình Bách', 'Đặng Thùy Dương', 'Đinh Văn Lộc', 'Nguyễn Thị Hoài Thu']);
  });

  it('an old version stores nothing and shows what is there, also after a cell was cleared', async () => {
    const { classId, lecturer, coordinator, trainees } = await aClass();
    const id = trainees[0]!.enrolmentId;
    await put(lecturer, classId, [[id, 'kiem-tra', score(7)]]);
    const late = await put(coordinator, classId, [[id, 'kiem-tra', score(5)], [id, 'tieu-luan', score(5)]]);
    expect([late.stored, late.conflicts]).toEqual([false, [{ enrolmentId: id, component: 'kiem-tra', mark: score(7), version: 1, resits: 0 }]]);
    expect(late.sheet.rows.find((row) => row.enrolmentId === id)?.marks[1]?.mark).toEqual({ kind: 'BLANK' });
    await put(lecturer, classId, [[id, 'kiem-tra', { kind: 'BLANK' }, 1]]);
    expect((await put(lecturer, classId, [[id, 'kiem-tra', score(9), 1]])).stored).toBe(false);
    expect((await put(lecturer, classId, [[id, 'kiem-tra', score(9), 2]])).stored).toBe(true);
  });

  it('two people writing one cell at the same time: one of them is told', async () => {
    const { classId, lecturer, trainees } = await aClass();
    const answers = await Promise.all([4, 5, 6, 7, 8].map((value) => put(lecturer, classId, [[trainees[0]!.enrolmentId, 'kiem-tra', score(value)]])));
    expect(answers.filter(({ stored }) => stored)).toHaveLength(1);
  });

  it.each([
    ['a step of the scale that does not exist', 'kiem-tra', score(7.3), 'assessment.bad_score'],
    ['more than the scale', 'kiem-tra', score(10.25), 'assessment.bad_score'],
    ['less than zero', 'kiem-tra', score(-1), 'assessment.bad_score'],
    ['a component of another sheet', 'khoa-luan', score(7), 'assessment.unknown_cell'],
  ])('refuses %s and keeps the rest out too', async (_, component, mark, code) => {
    const { classId, lecturer, trainees } = await aClass();
    expect(await codeOf(put(lecturer, classId, [[trainees[1]!.enrolmentId, 'kiem-tra', score(8)], [trainees[0]!.enrolmentId, component, mark]]))).toBe(code);
    expect(await app.db.rows('SELECT component FROM assessment_grade g JOIN enrolment_enrolment e ON e.id = g.enrolment_id WHERE e.class_id = ?', [classId])).toEqual([]);
  });

  it('leaves before and after in the audit', async () => {
    const { classId, lecturer, trainees } = await aClass();
    const enrolmentId = trainees[0]!.enrolmentId;
    await put(lecturer, classId, [[enrolmentId, 'kiem-tra', score(7)]]);
    await put(lecturer, classId, [[enrolmentId, 'kiem-tra', score(8), 1]]);
    const [, second] = await app.db.rows<{ before: string; after: string; actor_id: number }>("SELECT `before`, `after`, actor_id FROM platform_audit WHERE action = 'assessment.marks_changed' AND subject_id = ? ORDER BY id", [classId]);
    expect([JSON.parse(second!.before), JSON.parse(second!.after), second!.actor_id]).toEqual([
      [{ enrolmentId, component: 'kiem-tra', mark: score(7) }], [{ enrolmentId, component: 'kiem-tra', mark: score(8) }], lecturer.accountId,
    ]);
  });
});

describe('who', () => {
  it('strangers find no sheet, readers do not write', async () => {
    const { classId, trainees, manager } = await aClass();
    const elsewhere = anActor({ grants: [{ role: 'LECTURER', scopeType: 'CLASS', scopeId: classId + 1000 }] });
    const trainee = anActor({ personId: trainees[0]!.personId });
    for (const actor of [elsewhere, trainee]) expect(await codeOf(sheetOf(actor, classId))).toBe('platform.not_found');
    expect((await sheetOf(manager, classId)).can.edit).toBe(false);
    expect(await codeOf(put(manager, classId, [[trainees[0]!.enrolmentId, 'kiem-tra', score(7)]]))).toBe('platform.not_found');
  });
});

describe('states', () => {
  it('a sheet with blank cells is not submitted, and a submitted one is not written', async () => {
    const { classId, lecturer, coordinator, trainees } = await aClass();
    expect(await codeOf(step(lecturer, classId, 'SUBMITTED'))).toBe('assessment.blank_marks');
    await put(lecturer, classId, trainees.flatMap(({ enrolmentId }) => components.map(({ key }): [number, string, Mark] => [enrolmentId, key, score(6)])));
    expect(await codeOf(step(coordinator, classId, 'SUBMITTED'))).toBe('assessment.step_not_yours');
    await step(lecturer, classId, 'SUBMITTED');
    expect(await codeOf(put(lecturer, classId, [[trainees[0]!.enrolmentId, 'kiem-tra', score(9), 1]]))).toBe('assessment.not_open');
    expect(await codeOf(step(coordinator, classId, 'OPEN'))).toBe('assessment.reason_missing');
    expect((await step(coordinator, classId, 'OPEN', 'Nhập nhầm cột')).can.edit).toBe(true);
  });

  it('nobody has to mark who is barred', async () => {
    const given = await aClass();
    const [barred, ...others] = given.trainees;
    for (const sessionId of given.sessionIds) await attendanceRow(app.db, sessionId, barred!.enrolmentId, 0);
    await put(given.lecturer, given.classId, others.flatMap(({ enrolmentId }) => components.map(({ key }): [number, string, Mark] => [enrolmentId, key, score(6)])));
    expect((await step(given.lecturer, given.classId, 'SUBMITTED')).rows.find((row) => row.enrolmentId === barred!.enrolmentId)?.result).toBe('BARRED');
  });

  it('trainees see their own marks once they are published, and no others', async () => {
    const given = await aClass();
    const personId = given.trainees[0]!.personId;
    const mine = () => app.get(MyResults).list({ personId });
    await put(given.lecturer, given.classId, given.trainees.flatMap(({ enrolmentId }) => components.map(({ key }): [number, string, Mark] => [enrolmentId, key, score(7.5)])));
    for (const [actor, to] of [[given.lecturer, 'SUBMITTED'], [given.coordinator, 'VERIFIED']] as const) {
      expect(await mine()).toEqual([]);
      await step(actor, given.classId, to);
    }
    expect(await mine()).toEqual([]);
    await step(given.manager, given.classId, 'PUBLISHED');
    expect(await mine()).toMatchObject([{ enrolmentId: given.trainees[0]!.enrolmentId, average: 7.5, band: { code: 'KHA' }, result: 'PASSED', recognition: null }]);
    const told = await app.db.rows('SELECT person_id FROM notifications_notification WHERE kind = ? AND once_key = ?', ['result_published', `result-published-${given.classId}`]);
    expect(told).toHaveLength(names.length);
  });
});

describe('recognition', () => {
  const input = async (actor: Actor) => ({ decisionNo: '12/QĐ-NVC', decisionDate: '2026-11-20', signer: 'Nguyễn Đình Hưng', fileId: await fileRow(app.db, actor.accountId) });
  const recognise = async (actor: Actor, classId: number, more: object = {}) =>
    app.as(actor, async () => app.get(Recognitions).recognise(actor, classId, { ...(await input(actor)), ...more }));
  const states = async (classId: number) =>
    (await app.db.rows<{ state: string }>('SELECT state FROM enrolment_enrolment WHERE class_id = ? ORDER BY id', [classId])).map(({ state }) => state);

  it('passes, fails and bars by the records, and takes the class on', async () => {
    const given = await aClass({ state: 'GRADING' });
    await published(given, [score(8), score(4), score(10), { kind: 'EXCUSED' }]);
    for (const sessionId of given.sessionIds) await attendanceRow(app.db, sessionId, given.trainees[2]!.enrolmentId, 0);
    const sheet = await recognise(given.coordinator, given.classId);
    expect([sheet.class.state, sheet.recognition?.decisionNo, sheet.can.recognise]).toEqual(['RESULT_RECOGNISED', '12/QĐ-NVC', false]);
    expect(await states(given.classId)).toEqual(['PASSED', 'FAILED', 'EXAM_BARRED', 'ACTIVE']);
    expect(await codeOf(recognise(given.coordinator, given.classId))).toBe('assessment.already_recognised');
  });

  it('a class without components passes by attendance alone', async () => {
    const given = await aClass({ state: 'GRADING', components: [] });
    for (const sessionId of given.sessionIds) await attendanceRow(app.db, sessionId, given.trainees[1]!.enrolmentId, 0);
    for (const [actor, to] of [[given.lecturer, 'SUBMITTED'], [given.coordinator, 'VERIFIED'], [given.coordinator, 'PUBLISHED']] as const) await step(actor, given.classId, to);
    await recognise(given.manager, given.classId);
    expect(await states(given.classId)).toEqual(['PASSED', 'EXAM_BARRED', 'PASSED', 'PASSED']);
  });

  it.each([
    ['the sheet is not published', {}, 'GRADING', false, 'assessment.not_published'],
    ['the class is not being graded', {}, 'RUNNING', true, 'assessment.class_not_grading'],
    ['the decision is of tomorrow', { decisionDate: '2026-11-23' }, 'GRADING', true, 'assessment.decision_date'],
    ['the file is somebody else’s', { fileId: 1 }, 'GRADING', true, 'assessment.decision_file_unknown'],
  ])('is refused when %s', async (_, more, state, publish, code) => {
    const given = await aClass({ state });
    await fileRow(app.db, 1);
    if (publish) await published(given, []);
    expect(await codeOf(recognise(given.coordinator, given.classId, more))).toBe(code);
    expect(new Set(await states(given.classId))).toEqual(new Set(['ACTIVE']));
  });
});
