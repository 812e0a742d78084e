import { Controller } from '@nestjs/common';
import { complianceRoutes, overviewRoutes, progressRoutes, recordRoutes } from '@halong/insights/contract';
import { Handle, type Answer, type Input } from '@halong/platform/server';
import { Compliance } from './compliance/compliance.service.ts';
import { Overviews } from './overview/overview.service.ts';
import { Records } from './record/record.service.ts';

const { getMyRecord } = recordRoutes;
const { getCompliance, getPersonLedger } = complianceRoutes;
const { listUnitClasses } = progressRoutes;
const { getOverview, listUnits } = overviewRoutes;

@Controller()
export class InsightsController {
  constructor(
    private readonly records: Records,
    private readonly compliance: Compliance,
    private readonly overviews: Overviews,
  ) {}

  @Handle(getMyRecord)
  record({ actor, query }: Input<typeof getMyRecord>): Answer<typeof getMyRecord> {
    return this.records.mine(actor, query.year);
  }

  @Handle(getCompliance)
  ofUnit({ actor, params, query }: Input<typeof getCompliance>): Answer<typeof getCompliance> {
    return this.compliance.ofUnit(actor, params.id, query);
  }

  @Handle(getPersonLedger)
  ofPerson({ actor, params, query }: Input<typeof getPersonLedger>): Answer<typeof getPersonLedger> {
    return this.compliance.ofPerson(actor, params.unitId, params.personId, query.year);
  }

  @Handle(listUnitClasses)
  classesOf({ actor, params, query }: Input<typeof listUnitClasses>): Answer<typeof listUnitClasses> {
    return this.compliance.classesOf(actor, params.id, query);
  }

  @Handle(getOverview)
  overview({ actor, query }: Input<typeof getOverview>): Answer<typeof getOverview> {
    return this.overviews.get(actor, query.year);
  }

  @Handle(listUnits)
  units({ actor, query }: Input<typeof listUnits>): Answer<typeof listUnits> {
    return this.overviews.units(actor, query);
  }
}
