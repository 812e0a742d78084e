import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegradeState } from '@halong/assessment/contract';
import { anActor, personRow } from '@halong/testing/server';
import type { Actor } from '@halong/platform/contract';
import { defaultRuleSets } from '@halong/regulations/contract';
import { codeOf, GradingScene, score, type GradedClass } from '../grade-sheet.testing.ts';
import { assessment } from '../index.ts';
import { RegradeJobs } from './regrade.jobs.ts';
import { RegradeWorks } from './regrade-work.service.ts';
import { Regrades } from './regrade.service.ts';

let scene: GradingScene;
const published = '2026-11-22T03:00:00Z';
beforeAll(async () => {
  scene = await GradingScene.open(assessment);
});
afterAll(() => scene.app.close());

const service = () => scene.app.get(Regrades);
const traineeOf = (given: GradedClass, at = 0): Actor => anActor({ personId: given.trainees[at]!.personId });
const ask = (given: GradedClass, component = 'kiem-tra', who = traineeOf(given)) =>
  scene.app.as(who, () => service().ask(who, { enrolmentId: given.trainees[0]!.enrolmentId, component, reason: 'Bài có hai trang cuối chưa chấm' }));
const step = async ({ classId, coordinator }: GradedClass, id: number, to: RegradeState, more: { reason?: string; markerIds?: number[] } = {}) => {
  const found = (await service().ofClass(coordinator, classId)).items.find((one) => one.id === id);
  return scene.app.as(coordinator, () => service().step(coordinator, id, { to, version: found?.version ?? 0, reason: '', markerIds: [], ...more }));
};
const mark = (marker: Actor, id: number, value: number) => scene.app.as(marker, () => service().mark(marker, id, { score: value, note: '' }));

/** A published class, everybody at six, with a first marker and two others who are persons. */
async function regraded(rules: unknown = defaultRuleSets.QLNN.rules): Promise<GradedClass & { others: [Actor, Actor] }> {
  const given = await scene.aClass({ rules });
  const lecturer = async (name: string): Promise<Actor> => {
    const actor = await scene.account('LECTURER', given.classId, await personRow(scene.app.db, name, scene.province.communeId));
    await scene.app.db.insert('identity_role_grant', { account_id: actor.accountId, role: 'LECTURER', scope_type: 'CLASS', scope_id: given.classId, valid_from: '2026-01-01' });
    return actor;
  };
  const whole = { ...given, lecturer: await lecturer('Trần Đức Minh'), others: [await lecturer('Lê Văn Hai'), await lecturer('Phạm Thị Ba')] as [Actor, Actor] };
  await scene.published(whole, [6, 6, 6, 6]);
  return whole;
}
const scoreOf = async ({ classId, coordinator, trainees }: GradedClass) => (await scene.sheet(coordinator, classId)).rows.find((row) => row.enrolmentId === trainees[0]!.enrolmentId)?.marks[0]?.mark;

describe('asking', () => {
  it('once per component, for a score of one’s own', async () => {
    const given = await regraded();
    expect(await ask(given)).toMatchObject({ state: 'SUBMITTED', oldScore: 6 });
    expect(await codeOf(ask(given))).toBe('assessment.regrade_once');
    expect(await codeOf(ask(given, 'khoa-luan'))).toBe('assessment.regrade_no_score');
    expect(await codeOf(ask(given, 'tieu-luan', traineeOf(given, 1)))).toBe('platform.not_found');
  });

  it.each([
    ['on the last day', '2026-11-29T16:59:00Z', 'done'],
    ['a minute after it', '2026-11-29T17:01:00Z', 'assessment.regrade_window'],
  ])('%s', async (_, now, code) => {
    const given = await regraded();
    await scene.app.clock.moveTo(new Date(now));
    expect(await codeOf(ask(given))).toBe(code);
    await scene.app.clock.moveTo(new Date(published));
  });

  it('not before the marks are published', async () => expect(await codeOf(ask(await scene.aClass()))).toBe('assessment.regrade_window'));
});

describe('who is told', () => {
  const told = async ({ classId }: GradedClass, kind: string) => (await scene.app.db.rows<{ personId: number }>('SELECT person_id AS personId FROM notifications_notification WHERE kind = ? AND link = ? ORDER BY person_id', [kind, `/classes/${classId}/grades`])).map(({ personId }) => personId);

  it('the coordinators of a request, the new marker of a script', async () => {
    const given = await regraded();
    const personId = await personRow(scene.app.db, 'Lê Thu Hằng', scene.province.communeId);
    await scene.account('CLASS_COORDINATOR', given.classId, personId).then(({ accountId }) => scene.app.db.insert('identity_role_grant', { account_id: accountId, role: 'CLASS_COORDINATOR', scope_type: 'CLASS', scope_id: given.classId, valid_from: '2026-01-01' }));
    const { id } = await ask(given);
    expect(await told(given, 'regrade_asked')).toEqual([personId]);
    await step(given, id, 'ACCEPTED');
    await step(given, id, 'REMARKING', { markerIds: [given.others[0].personId ?? 0] });
    expect(await told(given, 'regrade_given')).toEqual([given.others[0].personId]);
  });
});

describe('the work that is marked again', () => {
  it('is its new marker’s to read while it is marked, under the code of the request, and nobody else’s', async () => {
    const given = await regraded();
    const [one, two] = given.others;
    const enrolmentId = given.trainees[0]!.enrolmentId;
    const assignmentId = await scene.app.db.insert('assessment_assignment', {
      class_id: given.classId, kind: 'ESSAY', title: 'Bài thu hoạch', brief: 'Viết một trang.', component: 'kiem-tra', due_at: scene.app.clock.now(), late: '{}', state: 'PUBLISHED', created_at: scene.app.clock.now(),
    });
    const submissionId = await scene.app.db.insert('assessment_submission', {
      assignment_id: assignmentId, owner: `E${enrolmentId}`, attempt: 1, is_current: true, state: 'SUBMITTED', arrived_at: scene.app.clock.now(), due_at: scene.app.clock.now(), late: false, late_days: 0, deduction: 0,
      text: 'Trang cuối của bài.', content_hash: 'a'.repeat(64), anonymous_code: 'A1B2C3', submitted_by: given.coordinator.accountId,
    });
    await scene.app.db.insert('assessment_submission_member', { submission_id: submissionId, enrolment_id: enrolmentId });
    const { id } = await ask(given);
    const works = scene.app.get(RegradeWorks);
    await step(given, id, 'ACCEPTED');
    expect(await codeOf(works.of(one, id))).toBe('platform.not_found');
    await step(given, id, 'REMARKING', { markerIds: [one.personId ?? 0] });
    expect(await works.of(one, id)).toEqual({ works: [{ id: submissionId, title: 'Bài thu hoạch', brief: 'Viết một trang.', text: 'Trang cuối của bài.', documents: [] }] });
    for (const other of [two, given.lecturer, given.coordinator, traineeOf(given)]) expect(await codeOf(works.of(other, id))).toBe('platform.not_found');
    await mark(one, id, 8);
    await step(given, id, 'CHANGED');
    expect(await codeOf(works.of(one, id))).toBe('platform.not_found');
  });
});

describe('marking again', () => {
  it('other markers, who see no names, decide by rule; the history says so', async () => {
    const given = await regraded();
    const { id } = await ask(given);
    await step(given, id, 'ACCEPTED');
    expect(await codeOf(step(given, id, 'REMARKING', { markerIds: [given.lecturer.personId ?? 0] }))).toBe('assessment.regrade_markers');
    const [one, two] = given.others;
    await step(given, id, 'REMARKING', { markerIds: [one.personId ?? 0] });
    expect((await service().ofClass(one, given.classId)).items).toMatchObject([{ id, trainee: null, oldScore: null, can: { mark: true, steps: [] } }]);
    expect((await service().ofClass(two, given.classId)).items).toEqual([]);
    expect(await codeOf(mark(two, id, 8))).toBe('platform.not_found');
    expect(await codeOf(step(given, id, 'CHANGED'))).toBe('assessment.regrade_not_marked');
    expect(await codeOf(mark(one, id, 7.3))).toBe('assessment.bad_score');
    await mark(one, id, 7.5);
    expect(await step(given, id, 'UPHELD', { reason: 'Chấm sót hai trang' })).toMatchObject({ state: 'CHANGED', newScore: 7.5 });
    expect(await scoreOf(given)).toEqual(score(7.5));
    expect(await scene.app.db.rows("SELECT way, reason FROM assessment_grade_change WHERE class_id = ? AND way = 'REGRADE'", [given.classId])).toMatchObject([{ way: 'REGRADE', reason: 'Chấm sót hai trang' }]);
    expect(await step(given, id, 'CLOSED')).toMatchObject({ state: 'CLOSED', can: { steps: [] } });
  });

  it('a lower score stays away where the rules say so, and two that differ need a third', async () => {
    const rules = { ...defaultRuleSets.QLNN.rules, regrade: { windowDays: 7, allowLower: false } };
    const given = await regraded(rules);
    const { id } = await ask(given);
    await step(given, id, 'ACCEPTED');
    await step(given, id, 'REMARKING', { markerIds: given.others.map(({ personId }) => personId ?? 0) });
    await mark(given.others[0], id, 4);
    await mark(given.others[1], id, 5.5);
    expect(await codeOf(step(given, id, 'CHANGED'))).toBe('assessment.regrade_third');
    await mark(given.others[1], id, 5);
    expect(await step(given, id, 'CHANGED')).toMatchObject({ state: 'UPHELD', newScore: 6 });
    expect(await scoreOf(given)).toEqual(score(6));
  });

  it('is refused with a reason only', async () => {
    const given = await regraded();
    const { id } = await ask(given);
    expect(await codeOf(step(given, id, 'REFUSED'))).toBe('assessment.regrade_reason');
    await step(given, id, 'REFUSED', { reason: 'Đơn không nêu phần cần chấm lại' });
    expect((await service().mine(traineeOf(given))).items).toMatchObject([{ state: 'REFUSED', answer: 'Đơn không nêu phần cần chấm lại' }]);
  });
});

it('the clock locks a sheet when the days are over, not while a request is open', async () => {
  const [quiet, busy] = [await regraded(), await regraded()];
  const { id } = await ask(busy);
  const stateOf = async ({ classId, coordinator }: GradedClass) => (await scene.sheet(coordinator, classId)).state;
  await scene.app.get(RegradeJobs).lockSheets();
  expect([await stateOf(quiet), await stateOf(busy)]).toEqual(['PUBLISHED', 'PUBLISHED']);
  await scene.app.clock.moveTo(new Date('2026-11-30T03:00:00Z'));
  await scene.app.get(RegradeJobs).lockSheets();
  expect([await stateOf(quiet), await stateOf(busy)]).toEqual(['LOCKED', 'PUBLISHED']);
  await step(busy, id, 'REFUSED', { reason: 'Không có căn cứ' });
  await scene.app.get(RegradeJobs).lockSheets();
  expect([await stateOf(busy), (await service().mine(traineeOf(busy))).items[0]?.state]).toEqual(['LOCKED', 'CLOSED']);
  await scene.app.clock.moveTo(new Date(published));
});
