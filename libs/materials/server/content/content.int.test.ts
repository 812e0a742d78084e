import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { materialsErrors } from '@halong/materials/contract';
import { instantOf, platformErrors, type Actor } from '@halong/platform/contract';
import { Documents } from '../document/document.service.ts';
import { ContentEditing } from './content-editing.service.ts';
import { ContentItems } from './content-items.service.ts';
import { contentWorld, openWindow, type ContentWorld } from './content.testing.ts';
import { ClassContents } from './content.service.ts';

describe('the content of a class', () => {
  let world: ContentWorld;
  beforeAll(async () => {
    world = await contentWorld();
  });
  afterAll(() => world.app.close());

  const classId = () => world.one.classId;
  const see = (actor: Actor) => world.app.as(actor, () => world.app.get(ClassContents).ofClass(actor, classId()));
  const open = (actor: Actor, id: number) => world.app.as(actor, () => world.app.get(ClassContents).item(actor, id));
  const editing = () => world.app.get(ContentEditing);
  const titlesOf = async (actor: Actor) => {
    const { loose, topics } = await see(actor);
    return [loose, ...topics.map(({ items }) => items)].map((items) => items.map(({ title }) => title));
  };
  const hidden = { def: materialsErrors.item_not_found };

  it('shows topics of the programme, each with its items in their order', async () => {
    const [first, second] = world.topics.map(String) as [string, string];
    await world.give({ title: 'A', topicKey: first });
    const b = await world.give({ title: 'B', topicKey: first });
    await world.give({ title: 'C', topicKey: second });
    await world.give({ title: 'Chung' });
    expect(await titlesOf(world.trainee)).toEqual([['Chung'], ['A', 'B'], ['C']]);
    const a = (await see(world.lecturer)).topics[0]!.items[0]!.id;
    await world.app.as(world.lecturer, () => editing().place(world.lecturer, b, { topicKey: first, before: a }));
    expect(await titlesOf(world.trainee)).toEqual([['Chung'], ['B', 'A'], ['C']]);
    await world.app.as(world.lecturer, () => editing().place(world.lecturer, b, { topicKey: second, before: null }));
    expect(await titlesOf(world.trainee)).toEqual([['Chung'], ['A'], ['C', 'B']]);
    expect(await open(world.trainee, b)).toMatchObject({ previous: { title: 'C' }, next: null });
  });

  it('is for those who teach, coordinate or learn in the class', async () => {
    const id = await world.give({ title: 'Chỉ trong lớp' });
    for (const actor of [world.lecturer, world.coordinator]) expect((await see(actor)).can.edit).toBe(true);
    expect((await see(world.trainee)).can.edit).toBe(false);
    for (const actor of [world.stranger, world.manager]) {
      await expect(see(actor)).rejects.toMatchObject({ def: platformErrors.not_found });
      await expect(open(actor, id)).rejects.toMatchObject(hidden);
      await expect(editing().remove(actor, id)).rejects.toMatchObject(hidden);
    }
    await expect(editing().remove(world.trainee, id)).rejects.toMatchObject({ def: platformErrors.forbidden });
    await expect(world.give({}, classId(), world.trainee)).rejects.toMatchObject({ def: platformErrors.forbidden });
  });

  it('opens with a session, and moves when the session moves', async () => {
    const id = await world.give({ title: 'Từ buổi 3', window: { ...openWindow, fromSession: 3 } });
    await expect(open(world.trainee, id)).rejects.toMatchObject(hidden);
    expect((await open(world.lecturer, id)).shown).toEqual({ state: 'NOT_YET', from: instantOf('2026-11-27', '07:30').toISOString(), until: null });
    await world.app.db.run('UPDATE classes_session SET starts_at = ?, ends_at = ? WHERE id = ?', [instantOf('2026-11-19', '07:30'), instantOf('2026-11-19', '10:45'), world.one.sessionIds[2]!]);
    expect((await open(world.trainee, id)).title).toBe('Từ buổi 3');
    await world.app.db.run('UPDATE classes_session SET starts_at = ?, ends_at = ? WHERE id = ?', [instantOf('2026-11-27', '07:30'), instantOf('2026-11-27', '10:45'), world.one.sessionIds[2]!]);
    await expect(open(world.trainee, id)).rejects.toMatchObject(hidden);
  });

  it('refuses a window that ends before it begins, and content that does not fit', async () => {
    await expect(world.give({ window: { ...openWindow, fromSession: 3, until: '2026-11-20T00:00:00Z' } })).rejects.toMatchObject({ def: materialsErrors.window_turned });
    await expect(world.give({ topicKey: '99999' })).rejects.toMatchObject({ def: materialsErrors.topic_unknown });
    await expect(world.give({ kind: 'MATERIAL' })).rejects.toMatchObject({ def: materialsErrors.content_missing });
    await expect(world.give({ kind: 'PAGE', body: '<p><script>x()</script></p>' })).rejects.toMatchObject({ def: materialsErrors.content_missing });
    const others = await world.document(world.coordinator);
    await expect(world.give({ kind: 'MATERIAL', documentId: others })).rejects.toMatchObject({ def: materialsErrors.document_not_found });
  });

  it('keeps pages clean', async () => {
    const id = await world.give({ kind: 'PAGE', title: 'Mục tiêu', body: '<h2>Mục tiêu</h2><p onclick="x()">Sau buổi học</p><script>x()</script>' });
    expect((await open(world.trainee, id)).body).toBe('<h2>Mục tiêu</h2><p>Sau buổi học</p>');
  });

  it('gives the class one version and keeps the others beside it', async () => {
    const first = await world.document(world.lecturer, 'Bài 1.pdf');
    const second = await world.document(world.lecturer, 'Bài 1 sửa.pdf');
    const id = await world.give({ kind: 'MATERIAL', title: 'Bài 1', documentId: first });
    await world.app.as(world.lecturer, () => editing().addVersion(world.lecturer, id, { documentId: second, changes: 'Sửa số liệu trang 3', give: false }));
    expect(await open(world.trainee, id)).toMatchObject({ versionNo: 1, document: { id: first }, versions: [{ no: 1 }] });
    await expect(world.app.get(Documents).link(second, 'preview', world.trainee)).rejects.toMatchObject({ def: materialsErrors.document_not_found });
    expect((await open(world.coordinator, id)).versions.map(({ no }) => no)).toEqual([2, 1]);
    await world.app.as(world.lecturer, () => editing().give(world.lecturer, id, 2));
    expect(await open(world.trainee, id)).toMatchObject({ versionNo: 2, changes: 'Sửa số liệu trang 3', document: { id: second } });
    expect((await world.app.get(Documents).link(second, 'preview', world.trainee)).url).toMatch(/^\/api\/files\//);
    await expect(world.app.get(Documents).link(first, 'preview', world.trainee)).rejects.toMatchObject({ def: materialsErrors.document_not_found });
  });

  it('lets a file be looked at and not taken, when the lecturer says so', async () => {
    const documentId = await world.document(world.lecturer);
    const id = await world.give({ kind: 'MATERIAL', title: 'Chỉ xem', documentId, downloadable: false });
    const documents = world.app.get(Documents);
    expect((await open(world.trainee, id)).can.download).toBe(false);
    await expect(documents.link(documentId, 'download', world.trainee)).rejects.toMatchObject({ def: materialsErrors.no_download });
    await expect(documents.link(documentId, 'download', world.stranger)).rejects.toMatchObject({ def: materialsErrors.document_not_found });
    expect((await documents.link(documentId, 'preview', world.trainee)).url).toMatch(/^\/api\/files\//);
    expect((await documents.link(documentId, 'download', world.coordinator)).url).toMatch(/^\/api\/files\//);
    expect(await world.app.db.rows('SELECT kind, account_id AS accountId FROM materials_access WHERE item_id = ? ORDER BY id', [id])).toEqual([
      { kind: 'OPENED', accountId: world.trainee.accountId }, { kind: 'DOWNLOADED', accountId: world.coordinator.accountId },
    ]);
  });

  it('lets one of two who changed the same version through', async () => {
    const id = await world.give({ title: 'Hai người sửa' });
    const { version } = await open(world.lecturer, id);
    const both = await Promise.allSettled(['Một', 'Hai'].map((title) => world.app.as(world.lecturer, () => editing().edit(world.lecturer, id, { version, title }))));
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { def: platformErrors.stale_version } });
  });

  it('keeps the places of assignments', async () => {
    const items = world.app.get(ContentItems);
    const key = String(world.topics[0]);
    const place = { classId: classId(), topicKey: key, kind: 'ASSIGNMENT' as const, refId: 77, title: 'Bài tập tình huống 1' };
    const id = await items.place(place);
    expect(await items.place(place)).toBe(id);
    expect((await see(world.trainee)).topics[0]!.items.at(-1)).toMatchObject({ kind: 'ASSIGNMENT', refId: 77, title: 'Bài tập tình huống 1', progress: null });
    await items.retitle(77, 'Bài tập tình huống một');
    expect((await see(world.lecturer)).topics[0]!.items.at(-1)?.title).toBe('Bài tập tình huống một');
    await expect(world.app.as(world.lecturer, () => editing().remove(world.lecturer, id))).rejects.toMatchObject({ def: materialsErrors.item_kept_elsewhere });
    await items.remove(77);
    expect((await see(world.lecturer)).topics[0]!.items.some(({ refId }) => refId === 77)).toBe(false);
    expect(await items.place(place)).not.toBe(id);
    await items.remove(77);
    await items.remove(77);
  });
});
