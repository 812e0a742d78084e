import { addDays, instantOf } from '@halong/platform/contract';
import type { DemoAttendance } from './attendance.ts';
import type { PlannedClass } from './class-plan.ts';
import type { ClassSteps } from './class-steps.ts';
import type { DemoResults } from './results.ts';

export interface AgendaItem {
  at: Date;
  run: () => Promise<void>;
}

interface Desk {
  steps: ClassSteps;
  results: DemoResults;
  attendance: DemoAttendance;
}

const upTo = ['EXAM', 'LATE_SHEET', 'SUBMITTED_SHEET', 'PUBLISHED_SHEET', 'CERTIFIED'] as const;

/** Everything that happens to one class, dated. What lies in the future simply has not happened yet. */
function ofClass(one: PlannedClass, { steps, results }: Desk, revoked: PlannedClass | undefined): AgendaItem[] {
  const item = (day: string, time: string, run: () => Promise<void>): AgendaItem => ({ at: instantOf(day, time), run });
  const before = (days: number): string => addDays(one.openingDate, -days);
  const after = (days: number): string => addDays(one.closingDate, days);
  const planned = item(before(60), '08:00', () => steps.plan(one));
  if (one.ending === 'POSTPONED' || one.ending === 'CANCELLED') return [planned, item(before(46), '09:00', () => steps.setAside(one))];
  const nominated = item(before(30), '09:00', () => steps.nominate(one));
  if (one.ending === 'NOMINATING') return [planned, nominated];
  const opened = [planned, nominated, item(before(20), '10:00', () => steps.admit(one)), item(before(12), '14:00', () => steps.decide(one)), item(one.openingDate, '07:00', () => steps.begin(one))];
  const reached = upTo.findIndex((ending) => ending === one.ending);
  const graded = [
    item(after(1), '08:00', () => results.exam(one)), item(after(3), '09:00', () => results.mark(one)), item(after(4), '10:00', () => results.submit(one)),
    item(after(5), '11:00', () => results.publish(one)), item(after(8), '14:00', () => results.recognise(one)), item(after(10), '15:00', () => results.certify(one)),
  ];
  const steppedTo = [1, 2, 3, 4, 6][reached] ?? 0;
  const taken = one === revoked ? [item(after(14), '09:30', () => results.revokeOne(one))] : [];
  return [...opened, ...graded.slice(0, steppedTo), ...taken];
}

/** All that has happened until `now`, in order of time; in the evening of every day somebody has looked at its sessions. */
export function agendaUntil(now: Date, classes: readonly PlannedClass[], desk: Desk, byId: ReadonlyMap<number, PlannedClass>): AgendaItem[] {
  const revoked = classes.find(({ programme, ending }) => programme === 'VT-TC' && ending === 'CERTIFIED');
  const days = [...new Set(classes.flatMap((one) => one.days.map(({ day }) => day)))];
  const evenings = days.map((day): AgendaItem => ({ at: instantOf(day, '18:00'), run: () => desk.attendance.day(day, byId) }));
  const all = [...classes.flatMap((one) => ofClass(one, desk, revoked)), ...evenings];
  return all.filter(({ at }) => at < now).sort((a, b) => a.at.getTime() - b.at.getTime());
}
