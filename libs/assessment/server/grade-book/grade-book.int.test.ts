import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gradeOf, type PlanChange } from '@halong/assessment/contract';
import type { Actor } from '@halong/platform/contract';
import { defaultRuleSets } from '@halong/regulations/contract';
import { components, codeOf, GradingScene, score, type GradedClass } from '../grade-sheet.testing.ts';
import { assessment } from '../index.ts';
import { Corrections } from './corrections.service.ts';
import { GradePlans } from './grade-plan.service.ts';
import { IssuedCertificates } from './issued-certificates.ts';

const reason = 'Theo biên bản họp';
let scene: GradingScene;
const certified = new Map<number, string>();

beforeAll(async () => {
  scene = await GradingScene.open(assessment);
  scene.app.get(IssuedCertificates).register(async (ids) => new Map(ids.flatMap((id) => (certified.has(id) ? [[id, certified.get(id) ?? '']] : []))));
});
afterAll(() => scene.app.close());

const planWith = (weights: [number, number], more: Partial<Extract<PlanChange, { kind: 'PLAN' }>> = {}): PlanChange => ({
  kind: 'PLAN', categories: [], components: components.map((one, at) => ({ ...one, category: null, weight: weights[at] ?? 0 })), ...more,
});
const passFrom = (passRatio: number): PlanChange => ({ kind: 'RULES', passRatio, gradeBands: defaultRuleSets.QLNN.rules.gradeBands });
const preview = (actor: Actor, classId: number, change: PlanChange) => scene.app.as(actor, () => scene.app.get(GradePlans).preview(actor, classId, change));
const save = async (actor: Actor, classId: number, change: PlanChange) => {
  const { version } = await scene.sheet(actor, classId);
  return scene.app.as(actor, () => scene.app.get(GradePlans).save(actor, classId, { change, version, reason }));
};
const changesOf = (actor: Actor, classId: number) => scene.app.as(actor, () => scene.app.get(GradePlans).list(actor, classId));
const undo = async (actor: Actor, classId: number) => {
  const [newest] = await changesOf(actor, classId);
  return scene.app.as(actor, () => scene.app.get(GradePlans).undo(actor, classId, newest?.id ?? 0));
};
const historyOf = (actor: Actor, classId: number, enrolmentId: number) => scene.app.as(actor, () => scene.app.get(Corrections).history(actor, classId, enrolmentId, undefined));
const resit = async (actor: Actor, classId: number, enrolmentId: number, component: string, value: number) => {
  const sheet = await scene.sheet(actor, classId);
  const version = sheet.rows.find((row) => row.enrolmentId === enrolmentId)?.marks.find((cell) => cell.component === component)?.version ?? 0;
  return scene.app.as(actor, () => scene.app.get(Corrections).resit(actor, classId, { enrolmentId, component, version, value, reason }));
};
const setFinal = async (actor: Actor, classId: number, enrolmentId: number, average: number | null) => {
  const { version } = await scene.sheet(actor, classId);
  return scene.app.as(actor, () => scene.app.get(Corrections).override(actor, classId, enrolmentId, { average, version, reason }));
};
const rowOf = async ({ classId, coordinator }: GradedClass, enrolmentId: number) => (await scene.sheet(coordinator, classId)).rows.find((row) => row.enrolmentId === enrolmentId);

describe('before the plan is changed', () => {
  it('says who changes, and writes nothing', async () => {
    const given = await scene.aClass();
    const [first, second] = given.trainees.map(({ enrolmentId }) => enrolmentId) as [number, number];
    await scene.put(given.lecturer, given.classId, [[first, 'kiem-tra', score(10)], [first, 'tieu-luan', score(6)], [second, 'kiem-tra', score(7)], [second, 'tieu-luan', score(7)]]);
    const found = await preview(given.coordinator, given.classId, planWith([0.6, 0.4]));
    expect([found.changes.map(({ enrolmentId, before, after, band }) => [enrolmentId, before.average, after.average, band]), found.band]).toEqual([[[first, 7.6, 8.4, true]], 1]);
    expect((await scene.sheet(given.coordinator, given.classId)).components.map(({ weight }) => weight)).toEqual([0.4, 0.6]);
  });

  it('a pass mark says who falls below and whose issued certificate is lost', async () => {
    const given = await scene.aClass();
    await scene.published(given, [5.5, 6, 8, 9]);
    certified.set(given.trainees[0]!.enrolmentId, '0001/2026/CC-QN-NVC');
    const found = await preview(given.manager, given.classId, passFrom(0.6));
    expect([found.falls, found.certificates, found.changes.map(({ falls, certificate }) => [falls, certificate])]).toEqual([1, 1, [[true, '0001/2026/CC-QN-NVC']]]);
  });
});

describe('the plan', () => {
  it('changes weights with a reason, results follow, and a day later the change stands', async () => {
    const given = await scene.aClass();
    const id = given.trainees[0]!.enrolmentId;
    await scene.put(given.lecturer, given.classId, [[id, 'kiem-tra', score(10)], [id, 'tieu-luan', score(6)]]);
    await save(given.coordinator, given.classId, planWith([0.6, 0.4]));
    expect((await rowOf(given, id))?.average).toBe(8.4);
    expect(await scene.app.db.row('SELECT average FROM assessment_result WHERE enrolment_id = ?', [id])).toMatchObject({ average: 8.4 });
    expect(await codeOf(save(given.coordinator, given.classId, planWith([0.6, 0.4])))).toBe('assessment.nothing_changed');
    await scene.app.clock.moveTo(new Date('2026-11-23T05:00:00Z'));
    expect((await changesOf(given.coordinator, given.classId))[0]).toMatchObject({ kind: 'PLAN', reason, by: expect.stringContaining('class_coordinator'), undoUntil: null });
    expect(await codeOf(undo(given.coordinator, given.classId))).toBe('assessment.undo_too_late');
    await scene.app.clock.moveTo(new Date('2026-11-22T03:00:00Z'));
  });

  it.each<[string, PlanChange, string]>([
    ['weights that are not whole', planWith([0.6, 0.3]), 'assessment.weights_not_whole'],
    ['a category that nobody named', planWith([0.5, 0.5], { components: [{ ...components[0]!, category: 'x', weight: 1 }] }), 'assessment.plan_wrong'],
    ['a category that drops all it has', planWith([0.5, 0.5], { categories: [{ key: 'x', nameVi: 'X', nameEn: 'X', dropLowest: 1 }], components: [{ ...components[0]!, required: false, category: 'x', weight: 1 }] }), 'assessment.category_wrong'],
    ['a component with marks left out', planWith([1, 0], { components: [{ ...components[1]!, category: null, weight: 1 }] }), 'assessment.component_marked'],
    ['bands with a hole', { kind: 'RULES', passRatio: 0.5, gradeBands: defaultRuleSets.QLNN.rules.gradeBands.slice(1) }, 'assessment.bands_wrong'],
  ])('refuses %s', async (_, change, code) => {
    const given = await scene.aClass();
    await scene.put(given.lecturer, given.classId, [[given.trainees[0]!.enrolmentId, 'kiem-tra', score(10)]]);
    expect(await codeOf(preview(change.kind === 'RULES' ? given.manager : given.coordinator, given.classId, change))).toBe(code);
  });

  it('weights are the coordinator’s while the sheet is open, the pass mark the manager’s', async () => {
    const given = await scene.aClass();
    expect(await codeOf(preview(given.manager, given.classId, planWith([0.6, 0.4])))).toBe('platform.forbidden');
    expect(await codeOf(preview(given.coordinator, given.classId, passFrom(0.6)))).toBe('platform.forbidden');
    expect(await codeOf(preview(given.lecturer, given.classId, passFrom(0.6)))).toBe('platform.not_found');
    await scene.published(given, []);
    expect(await codeOf(preview(given.coordinator, given.classId, planWith([0.6, 0.4])))).toBe('assessment.not_open');
  });

  it('drops the lowest of a category', async () => {
    const given = await scene.aClass();
    const id = given.trainees[0]!.enrolmentId;
    const quiz = (key: string) => ({ key, nameVi: key, nameEn: key, weight: 0.2, required: false, category: 'q' });
    await save(given.coordinator, given.classId, planWith([0, 0], { categories: [{ key: 'q', nameVi: 'Trắc nghiệm', nameEn: 'Quizzes', dropLowest: 1 }], components: [quiz('q1'), quiz('q2'), { ...components[1]!, category: null, weight: 0.6 }] }));
    await scene.put(given.lecturer, given.classId, [[id, 'q1', score(4)], [id, 'q2', score(9)], [id, 'tieu-luan', score(7)]]);
    expect(await rowOf(given, id)).toMatchObject({ average: 7.8, result: 'PASSED' });
  });
});

describe('undo', () => {
  it('restores exactly what was', async () => {
    const given = await scene.aClass();
    const before = await scene.sheet(given.manager, given.classId);
    await save(given.manager, given.classId, passFrom(0.7));
    expect((await scene.sheet(given.manager, given.classId)).passMark).toBe(7);
    const after = await undo(given.manager, given.classId);
    expect({ ...after, version: 0 }).toEqual({ ...before, version: 0 });
    expect((await changesOf(given.manager, given.classId))[0]).toMatchObject({ undoneAt: expect.any(String), undoUntil: null });
    const actions = await actionsOf(given.classId);
    expect(actions).toEqual(['class.rules_amended', 'assessment.plan_changed', 'class.rules_amended', 'assessment.plan_undone']);
  });

  it.each<[string, (given: GradedClass) => Promise<unknown>, string]>([
    ['another change', (given) => save(given.coordinator, given.classId, planWith([0.7, 0.3])), 'done'],
    ['a step of the sheet', (given) => scene.published(given, []), 'assessment.undo_moved'],
  ])('after %s', async (_, follows, code) => {
    const given = await scene.aClass();
    await save(given.coordinator, given.classId, planWith([0.6, 0.4]));
    const [first] = await changesOf(given.coordinator, given.classId);
    await follows(given);
    const again = () => scene.app.as(given.coordinator, () => scene.app.get(GradePlans).undo(given.coordinator, given.classId, first?.id ?? 0));
    if (code !== 'done') return expect(await codeOf(again())).toBe(code);
    expect(await codeOf(again())).toBe('assessment.undo_later_change');
    await undo(given.coordinator, given.classId);
    expect(await codeOf(again())).toBe('done');
  });

  it('a component that has marks now is not taken away', async () => {
    const given = await scene.aClass();
    await save(given.coordinator, given.classId, planWith([0, 0], { components: [...components.map((one) => ({ ...one, category: null, weight: one.weight / 2 })), { key: 'moi', nameVi: 'Mới', nameEn: 'New', weight: 0.5, required: true, category: null }] }));
    await scene.put(given.lecturer, given.classId, [[given.trainees[0]!.enrolmentId, 'moi', score(7)]]);
    expect(await codeOf(undo(given.coordinator, given.classId))).toBe('assessment.undo_marked');
  });
});

const actionsOf = async (classId: number): Promise<string[]> =>
  (await scene.app.db.rows<{ action: string }>("SELECT action FROM platform_audit WHERE subject_type = 'class' AND subject_id = ? ORDER BY id", [classId])).map(({ action }) => action);

describe('corrections', () => {
  it('a resit takes the place of a score below the pass mark, once, and the history keeps both', async () => {
    const given = await scene.aClass({ rules: defaultRuleSets.LLCT.rules });
    await scene.published(given, [4, 8, 8, 8]);
    const id = given.trainees[0]!.enrolmentId;
    for (const { key } of components) await resit(given.coordinator, given.classId, id, key, 7.5);
    expect(await rowOf(given, id)).toMatchObject({ average: 7.5, band: { code: 'TRUNG_BINH' }, result: 'PASSED', marks: [{ resits: 1 }, { resits: 1 }] });
    expect(await codeOf(resit(given.coordinator, given.classId, id, 'kiem-tra', 9))).toBe('assessment.resit_not_needed');
    expect((await historyOf(given.coordinator, given.classId, id)).map(({ component, from, to, way, reason: why }) => [component, from, to, way, why]).slice(0, 3)).toEqual([
      ['tieu-luan', score(4), score(7.5), 'RESIT', reason], ['kiem-tra', score(4), score(7.5), 'RESIT', reason], ['tieu-luan', { kind: 'BLANK' }, score(4), 'TYPED', null],
    ]);
  });

  it('a second resit is one too many', async () => {
    const given = await scene.aClass();
    await scene.published(given, [4]);
    const id = given.trainees[0]!.enrolmentId;
    await resit(given.coordinator, given.classId, id, 'kiem-tra', 4.5);
    expect(await codeOf(resit(given.coordinator, given.classId, id, 'kiem-tra', 6))).toBe('assessment.resit_used');
  });

  it('a final result is set by hand and taken back, never once the sheet is locked', async () => {
    const given = await scene.aClass();
    await scene.published(given, [4.75]);
    const id = given.trainees[0]!.enrolmentId;
    await setFinal(given.coordinator, given.classId, id, 5);
    expect(await rowOf(given, id)).toMatchObject({ average: 5, band: { code: 'DAT' }, result: 'PASSED', override: { average: 5, reason } });
    await setFinal(given.coordinator, given.classId, id, null);
    expect(await rowOf(given, id)).toMatchObject({ average: 4.75, result: 'FAILED', override: null });
    expect((await historyOf(given.coordinator, given.classId, id)).slice(0, 2).map(({ component, way }) => [component, way])).toEqual([[null, 'OVERRIDE'], [null, 'OVERRIDE']]);
    await scene.step(given.coordinator, given.classId, 'LOCKED');
    expect(await codeOf(setFinal(given.coordinator, given.classId, id, 9))).toBe('assessment.sheet_locked');
    expect(await codeOf(resit(given.coordinator, given.classId, id, 'kiem-tra', 9))).toBe('assessment.sheet_locked');
  });
});

describe('many graders', () => {
  it('eight people with fifty edits each on one sheet: nothing acknowledged is lost, the history is whole', async () => {
    const given = await scene.aClass({ trainees: Array.from({ length: 10 }, (_, at) => `Nguyễn Văn ${'ABCDEGHIKL'[at]}`) });
    const acknowledged = new Map<string, { version: number; value: number }>();
    let stored = 0;
    const edit = async (grader: Actor, person: number): Promise<void> => {
      for (let at = 0; at < 50; at += 1) {
        const { enrolmentId } = given.trainees[(at * 7 + person) % given.trainees.length]!;
        const component = components[(at + person) % 2]!.key;
        const value = ((at * 3 + person) % 41) / 4;
        const key = `${enrolmentId} ${component}`;
        let version = acknowledged.get(key)?.version ?? 0;
        for (let tries = 0; tries < 20; tries += 1) {
          const answer = await scene.put(grader, given.classId, [[enrolmentId, component, score(value), version]]);
          if (answer.stored) {
            stored += 1;
            const before = acknowledged.get(key);
            if (!before || before.version < version + 1) acknowledged.set(key, { version: version + 1, value });
            break;
          }
          version = answer.conflicts[0]?.version ?? version;
        }
      }
    };
    const graders = await Promise.all(Array.from({ length: 8 }, () => scene.account('LECTURER', given.classId)));
    await Promise.all(graders.map(edit));
    expect(stored).toBe(400);
    const sheet = await scene.sheet(given.coordinator, given.classId);
    for (const row of sheet.rows) {
      for (const cell of row.marks) {
        const last = acknowledged.get(`${row.enrolmentId} ${cell.component}`);
        if (last) expect([cell.version, cell.mark]).toEqual([last.version, score(last.value)]);
      }
      const plan = { components: sheet.components, categories: sheet.categories, rules: sheet.rules };
      expect(row.average).toBe(gradeOf(plan, new Map(row.marks.map(({ component, mark }) => [component, mark]))).average);
    }
    expect(await scene.app.db.rows('SELECT id FROM assessment_grade_change WHERE class_id = ?', [given.classId])).toHaveLength(400);
  }, 300_000);
});

