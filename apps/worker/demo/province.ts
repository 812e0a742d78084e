import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { ProgrammeImports, Programmes, Topics } from '@halong/catalogue/server';
import { publicHolidayYears } from '@halong/classes/contract';
import { Lecturers, Places } from '@halong/classes/server';
import { ProvinceImport } from '@halong/organisation/server';
import type { Actor } from '@halong/platform/contract';
import { Database } from '@halong/platform/server';

/** Units and people, through the import that the office uses; files that were read before change nothing. */
export async function importProvince(app: INestApplicationContext, folder: string): Promise<void> {
  const imports = app.get(ProvinceImport, { strict: false });
  await imports.importUnits(join(folder, 'org-units.csv'));
  await imports.importPeople(join(folder, 'people.xlsx'));
}

export async function importProgrammes(app: INestApplicationContext, folder: string, manager: Actor): Promise<Map<string, number>> {
  const imports = app.get(ProgrammeImports, { strict: false });
  const { fileId } = await imports.check(manager, 'programmes.csv', createReadStream(join(folder, 'programmes.csv')));
  await imports.confirm(manager, fileId);
  const rows = await app.get(Database).rows<{ code: string; id: number }>(
    'SELECT p.code, MAX(v.id) AS id FROM catalogue_programme p JOIN catalogue_programme_version v ON v.programme_id = p.id GROUP BY p.code',
  );
  return new Map(rows.map(({ code, id }) => [code, id]));
}

const topics: readonly (readonly [vi: string, en: string])[] = [
  ['Tổng quan chuyển đổi số và chính quyền số cấp xã', 'Digital transformation and digital government in communes'],
  ['Dữ liệu số, ký số và văn bản điện tử', 'Digital data, digital signatures and electronic documents'],
  ['Tiếp nhận, xử lý hồ sơ trên Cổng dịch vụ công', 'Receiving and handling files on the public service portal'],
  ['An toàn thông tin cho người dùng cuối', 'Information security for end users'],
  ['Ứng dụng trí tuệ nhân tạo trong công việc hằng ngày', 'Artificial intelligence in daily work'],
  ['Thực hành tổng hợp và đánh giá', 'Practice and assessment'],
];

/** The topics of the programme whose class is live: its content stands under them. */
export async function addTopics(app: INestApplicationContext, manager: Actor, versionId: number): Promise<number[]> {
  const programmes = app.get(Programmes, { strict: false });
  const terms = await programmes.version(versionId);
  if (!terms) return [];
  const { version } = await programmes.get(manager, terms.programmeId);
  const given = topics.map(([titleVi, titleEn]) => ({ parent: null, kind: 'TOPIC' as const, titleVi, titleEn, periods: 4 }));
  const { versions } = await app.get(Topics, { strict: false }).put(manager, versionId, version, given);
  return versions.find(({ id }) => id === versionId)?.units.map(({ id }) => id) ?? [];
}

export interface School {
  id: number;
  organiserId: number;
  roomIds: number[];
  /** The lecturer with the demo account is the first. */
  lecturers: { id: number; personId: number }[];
}

const places: readonly [string, number][] = [
  ['Hội trường A', 150], ['Hội trường B', 100], ['Phòng 201', 60], ['Phòng 202', 60], ['Phòng 203', 60], ['Phòng 301', 50], ['Phòng 302', 50], ['Phòng 303', 50],
  ['Phòng 401', 50], ['Phòng 402', 50], ['Phòng 403', 50], ['Phòng 404', 50], ['Phòng 501', 45], ['Phòng 502', 45], ['Phòng 503', 45], ['Phòng 504', 45],
  ['Phòng máy 1', 40], ['Phòng máy 2', 40], ['Phòng họp trực tuyến', 40],
];
const titles = ['ThS.', 'TS.', 'ThS.', 'CN.'];

/** The public holidays of the demo's year and the next, as far as they are known. */
export async function addHolidays(app: INestApplicationContext, manager: Actor, year: number): Promise<void> {
  for (const one of [year, year + 1].filter((known) => publicHolidayYears.includes(known))) await app.get(Places, { strict: false }).addPublicHolidays(manager, one);
}

/** Rooms and lecturers of the school: its own people, as many as there are rooms. */
export async function openSchool(app: INestApplicationContext, manager: Actor, first: number, without: readonly number[]): Promise<School> {
  const db = app.get(Database);
  const unit = async (code: string): Promise<number> => (await db.row<{ id: number }>('SELECT id FROM organisation_unit WHERE code = ?', [code]))?.id ?? 0;
  const id = await unit('QN-NVC');
  const roomIds: number[] = [];
  for (const [name, capacity] of places) roomIds.push((await app.get(Places, { strict: false }).createRoom(manager, { institutionId: id, name, capacity })).id);
  const people = await db.rows<{ id: number }>(
    `SELECT DISTINCT p.id FROM organisation_person p JOIN organisation_employment e ON e.person_id = p.id JOIN organisation_unit_ancestor a ON a.unit_id = e.unit_id
     WHERE a.ancestor_id = ? ORDER BY p.id`,
    [id],
  );
  const persons = [first, ...people.map((one) => one.id).filter((one) => one !== first && !without.includes(one))].slice(0, places.length);
  const lecturers: School['lecturers'] = [];
  for (const [at, personId] of persons.entries()) {
    const title = at === 0 ? 'TS.' : (titles[at % titles.length] ?? '');
    const made = await app.get(Lecturers, { strict: false }).create(manager, { personId, title, kind: 'INTERNAL', institutionId: id });
    lecturers.push({ id: made.id, personId });
  }
  return { id, organiserId: await unit('QN-SNV'), roomIds, lecturers };
}
