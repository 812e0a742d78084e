import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { renderSentence } from '@halong/attendance/contract';
import { AppError, type Actor } from '@halong/platform/contract';
import { anActor, testInstallation, type TestInstallation } from '@halong/testing/server';
import { at, aWorld, worldDomains, type World } from '../attendance-world.testing.ts';
import { CheckIns } from '../check-in/check-in.service.ts';
import { Projector } from '../check-in/projector.service.ts';
import { AttendanceJobs } from './attendance.jobs.ts';
import { AttendanceLocks } from './attendance-locks.ts';
import { AttendanceViews } from './attendance.service.ts';
import { ExcuseDocuments } from './excuse-documents.ts';
import { RollCall, RollCallOfMany } from './roll-call.service.ts';

const letters = { CREDITED: 'C', NOT_CREDITED: '-', TO_DECIDE: '?', UPCOMING: '.' };
const reason = 'Theo phiếu ký';

describe('roll call', () => {
  let app: TestInstallation;
  let world: World;
  let sessionId: number;
  beforeAll(async () => {
    app = await testInstallation(worldDomains);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.clock.moveTo(at('07:20'));
    world = await aWorld(app);
    sessionId = await world.session();
  });

  const move = (time: string, day?: string) => app.clock.moveTo(at(time, day));
  const trainee = (i = 0) => world.trainees[i]!;
  const as = <T>(actor: Actor, work: () => Promise<T>) => app.as(actor, work);
  const list = (filter: 'all' | 'to-review' | 'room' | 'online' | 'absent' = 'all', search = '') =>
    app.get(AttendanceViews).list(world.lecturer, sessionId, { page: 1, size: 50, search, filter });
  const brief = async (i = 0) => {
    const { person } = await app.get(AttendanceViews).evidence(world.lecturer, sessionId, trainee(i).enrolmentId);
    return `${person.status} ${person.periods.map((one) => letters[one.state]).join('')}`;
  };
  const refusal = async (work: Promise<unknown>): Promise<string> => {
    const error = await work.then(() => undefined, (thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    return (error as AppError).def.code;
  };
  const scanIn = async (i: number) => {
    const { digits } = (await app.get(Projector).show(world.lecturer, sessionId)).code!;
    await as(trainee(i).actor, () => app.get(CheckIns).scan(trainee(i).actor, 'ROOM_CHECK_IN', { digits }));
  };
  const mark = (actor: Actor, i: number, body: { status: 'PRESENT' | 'LATE' | 'LEFT_EARLY' | 'UNEXCUSED'; periods?: number[] }, why = reason) =>
    as(actor, () => app.get(RollCall).mark(actor, sessionId, trainee(i).enrolmentId, { ...body, reason: why }));
  const setState = (state: string) => app.db.run('UPDATE classes_session SET state = ? WHERE id = ?', [state, sessionId]);
  const document = async (actor = world.coordinator) =>
    (await app.get(ExcuseDocuments).upload(actor, Readable.from([Buffer.from('%PDF-1.4\n'), Buffer.alloc(40_000)]), 'Giấy mời họp.pdf', 100_000)).fileId;

  it('lists by given name, filters, searches and counts', async () => {
    await scanIn(0);
    await move('08:00');
    await scanIn(1);
    const all = await list();
    expect(all.items.map((one) => one.fullName)).toEqual(['Bùi Thị Lan Anh', 'Vũ Đình Bách', 'Đặng Thùy Dương', 'Phạm Văn Khải', 'Đinh Văn Lộc', 'Nguyễn Thị Hoài Thu']);
    expect(all.counts).toEqual({ all: 6, 'to-review': 1, room: 2, online: 0, absent: 4 });
    expect((await list('to-review')).items.map((one) => one.fullName)).toEqual(['Vũ Đình Bách']);
    expect((await list('absent')).total).toBe(4);
    expect((await list('all', 'dung')).total).toBe(0);
    expect((await list('all', 'duong thuy')).items.map((one) => one.fullName)).toEqual(['Đặng Thùy Dương']);
    expect(all.can).toEqual({ mark: true, excuse: false, lock: false, showCode: true, late: false });
  });

  it('lets the lecturer decide a period joined late, with the reason shown', async () => {
    await move('08:00');
    await scanIn(0);
    await move('10:50');
    expect(await brief()).toBe('LATE ?CCC');
    const decided = await as(world.lecturer, () => app.get(RollCall).decidePeriod(world.lecturer, sessionId, trainee().enrolmentId, { period: 1, credited: true, reason: 'Xe hỏng, có báo trước' }));
    expect(await brief()).toBe('LATE CCCC');
    expect(decided.person.toReview).toBe(false);
    expect(decided.timeline.map((one) => renderSentence('vi', one.what))).toContain('TS. Trần Đức Minh tính tiết 1. Lý do: Xe hỏng, có báo trước');
    const audit = await app.db.row<{ actor_id: number; reason: string; before: string; after: string }>("SELECT actor_id, reason, `before`, `after` FROM platform_audit WHERE action = 'attendance.decide_period'");
    expect(audit).toMatchObject({ actor_id: world.lecturer.accountId, reason: 'Xe hỏng, có báo trước' });
    expect([JSON.parse(audit!.before).credited, JSON.parse(audit!.after).credited]).toEqual([[2, 3, 4], [1, 2, 3, 4]]);
  });

  it('marks one and many, the later word wins', async () => {
    expect(await refusal(mark(world.lecturer, 0, { status: 'PRESENT' }))).toBe('attendance.not_begun');
    await move('10:50');
    await mark(world.lecturer, 0, { status: 'UNEXCUSED' });
    expect(await brief()).toBe('UNEXCUSED ----');
    await mark(world.lecturer, 0, { status: 'LEFT_EARLY', periods: [1, 2] });
    expect(await brief()).toBe('LEFT_EARLY CC--');
    const ids = world.trainees.map((one) => one.enrolmentId);
    expect(await as(world.lecturer, () => app.get(RollCallOfMany).markPresent(world.lecturer, sessionId, { enrolmentIds: [...ids, ids[0]!], reason }))).toEqual({ marked: 6 });
    expect((await list()).items.map((one) => one.status)).toEqual(Array.from({ length: 6 }, () => 'PRESENT'));
    expect(await refusal(app.get(RollCallOfMany).markPresent(world.lecturer, sessionId, { enrolmentIds: [ids[0]!, 999_999], reason }))).toBe('attendance.trainee_unknown');
    expect(await refusal(mark(world.lecturer, 0, { status: 'PRESENT', periods: [9] }))).toBe('attendance.period_unknown');
  });

  it('records a check-out by hand', async () => {
    await scanIn(0);
    await move('10:50');
    await as(world.lecturer, () => app.get(RollCall).checkOut(world.lecturer, sessionId, trainee().enrolmentId, { at: at('09:05').getTime(), reason: 'Xin về' }));
    expect(await brief()).toBe('LEFT_EARLY CC--');
  });

  it('excuses with a document that the coordinator uploaded, also beforehand', async () => {
    const documentFileId = await document();
    const excuse = (actor: Actor, file: number) => as(actor, () => app.get(RollCall).excuse(actor, sessionId, trainee().enrolmentId, { documentFileId: file, reason: 'Họp tỉnh' }));
    expect(await refusal(excuse(world.lecturer, documentFileId))).toBe('platform.forbidden');
    expect(await refusal(document(world.lecturer))).toBe('platform.forbidden');
    expect(await refusal(excuse(world.coordinator, await document({ ...world.coordinator, accountId: 99 })))).toBe('attendance.document_unknown');
    const { timeline } = await excuse(world.coordinator, documentFileId);
    expect(timeline[0]).toMatchObject({ documentFileId });
    await move('10:50');
    expect(await brief()).toBe('EXCUSED ----');
    const download = await app.get(ExcuseDocuments).download(sessionId, trainee().enrolmentId, documentFileId);
    expect([download.name, download.mediaType]).toEqual(['Giấy mời họp.pdf', 'application/pdf']);
    expect(await refusal(app.get(ExcuseDocuments).download(sessionId, trainee(1).enrolmentId, documentFileId))).toBe('platform.not_found');
  });

  it('refuses a document that is none', async () => {
    expect(await refusal(app.get(ExcuseDocuments).upload(world.coordinator, Readable.from([Buffer.from('<html>')]), 'don.pdf', 100))).toBe('attendance.document_type');
  });

  it('closes by hand once nobody is to review, or with the open cases', async () => {
    await move('08:00');
    await scanIn(0);
    const close = (actor: Actor, openCases = false) => as(actor, () => app.get(AttendanceLocks).close(actor, sessionId, openCases));
    expect(await refusal(close(world.lecturer))).toBe('attendance.not_ended');
    await move('10:50');
    await setState('ENDED');
    expect(await refusal(close(world.lecturer))).toBe('attendance.still_to_review');
    await close(world.lecturer, true);
    expect(await refusal(close(world.coordinator, true))).toBe('attendance.already_locked');
    expect(await app.db.row('SELECT state FROM classes_session WHERE id = ?', [sessionId])).toEqual({ state: 'ATTENDANCE_LOCKED' });
    expect(await refusal(mark(world.lecturer, 0, { status: 'PRESENT' }))).toBe('attendance.locked');
    expect((await mark(world.coordinator, 0, { status: 'PRESENT' }, 'Đối chiếu phiếu ký')).person.status).toBe('PRESENT');
  });

  it('locks by the clock after the hours of the rules; absent people have their record', async () => {
    await scanIn(0);
    await move('10:50');
    await setState('ENDED');
    await app.get(AttendanceJobs).judge();
    const statuses = await app.db.rows<{ status: string }>('SELECT status FROM attendance_record WHERE session_id = ? ORDER BY status', [sessionId]);
    expect(statuses.map((one) => one.status)).toEqual(['PRESENT', ...Array.from({ length: 5 }, () => 'UNEXCUSED')]);
    await app.get(AttendanceJobs).lock();
    expect(await app.db.row('SELECT locked_at FROM attendance_session WHERE session_id = ?', [sessionId])).toEqual({ locked_at: null });
    await move('10:46', '2026-11-23');
    await app.get(AttendanceJobs).lock();
    await app.get(AttendanceJobs).lock();
    expect(await app.db.rows("SELECT actor_id FROM platform_audit WHERE action = 'attendance.lock' AND subject_id = ?", [sessionId])).toEqual([{ actor_id: null }]);
    expect(await app.db.row('SELECT state FROM classes_session WHERE id = ?', [sessionId])).toEqual({ state: 'ATTENDANCE_LOCKED' });
    expect(await refusal(mark(world.lecturer, 1, { status: 'PRESENT' }))).toBe('attendance.locked');
  });

  it('locks for the lecturer at the hour, even when no worker came by', async () => {
    await move('10:46', '2026-11-23');
    expect(await refusal(mark(world.lecturer, 0, { status: 'PRESENT' }))).toBe('attendance.locked');
  });

  it('credits a period when it ends, without anybody doing anything', async () => {
    await scanIn(0);
    const stored = async () => (await app.db.row<{ credited: number }>('SELECT periods_credited AS credited FROM attendance_record WHERE session_id = ? AND enrolment_id = ?', [sessionId, trainee().enrolmentId]))?.credited;
    expect(await stored()).toBe(0);
    for (const [time, credited] of [['08:16', 1], ['09:01', 2], ['10:10', 3], ['10:46', 4]] as const) {
      await move(time);
      await app.get(AttendanceJobs).judge();
      expect(await stored()).toBe(credited);
    }
  });

  it('tells downstream once for each outcome that changed', async () => {
    const told = () => app.db.rows("SELECT id FROM platform_outbox WHERE name = 'attendance.recorded' AND JSON_VALUE(payload, '$.sessionId') = ?", [sessionId]);
    await scanIn(0);
    expect(await told()).toHaveLength(1);
    await scanIn(0);
    expect(await told()).toHaveLength(1);
    await move('10:50');
    await app.get(AttendanceJobs).judge();
    expect(await told()).toHaveLength(7);
    expect((await app.get(AttendanceJobs).judgeEverything(world.classId)).changed).toBe(0);
    expect(await told()).toHaveLength(7);
  });

  it('recomputing finds a record that somebody tampered with', async () => {
    await scanIn(0);
    await move('10:50');
    await app.get(AttendanceJobs).judge();
    await app.db.run("UPDATE attendance_record SET periods_credited = 0, judgement = JSON_SET(judgement, '$.status', 'UNEXCUSED') WHERE enrolment_id = ?", [trainee().enrolmentId]);
    expect(await app.get(AttendanceJobs).judgeEverything(world.classId)).toMatchObject({ sessions: 1, changed: 1 });
    expect(await brief()).toBe('PRESENT CCCC');
  });

  it('shows people their own record and nobody else theirs', async () => {
    await scanIn(0);
    expect((await app.get(AttendanceViews).mine(trainee().actor, sessionId)).person.fullName).toBe('Nguyễn Thị Hoài Thu');
    expect((await app.get(AttendanceViews).mine(trainee().actor, sessionId)).can.mark).toBe(false);
    const outsiders = [trainee(1).actor, world.stranger, anActor({ grants: [{ role: 'UNIT_HEAD', scopeType: 'ORG_SUBTREE', scopeId: world.institutionId }] })];
    for (const actor of outsiders) {
      expect(await refusal(app.get(AttendanceViews).evidence(actor, sessionId, trainee().enrolmentId))).toBe('platform.not_found');
      expect(await refusal(mark(actor, 0, { status: 'PRESENT' }))).toBe('platform.not_found');
      expect(await refusal(app.get(AttendanceLocks).close(actor, sessionId, true))).toBe('platform.not_found');
    }
    expect(await refusal(app.get(AttendanceViews).mine(world.stranger, sessionId))).toBe('platform.not_found');
    const manager = anActor({ grants: [{ role: 'TRAINING_MANAGER', scopeType: 'GLOBAL', scopeId: 0 }] });
    await move('08:00');
    expect(await refusal(mark(manager, 0, { status: 'PRESENT' }))).toBe('platform.forbidden');
  });

  it('takes nothing for a cancelled session', async () => {
    await move('08:00');
    await setState('CANCELLED');
    expect(await refusal(mark(world.lecturer, 0, { status: 'PRESENT' }))).toBe('attendance.session_cancelled');
    await move('10:50');
    await app.get(AttendanceJobs).judge();
    expect(await app.db.rows('SELECT 1 FROM attendance_record WHERE session_id = ?', [sessionId])).toEqual([]);
  });
});
