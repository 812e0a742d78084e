import { Controller } from '@nestjs/common';
import { Handle, type Answer, type Input } from '@halong/platform/server';
import { unitRoutes } from '@halong/organisation/contract';
import { Units } from './unit.service.ts';

@Controller()
export class UnitController {
  constructor(private readonly units: Units) {}

  @Handle(unitRoutes.listUnits)
  list({ query }: Input<typeof unitRoutes.listUnits>): Answer<typeof unitRoutes.listUnits> {
    return this.units.list(query);
  }

  @Handle(unitRoutes.unitTree)
  tree({ query }: Input<typeof unitRoutes.unitTree>): Answer<typeof unitRoutes.unitTree> {
    return this.units.tree(query.on);
  }

  @Handle(unitRoutes.getUnit)
  get({ params }: Input<typeof unitRoutes.getUnit>): Answer<typeof unitRoutes.getUnit> {
    return this.units.get(params.id);
  }
}
