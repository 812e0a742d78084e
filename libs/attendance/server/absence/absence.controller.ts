import { Controller } from '@nestjs/common';
import { absenceRoutes as routes } from '@halong/attendance/contract';
import { Handle, type Answer, type Input } from '@halong/platform/server';
import { Attendance } from './absence.service.ts';

@Controller()
export class AbsenceController {
  constructor(private readonly attendance: Attendance) {}

  @Handle(routes.classAttendance)
  ofClass({ actor, params, query }: Input<typeof routes.classAttendance>): Answer<typeof routes.classAttendance> {
    return this.attendance.page(actor, params.id, query);
  }

  @Handle(routes.myAbsence)
  mine({ actor, query }: Input<typeof routes.myAbsence>): Answer<typeof routes.myAbsence> {
    return this.attendance.mine(actor, query.classId);
  }
}
