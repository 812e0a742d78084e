import type { Command } from '@halong/platform/server';
import { AttendanceJobs } from './attendance/attendance.jobs.ts';

const recompute: Command = {
  usage: '[class id]',
  summary: 'judges attendance again from its evidence, of one class or of all; changes nothing unless a record was wrong',
  async run(app, [classId], print) {
    const id = classId === undefined ? null : Number(classId);
    if (id !== null && !Number.isInteger(id)) {
      print(`${classId} is not the id of a class.`);
      return 1;
    }
    const { sessions, changed } = await app.get(AttendanceJobs, { strict: false }).judgeEverything(id);
    print(`${sessions} sessions judged again, ${changed} records changed.`);
    return 0;
  },
};

export const attendanceCommands: Record<string, Command> = { 'recompute-attendance': recompute };
