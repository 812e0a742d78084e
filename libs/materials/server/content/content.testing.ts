import { Readable } from 'node:stream';
import type { Actor } from '@halong/platform/contract';
import { FileStore } from '@halong/platform/server';
import { defaultRuleSets } from '@halong/regulations/contract';
import { anActor, classRows, enrolmentRow, personRow, provinceRows, testInstallation, type ClassRows, type ProvinceRows, type TestInstallation } from '@halong/testing/server';
import { Documents } from '../document/document.service.ts';
import { materialsWorld } from '../upload/upload.testing.ts';
import { ContentEditing } from './content-editing.service.ts';

type Given = Parameters<ContentEditing['add']>[2];

/** Two classes of one programme, who teaches, who learns, and the shortest ways to give them something. */
export interface ContentWorld {
  app: TestInstallation;
  province: ProvinceRows;
  one: ClassRows;
  other: ClassRows;
  topics: [number, number];
  lecturer: Actor;
  coordinator: Actor;
  manager: Actor;
  trainee: Actor;
  secondTrainee: Actor;
  stranger: Actor;
  document(owner: Actor, name?: string, more?: { pages?: number; durationMs?: number; content?: Buffer }): Promise<number>;
  give(given?: Partial<Given>, classId?: number, actor?: Actor): Promise<number>;
}

export const openWindow = { from: null, fromSession: null, until: null, untilSession: null };
const plain: Omit<Given, 'kind'> = { topicKey: null, title: 'Địa chỉ cần dùng', mandatory: false, downloadable: true, shared: false, sessionNo: null, window: openWindow };

/** The classes run in the mornings from 20/11/2026 (the other one from 04/12); the clock shows the evening before. */
export async function contentWorld(options: { http?: boolean; background?: boolean } = {}): Promise<ContentWorld> {
  const app = await testInstallation(materialsWorld, options);
  await app.clock.moveTo(new Date('2026-11-19T12:00:00Z'));
  const { db } = app;
  const province = await provinceRows(db);
  const { rules } = defaultRuleSets.QLNN;
  const one = await classRows(db, { province, code: 'CDS', rules, days: ['2026-11-20', '2026-11-21', '2026-11-27'], trainees: ['Nguyễn Thị Hoài Thu', 'Bùi Văn An'] });
  const other = await classRows(db, { province, code: 'CDS2', rules, days: ['2026-12-04', '2026-12-05'] });
  const [{ versionId }] = await db.rows<{ versionId: number }>('SELECT programme_version_id AS versionId FROM classes_class WHERE id = ?', [one.classId]) as [{ versionId: number }];
  await db.run('UPDATE classes_class SET programme_version_id = ? WHERE id = ?', [versionId, other.classId]);
  const topic = (position: number, title: string) => db.insert('catalogue_programme_unit', { version_id: versionId, position, kind: 'TOPIC', title_vi: title, title_en: title, periods: 4 });
  const topics: [number, number] = [await topic(0, 'Tổng quan chuyển đổi số'), await topic(1, 'Dữ liệu số')];
  const account = async (displayName: string, personId: number | null, grants: Actor['grants'] = []) =>
    anActor({ accountId: await db.insert('identity_account', { login: `a${Math.random().toString(36).slice(2, 10)}`, display_name: displayName, person_id: personId }), displayName, personId, grants });
  const lecturer = await account('Trần Đức Minh', null, [one, other].map(({ classId }) => ({ role: 'LECTURER', scopeType: 'CLASS', scopeId: classId })));
  const strangerId = await personRow(db, 'Vũ Đình Bách', province.communeId);
  await enrolmentRow(db, other.classId, strangerId, 'Vũ Đình Bách', province.communeId);
  const world: ContentWorld = {
    app, province, one, other, topics, lecturer,
    coordinator: await account('Lê Thu Hằng', null, [{ role: 'CLASS_COORDINATOR', scopeType: 'INSTITUTION', scopeId: province.institutionId }]),
    manager: await account('Phạm Quang Huy', null, [{ role: 'TRAINING_MANAGER', scopeType: 'GLOBAL', scopeId: 0 }]),
    trainee: await account('Nguyễn Thị Hoài Thu', one.trainees[0]!.personId),
    secondTrainee: await account('Bùi Văn An', one.trainees[1]!.personId),
    stranger: await account('Vũ Đình Bách', strangerId),
    document: async (owner, name = 'Bài 1.pdf', { pages, durationMs, content = Buffer.from('%PDF-1.7 bài một') } = {}) => {
      const [kind, mediaType] = durationMs === undefined ? ['PDF', 'application/pdf'] as const : ['VIDEO', 'video/mp4'] as const;
      const file = await app.get(FileStore).put(Readable.from([content]), { name, mediaType, maxBytes: 1_000_000 });
      const id = await app.get(Documents).add({ fileId: file.id, ownerId: owner.accountId, purpose: 'CONTENT', name, mediaType, bytes: file.bytes, sha256: file.sha256, kind, classification: 'INTERNAL', scan: 'NONE' });
      await db.run('UPDATE materials_document SET pages = ?, duration_ms = ? WHERE id = ?', [pages ?? null, durationMs ?? null, id]);
      return id;
    },
    give: (given = {}, classId = one.classId, actor = lecturer) => app.as(actor, () => app.get(ContentEditing).add(actor, classId, { kind: 'LINK', url: 'https://dichvucong.gov.vn', ...plain, ...given })),
  };
  return world;
}
