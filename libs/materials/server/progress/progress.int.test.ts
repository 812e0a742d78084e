import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { materialsErrors, progressBatch, type ProgressBatch } from '@halong/materials/contract';
import { platformErrors, type Actor } from '@halong/platform/contract';
import { ClassContents } from '../content/content.service.ts';
import { ContentEditing } from '../content/content-editing.service.ts';
import { contentWorld, type ContentWorld } from '../content/content.testing.ts';
import { ContentProgress } from './content-progress.service.ts';
import { Progress } from './progress.service.ts';
import { Readers } from './readers.service.ts';

describe('progress of trainees', () => {
  let world: ContentWorld;
  let video: number;
  beforeAll(async () => {
    world = await contentWorld();
    video = await world.give({ kind: 'MATERIAL', title: 'Ghi hình buổi 1', documentId: await world.document(world.lecturer, 'ghi-hinh.mp4', { durationMs: 100_000 }), mandatory: true });
  });
  afterAll(() => world.app.close());

  const wait = async (seconds: number) => world.app.clock.moveTo(new Date(world.app.clock.millis() + seconds * 1_000));
  const report = (actor: Actor, item: number, batch: ProgressBatch) => world.app.as(actor, () => world.app.get(Progress).report(actor, item, { durationMs: undefined, ...progressBatch.parse(batch) }));
  const stateOf = async (actor: Actor, item: number) => (await world.app.as(actor, () => world.app.get(ClassContents).item(actor, item))).progress;
  const played = (from: number, to: number) => ({ ranges: [{ from, to }], place: to });

  it('counts what was played, as far as time passed, and goes on where it stopped', async () => {
    const showing = randomUUID();
    await report(world.trainee, video, { showing, no: 0 });
    await wait(10);
    expect(await report(world.trainee, video, { showing, no: 1, ...played(0, 10) })).toEqual({ state: 'STARTED', percent: 10, place: 10 });
    await wait(10);
    expect((await report(world.trainee, video, { showing, no: 2, ...played(10, 90) })).percent).toBe(20);
    expect((await report(world.trainee, video, { showing, no: 3, ...played(20, 90) })).percent).toBe(20);
    await wait(10);
    expect((await report(world.trainee, video, { showing, no: 4, ...played(20, 50), speed: 3 })).percent).toBe(20);
    expect(await stateOf(world.trainee, video)).toEqual({ state: 'STARTED', percent: 20, place: 50 });
    expect(await stateOf(world.secondTrainee, video)).toEqual({ state: 'UNOPENED', percent: 0, place: 0 });
  });

  it('takes no batch twice and none that is late', async () => {
    const showing = randomUUID();
    await report(world.trainee, video, { showing, no: 0 });
    await wait(10);
    const batch = { showing, no: 1, ...played(20, 30) };
    expect((await report(world.trainee, video, batch)).percent).toBe(30);
    await wait(60);
    expect((await report(world.trainee, video, { ...batch, ...played(20, 80) })).percent).toBe(30);
    expect((await report(world.secondTrainee, video, { ...batch, no: 2 })).percent).toBe(0);
  });

  it('does not add up what two tabs play at the same time', async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    for (const showing of [one, two]) await report(world.secondTrainee, video, { showing, no: 0 });
    for (let no = 1; no <= 4; no += 1) {
      await wait(5);
      await report(world.secondTrainee, video, { showing: one, no, ...played(no * 10 - 10, no * 10) });
      await wait(5);
      await report(world.secondTrainee, video, { showing: two, no, ...played(50 + no * 10 - 10, 50 + no * 10) });
    }
    expect((await stateOf(world.secondTrainee, video))!.percent).toBeLessThanOrEqual(40);
  });

  it('keeps what many send at once', async () => {
    const showings = await Promise.all(Array.from({ length: 6 }, async () => {
      const showing = randomUUID();
      await report(world.trainee, video, { showing, no: 0 });
      return showing;
    }));
    await wait(10);
    await Promise.all(showings.map((showing, at) => report(world.trainee, video, { showing, no: 1, ...played(30 + at * 10, 40 + at * 10) })));
    expect((await stateOf(world.trainee, video))!.percent).toBeLessThanOrEqual(40);
  });

  it('is done from the share that the terms name, and tells completion once', async () => {
    const enrolmentId = world.one.trainees[0]!.enrolmentId;
    const mandatory = async () => (await world.app.get(ContentProgress).mandatory([enrolmentId])).get(enrolmentId);
    expect(await mandatory()).toEqual({ needed: 1, done: 0, missing: ['Ghi hình buổi 1'] });
    const told = async () => (await world.app.db.row<{ n: number }>("SELECT COUNT(*) AS n FROM platform_outbox WHERE name = 'materials.progress_changed'"))?.n;
    const before = Number(await told());
    const showing = randomUUID();
    await report(world.trainee, video, { showing, no: 0 });
    for (let no = 1; no <= 10; no += 1) {
      await wait(10);
      await report(world.trainee, video, { showing, no, ...played(no * 10 - 10, no * 10) });
    }
    expect(await stateOf(world.trainee, video)).toMatchObject({ state: 'DONE', percent: 100 });
    expect(await mandatory()).toEqual({ needed: 1, done: 1, missing: [] });
    expect(Number(await told())).toBe(before + 1);
  });

  it('stays done when a new version comes, and shows that there is one', async () => {
    const documentId = await world.document(world.lecturer, 'ghi-hinh-2.mp4', { durationMs: 50_000 });
    await world.app.as(world.trainee, () => world.app.get(Progress).visit(world.trainee, world.one.classId));
    await wait(3_600);
    await world.app.as(world.lecturer, () => world.app.get(ContentEditing).addVersion(world.lecturer, video, { documentId, changes: 'Ghi lại phần đầu', give: true }));
    await wait(3_600);
    await world.app.as(world.trainee, () => world.app.get(Progress).visit(world.trainee, world.one.classId));
    expect(await world.app.as(world.trainee, () => world.app.get(ClassContents).item(world.trainee, video))).toMatchObject({ isNew: true, changes: 'Ghi lại phần đầu', progress: { state: 'DONE', percent: 0 } });
    await report(world.trainee, video, { showing: randomUUID(), no: 0 });
    expect((await world.app.as(world.trainee, () => world.app.get(ClassContents).item(world.trainee, video))).isNew).toBe(false);
  });

  it('counts pages of a document, links and pages of text', async () => {
    const pdf = await world.give({ kind: 'MATERIAL', title: 'Bài đọc', documentId: await world.document(world.lecturer, 'bai.pdf', { pages: 4 }) });
    const link = await world.give({ title: 'Cổng dịch vụ công' });
    const page = await world.give({ kind: 'PAGE', title: 'Mục tiêu', body: '<p>Sau buổi học</p>' });
    const showing = randomUUID();
    await report(world.trainee, pdf, { showing, no: 0 });
    await wait(10);
    expect(await report(world.trainee, pdf, { showing, no: 1, pages: [1, 2, 2, 3], place: 3 })).toEqual({ state: 'STARTED', percent: 75, place: 3 });
    expect(await report(world.trainee, link, { showing: randomUUID(), no: 0 })).toMatchObject({ state: 'DONE', percent: 100 });
    const reading = randomUUID();
    expect(await report(world.trainee, page, { showing: reading, no: 0 })).toMatchObject({ state: 'STARTED', percent: 0 });
    await wait(5);
    expect(await report(world.trainee, page, { showing: reading, no: 1, pages: [1] })).toMatchObject({ state: 'DONE', percent: 100 });
  });

  it('shows who read what to those who teach, to a trainee the own, to nobody else anything', async () => {
    const readers = world.app.get(Readers);
    const list = (actor: Actor) => world.app.as(actor, () => readers.list(actor, video, { page: 1, size: 50, search: '' }));
    const answer = await list(world.lecturer);
    expect(answer.items.map(({ fullName, state }) => [fullName, state])).toEqual([['Bùi Văn An', 'STARTED'], ['Nguyễn Thị Hoài Thu', 'DONE']]);
    expect(answer.counts).toEqual({ opened: 2, done: 1, downloads: 0 });
    await expect(list(world.trainee)).rejects.toMatchObject({ def: platformErrors.forbidden });
    for (const actor of [world.manager, world.stranger]) await expect(list(actor)).rejects.toMatchObject({ def: materialsErrors.item_not_found });
    expect((await world.app.as(world.trainee, () => readers.mine(world.trainee, video))).items.map(({ kind, versionNo }) => [kind, versionNo])).toEqual([['OPENED', 2], ['OPENED', 1]]);
    expect((await world.app.as(world.lecturer, () => readers.mine(world.lecturer, video))).items).toEqual([]);
  });

  it('keeps nothing of those who teach', async () => {
    expect(await report(world.lecturer, video, { showing: randomUUID(), no: 0 })).toEqual({ state: 'UNOPENED', percent: 0, place: 0 });
  });
});
