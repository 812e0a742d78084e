import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessment, assessmentMessages } from '@halong/assessment/server';
import { attendance, attendanceRecorded } from '@halong/attendance/server';
import { catalogue } from '@halong/catalogue/server';
import { classes, classesMessages } from '@halong/classes/server';
import { enrolment, enrolmentMessages, Enrolments } from '@halong/enrolment/server';
import { identity } from '@halong/identity/server';
import { contentMessages, materials } from '@halong/materials/server';
import { notifications } from '@halong/notifications/server';
import { organisation } from '@halong/organisation/server';
import { Outbox } from '@halong/platform/server';
import { defaultRuleSets } from '@halong/regulations/contract';
import { regulations } from '@halong/regulations/server';
import { anActor, attendanceRow, classRows, enrolmentRow, fileRow, personRow, provinceRows, testInstallation, type ClassRows, type ProvinceRows, type TestInstallation } from '@halong/testing/server';
import { completion } from '../index.ts';
import type { CompletionTree } from './completion.rules.ts';
import { completionCommands } from './completion.commands.ts';
import { CompletionFactsRepository } from './completion-facts.repository.ts';
import { Completions } from './completion.service.ts';
import { Recompute } from './recompute.service.ts';

const { rules } = defaultRuleSets.QLNN;
const components = [{ key: 'tieu-luan', nameVi: 'Tiểu luận', nameEn: 'Essay', weight: 1, required: true }];
const names = ['Nguyễn Thị Hoài Thu', 'Vũ Đình Bách', 'Đặng Thùy Dương'];

let app: TestInstallation;
let province: ProvinceRows;
let nextCode = 0;

beforeAll(async () => {
  app = await testInstallation([organisation, identity, regulations, catalogue, notifications, classes, enrolment, materials, attendance, assessment, completion], { background: true });
  await app.clock.moveTo(new Date('2026-11-22T03:00:00Z'));
  province = await provinceRows(app.db);
});
afterAll(() => app.close());

/** Two sessions are over, one is to come. */
async function aClass(state = 'RUNNING'): Promise<ClassRows> {
  nextCode += 1;
  return classRows(app.db, { province, code: `HT-${nextCode}`, rules, components, days: ['2026-10-01', '2026-10-02', '2026-12-01'], over: 2, trainees: names, state });
}

type Message = Parameters<Outbox['publish']>[0];
const happened = async (message: Message, payload: object) => {
  await app.db.transaction(() => app.get(Outbox).publish(message, payload as never));
  await app.settled();
};
const ids = (rows: ClassRows): number[] => rows.trainees.map(({ enrolmentId }) => enrolmentId);
const metOf = async (enrolmentId: number) => (await app.db.row<{ met: string }>("SELECT JSON_UNQUOTE(JSON_EXTRACT(tree, '$.met')) AS met FROM completion_result WHERE enrolment_id = ?", [enrolmentId]))?.met;
const ledgerOf = async (enrolmentId: number) =>
  (await app.db.rows<{ year: number; state: string; a: number; e: number }>('SELECT year, state, periods_attended AS a, periods_expected AS e FROM completion_ledger WHERE enrolment_id = ? ORDER BY year', [enrolmentId])).map(
    ({ year, state, a, e }) => [year, state, a, e],
  );

async function everythingPassed(rows: ClassRows): Promise<void> {
  await app.db.run("UPDATE classes_session SET state = 'CANCELLED' WHERE id = ?", [rows.sessionIds[2]!]);
  await app.db.run('UPDATE catalogue_programme_version v JOIN classes_class c ON c.programme_version_id = v.id SET v.periods = 8 WHERE c.id = ?', [rows.classId]);
  for (const enrolmentId of ids(rows)) {
    for (const sessionId of rows.sessionIds.slice(0, 2)) await attendanceRow(app.db, sessionId, enrolmentId, 4);
    await app.db.insert('assessment_grade', { enrolment_id: enrolmentId, component: 'tieu-luan', kind: 'SCORE', score: 8 });
    await app.db.insert('assessment_result', { enrolment_id: enrolmentId, class_id: rows.classId, average: 8, band: 'GIOI', passed: true });
  }
  await app.db.insert('assessment_grade_sheet', { class_id: rows.classId, state: 'PUBLISHED', components: JSON.stringify(components) });
  await app.db.insert('assessment_recognition', { class_id: rows.classId, decision_no: '1/QĐ', decision_date: '2026-11-20', signer: 'Nguyễn Đình Hưng', file_id: await fileRow(app.db, 1) });
  await app.db.run("UPDATE enrolment_enrolment SET state = 'PASSED' WHERE class_id = ?", [rows.classId]);
}

describe('follows', () => {
  it('attendance: what is attended is on the way, what is to come is expected', async () => {
    const rows = await aClass();
    const [one] = ids(rows) as [number];
    await attendanceRow(app.db, rows.sessionIds[0]!, one, 4);
    await attendanceRow(app.db, rows.sessionIds[1]!, one, 0);
    await happened(attendanceRecorded, { enrolmentId: one, sessionId: rows.sessionIds[0]! });
    expect([await metOf(one), await ledgerOf(one)]).toEqual(['NOT_MET', [[2026, 'ON_THE_WAY', 4, 4]]]);
    expect(await metOf(ids(rows)[1]!)).toBeUndefined();
  });

  it('materials that must be seen', async () => {
    const rows = await aClass();
    const [one] = ids(rows) as [number];
    const at = app.clock.now();
    const item = await app.db.insert('materials_item', { class_id: rows.classId, kind: 'LINK', position: 1, title: 'Bài giảng 1', search_key: 'bai giang 1', mandatory: 1, given_no: 1, created_at: at });
    const version = await app.db.insert('materials_item_version', { item_id: item, no: 1, url: 'https://quangninh.gov.vn', created_by_name: 'Trần Đức Minh', created_at: at, given_at: at });
    const leafOf = async () => {
      await happened(contentMessages.progressChanged, { classId: rows.classId, enrolmentIds: [one] });
      expect(await app.get(Recompute).check([one])).toEqual([]);
      const row = await app.db.row<{ tree: CompletionTree }>('SELECT tree FROM completion_result WHERE enrolment_id = ?', [one]);
      return row?.tree.groups.find(({ key }) => key === 'materials')?.leaves[0];
    };
    expect(await leafOf()).toMatchObject({ met: 'PENDING', needed: { number: 1 }, actual: { code: 'ITEMS_MISSING', number: 0, text: 'Bài giảng 1' }, why: 'UNSEEN' });
    await app.db.insert('materials_progress', { enrolment_id: one, version_id: version, item_id: item, seen: '[[0,1]]', percent: 100, opened_at: at, last_at: at, done_at: at });
    expect(await leafOf()).toMatchObject({ met: 'MET', actual: { code: 'ITEMS_SEEN', number: 1 } });
  });

  it('a burst of one class, and leaves nothing due', async () => {
    const rows = await aClass();
    await app.db.transaction(async () => {
      for (const sessionId of rows.sessionIds.slice(0, 2)) for (const enrolmentId of ids(rows)) await app.get(Outbox).publish(attendanceRecorded, { enrolmentId, sessionId });
    });
    await app.settled();
    for (const id of ids(rows)) expect(await ledgerOf(id)).toEqual([[2026, 'ON_THE_WAY', 0, 4]]);
    expect(await app.db.rows('SELECT enrolment_id FROM completion_due')).toEqual([]);
  });

  it('admission and leaving', async () => {
    const rows = await aClass();
    const [one] = ids(rows) as [number];
    await happened(enrolmentMessages.admitted, { classId: rows.classId, enrolmentIds: ids(rows) });
    expect(await ledgerOf(one)).toEqual([[2026, 'ON_THE_WAY', 0, 4]]);
    await app.db.run("UPDATE enrolment_enrolment SET state = 'DROPPED' WHERE id = ?", [one]);
    await happened(enrolmentMessages.left, { classId: rows.classId, enrolmentId: one, state: 'DROPPED' });
    expect(await ledgerOf(one)).toEqual([[2026, 'NONE', 0, 0]]);
  });

  it('a breach of discipline that is noted, and its taking back', async () => {
    const rows = await aClass('RESULT_RECOGNISED');
    await everythingPassed(rows);
    const [one] = ids(rows) as [number];
    const note = async (text: string | null, reason: string) => {
      await app.get(Enrolments).setDisciplineNote(one, text, reason);
      await app.settled();
      return metOf(one);
    };
    expect(await note('Nhờ người khác điểm danh hộ', 'Biên bản số 3')).toBe('PENDING');
    const stored = await app.db.row<{ tree: string | CompletionTree }>('SELECT tree FROM completion_result WHERE enrolment_id = ?', [one]);
    const tree = typeof stored!.tree === 'string' ? JSON.parse(stored!.tree) as CompletionTree : stored!.tree;
    expect(tree.groups.flatMap(({ leaves }) => leaves).find(({ key }) => key === 'discipline')?.actual).toMatchObject({ code: 'NOTED', text: 'Nhờ người khác điểm danh hộ' });
    expect(await note(null, 'Đã xem xét lại')).toBe('MET');
    expect(await metOf(ids(rows)[1]!)).toBeUndefined();
  });

  it('the timetable', async () => {
    const rows = await aClass();
    await happened(classesMessages.timetableConfirmed, { classId: rows.classId, importId: 1 });
    await app.db.run("UPDATE classes_session SET state = 'CANCELLED' WHERE id = ?", [rows.sessionIds[2]!]);
    await happened(classesMessages.sessionCancelled, { sessionId: rows.sessionIds[2]!, classId: rows.classId, reason: 'Bão', withClass: false });
    expect(await ledgerOf(ids(rows)[0]!)).toEqual([[2026, 'ON_THE_WAY', 0, 0]]);
  });

  it('recognition: who passed and meets everything has completed the class, and the periods count', async () => {
    const rows = await aClass('RESULT_RECOGNISED');
    await everythingPassed(rows);
    const [one, failed] = ids(rows) as [number, number];
    await app.db.run("UPDATE enrolment_enrolment SET state = 'FAILED' WHERE id = ?", [failed]);
    await happened(assessmentMessages.recognised, { classId: rows.classId });
    expect([await metOf(one), await ledgerOf(one)]).toEqual(['MET', [[2026, 'COUNTED', 8, 0]]]);
    expect([await metOf(failed), await ledgerOf(failed)]).toEqual(['NOT_MET', [[2026, 'NONE', 8, 0]]]);
    expect((await app.db.rows<{ state: string }>('SELECT state FROM enrolment_enrolment WHERE class_id = ? ORDER BY id', [rows.classId])).map(({ state }) => state)).toEqual(['COMPLETED', 'FAILED', 'COMPLETED']);
  });
});

describe('computing everything again', () => {
  const lines: string[] = [];
  const command = (...args: string[]) => {
    lines.length = 0;
    const host = { get: app.get } as never;
    return completionCommands['recompute-completion']!.run(host, args, (line) => void lines.push(line));
  };

  it('gives what is stored', async () => {
    const rows = await aClass('RESULT_RECOGNISED');
    await everythingPassed(rows);
    await happened(assessmentMessages.recognised, { classId: rows.classId });
    expect([await command(), await command('--check')]).toEqual([0, 0]);
    expect(lines.at(-1)).toMatch(/^\d+ enrolments checked, 0 differ\.$/);
  });

  it('finds what was changed behind its back, and mends it', async () => {
    const rows = await aClass();
    const [one, two] = ids(rows) as [number, number];
    await app.get(Recompute).run(ids(rows));
    await app.db.run('UPDATE completion_ledger SET periods_attended = periods_attended + 40 WHERE enrolment_id = ?', [one]);
    await app.db.run("UPDATE completion_result SET tree = JSON_SET(tree, '$.met', 'MET') WHERE enrolment_id = ?", [two]);
    expect(await app.get(Recompute).check(ids(rows))).toEqual([one, two]);
    expect(await command('--check')).toBe(1);
    expect(lines.filter((line) => line.startsWith('Enrolment'))).toEqual([one, two].map((id) => `Enrolment ${id}: the stored result differs from the records.`));
    await command();
    expect(await command('--check')).toBe(0);
  });

  it('takes as many statements for three as for thirty', async () => {
    const statements = async (rows: ClassRows) => {
      const facts = app.get(CompletionFactsRepository);
      const all = await facts.idsOfClass(rows.classId);
      const count = async () => Number((await app.db.row<{ Value: string }>("SHOW SESSION STATUS LIKE 'Questions'"))!.Value);
      return app.db.transaction(async () => {
        const before = await count();
        await app.get(Recompute).check(all);
        return (await count()) - before;
      });
    };
    const [few, many] = [await aClass(), await aClass()];
    for (let i = 0; i < 27; i += 1) {
      const name = `Bùi Văn ${String.fromCharCode(65 + i)}`;
      await enrolmentRow(app.db, many.classId, await personRow(app.db, name, province.communeId), name, province.communeId);
    }
    for (const rows of [few, many]) await app.get(Recompute).run(await app.get(CompletionFactsRepository).idsOfClass(rows.classId));
    expect(await statements(many)).toBe(await statements(few));
  });
});

describe('who sees it', () => {
  it('the trainee, the staff of the class and the head of the unit', async () => {
    const rows = await aClass();
    await app.get(Recompute).run(ids(rows));
    const [one] = rows.trainees;
    const seen = async (actor: ReturnType<typeof anActor>) =>
      app.as(actor, () => app.get(Completions).ofEnrolment(actor, one!.enrolmentId)).then((found) => found.person.fullName, (error: { def: { code: string } }) => error.def.code);
    const grant = (role: 'UNIT_HEAD' | 'CLASS_COORDINATOR' | 'LECTURER', scopeType: 'ORG_SUBTREE' | 'CLASS', scopeId: number) => anActor({ grants: [{ role, scopeType, scopeId }] });
    const allowed = [anActor({ personId: one!.personId }), grant('CLASS_COORDINATOR', 'CLASS', rows.classId), grant('LECTURER', 'CLASS', rows.classId), grant('UNIT_HEAD', 'ORG_SUBTREE', province.provinceId)];
    for (const actor of allowed) expect(await seen(actor)).toBe(one!.fullName);
    const refused = [anActor({ personId: rows.trainees[1]!.personId }), grant('UNIT_HEAD', 'ORG_SUBTREE', province.institutionId), grant('LECTURER', 'CLASS', rows.classId + 1), anActor()];
    for (const actor of refused) expect(await seen(actor)).toBe('platform.not_found');
  });

  it('the list of a class says who misses what', async () => {
    const rows = await aClass();
    await app.get(Recompute).run(ids(rows));
    const coordinator = anActor({ grants: [{ role: 'CLASS_COORDINATOR', scopeType: 'CLASS', scopeId: rows.classId }] });
    const query = { page: 1, size: 50, search: '' };
    const list = await app.get(Completions).listOfClass(coordinator, rows.classId, query);
    expect([list.total, list.counts]).toEqual([3, { MET: 0, PENDING: 0, NOT_MET: 3 }]);
    expect(list.items[0]).toMatchObject({ fullName: 'Vũ Đình Bách', met: 'NOT_MET', missing: [{ key: 'attendance.0', why: 'BARRED', actor: 'CLASS_COORDINATOR' }, { key: 'component.1', why: 'BLANK' }, { key: 'average' }] });
    expect((await app.get(Completions).listOfClass(coordinator, rows.classId, { ...query, search: 'hoai thu' })).items.map(({ fullName }) => fullName)).toEqual(['Nguyễn Thị Hoài Thu']);
    expect((await app.get(Completions).listOfClass(coordinator, rows.classId, { ...query, met: 'MET' })).total).toBe(0);
    await expect(app.get(Completions).listOfClass(anActor({ personId: rows.trainees[0]!.personId }), rows.classId, query)).rejects.toMatchObject({ def: { code: 'platform.not_found' } });
  });
});
