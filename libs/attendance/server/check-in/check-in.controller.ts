import { Controller } from '@nestjs/common';
import { checkInRoutes as routes } from '@halong/attendance/contract';
import { Handle, type Answer, type Input } from '@halong/platform/server';
import { CheckIns } from './check-in.service.ts';
import { Projector } from './projector.service.ts';

@Controller()
export class CheckInController {
  constructor(
    private readonly checkIns: CheckIns,
    private readonly projector: Projector,
  ) {}

  @Handle(routes.getCheckCode)
  show({ actor, params }: Input<typeof routes.getCheckCode>): Answer<typeof routes.getCheckCode> {
    return this.projector.show(actor, params.id);
  }

  @Handle(routes.checkIn)
  checkIn({ actor, body }: Input<typeof routes.checkIn>): Answer<typeof routes.checkIn> {
    return this.checkIns.scan(actor, 'ROOM_CHECK_IN', body);
  }

  @Handle(routes.checkOut)
  checkOut({ actor, body }: Input<typeof routes.checkOut>): Answer<typeof routes.checkOut> {
    return this.checkIns.scan(actor, 'ROOM_CHECK_OUT', body);
  }
}
