import { Controller } from '@nestjs/common';
import { deskRoutes as routes } from '@halong/insights/contract';
import { Handle, type Answer, type Input } from '@halong/platform/server';
import { Desks } from './desk.service.ts';

@Controller()
export class DeskController {
  constructor(private readonly desks: Desks) {}

  @Handle(routes.getAdminDesk)
  admin({ actor }: Input<typeof routes.getAdminDesk>): Answer<typeof routes.getAdminDesk> {
    return this.desks.ofAdmin(actor);
  }

  @Handle(routes.getCertificateDesk)
  certificates({ actor }: Input<typeof routes.getCertificateDesk>): Answer<typeof routes.getCertificateDesk> {
    return this.desks.ofOfficer(actor);
  }
}
