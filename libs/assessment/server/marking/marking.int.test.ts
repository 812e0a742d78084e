import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Documents } from '@halong/materials/server';
import { GradeSheets } from '../grade-sheet/grade-sheet.service.ts';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { ReusableComments } from './comments.service.ts';
import { MarkingCoordination } from './coordination.service.ts';
import { MarkingDesks } from './desk.service.ts';
import { codeOf, markingDomains, MarkingWorld, type MarkedClass } from './marking-world.testing.ts';
import { MarkingOverviews } from './overview.service.ts';
import { Releases } from './release.service.ts';
import { WorkResults } from './results.service.ts';
import { Scripts } from './scripts.service.ts';

let app: TestInstallation;
let world: MarkingWorld;
beforeAll(async () => {
  app = await testInstallation(markingDomains);
  await app.clock.moveTo(new Date('2026-11-28T03:00:00Z'));
  world = new MarkingWorld(app);
});
afterAll(() => app.close());

const overview = ({ coordinator, assignmentId }: MarkedClass) => app.as(coordinator, () => app.get(MarkingOverviews).get(coordinator, assignmentId));
const allot = ({ coordinator, assignmentId, lecturers }: MarkedClass, count = lecturers.length) =>
  app.as(coordinator, () => app.get(MarkingCoordination).allot(coordinator, assignmentId, { personIds: lecturers.slice(0, count).map(({ personId }) => personId ?? 0), markBy: '2026-11-22' }));
const release = (of: MarkedClass, codes: string[] | null = null, by = of.coordinator) => app.as(by, () => app.get(Releases).release(by, of.assignmentId, codes));
const result = (of: MarkedClass, at: number) => app.get(WorkResults).mine(of.people[at]!, of.assignmentId);
const sheetMarks = async ({ coordinator, classId }: MarkedClass) => (await app.get(GradeSheets).get(coordinator, classId)).rows.map(({ fullName, marks }) => [fullName, marks[0]?.mark]);

describe('a sheet', () => {
  it('is kept version by version; the second on an old one gets what is there and loses nothing of either', async () => {
    const of = await world.marked();
    const [one, other] = of.lecturers as [typeof of.coordinator, typeof of.coordinator];
    const code = of.codes[0]!;
    const first = await world.put(one, of, code, 0, { points: { a: 8 }, comment: 'Của người thứ nhất' });
    expect(first).toMatchObject({ stored: true, marking: { version: 1, state: 'MARKING', computed: null, total: null } });
    const second = await world.put(other, of, code, 0, { points: { a: 5 }, comment: 'Của người thứ hai' });
    expect(second).toMatchObject({ stored: false, marking: { version: 1, content: { points: { a: 8 }, comment: 'Của người thứ nhất' }, savedBy: one.displayName } });
    expect(await world.put(other, of, code, 1, { points: { a: 5, b: 7 } })).toMatchObject({ stored: true, marking: { version: 2, computed: 5.75, total: 5.75 } });
  });

  it('of eight graders with fifty edits each: every acknowledged one is there, in the order of its versions', async () => {
    const of = await world.marked({ trainees: ['Nguyễn Thị Hoài Thu'], lecturers: 8 });
    const code = of.codes[0]!;
    const acknowledged: { version: number; word: string }[] = [];
    await Promise.all(of.lecturers.map(async (grader, who) => {
      let { version, content: { comment } } = (await world.script(grader, of, code)).mine;
      for (let edit = 0; edit < 50;) {
        const word = `[${who}.${edit}]`;
        const { stored, marking } = await world.put(grader, of, code, version, { points: { a: edit % 10 }, comment: `${comment}${word}` });
        if (stored) {
          acknowledged.push({ version: marking.version, word });
          edit += 1;
        }
        ({ version, content: { comment } } = marking);
      }
    }));
    const { mine } = await world.script(of.lecturers[0]!, of, code);
    expect(mine.version).toBe(400);
    expect(mine.content.comment).toBe(acknowledged.sort((a, b) => a.version - b.version).map(({ word }) => word).join(''));
  }, 240_000);

  it('is done when every criterion is judged; another total needs a reason', async () => {
    const of = await world.marked();
    const [lecturer] = of.lecturers as [typeof of.coordinator];
    const code = of.codes[0]!;
    await world.put(lecturer, of, code, 0, { points: { a: 8 } });
    expect(await codeOf(world.finish(lecturer, of, code, 1))).toBe('assessment.not_all_judged');
    await world.put(lecturer, of, code, 1, { points: { a: 8, b: 8 }, override: { mark: 9, reason: '' } });
    expect(await codeOf(world.finish(lecturer, of, code, 2))).toBe('assessment.override_reason');
    await world.put(lecturer, of, code, 2, { points: { a: 8, b: 8 }, override: { mark: 9, reason: 'Có sáng kiến đã áp dụng' } });
    expect(await world.finish(lecturer, of, code, 3)).toMatchObject({ stored: true, marking: { state: 'MARKED', total: 9, computed: 8 }, nextWaiting: of.codes[1] });
    expect(await codeOf(world.put(lecturer, of, code, 4, { points: { z: 8 } }))).toBe('assessment.bad_points');
    expect(await codeOf(world.put(lecturer, of, code, 4, { override: { mark: 9.1, reason: 'x' } }))).toBe('assessment.bad_mark');
    // It is taken up again until it is released.
    expect(await world.put(lecturer, of, code, 4, { points: { a: 7, b: 7 } })).toMatchObject({ stored: true, marking: { state: 'MARKING', total: 7 } });
  });
});

describe('who marks', () => {
  it('is given evenly; the desk says what waits and how late it is', async () => {
    const of = await world.marked({ trainees: ['Nguyễn Thị Hoài Thu', 'Vũ Đình Bách', 'Đặng Thùy Dương', 'Đinh Văn Lộc'], blind: true, markers: 2 });
    const [one, other] = of.lecturers as [typeof of.coordinator, typeof of.coordinator];
    expect((await app.get(MarkingDesks).of(one)).items).toEqual([]);
    expect(await codeOf(world.script(one, of, of.codes[0]!))).toBe('platform.not_found');
    expect(await codeOf(allot(of, 1))).toBe('assessment.too_few_markers');
    expect((await allot(of)).lecturers.map(({ allotted }) => allotted)).toEqual([4, 4]);
    await world.mark(one, of, of.codes[0]!, 7);
    expect(await app.get(MarkingDesks).of(one)).toMatchObject({ waiting: 3, items: [{ progress: { done: 1, total: 4 }, waiting: 3, overdueDays: 6 }] });
    expect(await app.get(MarkingDesks).of(other)).toMatchObject({ waiting: 4 });
  });

  it('sees neither name nor the other mark where marking is blind and double, until both are done', async () => {
    const of = await world.marked({ blind: true, markers: 2, diffThreshold: 1 });
    await allot(of);
    const [one, other] = of.lecturers as [typeof of.coordinator, typeof of.coordinator];
    const code = of.codes[0]!;
    await world.mark(one, of, code, 7);
    const before = await world.script(other, of, code);
    expect(before).toMatchObject({ names: null, others: [], mine: { state: 'TO_DO' } });
    const told = JSON.stringify([before, await app.get(Scripts).list(other, of.assignmentId), await app.get(MarkingDesks).of(other)]);
    for (const secret of ['Hoài Thu', 'Nhận xét', one.displayName, 'UBND', '2026-11-21']) expect(told).not.toContain(secret);
    expect(await codeOf(app.get(MarkingOverviews).get(other, of.assignmentId))).toBe('platform.not_found');
    await world.mark(other, of, code, 7.5);
    expect(await world.script(other, of, code)).toMatchObject({ names: null, others: [{ total: 7, markerName: null }], can: { edit: false } });
    expect(await codeOf(world.put(one, of, code, 2, { points: { a: 9 } }))).toBe('assessment.not_marking_now');
    expect((await overview(of)).scripts.find((script) => script.code === code)).toMatchObject({ submissionState: 'MARKED', outcome: 'READY', difference: 0.5, mark: 7.25, source: 'AVERAGE', names: null });
  });

  it('two marks too far apart go to a third, whose mark decides; the coordinator may agree on another with a reason', async () => {
    const of = await world.marked({ lecturers: 3, markers: 2, diffThreshold: 1 });
    await allot(of, 2);
    const [one, other, third] = of.lecturers as [typeof of.coordinator, typeof of.coordinator, typeof of.coordinator];
    const [code, second] = of.codes as [string, string];
    const name = (personId: number | null, script = code) => app.as(of.coordinator, () => app.get(MarkingCoordination).nameThird(of.coordinator, of.assignmentId, script, personId ?? 0));
    const agree = (script: string, mark: number) => app.as(of.coordinator, () => app.get(MarkingCoordination).agree(of.coordinator, of.assignmentId, script, { mark, reason: 'Hai giám khảo thống nhất' }));
    expect(await codeOf(name(third.personId))).toBe('assessment.no_third_needed');
    await world.mark(one, of, code, 6);
    expect(await codeOf(agree(code, 7))).toBe('assessment.not_ready_to_agree');
    await world.mark(other, of, code, 8);
    expect((await overview(of)).scripts.find((script) => script.code === code)).toMatchObject({ submissionState: 'IN_REVIEW', outcome: 'APART', difference: 2, mark: null });
    expect(await codeOf(name(one.personId))).toBe('assessment.marker_twice');
    await name(third.personId);
    await world.mark(third, of, code, 7);
    expect((await overview(of)).scripts.find((script) => script.code === code)).toMatchObject({ submissionState: 'MARKED', outcome: 'READY', mark: 7, source: 'THIRD' });
    await world.mark(one, of, second, 5);
    await world.mark(other, of, second, 9);
    expect((await agree(second, 7.5)).scripts.find((script) => script.code === second)).toMatchObject({ outcome: 'READY', mark: 7.5, source: 'AGREED', reason: 'Hai giám khảo thống nhất', markers: [{ total: 5 }, { total: 9 }] });
    const trail = await app.db.rows<{ action: string }>("SELECT action FROM platform_audit WHERE subject_type = 'submission' AND action LIKE 'assessment.%' ORDER BY id DESC LIMIT 3");
    expect(trail.map(({ action }) => action)).toEqual(['assessment.mark_agreed', 'assessment.marks_apart', 'assessment.marked']);
    expect((await release(of)).released).toBe(2);
    expect(await result(of, 0)).toMatchObject({ raw: 7, source: 'THIRD', markings: [{ markerNo: 3 }] });
  });
});

describe('files', () => {
  it('of a blind script are looked at under its code by those who mark it, and by nobody else; they are not taken', async () => {
    const of = await world.marked({ blind: true, markers: 2, lecturers: 3 });
    await allot(of, 2);
    const [one, , stranger] = of.lecturers as [typeof of.coordinator, typeof of.coordinator, typeof of.coordinator];
    const id = await world.document(of.people[0]!, 'tieu-luan-hoai-thu.pdf');
    await world.attach(of, of.codes[0]!, id);
    const documents = app.get(Documents);
    const { documents: listed } = await world.script(one, of, of.codes[0]!);
    expect(listed).toMatchObject([{ id, name: `Bài làm ${of.codes[0]}.pdf`, title: `Bài làm ${of.codes[0]}.pdf`, altText: null, sha256: '', can: { download: false } }]);
    expect(await documents.requireOpen(one, id)).toMatchObject({ name: `Bài làm ${of.codes[0]}.pdf`, title: `Bài làm ${of.codes[0]}.pdf`, altText: null, sha256: '' });
    expect(await codeOf(documents.requireOpen(one, id, 'download'))).toBe('materials.no_download');
    expect(await codeOf(documents.requireOpen(stranger, id))).toBe('materials.document_not_found');
    expect(await documents.requireOpen(of.people[0]!, id)).toMatchObject({ name: 'tieu-luan-hoai-thu.pdf' });
  });

  it('of feedback reach the writer with the release and not before, and only if their marker sent them', async () => {
    const of = await world.marked();
    const [lecturer, other] = of.lecturers as [typeof of.coordinator, typeof of.coordinator];
    const [mine, theirs] = [await world.document(lecturer, 'gop-y.pdf'), await world.document(other, 'khac.pdf')];
    const scriptCode = of.codes[0]!;
    expect(await codeOf(world.put(lecturer, of, scriptCode, 0, { fileIds: [theirs] }))).toBe('assessment.feedback_file');
    const { marking } = await world.put(lecturer, of, scriptCode, 0, { points: { a: 8, b: 8 }, fileIds: [mine] });
    await world.finish(lecturer, of, scriptCode, marking.version);
    const documents = app.get(Documents);
    expect(await codeOf(documents.requireOpen(of.people[0]!, mine, 'download'))).toBe('materials.document_not_found');
    await release(of);
    expect(await codeOf(documents.requireOpen(of.people[0]!, mine, 'download'))).toBe('done');
    expect(await codeOf(documents.requireOpen(of.people[1]!, mine))).toBe('materials.document_not_found');
    expect((await result(of, 0)).markings[0]?.files.map(({ name }) => name)).toEqual(['gop-y.pdf']);
  });
});

describe('a release', () => {
  it('shows nothing before; then the mark, what lateness took, sheet and comments, and the grade sheet has it', async () => {
    const of = await world.marked({ deduction: 1, late: { deductionPerDay: 1, floor: 5, partDay: 'UP', graceMinutes: 0 } });
    const [lecturer] = of.lecturers as [typeof of.coordinator];
    await world.mark(lecturer, of, of.codes[0]!, 8);
    await world.mark(lecturer, of, of.codes[1]!, 5.5);
    expect(await codeOf(result(of, 0))).toBe('platform.not_found');
    const told = () => app.db.rows("SELECT id FROM notifications_notification WHERE kind = 'work_result' AND person_id IN (?)", [of.trainees.map(({ personId }) => personId)]);
    expect(await told()).toEqual([]);
    expect(await sheetMarks(of)).toEqual([['Vũ Đình Bách', { kind: 'BLANK' }], ['Nguyễn Thị Hoài Thu', { kind: 'BLANK' }]]);
    expect((await release(of, [of.codes[0]!], lecturer)).released).toBe(1);
    expect(await result(of, 0)).toMatchObject({ raw: 8, deduction: 1, final: 7, source: 'SINGLE', rubric: { title: 'Phiếu chấm' }, markings: [{ points: { a: 8, b: 8 }, comment: `Nhận xét ${of.codes[0]}` }] });
    expect(await codeOf(result(of, 1))).toBe('platform.not_found');
    expect(await told()).toHaveLength(1);
    expect(await codeOf(app.get(WorkResults).mine(lecturer, of.assignmentId))).toBe('platform.not_found');
    expect((await release(of, null, lecturer)).released).toBe(1);
    // The floor of the policy holds.
    expect(await result(of, 1)).toMatchObject({ raw: 5.5, final: 5 });
    expect(await sheetMarks(of)).toEqual([['Vũ Đình Bách', { kind: 'SCORE', value: 5 }], ['Nguyễn Thị Hoài Thu', { kind: 'SCORE', value: 7 }]]);
    expect(await codeOf(release(of))).toBe('assessment.nothing_to_release');
    expect(await codeOf(world.put(lecturer, of, of.codes[0]!, 2, { points: { a: 9 } }))).toBe('assessment.not_marking_now');
  });

  it('stays undone as a whole when the grade sheet is closed', async () => {
    const of = await world.marked();
    await world.mark(of.lecturers[0]!, of, of.codes[0]!, 8);
    await app.get(GradeSheets).get(of.coordinator, of.classId);
    await app.db.run("INSERT INTO assessment_grade_sheet (class_id, state, components) VALUES (?, 'SUBMITTED', ?)", [of.classId, '[{"key":"tieu-luan","nameVi":"Tiểu luận","nameEn":"Essay","weight":1,"required":true}]']);
    expect(await codeOf(release(of))).toBe('assessment.sheet_closed');
    expect(await codeOf(result(of, 0))).toBe('platform.not_found');
  });

  it('of double or blind work is the coordinator’s', async () => {
    const of = await world.marked({ blind: true });
    await world.mark(of.lecturers[0]!, of, of.codes[0]!, 8);
    expect(await codeOf(release(of, null, of.lecturers[0]))).toBe('platform.forbidden');
    expect((await release(of)).released).toBe(1);
    expect((await overview(of)).scripts.map(({ names }) => names)).toEqual(expect.arrayContaining([['Nguyễn Thị Hoài Thu'], null]));
  });
});

it('comments are kept for their marker alone', async () => {
  const of = await world.marked();
  const [one, other] = of.lecturers as [typeof of.coordinator, typeof of.coordinator];
  const comments = app.get(ReusableComments);
  await comments.keep(one, 'Nêu rõ căn cứ pháp lý.');
  await comments.keep(one, 'Thể thức đúng quy định.');
  const { items } = await comments.keep(one, 'Thể thức đúng quy định.');
  expect(items.map(({ text }) => text)).toEqual(['Thể thức đúng quy định.', 'Nêu rõ căn cứ pháp lý.']);
  expect((await comments.list(other)).items).toEqual([]);
  expect(await codeOf(comments.drop(other, items[0]!.id))).toBe('platform.not_found');
});
