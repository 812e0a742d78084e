import { Controller } from '@nestjs/common';
import { roleRoutes as routes } from '@halong/identity/contract';
import { Handle, type Answer, type Input } from '@halong/platform/server';
import { RoleGrantService } from './role-grant.service.ts';

@Controller()
export class RoleGrantController {
  constructor(private readonly grants: RoleGrantService) {}

  @Handle(routes.findClasses)
  async classes({ actor, query }: Input<typeof routes.findClasses>): Answer<typeof routes.findClasses> {
    return { items: await this.grants.findClasses(actor, query.search) };
  }

  @Handle(routes.grantRole)
  async grant({ actor, params, body }: Input<typeof routes.grantRole>): Answer<typeof routes.grantRole> {
    return this.grants.grant(actor, params.id, body);
  }

  @Handle(routes.withdrawRole)
  async withdraw({ actor, params, body }: Input<typeof routes.withdrawRole>): Answer<typeof routes.withdrawRole> {
    return this.grants.withdraw(actor, params.id, params.grantId, body);
  }
}
