import { Injectable } from '@nestjs/common';
import { Attendance } from '@halong/attendance/server';
import type { TraineeRow } from './grade-sheet.rows.ts';

/** Who may not sit the assessment because of too much absence: told by attendance, or by a state that was set. */
@Injectable()
export class ExamBars {
  constructor(private readonly attendance: Attendance) {}

  /** Among all of the class. @throws AppError platform.not_found */
  async of(classId: number, trainees: readonly TraineeRow[]): Promise<Set<number>> {
    const absences = await this.attendance.absenceIn(classId, trainees.map(({ enrolmentId }) => enrolmentId));
    return new Set(trainees.filter(({ enrolmentId, state }) => state === 'EXAM_BARRED' || absences.get(enrolmentId)?.barred).map(({ enrolmentId }) => enrolmentId));
  }
}
