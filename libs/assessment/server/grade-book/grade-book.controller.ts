import { Controller } from '@nestjs/common';
import { gradeBookRoutes as routes } from '@halong/assessment/contract';
import { Handle, type Answer, type Input } from '@halong/platform/server';
import { Corrections } from './corrections.service.ts';
import { GradePlans } from './grade-plan.service.ts';
import { MarkTables } from './mark-tables.service.ts';

@Controller()
export class GradeBookController {
  constructor(
    private readonly plans: GradePlans,
    private readonly corrections: Corrections,
    private readonly tables: MarkTables,
  ) {}

  @Handle(routes.previewPlan)
  preview({ actor, params, body }: Input<typeof routes.previewPlan>): Answer<typeof routes.previewPlan> {
    return this.plans.preview(actor, params.id, body.change);
  }

  @Handle(routes.savePlan)
  save({ actor, params, body }: Input<typeof routes.savePlan>): Answer<typeof routes.savePlan> {
    return this.plans.save(actor, params.id, body);
  }

  @Handle(routes.listPlanChanges)
  changes({ actor, params }: Input<typeof routes.listPlanChanges>): Answer<typeof routes.listPlanChanges> {
    return this.plans.list(actor, params.id);
  }

  @Handle(routes.undoPlan)
  undo({ actor, params }: Input<typeof routes.undoPlan>): Answer<typeof routes.undoPlan> {
    return this.plans.undo(actor, params.id, params.changeId);
  }

  @Handle(routes.getHistory)
  history({ actor, params, query }: Input<typeof routes.getHistory>): Answer<typeof routes.getHistory> {
    return this.corrections.history(actor, params.id, params.enrolmentId, query.component);
  }

  @Handle(routes.putResit)
  resit({ actor, params, body }: Input<typeof routes.putResit>): Answer<typeof routes.putResit> {
    return this.corrections.resit(actor, params.id, body);
  }

  @Handle(routes.putOverride)
  override({ actor, params, body }: Input<typeof routes.putOverride>): Answer<typeof routes.putOverride> {
    return this.corrections.override(actor, params.id, params.enrolmentId, body);
  }

  @Handle(routes.readTable)
  read({ actor, params, query, stream }: Input<typeof routes.readTable>): Answer<typeof routes.readTable> {
    return this.tables.read(actor, params.id, query.name, stream);
  }
}
