import type { Recompute } from '@halong/completion/server';
import type { Database } from '@halong/platform/server';
import { attendanceRow, classRows, enrolmentRow, fileRow, personRow } from '@halong/testing/server';
import { names, signedIn, type World } from './world.ts';

/** What the lists of one thing are asked about; its rows multiply with everything else. */
export interface Growing {
  importId: number;
  listId: number;
  /** In the content of the main class. */
  itemId: number;
}

/** The first row of everything that cannot stand in a list without a parent. */
export async function prepareGrowth(db: Database, { main, province }: World): Promise<Growing> {
  const listId = await db.insert('enrolment_nomination_list', { class_id: main.classId, unit_id: province.communeId, state: 'SUBMITTED', submitted_at: new Date() });
  return { importId: await importRow(db), listId, itemId: await linkRow(db, main.classId, 0) };
}

/** A link that the lecturer gave to the class: it stands in their library too. */
async function linkRow(db: Database, classId: number, at: number): Promise<number> {
  const lecturer = await db.row<{ id: number }>("SELECT id FROM identity_account WHERE login = 'giangvien'");
  const itemId = await db.insert('materials_item', {
    class_id: classId, kind: 'LINK', position: at + 1, title: `Văn bản ${at}`, search_key: `van ban ${at}`, given_no: 1, created_by: lecturer?.id ?? 0, created_at: new Date(),
  });
  await db.insert('materials_item_version', { item_id: itemId, no: 1, url: `https://vanban.example.vn/${at}`, created_by_name: 'Trần Đức Minh', created_at: new Date(), given_at: new Date() });
  return itemId;
}

const importRow = async (db: Database): Promise<number> =>
  db.insert('organisation_import', {
    kind: 'PEOPLE', state: 'CHECKED', file_id: await fileRow(db, 1), file_name: 'can-bo.xlsx', as_of: '2026-11-22', created_by: 1, created_by_name: 'Lê Thu Hằng', created_at: new Date(),
  });

/** One more of everything that a list of the product shows: called again and again, every list grows. */
export async function growOnce(db: Database, world: World, { importId, listId }: Growing, at: number): Promise<void> {
  const { province, main } = world;
  const name = `Lê Thị ${String.fromCharCode(65 + (at % 26))}${at}`;
  const unitId = await db.insert('organisation_unit', { code: `THEM-${at}`, name_vi: `Xã thứ ${at}`, name_en: `Commune ${at}`, type: 'COMMUNE', parent_id: province.provinceId, search_key: `xa thu ${at}` });
  await db.insertMany('organisation_unit_ancestor', [unitId, province.provinceId].map((ancestor, depth) => ({ unit_id: unitId, ancestor_id: ancestor, depth })));
  const person = await personRow(db, name, province.communeId);
  const more = await classRows(db, { province, code: `THEM-${at}`, rules: world.rules, days: ['2026-03-02'], trainees: names(`Lê Thị ${at}`, 10) });
  await db.insertMany('classes_quota', [province.communeId, unitId].map((unit) => ({ class_id: more.classId, unit_id: unit, seats: 2 })));
  await growClass(db, world, more, { person, name, unitId, at });
  await db.insert('enrolment_nomination', { list_id: listId, class_id: main.classId, person_id: person, position: at + 1, written_name: name, submitted_at: new Date(), state: 'SUBMITTED', screening: 'ELIGIBLE', reasons: '[]' });
  await db.insert('classes_room', { institution_id: province.institutionId, name: `Phòng ${at}`, search_key: `phong ${at}`, capacity: 40 });
  await db.insert('classes_lecturer', { person_id: person, institution_id: province.institutionId, kind: 'INTERNAL', title: 'ThS.' });
  await signedIn(db, `them.${at}`, person, { role: 'LECTURER', scopeType: 'INSTITUTION', scopeId: province.institutionId });
  await growMessages(db, world.main.trainees[0]?.personId ?? 0, at);
  await importRow(db);
  await linkRow(db, main.classId, at + 1);
  const shown = { name, key: '', birth: '1989', unitText: 'UBND phường Hạ Long', unitName: null, position: null, candidates: [] };
  await db.insert('organisation_import_row', { import_id: importId, row_no: at + 1, bucket: 'ADDED', effect: 'ADD', search_key: name, shown: JSON.stringify(shown), reasons: '[]', changes: '[]' });
}

/** Completion of everybody in the main class, as the product itself works it out. */
export async function completeMain(db: Database, { main }: World, recompute: Recompute): Promise<void> {
  const ids = (await db.rows<{ id: number }>('SELECT id FROM enrolment_enrolment WHERE class_id = ? ORDER BY id', [main.classId])).map(({ id }) => id);
  for (let from = 0; from < ids.length; from += 50) await recompute.run(ids.slice(from, from + 50));
}

/** The person into the main class with an attendance and into the class that is new, where the bench's own trainee is as well. */
async function growClass(db: Database, { main, province }: World, more: { classId: number }, { person, name, unitId, at }: { person: number; name: string; unitId: number; at: number }): Promise<void> {
  const inMain = await enrolmentRow(db, main.classId, person, name, unitId);
  await attendanceRow(db, main.sessionIds[0] ?? 0, inMain, 4);
  const enrolmentId = await enrolmentRow(db, more.classId, person, name, province.communeId);
  const own = main.trainees[0];
  await enrolmentRow(db, more.classId, own?.personId ?? 0, own?.fullName ?? '', province.communeId);
  await db.insert('assessment_recognition', { class_id: more.classId, decision_no: `${at + 1}/QĐ`, decision_date: '2026-04-09', signer: 'Nguyễn Đình Hưng', file_id: await fileRow(db, 1) });
  await db.insert('certification_certificate', {
    enrolment_id: enrolmentId, class_id: more.classId, institution_id: province.institutionId, year: 2026, kind: 'CC', seq: at + 1, register_no: `${at + 1}/CC`, verify_code: `ma-${at}`,
    state: 'ISSUED', content: '{}', issued_on: '2026-04-10',
  });
}

async function growMessages(db: Database, personId: number, at: number): Promise<void> {
  await db.insert('notifications_notification', { person_id: personId, kind: 'class.session_moved', params: '{}', link: '/today', once_key: `them-${at}`, at: new Date() });
  await db.insert('platform_mail', { recipient: `nguoi${at}@example.vn`, subject: 'Lịch học', text: 'Buổi học đã chuyển.', state: 'SHOWN', created_at: new Date() });
}
