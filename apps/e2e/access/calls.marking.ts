import type { Calls } from './calls.people.ts';
import type { ClassOfWorld, World } from './world.ts';

const criteria = [{ key: 'noi-dung', title: 'Nội dung', note: '', weight: 1, levels: [{ title: 'Đạt', note: '', from: 0, to: 6 }, { title: 'Giỏi', note: '', from: 7, to: 10 }] }];
const rubric = { scale: 10, criteria };

async function aRubric(world: World, { classId }: ClassOfWorld): Promise<{ id: number; versionId: number }> {
  const id = await world.db.insert('assessment_rubric', { class_id: classId, title: 'Phiếu chấm tiểu luận' });
  const versionId = await world.db.insert('assessment_rubric_version', { rubric_id: id, no: 1, content: JSON.stringify(rubric), changed_at: new Date() });
  return { id, versionId };
}

/** An assignment of the class that has been given out. */
export function anEssay(world: World, { classId }: ClassOfWorld, more: Record<string, string | number | boolean | null> = {}): Promise<number> {
  return world.db.insert('assessment_assignment', {
    class_id: classId, kind: 'ESSAY', title: 'Tiểu luận tình huống', brief: '', state: 'PUBLISHED', due_at: new Date('2026-11-20T10:00:00Z'), created_at: new Date('2026-11-01T00:00:00Z'),
    late: JSON.stringify({ deductionPerDay: 0, floor: 0, partDay: 'UP', graceMinutes: 0 }), ...more,
  });
}

export const markingCalls: Calls = {
  'GET /classes/:id/rubrics': (world) => ({ params: { id: world.classA.classId } }),
  'POST /classes/:id/rubrics': (world) => ({ params: { id: world.classA.classId }, body: { title: 'Phiếu chấm', ...rubric } }),
  'PUT /classes/:id/rubrics/:rubricId': async (world) => ({
    params: { id: world.classA.classId, rubricId: (await aRubric(world, world.classA)).id }, body: { version: 1, title: 'Phiếu chấm tiểu luận', ...rubric },
  }),
  'PUT /assignments/:id/rubric': async (world) => ({ params: { id: await anEssay(world, world.classA) }, body: { rubricVersionId: (await aRubric(world, world.classA)).versionId } }),
};
