import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '@halong/platform/contract';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { AttendanceJobs } from '../attendance/attendance.jobs.ts';
import { RollCall, RollCallOfMany } from '../attendance/roll-call.service.ts';
import { at, aWorld, worldDomains, type World } from '../attendance-world.testing.ts';
import { Attendance } from './absence.service.ts';

const reason = 'Theo phiếu ký';

describe('absence over a class', () => {
  let app: TestInstallation;
  let world: World;
  let sessions: number[];
  beforeAll(async () => {
    app = await testInstallation(worldDomains);
    world = await aWorld(app);
    sessions = [];
    for (const day of ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-28']) sessions.push(await world.session({ day }));
    await world.session({ day: '2026-11-18', state: 'CANCELLED' });
    await app.clock.moveTo(at('12:00', '2026-11-21'));
    const [one, two, three] = world.trainees.map((trainee) => trainee.enrolmentId) as [number, number, number];
    const rollCall = app.get(RollCall);
    const present = (sessionId: number, enrolmentIds: number[]) => app.as(world.coordinator, () => app.get(RollCallOfMany).markPresent(world.coordinator, sessionId, { enrolmentIds, reason }));
    await present(sessions[0]!, [one, two, three]);
    await present(sessions[1]!, [one, two]);
    await present(sessions[2]!, [one]);
    await app.as(world.coordinator, () => rollCall.mark(world.coordinator, sessions[2]!, two, { status: 'LEFT_EARLY', periods: [1, 2], reason }));
    await app.get(AttendanceJobs).judge();
  });
  afterAll(() => app.close());

  it('is known to everybody downstream, for the whole class at once', async () => {
    const absences = await app.get(Attendance).absenceOfClass(world.classId);
    const brief = world.trainees.slice(0, 4).map(({ enrolmentId }) => {
      const { periodsCredited, periodsHeld, periodsTotal, periodsLeftBeforeBarred, barred } = absences.get(enrolmentId)!;
      return [periodsCredited, periodsHeld, periodsTotal, periodsLeftBeforeBarred, barred];
    });
    expect(brief).toEqual([[12, 12, 16, 4, false], [10, 12, 16, 2, false], [4, 12, 16, 0, true], [0, 12, 16, 0, true]]);
    const two = await app.get(Attendance).absenceOf([world.trainees[1]!.enrolmentId, 999_999]);
    expect([...two.keys()]).toEqual([world.trainees[1]!.enrolmentId]);
  });

  it('lists by given name for those who may see it', async () => {
    const page = await app.get(Attendance).page(world.lecturer, world.classId, { page: 1, size: 2, search: '' });
    expect([page.total, page.items.map((one) => one.fullName)]).toEqual([6, ['Bùi Thị Lan Anh', 'Vũ Đình Bách']]);
    expect(page.sessions.map(({ id, day, periods }) => [id, day, periods])).toEqual([[sessions[0], '2026-11-19', 4], [sessions[1], '2026-11-20', 4], [sessions[2], '2026-11-21', 4], [sessions[3], '2026-11-28', 4]]);
    expect(page.items[1]!.marks.map(({ mark }) => mark)).toEqual(['ALL', 'ALL', 'SOME', 'COMING']);
    expect(page.items[0]!.parts).toMatchObject([{ partId: 0, titleVi: 'Toàn khóa', plannedPeriods: 24, unexcused: 12, limit: 4.8 }]);
    await expect(app.get(Attendance).page(world.trainees[0]!.actor, world.classId, { page: 1, size: 2, search: '' })).rejects.toThrow(AppError);
  });

  it('is shown to the trainee', async () => {
    expect(await app.get(Attendance).mine(world.trainees[1]!.actor, world.classId)).toMatchObject({ periodsCredited: 10, barred: false });
    await expect(app.get(Attendance).mine(world.stranger, world.classId)).rejects.toThrow(AppError);
  });

  it('gives the ledger each session with its day, cancelled ones left out', async () => {
    const lines = await app.get(Attendance).attended([world.trainees[1]!.enrolmentId], '2026-11-20', '2026-12-31');
    expect(lines.map(({ day, credited, upcoming, total }) => [day, credited, upcoming, total])).toEqual([['2026-11-20', 4, 0, 4], ['2026-11-21', 2, 0, 4], ['2026-11-28', 0, 4, 4]]);
  });
});
