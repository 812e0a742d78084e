import { Controller } from '@nestjs/common';
import { Handle, type Answer, type Input } from '@halong/platform/server';
import { todayRoutes } from '@halong/insights/contract';
import { TodayService } from './today.service.ts';

@Controller()
export class TodayController {
  constructor(private readonly today: TodayService) {}

  @Handle(todayRoutes.getToday)
  trainee({ actor }: Input<typeof todayRoutes.getToday>): Answer<typeof todayRoutes.getToday> {
    return this.today.ofTrainee(actor);
  }

  @Handle(todayRoutes.getDesk)
  desk({ actor }: Input<typeof todayRoutes.getDesk>): Answer<typeof todayRoutes.getDesk> {
    return this.today.ofDesk(actor);
  }
}
