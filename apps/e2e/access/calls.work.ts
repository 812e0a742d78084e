import { assignmentRoutes, submissionRoutes } from '@halong/assessment/contract';
import type { RouteShape } from '@halong/platform/contract';
import { send, type Call } from './browser.ts';
import type { Calls, MakeCall } from './calls.people.ts';
import type { Member } from './personas.ts';
import type { ClassOfWorld, World } from './world.ts';

const title = 'Tiểu luận chỉ của lớp này';
const fields = {
  kind: 'ESSAY', title, brief: 'Phân tích một tình huống.', opensAt: null, dueAt: '2026-11-30T10:00:00.000Z', cutoffAt: null, attempts: 3,
  late: { deductionPerDay: 0.5, floor: 5, partDay: 'UP', graceMinutes: 0 },
};
const reason = 'Đi công tác theo lịch';

async function ask<T>(world: World, route: RouteShape, call: Call, who: Member): Promise<T> {
  const reply = await send(world.app.url, route, call, world.cookies[who]);
  if (reply.status >= 300) throw new Error(`${route.path}: ${reply.status} ${reply.text}`);
  return (reply.text === '' ? {} : JSON.parse(reply.text)) as T;
}

interface Given { id: number; version: number; of: ClassOfWorld }

/** Written by the lecturer of the class, and given out unless it stays a draft. */
async function assignment(world: World, of: ClassOfWorld, published = true): Promise<Given> {
  const made = await ask<{ id: number; version: number }>(world, assignmentRoutes.createAssignment, { params: { id: of.classId }, body: fields }, 'lecturer');
  if (!published) return { ...made, of };
  const { version } = await ask<{ version: number }>(world, assignmentRoutes.publishAssignment, { params: { id: made.id }, body: { version: made.version } }, 'lecturer');
  return { id: made.id, version, of };
}

/** The one of class A that is only read. */
async function ofClassA(world: World): Promise<number> {
  world.ids['assignment'] ??= (await assignment(world, world.classA)).id;
  return world.ids['assignment'];
}

async function drafted(world: World, id: number): Promise<number> {
  const { draft } = await ask<{ draft: { version: number } }>(world, submissionRoutes.putDraft, { params: { id }, body: { version: 0, text: 'Bài của Thu', documentIds: [] } }, 'trainee');
  return draft.version;
}

/** What the trainee of class A has submitted. */
async function submission(world: World): Promise<number> {
  if (world.ids['submission'] === undefined) {
    const { id } = await assignment(world, world.classA);
    const draftVersion = await drafted(world, id);
    const { receipts } = await ask<{ receipts: { id: number }[] }>(world, submissionRoutes.submitWork, { params: { id }, body: { draftVersion, declared: true } }, 'trainee');
    world.ids['submission'] = receipts[0]?.id ?? 0;
  }
  return world.ids['submission'];
}

const inClassA: MakeCall = (world) => ({ params: { id: world.classA.classId } });
/** In a class of its own. */
const fresh = (call: (given: Given, world: World) => Call | Promise<Call>, published = true): MakeCall => async (world) => call(await assignment(world, await world.aClass(), published), world);
const override = ({ of }: Given) => ({ enrolmentId: of.enrolmentId, dueAt: '2026-12-05T10:00:00.000Z', reason });

export const workCalls: Calls = {
  'GET /classes/:id/assignments': inClassA,
  'POST /classes/:id/assignments': async (world) => ({ params: { id: (await world.aClass()).classId }, body: fields }),
  'POST /classes/:id/assignment-copies': fresh(async ({ id, of }, world) => ({ params: { id: (await world.aClass()).classId }, body: { fromClassId: of.classId, assignmentIds: [id], shiftDays: 7 } })),
  'GET /assignments/:id': async (world) => ({ params: { id: await ofClassA(world) } }),
  'PUT /assignments/:id': fresh(({ id, version }) => ({ params: { id }, body: { version, ...fields, title: 'Đề bài đã sửa' } })),
  'POST /assignments/:id/publication': fresh(({ id, version }) => ({ params: { id }, body: { version } }), false),
  'POST /assignments/:id/removal': fresh(({ id, version }) => ({ params: { id }, body: { version, reason } })),
  'PUT /assignments/:id/overrides': fresh((given) => ({ params: { id: given.id }, body: override(given) })),
  'POST /assignments/:id/overrides/:overrideId/removal': fresh(async (given, world) => {
    const { overrides } = await ask<{ overrides: { id: number }[] }>(world, assignmentRoutes.putException, { params: { id: given.id }, body: override(given) }, 'lecturer');
    return { params: { id: given.id, overrideId: overrides[0]?.id ?? 0 }, body: { reason } };
  }),
  'GET /assignments/:id/turn-ins': async (world) => ({ params: { id: await ofClassA(world) } }),
  'GET /classes/:id/groups': inClassA,
  'PUT /classes/:id/groups': fresh(({ of }) => ({ params: { id: of.classId }, body: { version: 0, groups: [{ name: 'Nhóm 1', enrolmentIds: [of.enrolmentId] }] } })),
  'GET /my/assignments': async (world) => {
    await ofClassA(world);
    return { mark: title };
  },
  'GET /my/assignments/:id': async (world) => ({ params: { id: await ofClassA(world) } }),
  'PUT /my/assignments/:id/draft': fresh(({ id }) => ({ params: { id }, body: { version: 0, text: 'Bài của Thu', documentIds: [] } })),
  'POST /my/assignments/:id/submissions': fresh(async ({ id }, world) => ({ params: { id }, body: { draftVersion: await drafted(world, id), declared: true } })),
  'GET /my/submissions/:id': async (world) => ({ params: { id: await submission(world) } }),
};
