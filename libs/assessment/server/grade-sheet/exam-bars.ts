import { Injectable } from '@nestjs/common';
import { Attendance } from '@halong/attendance/server';
import { Database } from '@halong/platform/server';

/** Who may not sit the assessment because of too much absence: told by attendance, or by a state that was set. */
@Injectable()
export class ExamBars {
  constructor(
    private readonly db: Database,
    private readonly attendance: Attendance,
  ) {}

  /** @throws AppError platform.not_found */
  async of(classId: number): Promise<Set<number>> {
    const [absences, rows] = await Promise.all([
      this.attendance.absenceOfClass(classId),
      this.db.rows<{ id: number }>("SELECT id FROM enrolment_enrolment WHERE class_id = ? AND state = 'EXAM_BARRED'", [classId]),
    ]);
    const over = [...absences.values()].filter(({ barred }) => barred).map(({ enrolmentId }) => enrolmentId);
    return new Set([...over, ...rows.map(({ id }) => id)]);
  }
}
