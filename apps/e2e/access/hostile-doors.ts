import { programmeImportRoutes } from '@halong/catalogue/contract';
import { importRoutes, type ImportDetail } from '@halong/organisation/contract';
import { send, type Call, type Reply } from './browser.ts';
import { sheetOf } from './hostile-files.ts';
import type { Member } from './personas.ts';
import type { World } from './world.ts';

/** A route that takes in a file, as the people who may use it do. */
export interface Door {
  who: Member;
  /** One call on a thing of its own, without the file. */
  call(world: World): Promise<Call> | Call;
  /** Lists are read; documents are only kept, when their content is of an allowed kind. */
  takes: 'list' | 'document';
  /** How many rows of the file could be used; of what the answer says, or of what became of it afterwards. */
  rows?(world: World, reply: Reply): Promise<number> | number;
  /** Takes over what the answer offers, as far as there is such a step. */
  confirm?(world: World, reply: Reply): Promise<void>;
  /** A list in the form of this door, with this text wherever people write freely. */
  saying?(text: string): Buffer;
}

interface Answer {
  id: number;
  fileId: number;
  rows?: unknown[];
  sessions?: unknown[];
  counts?: { NEW: number };
}
const answerOf = (reply: Reply): Answer => JSON.parse(reply.text) as Answer;

function done({ status, text }: Reply): void {
  if (status >= 300) throw new Error(`Not taken over: ${status} ${text}`);
}

/** The worker reads lists of people and units; what it found stands in the import. */
async function readByWorker(world: World, reply: Reply): Promise<number> {
  await world.app.settled();
  const read = await send(world.app.url, importRoutes.getImport, { params: { id: answerOf(reply).id } }, world.cookies.admin);
  const { state, problem } = JSON.parse(read.text) as { state: string; problem: { text?: string } | null };
  return problem === null && state === 'MAPPING' ? 1 : 0;
}

let codes = 0;

/** Maps the columns as proposed and writes whatever was not rejected. */
async function writePeople(world: World, reply: Reply): Promise<void> {
  const params = { id: answerOf(reply).id };
  const now = async (): Promise<ImportDetail> => {
    await world.app.settled();
    return JSON.parse((await send(world.app.url, importRoutes.getImport, { params }, world.cookies.admin)).text) as ImportDetail;
  };
  const { version, mapping } = await now();
  const columns = Object.fromEntries((mapping?.fields ?? []).flatMap(({ field, proposed }) => (proposed === null ? [] : [[field, proposed]])));
  done(await send(world.app.url, importRoutes.mapColumns, { params, body: { version, columns } }, world.cookies.admin));
  const checked = await now();
  if (checked.state !== 'CHECKED') throw new Error(`The list was not checked: ${JSON.stringify(checked.problem)}`);
  if (checked.willWrite === 0) return;
  done(await send(world.app.url, importRoutes.runImport, { params, body: { version: checked.version, expected: checked.willWrite } }, world.cookies.admin));
  const { state, problem } = await now();
  if (state !== 'DONE') throw new Error(`The list was not written: ${JSON.stringify(problem)}`);
}

export const doors: Record<string, Door> = {
  'POST /programmes/import': {
    who: 'manager', takes: 'list', call: () => ({ query: { name: 'chuong-trinh.xlsx' } }),
    rows: (_, reply) => answerOf(reply).counts?.NEW ?? 0,
    async confirm(world, reply) {
      if (answerOf(reply).counts?.NEW === 0) return;
      done(await send(world.app.url, programmeImportRoutes.confirmFile, { params: { id: answerOf(reply).fileId } }, world.cookies.manager));
    },
    saying: (text) => sheetOf([
      ['code', 'name_vi', 'name_en', 'category', 'authority', 'periods', 'delivery_mode', 'assessment', 'credential', 'class_size', 'target_group', 'active_from'],
      [`MT-XAU-${(codes += 1)}`, text, text, 'QLNN', 'STATE', '24', `Kết hợp, ${text}`, text, 'Chứng chỉ', '50', text, '01/01/2026'],
    ]),
  },
  'POST /classes/:id/timetable-imports': {
    who: 'coordinator', takes: 'list', rows: (_, reply) => answerOf(reply).sessions?.length ?? 0,
    call: async (world) => ({ params: { id: (await world.aClass({ state: 'PLANNED', sessions: false })).classId }, query: { name: 'tkb.xlsx' } }),
    saying: (text) => sheetOf([['Ngày', 'Tiết', 'Nội dung', 'Giảng viên', 'Hình thức', 'Địa điểm', 'Ghi chú'], ['04/01/2027', '1-4', text, text, 'Trực tiếp', text, text]]),
  },
  'POST /classes/:classId/units/:unitId/nominations/upload': {
    who: 'unitHead', takes: 'list', rows: (_, reply) => answerOf(reply).rows?.length ?? 0,
    call: async (world) => ({ params: { classId: (await world.aList('DRAFT')).classId, unitId: world.units.wardA }, query: { name: 'danh-sach.xlsx' } }),
    saying: (text) => sheetOf([['STT', 'Họ và tên', 'Số định danh', 'Chức vụ', 'Ghi chú'], ['1', text, '022189004165', text, text]]),
  },
  'POST /classes/:id/grade-sheet/tables': {
    who: 'coordinator', takes: 'list', rows: (_, reply) => (JSON.parse(reply.text) as { changes: unknown[] }).changes.length,
    call: async (world) => ({ params: { id: (await world.aClass({ state: 'GRADING', sheet: 'OPEN' })).classId }, query: { name: 'bang-diem.xlsx' } }),
    saying: (text) => sheetOf([['Mã ghi danh', 'Họ và tên', 'final'], ['HV-1', text, text]]),
  },
  'POST /imports': {
    who: 'admin', takes: 'list', call: () => ({ query: { kind: 'PEOPLE', name: 'danh-sach.xlsx' } }), rows: readByWorker, confirm: writePeople,
    saying: (text) => sheetOf([['STT', 'Họ và tên', 'Ngày sinh', 'Số định danh', 'Chức vụ', 'Đơn vị'], ['1', text, '01/02/1980', '022189004165', text, text]]),
  },
  'POST /class-files': { who: 'coordinator', takes: 'document', call: () => ({ query: { name: 'quyet-dinh.pdf' } }) },
  'POST /attendance-files': { who: 'coordinator', takes: 'document', call: () => ({ query: { name: 'don-xin-phep.pdf' } }) },
};
