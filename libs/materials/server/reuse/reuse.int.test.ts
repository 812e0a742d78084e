import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { materialsErrors } from '@halong/materials/contract';
import { platformErrors, type Actor } from '@halong/platform/contract';
import { ContentEditing } from '../content/content-editing.service.ts';
import { contentWorld, openWindow, type ContentWorld } from '../content/content.testing.ts';
import { ClassContents } from '../content/content.service.ts';
import { ContentItems } from '../content/content-items.service.ts';
import { ContentArchive } from './content-archive.service.ts';
import { ContentCopy } from './content-copy.service.ts';
import { Library } from './library.service.ts';

const unpacked = async (bytes: Buffer): Promise<Record<string, string>> => {
  const zip = await yauzl.fromBufferPromise(bytes);
  const files: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) files[entry.fileName] = (await buffer(await zip.openReadStreamPromise(entry))).toString();
  return files;
};

describe('content that is used again', () => {
  let world: ContentWorld;
  beforeAll(async () => {
    world = await contentWorld();
  });
  afterAll(() => world.app.close());

  const see = (actor: Actor, classId: number) => world.app.as(actor, () => world.app.get(ClassContents).ofClass(actor, classId));
  const shelf = (of: 'MINE' | 'PROGRAMME', search = '', actor = world.lecturer) => world.app.as(actor, () => world.app.get(Library).list(actor, world.other.classId, { shelf: of, search, page: 1, size: 20 }));
  const archive = async (actor: Actor) => unpacked(await buffer((await world.app.as(actor, () => world.app.get(ContentArchive).open(actor, world.one.classId, 'vi'))).content as Readable));

  it('has nothing to download while there is nothing', async () => {
    await world.give({ title: 'Chỉ một liên kết' });
    await expect(archive(world.trainee)).rejects.toMatchObject({ def: materialsErrors.nothing_to_download });
  });

  it('packs what may be taken home and is open now', async () => {
    const topicKey = String(world.topics[1]);
    const give = async (title: string, text: string, more: object = {}) =>
      world.give({ kind: 'MATERIAL', title, documentId: await world.document(world.lecturer, 'bai.pdf', { content: Buffer.from(text) }), ...more });
    await give('Bài đọc', 'một', { topicKey });
    await give('Bài đọc', 'hai', { topicKey });
    await give('Chỉ xem', 'ba', { downloadable: false });
    await give('Chưa mở', 'bốn', { window: { ...openWindow, from: '2026-12-01T00:00:00Z' } });
    expect(await archive(world.trainee)).toEqual({ '02 Dữ liệu số/Bài đọc.pdf': 'một', '02 Dữ liệu số/Bài đọc (2).pdf': 'hai' });
    expect(Object.keys(await archive(world.lecturer)).length).toBe(4);
    await expect(archive(world.stranger)).rejects.toMatchObject({ def: platformErrors.not_found });
    expect(await world.app.db.rows("SELECT id FROM materials_access WHERE account_id = ? AND kind = 'DOWNLOADED'", [world.trainee.accountId])).toHaveLength(2);
  });

  it('copies a class into another, its dates moved with the opening', async () => {
    await world.app.get(ContentItems).place({ classId: world.one.classId, topicKey: null, kind: 'ASSIGNMENT', refId: 5, title: 'Bài tập' });
    await world.give({ title: 'Hẹn giờ', window: { from: '2026-11-21T00:30:00Z', fromSession: 2, until: null, untilSession: null } });
    const from = await see(world.lecturer, world.one.classId);
    const answer = await world.app.as(world.lecturer, () => world.app.get(ContentCopy).copy(world.lecturer, world.other.classId, world.one.classId));
    expect(answer).toEqual({ copied: 6, left: 1, days: 14 });
    const to = await see(world.lecturer, world.other.classId);
    expect(to.topics.map(({ items }) => items.map(({ title }) => title))).toEqual(from.topics.map(({ items }) => items.map(({ title }) => title)));
    expect(to.loose.find(({ title }) => title === 'Hẹn giờ')?.window).toEqual({ from: '2026-12-05T00:30:00.000Z', fromSession: 2, until: null, untilSession: null });
    const copy = (actor: Actor, into: number, of: number) => world.app.as(actor, () => world.app.get(ContentCopy).copy(actor, into, of));
    await expect(copy(world.lecturer, world.one.classId, world.one.classId)).rejects.toMatchObject({ def: materialsErrors.copy_of_itself });
    await expect(copy(world.trainee, world.other.classId, world.one.classId)).rejects.toMatchObject({ def: platformErrors.not_found });
  });

  it('has a shelf of one’s own and one of the programme', async () => {
    const page = await world.give({ kind: 'PAGE', title: 'Quy ước lớp học', body: '<p>Tắt chuông điện thoại trước giờ học</p>' });
    expect((await shelf('MINE', 'QUY UOC')).items.map(({ id }) => id)).toEqual([page]);
    expect((await shelf('MINE', 'tat chuong')).items.map(({ id }) => id)).toEqual([page]);
    expect((await shelf('PROGRAMME')).total).toBe(0);
    const reuse = (actor: Actor) => world.app.as(actor, () => world.app.get(Library).reuse(actor, world.other.classId, { itemId: page, topicKey: String(world.topics[0]) }));
    await expect(reuse(world.coordinator)).rejects.toMatchObject({ def: materialsErrors.item_not_found });
    const { version } = await world.app.as(world.lecturer, () => world.app.get(ClassContents).item(world.lecturer, page));
    await world.app.as(world.lecturer, () => world.app.get(ContentEditing).edit(world.lecturer, page, { version, shared: true }));
    expect((await shelf('PROGRAMME', '', world.coordinator)).items.map(({ id }) => id)).toEqual([page]);
    const id = await reuse(world.coordinator);
    expect(await world.app.as(world.stranger, () => world.app.get(ClassContents).item(world.stranger, id))).toMatchObject({ title: 'Quy ước lớp học', body: '<p>Tắt chuông điện thoại trước giờ học</p>', topicKey: String(world.topics[0]) });
    await expect(shelf('MINE', '', world.trainee)).rejects.toMatchObject({ def: platformErrors.not_found });
  });
});
