import { Controller } from '@nestjs/common';
import { attendanceRoutes as routes } from '@halong/attendance/contract';
import { Handle, type Answer, type Download, type Input } from '@halong/platform/server';
import { AttendanceLocks } from './attendance-locks.ts';
import { AttendanceViews } from './attendance.service.ts';
import { ExcuseDocuments } from './excuse-documents.ts';
import { RollCall, RollCallOfMany } from './roll-call.service.ts';

@Controller()
export class AttendanceController {
  constructor(
    private readonly views: AttendanceViews,
    private readonly rollCall: RollCall,
    private readonly rollCallOfMany: RollCallOfMany,
    private readonly locks: AttendanceLocks,
    private readonly documents: ExcuseDocuments,
  ) {}

  @Handle(routes.listAttendance)
  list({ actor, params, query }: Input<typeof routes.listAttendance>): Answer<typeof routes.listAttendance> {
    return this.views.list(actor, params.id, query);
  }

  @Handle(routes.getAttendance)
  get({ actor, params }: Input<typeof routes.getAttendance>): Answer<typeof routes.getAttendance> {
    return this.views.evidence(actor, params.id, params.enrolmentId);
  }

  @Handle(routes.getMyAttendance)
  mine({ actor, params }: Input<typeof routes.getMyAttendance>): Answer<typeof routes.getMyAttendance> {
    return this.views.mine(actor, params.id);
  }

  @Handle(routes.markAttendance)
  mark({ actor, params, body }: Input<typeof routes.markAttendance>): Answer<typeof routes.markAttendance> {
    return this.rollCall.mark(actor, params.id, params.enrolmentId, body);
  }

  @Handle(routes.decidePeriod)
  decide({ actor, params, body }: Input<typeof routes.decidePeriod>): Answer<typeof routes.decidePeriod> {
    return this.rollCall.decidePeriod(actor, params.id, params.enrolmentId, { ...body, period: params.no });
  }

  @Handle(routes.excuseAttendance)
  excuse({ actor, params, body }: Input<typeof routes.excuseAttendance>): Answer<typeof routes.excuseAttendance> {
    return this.rollCall.excuse(actor, params.id, params.enrolmentId, body);
  }

  @Handle(routes.uploadExcuse)
  upload({ actor, query, stream }: Input<typeof routes.uploadExcuse>): Answer<typeof routes.uploadExcuse> {
    return this.documents.upload(actor, stream, query.name, routes.uploadExcuse.upload.maxBytes);
  }

  @Handle(routes.getExcuse)
  async document({ actor, params }: Input<typeof routes.getExcuse>): Promise<Download> {
    await this.views.visible(actor, params.id);
    return this.documents.download(params.id, params.enrolmentId, params.fileId);
  }

  @Handle(routes.markPresent)
  markPresent({ actor, params, body }: Input<typeof routes.markPresent>): Answer<typeof routes.markPresent> {
    return this.rollCallOfMany.markPresent(actor, params.id, body);
  }

  @Handle(routes.checkOutByHand)
  checkOut({ actor, params, body }: Input<typeof routes.checkOutByHand>): Answer<typeof routes.checkOutByHand> {
    const at = body.at === undefined ? undefined : Date.parse(body.at);
    return this.rollCall.checkOut(actor, params.id, params.enrolmentId, { ...body, at });
  }

  @Handle(routes.lockAttendance)
  async lock({ actor, params, body }: Input<typeof routes.lockAttendance>): Answer<typeof routes.lockAttendance> {
    const lockedAt = await this.locks.close(actor, params.id, body.openCases);
    return { lockedAt: lockedAt.toISOString() };
  }
}
