import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DocumentUses } from '@halong/materials/server';
import { inRequest } from '@halong/platform/server';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { Overrides } from '../assignment/override.service.ts';
import { Groups } from '../assignment/group.service.ts';
import { MyWork } from './my-work.service.ts';
import { WorkReminders } from './reminder.jobs.ts';
import { SubmissionRepository } from './submission.repository.ts';
import { Submissions } from './submission.service.ts';
import { codeOf, workDomains, WorkWorld, type WorkClass } from './work-world.testing.ts';

const inTime = '2026-10-10T03:00:00Z';
let app: TestInstallation;
let world: WorkWorld;
let own: WorkClass;

beforeAll(async () => {
  app = await testInstallation(workDomains);
  world = new WorkWorld(app);
  await world.at(inTime);
  own = await world.aClass();
});
afterAll(() => app.close());
beforeEach(() => world.at(inTime));

const submissionsOf = async (assignmentId: number): Promise<number> =>
  (await app.db.rows('SELECT id FROM assessment_submission WHERE assignment_id = ?', [assignmentId])).length;

describe('a draft', () => {
  it('is kept with a version; the slower of two devices gets the other text and loses nothing unseen', async () => {
    const id = await world.given(own);
    const [actor] = own.people as [typeof own.lecturer];
    expect(await world.draft(actor, id, 'Mở bài')).toMatchObject({ stored: true, draft: { version: 1, text: 'Mở bài' } });
    expect(await world.draft(actor, id, 'Mở bài, thân bài', 1)).toMatchObject({ stored: true, draft: { version: 2 } });
    expect(await world.draft(actor, id, 'Máy khác viết', 1)).toMatchObject({ stored: false, draft: { version: 2, text: 'Mở bài, thân bài' } });
    expect(await world.draft(actor, id, 'Mở bài, thân bài', 1)).toMatchObject({ stored: true, draft: { version: 2 } });
  });

  it('written eight times at once from one version is kept once', async () => {
    const id = await world.given(own);
    const actor = own.people[0]!;
    const all = await Promise.all(Array.from({ length: 8 }, (_, at) => world.draft(actor, id, `Bản ${at}`)));
    const kept = all.filter(({ stored }) => stored);
    expect(kept).toHaveLength(1);
    expect(new Set(all.map(({ draft }) => draft.text))).toEqual(new Set([kept[0]!.draft.text]));
  });

  it.each([
    ['before it opens', '2026-09-30T23:59:00Z', 'assessment.not_open_yet'],
    ['after the cut-off', '2026-10-20T10:00:00.001Z', 'assessment.after_cutoff'],
  ])('is refused %s', async (_, at, code) => {
    const id = await world.given(own);
    await world.at(at);
    expect(await codeOf(world.draft(own.people[0]!, id, 'x'))).toBe(code);
  });

  it('takes the files of its author only, and only what the kind takes', async () => {
    const id = await world.given(own);
    const [one, other] = own.people as [typeof own.lecturer, typeof own.lecturer];
    expect(await codeOf(world.draft(one, id, '', 0, [await world.document(other)]))).toBe('materials.document_not_found');
    expect((await world.draft(one, id, '', 0, [await world.document(one)])).draft.documents).toHaveLength(1);
    expect(await codeOf(world.draft(one, await world.given(own, { kind: 'FILES' }), 'chữ'))).toBe('assessment.not_taken_here');
    expect(await codeOf(world.draft(one, await world.given(own, { kind: 'TEXT' }), 'chữ', 0, [await world.document(one)]))).toBe('assessment.not_taken_here');
  });
});

describe('submitting', () => {
  it('gives a receipt whose hash anybody with text and files can count again', async () => {
    const id = await world.given(own);
    const actor = own.people[0]!;
    const { draft } = await world.draft(actor, id, 'Bài làm\r\ncủa tôi  \n\n', 0, [await world.document(actor, 'b'.repeat(64))]);
    const work = await world.submit(actor, id, draft.version);
    const expected = createHash('sha256').update(JSON.stringify({ text: 'Bài làm\ncủa tôi', files: ['b'.repeat(64)] })).digest('hex');
    expect(work).toMatchObject({ state: 'SUBMITTED', closed: 'NO_ATTEMPTS', can: { edit: false, submit: false } });
    expect(work.receipts).toMatchObject([{ attempt: 1, late: false, contentHash: expected, documents: [{ name: 'bai-lam.pdf' }] }]);
    expect(await app.get(MyWork).submission(actor, work.receipts[0]!.id)).toMatchObject({ text: 'Bài làm\ncủa tôi' });
    expect(await app.db.row("SELECT kind FROM notifications_notification WHERE person_id = ? AND kind = 'work_received'", [actor.personId])).toBeDefined();
  });

  it('eight times at once is one submission, and everybody gets its receipt', async () => {
    const id = await world.given(own, { attempts: 5 });
    const actor = own.people[0]!;
    const { draft } = await world.draft(actor, id, 'Một lần');
    const all = await Promise.all(Array.from({ length: 8 }, () => world.submit(actor, id, draft.version)));
    expect(new Set(all.map(({ receipts }) => receipts[0]?.contentHash)).size).toBe(1);
    expect(await submissionsOf(id)).toBe(1);
    expect(await submissionsOf(id)).toBe((await world.submit(actor, id, draft.version)).receipts.length);
  });

  it('is decided by the moment the request arrived and not by when its turn came', async () => {
    const id = await world.given(own);
    const [early, late] = own.people as [typeof own.lecturer, typeof own.lecturer];
    await world.draft(early, id, 'Kịp');
    await world.draft(late, id, 'Trễ');
    await world.at('2026-10-15T10:00:05Z');
    const sent = (actor: typeof early, arrivedAt: number) =>
      inRequest({ requestId: 'kiem-thu', language: 'vi', actor, arrivedAt }, () => app.get(Submissions).submit(actor, id, { draftVersion: 1, declared: true }));
    expect((await sent(early, Date.parse('2026-10-15T10:00:00.000Z'))).receipts[0]).toMatchObject({ late: false, deduction: 0 });
    expect((await sent(late, Date.parse('2026-10-15T10:00:00.001Z'))).receipts[0]).toMatchObject({ late: true, lateDays: 1, deduction: 0.5 });
  });

  it('is late after the due time and refused after the cut-off, with the draft kept', async () => {
    const id = await world.given(own);
    const [one, two] = own.people as [typeof own.lecturer, typeof own.lecturer];
    await world.draft(one, id, 'Trễ ba ngày');
    await world.draft(two, id, 'Quá hạn');
    await world.at('2026-10-18T09:00:00Z');
    expect(await world.submit(one, id)).toMatchObject({ state: 'LATE', receipts: [{ lateDays: 3, deduction: 1.5 }] });
    await world.at('2026-10-20T10:00:01Z');
    expect(await codeOf(world.submit(two, id))).toBe('assessment.after_cutoff');
    expect(await app.get(MyWork).get(two, id)).toMatchObject({ state: 'MISSED', closed: 'CUT_OFF', draft: { text: 'Quá hạn' } });
  });

  it.each([
    ['without the declaration', { declared: false }, 'assessment.declaration_missing'],
    ['in an old version', { version: 1, again: 'Sửa' }, 'platform.stale_version'],
    ['with nothing in it', { text: ' \n ' }, 'assessment.nothing_to_submit'],
  ])('is refused %s', async (_, { declared = true, version, again, text = 'Bài' }: { declared?: boolean; version?: number; again?: string; text?: string }, code) => {
    const id = await world.given(own);
    const actor = own.people[0]!;
    let { draft } = await world.draft(actor, id, text);
    if (again) ({ draft } = await world.draft(actor, id, again, draft.version));
    expect(await codeOf(world.submit(actor, id, version ?? draft.version, declared))).toBe(code);
    expect(await submissionsOf(id)).toBe(0);
  });

  it('is final: the draft closes, and another attempt is another submission that leaves the first as it was', async () => {
    const id = await world.given(own, { attempts: 2 });
    const actor = own.people[0]!;
    const first = await world.turnedIn(actor, id, 'Lần một');
    const { draft } = await world.draft(actor, id, 'Lần hai', first.draft.version);
    const second = await world.submit(actor, id, draft.version);
    expect(second.receipts.map(({ attempt, contentHash }) => [attempt, contentHash])).toEqual([[2, second.receipts[0]!.contentHash], [1, first.receipts[0]!.contentHash]]);
    expect((await app.get(SubmissionRepository).ofAssignment(id)).map(({ attempt, text }) => [attempt, text])).toEqual([[2, 'Lần hai']]);
    expect(await codeOf(world.draft(actor, id, 'Lần ba', draft.version))).toBe('assessment.no_attempts_left');
    const codes = await app.db.rows<{ code: string }>('SELECT anonymous_code AS code FROM assessment_submission WHERE assignment_id = ?', [id]);
    expect(new Set(codes.map(({ code }) => code)).size).toBe(2);
  });
});

describe('extensions', () => {
  it('count for whom they are granted, also for what was submitted already, with the reason on record', async () => {
    const id = await world.given(own);
    const [one, two] = own.people as [typeof own.lecturer, typeof own.lecturer];
    for (const actor of [one, two]) await world.draft(actor, id, 'Bài');
    await world.at('2026-10-16T10:00:00Z');
    for (const actor of [one, two]) await world.submit(actor, id);
    const grant = { enrolmentId: own.trainees[0]!.enrolmentId, groupId: null, opensAt: null, dueAt: '2026-10-17T10:00:00.000Z', cutoffAt: null, attempts: 2, waiveLate: false, reason: 'Đi công tác' };
    const { overrides } = await app.as(own.lecturer, () => app.get(Overrides).put(own.lecturer, id, grant));
    expect(overrides).toMatchObject([{ name: 'Nguyễn Thị Hoài Thu', reason: 'Đi công tác' }]);
    const states = async () => Promise.all([one, two].map(async (actor) => (await app.get(MyWork).get(actor, id)).state));
    expect(await states()).toEqual(['SUBMITTED', 'LATE']);
    expect(await app.get(MyWork).get(one, id)).toMatchObject({ extended: true, attempts: { used: 1, allowed: 2 }, can: { edit: true } });
    expect(await app.db.row("SELECT reason FROM platform_audit WHERE action = 'assessment.override_set' AND subject_id = ?", [id])).toMatchObject({ reason: 'Đi công tác' });
    await app.as(own.lecturer, () => app.get(Overrides).remove(own.lecturer, id, overrides[0]!.id, 'Ghi nhầm'));
    expect(await states()).toEqual(['LATE', 'LATE']);
  });

  it.each([
    ['nobody', { enrolmentId: null }, 'assessment.override_target'],
    ['somebody of another class', { enrolmentId: 999_999 }, 'assessment.override_target'],
    ['nothing', { dueAt: null }, 'assessment.override_empty'],
    ['a cut-off before the due time', { cutoffAt: '2026-10-16T10:00:00.000Z' }, 'assessment.override_order'],
  ])('for %s are refused', async (_, more, code) => {
    const id = await world.given(own);
    const grant = { enrolmentId: own.trainees[0]!.enrolmentId, groupId: null, opensAt: null, dueAt: '2026-10-17T10:00:00.000Z', cutoffAt: null, attempts: null, waiveLate: false, reason: 'Đi công tác', ...more };
    expect(await codeOf(app.as(own.lecturer, () => app.get(Overrides).put(own.lecturer, id, grant)))).toBe(code);
  });
});

it('a day before it is due those who have not submitted are reminded once, by their own dates', async () => {
  const of = await world.aClass();
  const id = await world.given(of);
  const [submitted, waiting, extended] = of.people as [typeof own.lecturer, typeof own.lecturer, typeof own.lecturer];
  await world.turnedIn(submitted, id);
  const grant = { enrolmentId: of.trainees[2]!.enrolmentId, groupId: null, opensAt: null, dueAt: '2026-10-18T10:00:00.000Z', cutoffAt: null, attempts: null, waiveLate: false, reason: 'Đi công tác' };
  await app.as(of.lecturer, () => app.get(Overrides).put(of.lecturer, id, grant));
  const told = async () => (await app.db.rows<{ personId: number }>("SELECT person_id AS personId FROM notifications_notification WHERE kind = 'work_due' AND link = ? ORDER BY id", [`/assignments/${id}`])).map(({ personId }) => personId);
  await app.get(WorkReminders).remind();
  expect(await told()).toEqual([]);
  await world.at('2026-10-14T12:00:00Z');
  for (const _ of [1, 2]) await app.get(WorkReminders).remind();
  expect([...await told()].sort()).toEqual([waiting.personId, of.people[3]!.personId].sort());
  await world.at('2026-10-17T12:00:00Z');
  await app.get(WorkReminders).remind();
  expect(await told()).toContain(extended.personId);
  expect(await told()).not.toContain(submitted.personId);
});

describe('group work', () => {
  async function grouped(more: object): Promise<{ of: WorkClass; id: number }> {
    const of = await world.aClass();
    const [a, b, c] = of.trainees.map(({ enrolmentId }) => enrolmentId) as [number, number, number, number];
    const { version } = await app.get(Groups).list(of.lecturer, of.classId);
    await app.as(of.lecturer, () => app.get(Groups).put(of.lecturer, of.classId, { version, groups: [{ id: null, name: 'Nhóm 1', enrolmentIds: [a, b] }, { id: null, name: 'Nhóm 2', enrolmentIds: [c] }] }));
    return { of, id: await world.given(of, { groupWork: true, ...more }) };
  }

  it('is one draft and one submission; every member has the receipt, the other group and who has none do not', async () => {
    const { of, id } = await grouped({});
    const [a, b, c, d] = of.people as [typeof own.lecturer, typeof own.lecturer, typeof own.lecturer, typeof own.lecturer];
    await world.draft(a, id, 'Nhóm viết');
    expect((await app.get(MyWork).get(b, id)).draft).toMatchObject({ text: 'Nhóm viết', version: 1 });
    expect((await app.get(MyWork).get(c, id)).draft.version).toBe(0);
    const { receipts } = await world.submit(b, id);
    expect(receipts[0]?.members).toEqual(['Vũ Đình Bách', 'Nguyễn Thị Hoài Thu']);
    expect((await app.get(MyWork).get(a, id)).receipts).toHaveLength(1);
    expect((await app.get(MyWork).get(c, id)).receipts).toHaveLength(0);
    expect(await app.get(MyWork).get(d, id)).toMatchObject({ closed: 'NO_GROUP' });
    expect(await codeOf(world.draft(d, id, 'x'))).toBe('assessment.no_group');
    expect(await codeOf(app.get(MyWork).submission(c, receipts[0]!.id))).toBe('platform.not_found');
  });

  it('that all confirm is submitted by the last one, and a change asks everybody again', async () => {
    const { of, id } = await grouped({ confirmAll: true });
    const [a, b] = of.people as [typeof own.lecturer, typeof own.lecturer];
    await world.draft(a, id, 'Bản một');
    expect(await world.submit(a, id)).toMatchObject({ state: 'WAITING', receipts: [], confirmedBy: ['Nguyễn Thị Hoài Thu'] });
    expect(await app.db.row("SELECT kind FROM notifications_notification WHERE person_id = ? AND kind = 'confirmation_wanted'", [b.personId])).toBeDefined();
    await world.draft(b, id, 'Bản hai', 1);
    expect(await world.submit(b, id, 2)).toMatchObject({ state: 'WAITING', confirmedBy: ['Vũ Đình Bách'] });
    const both = await Promise.all([world.submit(a, id, 2), world.submit(a, id, 2)]);
    expect(both.map(({ state }) => state)).toEqual(['SUBMITTED', 'SUBMITTED']);
    expect(await submissionsOf(id)).toBe(1);
  });

  it('keeps its group while there is work in it', async () => {
    const { of, id } = await grouped({});
    await world.turnedIn(of.people[0]!, id);
    const { version } = await app.get(Groups).list(of.lecturer, of.classId);
    expect(await codeOf(app.as(of.lecturer, () => app.get(Groups).put(of.lecturer, of.classId, { version, groups: [] })))).toBe('assessment.group_in_use');
  });
});

describe('nobody else', () => {
  it('reaches draft, submission or file: other trainees, other classes, other lecturers', async () => {
    const id = await world.given(own);
    const [author, classmate] = own.people as [typeof own.lecturer, typeof own.lecturer];
    const other = await world.aClass();
    const file = await world.document(author);
    const { draft } = await world.draft(author, id, 'Riêng', 0, [file]);
    const uses = app.get(DocumentUses);
    const may = (actor: typeof author) => uses.mayOpen(actor, file, 'preview');
    expect(await Promise.all([may(author), may(classmate), may(own.lecturer), may(other.lecturer)])).toEqual([true, false, false, false]);
    const { receipts } = await world.submit(author, id, draft.version);
    expect(await Promise.all([may(author), may(classmate), may(own.lecturer), may(other.lecturer), may(other.people[0]!)])).toEqual([true, false, true, false, false]);
    for (const actor of [classmate, own.lecturer, other.people[0]!]) expect(await codeOf(app.get(MyWork).submission(actor, receipts[0]!.id))).toBe('platform.not_found');
    expect(await codeOf(app.get(MyWork).get(other.people[0]!, id))).toBe('platform.not_found');
    expect(JSON.stringify(await app.get(MyWork).get(author, id))).not.toContain(((await app.get(SubmissionRepository).find(receipts[0]!.id))!).anonymousCode);
  });
});
