import { Controller } from '@nestjs/common';
import { activationRoutes as routes } from '@halong/identity/contract';
import { Clock, Download, Handle, type Answer, type Input } from '@halong/platform/server';
import { browserOf } from '../session/browser.ts';
import { ActivationService } from './activation.service.ts';
import { SlipsService } from './slips.service.ts';

@Controller()
export class ActivationController {
  constructor(
    private readonly activation: ActivationService,
    private readonly slips: SlipsService,
    private readonly clock: Clock,
  ) {}

  @Handle(routes.checkCode)
  async check({ body }: Input<typeof routes.checkCode>): Answer<typeof routes.checkCode> {
    return this.activation.check(body.code);
  }

  @Handle(routes.activate)
  async activate({ body, http }: Input<typeof routes.activate>): Answer<typeof routes.activate> {
    const { me, setCookie } = await this.activation.activate(body, browserOf(http, body.ownDevice));
    void http.reply.header('Set-Cookie', setCookie);
    return me;
  }

  @Handle(routes.countWaiting)
  async count({ actor, query }: Input<typeof routes.countWaiting>): Answer<typeof routes.countWaiting> {
    return this.slips.count(actor, query.unitId);
  }

  @Handle(routes.printSlips)
  async print({ actor, body }: Input<typeof routes.printSlips>): Answer<typeof routes.printSlips> {
    const pdf = await this.slips.print(actor, body.unitId);
    return new Download(`phieu-kich-hoat-${this.clock.today()}.pdf`, 'application/pdf', pdf);
  }

  @Handle(routes.mailCodes)
  async mail({ actor, body }: Input<typeof routes.mailCodes>): Answer<typeof routes.mailCodes> {
    return this.slips.mail(actor, body.unitId);
  }
}
