import { setTimeout as sleep } from 'node:timers/promises';
import { Module } from '@nestjs/common';
import ExcelJS from 'exceljs';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { organisationErrors } from '@halong/organisation/contract';
import { AUTHENTICATOR, workbookBuffer, type Domain } from '@halong/platform/server';
import { anActor, testInstallation, type TestInstallation } from '@halong/testing/server';
import { organisation } from '../index.ts';

const admin = anActor({ grants: [{ role: 'SYSTEM_ADMIN', scopeType: 'GLOBAL', scopeId: 0 }] });
const manager = anActor({ grants: [{ role: 'TRAINING_MANAGER', scopeType: 'GLOBAL', scopeId: 0 }] });
const authenticator = { actorOf: async (cookie: string | undefined) => ({ 'sid=admin': admin, 'sid=manager': manager })[cookie ?? ''] };

@Module({ providers: [{ provide: AUTHENTICATOR, useValue: authenticator }], exports: [AUTHENTICATOR] })
class DoorModule {}
const door: Domain = { name: 'door', module: DoorModule, entities: [], migrations: [], routes: {} };

interface Detail {
  id: number;
  version: number;
  state: string;
  problem: { code: keyof typeof organisationErrors } | null;
  mapping: { fields: { field: string; col: number | null }[] };
}

const head = ['STT', 'Họ và tên', 'Ngày sinh', 'Số CCCD', 'Đơn vị'].map((header) => ({ header }));
const line = (index: number, name = 'Lò Thị Thử'): (string | number)[] => [index, name, '01/02/1980', `0991800${String(index).padStart(5, '0')}`, 'Sở Nội vụ'];
const list = (rows: (string | number)[][]) => workbookBuffer([{ name: 'DS', columns: head, rows }]);

/** A zip that says it is a workbook and whose first part unfolds to a hundred megabytes, whatever its directory claims. */
function bomb(): Buffer {
  const name = Buffer.from('_rels/.rels');
  const content = deflateRawSync(Buffer.from(`<Relationships>${`<a b="${'x'.repeat(1_000)}"/>`.repeat(100_000)}</Relationships>`));
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(content.length, 18);
  local.writeUInt32LE(1_000, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(content.length, 20);
  central.writeUInt32LE(1_000, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + content.length, 16);
  return Buffer.concat([local, name, content, central, name, end]);
}

async function formulas(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('DS');
  sheet.addRow(head.map(({ header }) => header));
  sheet.addRow(line(1));
  sheet.addRow([2, { formula: 'HYPERLINK("http://evil.example","Lò Văn Ba")', result: 'Lò Văn Ba' }, '01/02/1980', '099080545002', 'Sở Nội vụ']);
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('hostile files, through the API and the worker', () => {
  let app: TestInstallation;
  beforeAll(async () => {
    app = await testInstallation([organisation, door], { http: true, background: true });
  });
  afterAll(() => app.close());

  const call = (path: string, init: RequestInit = {}) => fetch(`${app.url}/api${path}`, { ...init, headers: { cookie: 'sid=admin', ...init.headers } });
  const send = (content: Buffer, name = 'tep.xlsx', headers: Record<string, string> = {}) =>
    call(`/imports?kind=PEOPLE&name=${encodeURIComponent(name)}`, { method: 'POST', body: new Uint8Array(content), headers: { 'content-type': 'application/octet-stream', ...headers } });

  async function read(content: Buffer) {
    const { id } = (await (await send(content)).json()) as { id: number };
    return atRest(id);
  }

  /** Waits until the worker has put it down. */
  async function atRest(id: number) {
    for (let round = 0; round < 400; round += 1) {
      const detail = (await (await call(`/imports/${id}`)).json()) as Detail;
      if (!['UPLOADED', 'READING', 'CHECKING'].includes(detail.state)) return detail;
      await sleep(50);
    }
    throw new Error(`import ${id} is still being worked on`);
  }

  it.each<[string, () => Buffer | Promise<Buffer>, keyof typeof organisationErrors]>([
    ['an empty file', () => Buffer.alloc(0), 'no_rows'],
    ['a picture', () => Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(2_000)]), 'not_a_spreadsheet'],
    ['a PDF called .xlsx', () => Buffer.from('%PDF-1.7 …'), 'not_a_spreadsheet'],
    ['half a workbook', async () => { const whole = await list([line(1)]); return whole.subarray(0, whole.length / 2); }, 'broken_file'],
    ['a zip bomb', bomb, 'inflates_too_much'],
    ['200,000 rows', () => Buffer.from(`STT,Họ và tên,Ngày sinh,Số CCCD,Đơn vị\n${'1,Lò Thị Thử,01/02/1980,099180000001,Sở Nội vụ\n'.repeat(200_000)}`), 'too_many_rows'],
    ['windows-1258', () => Buffer.from('STT,H\xf2 t\xean,N\xe3m sinh\n1,Nguy\xea\xben,1980', 'latin1'), 'wrong_encoding'],
    ['TCVN3', () => Buffer.from('STT,H\xe4 v\xb5 t\xaan,N\xa8m sinh\n1,NguyÔn,1980', 'latin1'), 'wrong_encoding'],
    ['a password', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]), 'file_encrypted'],
    ['an old .xls', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'not_a_spreadsheet'],
  ])('%s ends with a reason in words', async (_, content, code) => {
    const { state, problem } = await read(await content());
    expect({ state, code: problem?.code }).toEqual({ state: 'FAILED', code });
    expect(Number((await app.db.row<{ n: number }>('SELECT COUNT(*) AS n FROM organisation_person'))?.n)).toBe(0);
    expect((await call('/health/ready')).status).toBe(200);
  });

  it.each<[string, string, keyof typeof organisationErrors]>([
    ['no heading', 'a,b,c\n1,2,3\n', 'no_header'],
    ['a heading and nothing below', 'STT,Họ và tên,Ngày sinh,Số CCCD,Đơn vị\n', 'no_rows'],
  ])('%s is said beside the first rows, and nothing can be run', async (_, text, code) => {
    const { id, version, state, problem, mapping } = await read(Buffer.from(text));
    expect({ state, code: problem?.code }).toEqual({ state: 'MAPPING', code });
    expect(mapping).toMatchObject({ rows: 0, sheets: [{ sheet: 0, rows: expect.arrayContaining([expect.objectContaining({ row: 1 })]) }] });
    const run = await call(`/imports/${id}/mapping`, { method: 'PUT', body: JSON.stringify({ version, columns: { name: 2, dob: 3, pin: 4, unit: 5 } }), headers: { 'content-type': 'application/json' } });
    expect(run.status).toBe(400);
  });

  it('more than 20 MB are refused on the way', async () => {
    const answer = await send(Buffer.alloc(21 * 1024 * 1024, 0x41));
    expect(answer.status).toBe(413);
    expect(((await answer.json()) as { title: string }).title).toContain('20 MB');
  });

  it('formula cells and endless names become rejected rows with their cell', async () => {
    for (const [content, reason] of [[await formulas(), 'FORMULA_IN_NAME'], [await list([line(1), line(2, `Lò ${'x'.repeat(3_000)}`)]), 'TOO_LONG']] as const) {
      const { id, version, mapping } = await read(content);
      const columns = Object.fromEntries(mapping.fields.flatMap(({ field, col }) => (col === null ? [] : [[field, col]])));
      await call(`/imports/${id}/mapping`, { method: 'PUT', body: JSON.stringify({ version, columns }), headers: { 'content-type': 'application/json' } });
      await atRest(id);
      const { items } = (await (await call(`/imports/${id}/rows?bucket=REJECTED`)).json()) as { items: { rowNo: number; reasons: object[] }[] };
      expect(items).toMatchObject([{ rowNo: 3, reasons: [{ code: reason, field: 'name', column: 'B' }] }]);
    }
  });

  it('is closed to everybody else', async () => {
    const strangers = ['/imports', '/imports/1', '/imports/1/rows', '/imports/1/rejected.xlsx'];
    for (const path of strangers) {
      expect((await call(path, { headers: { cookie: 'sid=manager' } })).status).toBe(403);
      expect((await call(path, { headers: { cookie: 'none' } })).status).toBe(401);
    }
    expect((await send(await list([line(1)]), 'a.xlsx', { cookie: 'sid=manager' })).status).toBe(403);
  });
});
