import { readFileSync } from 'node:fs';
import { timetableImportRoutes } from '@halong/classes/contract';
import { addDays } from '@halong/platform/contract';
import { send, type Call } from './browser.ts';
import type { Calls, MakeCall } from './calls.people.ts';
import type { Persona } from './personas.ts';
import { pdf, today, yesterday, type World } from './world.ts';

const reason = 'Theo đề nghị của đơn vị';
const timetableFile = readFileSync(new URL('../samples/timetable-LDPX-K01.xlsx', import.meta.url));
const nominationFile = readFileSync(new URL('../samples/nominations/01-phuong-ha-long.xlsx', import.meta.url));

const classA: MakeCall = (world) => ({ params: { id: world.classA.classId } });
const liveSession: MakeCall = (world) => ({ params: { id: world.classA.live } });
const newDay = (world: World): string => addDays('2028-01-03', world.next());

/** A planned class of institution A, and the same body for everybody who changes it. */
const planned = (body: (world: World) => object): MakeCall => async (world) => ({ params: { id: (await world.aClass({ state: 'PLANNED', sessions: false })).classId }, body: { version: 1, ...body(world) } });

/** A session that has not begun, of a class of its own. */
const coming = (body: (world: World) => object): MakeCall => async (world) => ({ params: { id: (await world.aClass()).coming }, body: { version: 1, ...body(world) } });

/** A timetable file that waits for its names, in a class of its own. */
async function timetableImport(world: World): Promise<{ id: number; classId: number }> {
  const { classId } = await world.aClass({ state: 'PLANNED', sessions: false });
  await world.nameOfSamples(classId);
  const reply = await send(world.app.url, timetableImportRoutes.uploadTimetable, { params: { id: classId }, query: { name: 'tkb.xlsx' }, file: timetableFile }, world.cookies.manager);
  if (reply.status !== 200) throw new Error(`No timetable: ${reply.text}`);
  return { id: (JSON.parse(reply.text) as { id: number }).id, classId };
}

const usesUp = new Set<Persona>(['coordinator', 'manager', 'admin']);
/** The file in `world.ids` for those who only read it or may not touch it. */
async function waitingFile(world: World, who: Persona): Promise<number> {
  if (usesUp.has(who)) return (await timetableImport(world)).id;
  world.ids['timetable'] ??= (await timetableImport(world)).id;
  return world.ids['timetable'];
}

/** Everything it asks for is left out or made. */
async function confirmable(world: World, who: Persona): Promise<Call> {
  const id = await waitingFile(world, who);
  if (!usesUp.has(who)) return { params: { id }, body: { leaveOutErrors: true } };
  await world.db.run('UPDATE classes_session SET state = \'CANCELLED\' WHERE class_id IN (SELECT class_id FROM classes_timetable_import) AND state = \'SCHEDULED\'');
  const open = JSON.parse((await send(world.app.url, timetableImportRoutes.getTimetableImport, { params: { id } }, world.cookies.manager)).text) as { lecturers: { text: string; name: string; title: string }[]; rooms: { text: string }[] };
  const body = {
    lecturers: open.lecturers.map(({ text, name, title }) => ({ text, choice: { kind: 'NEW_VISITING', name: `${name} ${id}`, title } })),
    rooms: open.rooms.map(({ text }) => ({ text, choice: { kind: 'NEW_ROOM', name: `${text} ${id}`, capacity: null } })),
  };
  await send(world.app.url, timetableImportRoutes.resolveTimetableImport, { params: { id }, body }, world.cookies.manager);
  return { params: { id }, body: { leaveOutErrors: true } };
}

const span = { from: yesterday, to: today };

const planningCalls: Calls = {
  'GET /classes': (world) => ({ query: { search: world.classA.code }, mark: world.classA.code }),
  'GET /classes/:id': classA,
  'POST /classes': (world) => ({ body: { programmeVersionId: world.classA.versionId, intakeNo: 100 + world.next(), year: 2026, institutionId: world.units.institutionA } }),
  'PATCH /classes/:id': planned(() => ({ capacity: 60 })),
  'PUT /classes/:id/quotas': planned((world) => ({ quotas: [{ unitId: world.units.wardA, seats: 5 }] })),
  'PUT /classes/:id/staff': planned((world) => ({ staff: [{ personId: world.personIds.otherLecturer, role: 'SUPERVISOR' }] })),
  'POST /classes/:id/transitions': planned(() => ({ to: 'NOMINATING' })),
  'POST /class-files': () => ({ query: { name: 'quyet-dinh.pdf' }, file: pdf }),
  'GET /classes/:id/decision-file': classA,
  'GET /classes/:id/sessions': classA,
  'GET /sessions/:id': liveSession,
  'POST /classes/:id/sessions': async (world) => ({ params: { id: (await world.aClass()).classId }, body: { day: newDay(world), periods: [1, 2], evenOnHoliday: true, mode: 'ONLINE', topic: 'Kỹ năng điều hành họp' } }),
  'PATCH /sessions/:id': coming(() => ({ topic: 'Kỹ năng soạn thảo văn bản' })),
  'POST /sessions/:id/move': coming((world) => ({ day: newDay(world), periods: [1, 2], evenOnHoliday: true, reason })),
  'POST /sessions/:id/cancel': coming(() => ({ reason })),
  'PUT /sessions/:id/lecturers': coming((world) => ({ lecturerIds: [world.lecturerIds.otherLecturer], reason })),
  'GET /my/sessions': (world) => ({ query: span, mark: world.classA.code }),
  'GET /timetable': (world) => ({ query: span, mark: world.classA.code }),
  'POST /classes/:id/timetable-imports': async (world) => {
    const { classId } = await world.aClass({ state: 'PLANNED', sessions: false });
    await world.nameOfSamples(classId);
    return { params: { id: classId }, query: { name: 'tkb.xlsx' }, file: timetableFile };
  },
  'GET /timetable-imports/:id': async (world, who) => ({ params: { id: await waitingFile(world, who) } }),
  'GET /classes/:id/timetable-imports/latest': classA,
  'PUT /timetable-imports/:id/resolutions': async (world, who) => ({ params: { id: await waitingFile(world, who) }, body: { lecturers: [], rooms: [] } }),
  'POST /timetable-imports/:id/confirm': confirmable,
  'POST /timetable-imports/:id/discard': async (world, who) => ({ params: { id: await waitingFile(world, who) } }),
};

const placeCalls: Calls = {
  'GET /training-institutions': () => ({}),
  'GET /rooms': () => ({}),
  'POST /rooms': (world) => ({ body: { institutionId: world.units.institutionA, name: `Phòng ${world.next()}`, capacity: 40 } }),
  'PATCH /rooms/:id': (world) => ({ params: { id: world.ids['room'] ?? 0 }, body: { capacity: 80 } }),
  'GET /bells': () => ({}),
  'PUT /bells': (world) => ({ body: { institutionId: world.units.institutionA, bells: [] } }),
  'GET /holidays': () => ({ query: { year: 2026 } }),
  'POST /holidays': (world) => ({ body: { day: addDays('2030-01-01', world.next()), nameVi: 'Ngày nghỉ', nameEn: 'Day off' } }),
  'POST /holidays/public': () => ({ body: { year: 2026 } }),
  'DELETE /holidays/:id': async (world) => ({ params: { id: await world.db.insert('classes_holiday', { day: addDays('2031-01-01', world.next()), name_vi: 'Ngày nghỉ', name_en: 'Day off' }) } }),
  'GET /lecturers': () => ({}),
  'POST /lecturers': (world) => ({ body: { name: `Đinh Văn Lộc ${world.next()}`, kind: 'VISITING', institutionId: world.units.institutionA } }),
  'PATCH /lecturers/:id': (world) => ({ params: { id: world.lecturerIds.otherLecturer }, body: { title: 'PGS. TS.' } }),
};

const ofWardA = async (world: World, state: 'DRAFT' | 'SUBMITTED'): Promise<{ classId: number; unitId: number; nominationId: number }> => ({ ...(await world.aList(state)), unitId: world.units.wardA });

/** The list of ward A: read, or changed in a class of its own. */
const theList: MakeCall = (world) => ({ params: { classId: world.ids['nominating'] ?? 0, unitId: world.units.wardA } });
const draft = (more: (world: World) => Partial<Call>): MakeCall => async (world) => {
  const { classId, unitId } = await ofWardA(world, 'DRAFT');
  return { params: { classId, unitId }, ...more(world) };
};
const submitted = (body: (nominationId: number) => object): MakeCall => async (world) => {
  const { classId, nominationId } = await ofWardA(world, 'SUBMITTED');
  return { params: { classId }, body: body(nominationId) };
};

const enrolmentCalls: Calls = {
  'GET /my/enrolment-calls': async (world) => {
    const row = await world.db.row<{ code: string }>('SELECT code FROM classes_class WHERE id = ?', [world.ids['nominating'] ?? 0]);
    return { mark: row?.code ?? '' };
  },
  'GET /classes/:classId/units/:unitId/nominations': theList,
  'GET /classes/:classId/units/:unitId/candidates': theList,
  'PUT /classes/:classId/units/:unitId/nominations': draft((world) => ({ body: { version: 1, rows: [{ personId: world.personIds.trainee }] } })),
  'POST /classes/:classId/units/:unitId/nominations/upload': async (world) => {
    const { classId, unitId } = await ofWardA(world, 'DRAFT');
    await world.nameOfSamples(classId);
    return { params: { classId, unitId }, query: { name: 'danh-sach.xlsx' }, file: nominationFile };
  },
  'POST /classes/:classId/units/:unitId/nominations/submit': draft(() => ({ body: { version: 1 } })),
  'POST /nominations/:id/withdraw': async (world) => ({ params: { id: (await ofWardA(world, 'SUBMITTED')).nominationId }, body: { reason } }),
  'GET /classes/:classId/nominations': (world) => ({ params: { classId: world.ids['nominating'] ?? 0 } }),
  'POST /classes/:classId/nominations/admit': submitted((id) => ({ nominationIds: [id] })),
  'POST /classes/:classId/nominations/reject': submitted((id) => ({ nominationIds: [id], reason })),
  'GET /classes/:classId/enrolments': (world) => ({ params: { classId: world.classA.classId }, mark: 'Hoài Thu' }),
  'GET /my/enrolments': (world) => ({ query: { size: 100 }, mark: world.classA.code }),
  'GET /people/:id/enrolments': (world) => ({ params: { id: world.personIds.trainee } }),
  'POST /enrolments/:id/state': async (world) => ({ params: { id: (await world.aClass()).enrolmentId }, body: { to: 'DEFERRED', reason, version: 1 } }),
  'PUT /enrolments/:id/discipline-note': async (world) => ({ params: { id: (await world.aClass()).enrolmentId }, body: { note: 'Nhờ người khác điểm danh hộ', reason, version: 1 } }),
};

export const classCalls: Calls = { ...planningCalls, ...placeCalls, ...enrolmentCalls };
