import { gradeBookRoutes } from '@halong/assessment/contract';
import { attendanceRoutes, checkInRoutes } from '@halong/attendance/contract';
import { send, type Call } from './browser.ts';
import type { Calls, MakeCall } from './calls.people.ts';
import { members, type Persona } from './personas.ts';
import type { ClassOfWorld, World } from './world.ts';

const reason = 'Theo phiếu ký tên';

/** The trainee in the session of class A that has ended or is live. */
const inSession = (which: 'ended' | 'live'): MakeCall => (world) => ({ params: { id: world.classA[which], enrolmentId: world.classA.enrolmentId } });
/** The same in a class of its own. */
const fresh = (call: (one: ClassOfWorld, world: World, who: Persona) => Call | Promise<Call>, options: Parameters<World['aClass']>[0] = {}): MakeCall => async (world, who) => call(await world.aClass(options), world, who);
const classA: MakeCall = (world) => ({ params: { id: world.classA.classId } });

const memberOf = (who: Persona) => members.find((one) => one === who) ?? 'coordinator';

/** What the projector of class A shows; everybody knows the code, not everybody is of the class. */
async function shownCode(world: World): Promise<Call> {
  const { text } = await send(world.app.url, checkInRoutes.getCheckCode, { params: { id: world.classA.live } }, world.cookies.lecturer);
  return { body: { token: (JSON.parse(text) as { code: { token: string } }).code.token } };
}

/** An excuse with its document, entered by the coordinator. */
async function excuseOf(world: World): Promise<number> {
  if (world.ids['excuse'] !== undefined) return world.ids['excuse'];
  const fileId = await world.file('coordinator');
  const { ended, enrolmentId } = world.classA;
  const reply = await send(world.app.url, attendanceRoutes.excuseAttendance, { params: { id: ended, enrolmentId }, body: { documentFileId: fileId, reason } }, world.cookies.coordinator);
  if (reply.status !== 200) throw new Error(`No excuse: ${reply.text}`);
  world.ids['excuse'] = fileId;
  return fileId;
}

const attendanceCalls: Calls = {
  'GET /sessions/:id/attendance': (world) => ({ params: { id: world.classA.live } }),
  'GET /sessions/:id/attendance/:enrolmentId': inSession('live'),
  'GET /sessions/:id/my-attendance': (world) => ({ params: { id: world.classA.live } }),
  'POST /sessions/:id/attendance/:enrolmentId/mark': fresh(({ ended, enrolmentId }) => ({ params: { id: ended, enrolmentId }, body: { status: 'PRESENT', reason } })),
  'POST /sessions/:id/attendance/:enrolmentId/periods/:no': fresh(({ ended, enrolmentId }) => ({ params: { id: ended, enrolmentId, no: 1 }, body: { credited: true, reason } })),
  'POST /sessions/:id/attendance/:enrolmentId/excuse': fresh(async ({ ended, enrolmentId }, world, who) => ({ params: { id: ended, enrolmentId }, body: { documentFileId: await world.file(memberOf(who)), reason } })),
  'POST /attendance-files': () => ({ query: { name: 'don.pdf' }, file: Buffer.from('%PDF-1.4 don xin phep') }),
  'GET /sessions/:id/attendance/:enrolmentId/documents/:fileId': async (world) => ({ params: { id: world.classA.ended, enrolmentId: world.classA.enrolmentId, fileId: await excuseOf(world) } }),
  'POST /sessions/:id/attendance/mark-present': fresh(({ ended, enrolmentId }) => ({ params: { id: ended }, body: { enrolmentIds: [enrolmentId], reason } })),
  'POST /sessions/:id/attendance/:enrolmentId/check-out': fresh(({ live, enrolmentId }) => ({ params: { id: live, enrolmentId }, body: { reason } })),
  'POST /sessions/:id/attendance/lock': fresh(({ ended }) => ({ params: { id: ended }, body: { openCases: true } })),
  'GET /sessions/:id/check-code': (world) => ({ params: { id: world.classA.live } }),
  'POST /check-in': shownCode,
  'POST /check-out': shownCode,
  'GET /classes/:id/attendance-summary': classA,
  'GET /my/absence': (world) => ({ query: { classId: world.classA.classId } }),
};

/** The plan of the world's classes with another name for its one component. */
const onePart = { kind: 'PLAN', categories: [], components: [{ key: 'final', nameVi: 'Bài kiểm tra', nameEn: 'The test', weight: 1, required: true, category: null }] };

/** A regrade request that has been given to the lecturer of the world. */
async function regradeOf({ classId, enrolmentId }: ClassOfWorld, world: World, state: string): Promise<number> {
  const id = await world.db.insert('assessment_regrade', { class_id: classId, enrolment_id: enrolmentId, component: 'final', code: 'ABCD2345', state, reason, old_score: 8, asked_at: new Date() });
  await world.db.insert('assessment_regrade_mark', { regrade_id: id, person_id: world.personIds.lecturer });
  return id;
}

const gradeCalls: Calls = {
  'GET /classes/:id/grade-sheet': classA,
  'PUT /classes/:id/grade-sheet/marks': fresh(
    ({ classId, enrolmentId }) => ({ params: { id: classId }, body: { changes: [{ enrolmentId, component: 'final', version: 1, mark: { kind: 'SCORE', value: 7 } }] } }),
    { state: 'GRADING', sheet: 'OPEN' },
  ),
  'POST /classes/:id/grade-sheet/transitions': fresh(({ classId }) => ({ params: { id: classId }, body: { to: 'SUBMITTED', version: 1 } }), { state: 'GRADING', sheet: 'OPEN' }),
  'POST /classes/:id/recognition': fresh(
    async ({ classId }, world, who) => ({ params: { id: classId }, body: { decisionNo: '20/QĐ-NVC', decisionDate: '2026-11-20', signer: 'Nguyễn Đình Hưng', fileId: await world.file(memberOf(who)) } }),
    { state: 'GRADING', sheet: 'PUBLISHED' },
  ),
  'GET /classes/:id/grade-sheet-file': classA,
  'GET /classes/:id/recognition-file': classA,
  'GET /my/results': (world) => ({ mark: world.classA.code }),
  'POST /classes/:id/grade-plan/preview': fresh(({ classId }) => ({ params: { id: classId }, body: { change: onePart } }), { state: 'GRADING', sheet: 'OPEN' }),
  'POST /classes/:id/grade-plan': fresh(({ classId }) => ({ params: { id: classId }, body: { change: onePart, version: 1, reason } }), { state: 'GRADING', sheet: 'OPEN' }),
  'GET /classes/:id/grade-plan/changes': classA,
  'POST /classes/:id/grade-plan/changes/:changeId/undo': fresh(async ({ classId }, world) => {
    await send(world.app.url, gradeBookRoutes.savePlan, { params: { id: classId }, body: { change: onePart, version: 1, reason } }, world.cookies.coordinator);
    const { text } = await send(world.app.url, gradeBookRoutes.listPlanChanges, { params: { id: classId } }, world.cookies.coordinator);
    return { params: { id: classId, changeId: (JSON.parse(text) as { id: number }[])[0]?.id ?? 0 } };
  }, { state: 'GRADING', sheet: 'OPEN' }),
  'GET /classes/:id/grade-sheet/trainees/:enrolmentId/history': (world) => ({ params: { id: world.classA.classId, enrolmentId: world.classA.enrolmentId } }),
  'POST /classes/:id/grade-sheet/resits': fresh(async ({ classId, enrolmentId }, world) => {
    await world.db.run('UPDATE assessment_grade SET score = 3 WHERE enrolment_id = ?', [enrolmentId]);
    return { params: { id: classId }, body: { enrolmentId, component: 'final', version: 1, value: 7, reason } };
  }, { state: 'GRADING', sheet: 'PUBLISHED' }),
  'PUT /classes/:id/grade-sheet/trainees/:enrolmentId/override': fresh(
    ({ classId, enrolmentId }) => ({ params: { id: classId, enrolmentId }, body: { average: 7, version: 1, reason } }), { state: 'GRADING', sheet: 'PUBLISHED' },
  ),
  'POST /my/regrades': fresh(async ({ classId, enrolmentId }, world) => {
    await world.db.run('UPDATE assessment_grade_sheet SET published_at = ? WHERE class_id = ?', [world.app.clock.now(), classId]);
    return { body: { enrolmentId, component: 'final', reason } };
  }, { state: 'GRADING', sheet: 'PUBLISHED' }),
  'GET /my/regrades': () => ({}),
  'GET /classes/:id/regrades': classA,
  'POST /regrades/:id/steps': fresh(async (one, world) => ({ params: { id: await regradeOf(one, world, 'SUBMITTED') }, body: { to: 'ACCEPTED', version: 1 } }), { state: 'GRADING', sheet: 'PUBLISHED' }),
  'PUT /regrades/:id/mark': fresh(async (one, world) => ({ params: { id: await regradeOf(one, world, 'REMARKING') }, body: { score: 7 } }), { state: 'GRADING', sheet: 'PUBLISHED' }),
  'GET /regrades/:id/work': fresh(async (one, world) => ({ params: { id: await regradeOf(one, world, 'REMARKING') } }), { state: 'GRADING', sheet: 'PUBLISHED' }),
  'POST /classes/:id/grade-sheet/tables': fresh(
    ({ classId, enrolmentId }) => ({ params: { id: classId }, query: { name: 'diem.csv' }, file: Buffer.from(`Mã ghi danh,final\nHV-${enrolmentId},7`) }), { state: 'GRADING', sheet: 'OPEN' },
  ),
};

const certificate: MakeCall = (world) => ({ params: { id: world.ids['certificate'] ?? 0 } });
const years = { year: 2026 };

const completionCalls: Calls = {
  'GET /classes/:id/completion': (world) => ({ params: { id: world.classA.classId }, mark: 'Hoài Thu' }),
  'GET /enrolments/:id/completion': (world) => ({ params: { id: world.classA.enrolmentId } }),
  'GET /my/completion': (world) => ({ query: { classId: world.classA.classId } }),
  'GET /classes/:id/certificates': (world) => ({ params: { id: world.ids['certified'] ?? 0 } }),
  'POST /classes/:id/certificates': fresh(({ classId }) => ({ params: { id: classId } }), { state: 'RESULT_RECOGNISED', sheet: 'PUBLISHED', recognised: true, complete: true }),
  'GET /certificate-batches/:id': (world) => ({ params: { id: world.ids['batch'] ?? 0 } }),
  'GET /certificates': () => ({ query: { size: 100 }, mark: 'Hoài Thu' }),
  'GET /certificates/:id': certificate,
  'GET /certificates/:id/pdf': certificate,
  'GET /my/certificates': () => ({ mark: '/2026/CC-QN-NVC' }),
  'POST /certificates/:id/revoke': async (world) => ({ params: { id: (await world.aCertificate()).id }, body: { version: 1, ground: 'INSTITUTION_ERROR', decision: '30/QĐ-NVC', reason } }),
  'GET /verify/:code': (world) => ({ params: { code: world.verifyCode } }),
};

const numberCalls: Calls = {
  'GET /my/today': (world) => ({ mark: world.classA.code }),
  'GET /my/admin-desk': () => ({}),
  'GET /my/certificate-desk': () => ({}),
  'GET /my/desk': (world) => ({ mark: world.classA.code }),
  'GET /my/record': (world) => ({ query: years, mark: world.classA.code }),
  'GET /units/:id/compliance': (world) => ({ params: { id: world.units.wardA }, query: years }),
  'GET /units/:unitId/people/:personId/ledger': (world) => ({ params: { unitId: world.units.wardA, personId: world.personIds.trainee }, query: years }),
  'GET /search': (world) => ({ query: { q: world.classA.code }, mark: world.classA.code }),
  'GET /units/:id/classes': (world) => ({ params: { id: world.units.wardA }, query: years }),
  'GET /overview': () => ({ query: years }),
  'GET /overview/units': () => ({ query: years }),
};

export const resultCalls: Calls = { ...attendanceCalls, ...gradeCalls, ...completionCalls, ...numberCalls };
