import { event, job } from '@halong/platform/server';
import { z } from 'zod';

/** What follows from the evidence of one person in one session has changed: status, periods or what to review. */
export const attendanceRecorded = event('attendance.recorded', z.object({ enrolmentId: z.number().int(), sessionId: z.number().int() }));
/** The attendance of a session is closed; from now on only the coordinator changes it. */
export const attendanceLocked = event('attendance.locked', z.object({ sessionId: z.number().int(), classId: z.number().int() }));

/** Judges everybody, absent people too, whenever a period has ended. */
export const judgeDue = job('attendance.judge_due', z.object({}), { ownTransaction: true });
/** Locks what is due by the clock. */
export const lockDue = job('attendance.lock_due', z.object({}), { ownTransaction: true });

export const attendanceMessages = { attendanceRecorded, attendanceLocked, judgeDue, lockDue };
