import { Controller } from '@nestjs/common';
import { regradeRoutes as routes } from '@halong/assessment/contract';
import { Handle, type Answer, type Input } from '@halong/platform/server';
import { RegradeWorks } from './regrade-work.service.ts';
import { Regrades } from './regrade.service.ts';

@Controller()
export class RegradeController {
  constructor(
    private readonly regrades: Regrades,
    private readonly works: RegradeWorks,
  ) {}

  @Handle(routes.askRegrade)
  ask({ actor, body }: Input<typeof routes.askRegrade>): Answer<typeof routes.askRegrade> {
    return this.regrades.ask(actor, body);
  }

  @Handle(routes.listMyRegrades)
  mine({ actor }: Input<typeof routes.listMyRegrades>): Answer<typeof routes.listMyRegrades> {
    return this.regrades.mine(actor);
  }

  @Handle(routes.listRegrades)
  list({ actor, params }: Input<typeof routes.listRegrades>): Answer<typeof routes.listRegrades> {
    return this.regrades.ofClass(actor, params.id);
  }

  @Handle(routes.stepRegrade)
  step({ actor, params, body }: Input<typeof routes.stepRegrade>): Answer<typeof routes.stepRegrade> {
    return this.regrades.step(actor, params.id, body);
  }

  @Handle(routes.markRegrade)
  mark({ actor, params, body }: Input<typeof routes.markRegrade>): Answer<typeof routes.markRegrade> {
    return this.regrades.mark(actor, params.id, body);
  }

  @Handle(routes.getRegradeWork)
  work({ actor, params }: Input<typeof routes.getRegradeWork>): Answer<typeof routes.getRegradeWork> {
    return this.works.of(actor, params.id);
  }
}
