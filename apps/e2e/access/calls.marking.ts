import type { Calls, MakeCall } from './calls.people.ts';
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

interface ScriptOptions {
  state?: string;
  more?: Parameters<typeof anEssay>[2];
  /** Marks of its markers, the first by nobody in particular when it is the only one. */
  totals?: readonly number[];
  released?: boolean;
}

/** The trainee's work for an essay of class A, as far as marking has come with it. */
export async function aScript(world: World, { state = 'SUBMITTED', more = {}, totals = [], released = false }: ScriptOptions = {}): Promise<{ id: number; code: string; submissionId: number }> {
  const id = await anEssay(world, world.classA, more);
  const code = '0274';
  const submissionId = await world.db.insert('assessment_submission', {
    assignment_id: id, owner: `E${world.classA.enrolmentId}`, attempt: 1, is_current: true, state, arrived_at: new Date('2026-11-19T03:00:00Z'), due_at: new Date('2026-11-20T10:00:00Z'), text: 'Bài làm', content_hash: 'a'.repeat(64),
    anonymous_code: code, submitted_by: world.accountIds.trainee,
  });
  await world.db.insert('assessment_submission_member', { submission_id: submissionId, enrolment_id: world.classA.enrolmentId });
  const people = totals.length > 1 ? [world.personIds.otherLecturer, world.personIds.otherTrainee] : [null];
  for (const [at, total] of totals.entries()) {
    await world.db.insert('assessment_marking', {
      submission_id: submissionId, marker_no: at + 1, person_id: people[at] ?? null, state: state === 'MARKING' ? 'MARKING' : 'MARKED', points: '{}', override_mark: total, total, comment: '', notes: '[]', version: 1,
    });
  }
  if (released) await world.db.insert('assessment_submission_mark', { submission_id: submissionId, raw: totals[0] ?? 0, source: 'SINGLE', final: totals[0] ?? 0, released_at: new Date('2026-11-21T03:00:00Z') });
  return { id, code, submissionId };
}

/** The trainee's script, in the words of its address. */
const script = (options: ScriptOptions = {}, body?: unknown): MakeCall => async (world) => {
  const { id, code } = await aScript(world, options);
  return { params: { id, code }, ...(body === undefined ? {} : { body }) };
};
const essay = (options: ScriptOptions = {}, body?: unknown): MakeCall => async (world) => {
  const { id } = await aScript(world, options);
  return { params: { id }, ...(body === undefined ? {} : { body }) };
};
const comment = (world: World, text: string) =>
  world.db.insert('assessment_reusable_comment', { person_id: world.personIds.lecturer, text, text_hash: `${world.next()}`.padStart(64, '0') });

export const markingCalls: Calls = {
  'GET /my/marking': async (world) => {
    await aScript(world, { more: { title: 'Tiểu luận của lớp A' } });
    return { mark: 'Tiểu luận của lớp A' };
  },
  'GET /assignments/:id/scripts': essay(),
  'GET /assignments/:id/scripts/:code': script(),
  'PUT /assignments/:id/scripts/:code/marking': script({}, { version: 0, points: {}, override: { mark: 7, reason: '' }, comment: '', notes: [], fileIds: [], later: false }),
  'POST /assignments/:id/scripts/:code/completion': script({ state: 'MARKING', totals: [7] }, { version: 1 }),
  'GET /assignments/:id/marking': essay(),
  'POST /assignments/:id/marking/allotment': async (world, who) => essay({}, { personIds: [world.personIds.lecturer] })(world, who),
  'POST /assignments/:id/scripts/:code/third-marker': async (world, who) =>
    script({ state: 'IN_REVIEW', totals: [5, 9], more: { markers: 2, diff_threshold: 1 } }, { personId: world.personIds.lecturer })(world, who),
  'POST /assignments/:id/scripts/:code/agreed-mark': script({ state: 'MARKED', totals: [7] }, { mark: 7.5, reason: 'Thống nhất sau khi soát' }),
  'POST /assignments/:id/release': essay({ state: 'MARKED', totals: [7] }, {}),
  'GET /my/assignments/:id/result': essay({ state: 'PUBLISHED', totals: [7], released: true }),
  'GET /my/marking-comments': async (world) => {
    await comment(world, 'Nêu rõ căn cứ pháp lý.');
    return { mark: 'căn cứ pháp lý' };
  },
  'POST /my/marking-comments': () => ({ body: { text: 'Thể thức đúng quy định.' } }),
  'DELETE /my/marking-comments/:id': async (world) => ({ params: { id: await comment(world, 'Cần nêu nguồn.') } }),

  'GET /classes/:id/rubrics': (world) => ({ params: { id: world.classA.classId } }),
  'POST /classes/:id/rubrics': (world) => ({ params: { id: world.classA.classId }, body: { title: 'Phiếu chấm', ...rubric } }),
  'PUT /classes/:id/rubrics/:rubricId': async (world) => ({
    params: { id: world.classA.classId, rubricId: (await aRubric(world, world.classA)).id }, body: { version: 1, title: 'Phiếu chấm tiểu luận', ...rubric },
  }),
  'PUT /assignments/:id/rubric': async (world) => ({ params: { id: await anEssay(world, world.classA) }, body: { rubricVersionId: (await aRubric(world, world.classA)).versionId } }),
};
