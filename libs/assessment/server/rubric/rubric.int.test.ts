import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attendance } from '@halong/attendance/server';
import { catalogue } from '@halong/catalogue/server';
import { classes } from '@halong/classes/server';
import { enrolment } from '@halong/enrolment/server';
import { identity } from '@halong/identity/server';
import { materials } from '@halong/materials/server';
import { notifications } from '@halong/notifications/server';
import { organisation } from '@halong/organisation/server';
import type { Role } from '@halong/platform/contract';
import { defaultRuleSets } from '@halong/regulations/contract';
import { regulations } from '@halong/regulations/server';
import { anActor, classRows, provinceRows, testInstallation, type ClassRows, type TestInstallation } from '@halong/testing/server';
import { assessment } from '../index.ts';
import { Rubrics } from './rubric.service.ts';

const levels = [{ title: 'Đạt', note: '', from: 0, to: 6 }, { title: 'Giỏi', note: '', from: 7, to: 10 }];
const content = { scale: 10, criteria: [{ key: 'a', title: 'Nội dung', note: '', weight: 0.7, levels }, { key: 'b', title: 'Trình bày', note: '', weight: 0.3, levels }] };
const codeOf = async (work: Promise<unknown>): Promise<string> => work.then(() => 'done', (error: { def?: { code: string } }) => error.def?.code ?? String(error));

let app: TestInstallation;
let here: ClassRows;
let elsewhere: ClassRows;
const of = ({ classId }: ClassRows, role: Role) => anActor({ grants: [{ role, scopeType: 'CLASS', scopeId: classId }] });

beforeAll(async () => {
  app = await testInstallation([organisation, identity, regulations, catalogue, notifications, classes, enrolment, materials, attendance, assessment]);
  const province = await provinceRows(app.db);
  const { rules } = defaultRuleSets.QLNN;
  here = await classRows(app.db, { province, code: 'A', rules });
  elsewhere = await classRows(app.db, { province, code: 'B', rules });
});
afterAll(() => app.close());

const anAssignment = ({ classId }: ClassRows) =>
  app.db.insert('assessment_assignment', { class_id: classId, kind: 'ESSAY', title: 'Tiểu luận', brief: '', due_at: new Date(), late: '{"deductionPerDay":0,"floor":0,"partDay":"UP","graceMinutes":0}', created_at: new Date() });

describe('rubrics', () => {
  it('a lecturer writes them for the class, a coordinator for the programme; other classes see neither', async () => {
    const [lecturer, coordinator] = [of(here, 'LECTURER'), of(here, 'CLASS_COORDINATOR')];
    const rubrics = app.get(Rubrics);
    await app.as(lecturer, () => rubrics.create(lecturer, here.classId, { title: 'Phiếu của lớp', shared: false, ...content }));
    expect(await codeOf(app.as(lecturer, () => rubrics.create(lecturer, here.classId, { title: 'Phiếu chung', shared: true, ...content })))).toBe('platform.forbidden');
    await app.as(coordinator, () => rubrics.create(coordinator, here.classId, { title: 'Phiếu chung', shared: true, ...content }));
    const { items } = await rubrics.list(lecturer, here.classId);
    expect(items.map(({ title, shared, can }) => [title, shared, can.edit])).toEqual([['Phiếu chung', true, false], ['Phiếu của lớp', false, true]]);
    expect((await rubrics.list(of(elsewhere, 'LECTURER'), elsewhere.classId)).items).toEqual([]);
    expect(await codeOf(rubrics.list(of(elsewhere, 'LECTURER'), here.classId))).toBe('platform.not_found');
  });

  it('a version that an assignment uses stays; the change is the next one', async () => {
    const lecturer = of(here, 'LECTURER');
    const rubrics = app.get(Rubrics);
    const first = await app.as(lecturer, () => rubrics.create(lecturer, here.classId, { title: 'Phiếu tiểu luận', shared: false, ...content }));
    const put = (version: number, weight: number) => app.as(lecturer, () => rubrics.put(lecturer, here.classId, first.id, {
      version, title: 'Phiếu tiểu luận', scale: 10, criteria: [{ ...content.criteria[0]!, weight }, { ...content.criteria[1]!, weight: 1 - weight }],
    }));
    const unused = await put(1, 0.6);
    expect(unused).toMatchObject({ versionId: first.versionId, versionNo: 1, used: false, version: 2 });
    await app.as(lecturer, async () => rubrics.choose(lecturer, await anAssignment(here), first.versionId));
    const next = await put(2, 0.5);
    expect(next).toMatchObject({ versionNo: 2, used: false });
    expect(next.versionId).not.toBe(first.versionId);
    const old = await app.db.row<{ content: unknown }>('SELECT content FROM assessment_rubric_version WHERE id = ?', [first.versionId]);
    expect(old?.content).toMatchObject({ criteria: [{ weight: 0.6 }, { weight: 0.4 }] });
    expect(await codeOf(put(2, 0.4))).toBe('platform.stale_version');
  });

  it('a rubric of another class is not chosen, nor one whose weights are not whole written', async () => {
    const [lecturer, stranger] = [of(here, 'LECTURER'), of(elsewhere, 'LECTURER')];
    const rubrics = app.get(Rubrics);
    const mine = await app.as(lecturer, () => rubrics.create(lecturer, here.classId, { title: 'Phiếu riêng', shared: false, ...content }));
    expect(await codeOf(app.as(stranger, async () => rubrics.choose(stranger, await anAssignment(elsewhere), mine.versionId)))).toBe('assessment.rubric_not_here');
    expect(await codeOf(app.as(stranger, () => rubrics.put(stranger, elsewhere.classId, mine.id, { version: 1, title: 'Phiếu riêng', ...content })))).toBe('platform.not_found');
    expect(await codeOf(app.as(lecturer, () => rubrics.create(lecturer, here.classId, { title: 'Thiếu', shared: false, scale: 10, criteria: content.criteria.slice(0, 1) })))).toBe('assessment.rubric_weights');
  });
});
