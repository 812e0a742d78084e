import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { Rubrics } from '../rubric/rubric.service.ts';
import { codeOf, essay, workDomains, WorkWorld, type WorkClass } from '../submission/work-world.testing.ts';
import { AssignmentCopies } from './assignment-copy.service.ts';
import { AssignmentReading } from './assignment-reading.service.ts';
import { Assignments } from './assignment.service.ts';

let app: TestInstallation;
let world: WorkWorld;
let here: WorkClass;

beforeAll(async () => {
  app = await testInstallation(workDomains);
  world = new WorkWorld(app);
});
beforeEach(async () => {
  await world.at('2026-10-02T01:00:00Z');
  here = await world.aClass();
});
afterAll(() => app.close());

async function topicOf(classId: number): Promise<string> {
  const row = await app.db.row<{ versionId: number }>('SELECT programme_version_id AS versionId FROM classes_class WHERE id = ?', [classId]);
  return String(await app.db.insert('catalogue_programme_unit', { version_id: row!.versionId, position: 1, kind: 'TOPIC', title_vi: 'Chuyên đề 1', title_en: 'Topic 1', periods: 4 }));
}
const written = (fields = {}) => app.as(here.lecturer, () => app.get(Assignments).create(here.lecturer, here.classId, { ...essay, ...fields }));
const publish = (id: number, topicKey: string | null) => app.as(here.lecturer, () => app.get(Assignments).publish(here.lecturer, id, 1, topicKey));
const placeOf = (id: number) => app.db.row<{ topicId: number | null }>("SELECT topic_id AS topicId FROM materials_item WHERE kind = 'ASSIGNMENT' AND ref_id = ?", [id]);

describe('giving out', () => {
  it('puts it under the topic that is named, or before all of them', async () => {
    const key = await topicOf(here.classId);
    const [under, before] = [await written(), await written()];
    await publish(under.id, key);
    await publish(before.id, null);
    expect([await placeOf(under.id), await placeOf(before.id)]).toEqual([{ topicId: Number(key) }, { topicId: null }]);
  });

  it('to a topic of another class is refused, and it stays a draft without a place', async () => {
    const key = await topicOf((await world.aClass()).classId);
    const { id } = await written();
    expect(await codeOf(publish(id, key))).toBe('materials.topic_unknown');
    expect((await app.get(AssignmentReading).get(here.lecturer, id)).state).toBe('DRAFT');
    expect(await placeOf(id)).toBeUndefined();
  });
});

it('a copy keeps the rubric in a class that may use it, and begins without one elsewhere', async () => {
  const content = { scale: 10, criteria: [{ key: 'a', title: 'Nội dung', note: '', weight: 1, levels: [{ title: 'Đạt', note: '', from: 0, to: 6 }, { title: 'Giỏi', note: '', from: 7, to: 10 }] }] };
  const { versionId } = await app.as(here.lecturer, () => app.get(Rubrics).create(here.lecturer, here.classId, { title: 'Phiếu của lớp', shared: false, ...content }));
  const { id } = await written();
  await app.as(here.lecturer, () => app.get(Rubrics).choose(here.lecturer, id, versionId));
  const there = await world.aClass();
  const both = { ...here.lecturer, grants: [...here.lecturer.grants, ...there.lecturer.grants] };
  const copyTo = async (classId: number) => {
    const { items } = await app.as(both, () => app.get(AssignmentCopies).copy(both, classId, { fromClassId: here.classId, assignmentIds: [id], shiftDays: 7 }));
    return app.get(AssignmentReading).get(both, items[0]!.id);
  };
  expect(await copyTo(here.classId)).toMatchObject({ rubricVersionId: versionId, dueAt: '2026-10-22T10:00:00.000Z', state: 'DRAFT' });
  expect((await copyTo(there.classId)).rubricVersionId).toBeNull();
});
