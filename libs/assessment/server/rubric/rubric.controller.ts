import { Controller } from '@nestjs/common';
import { rubricRoutes as routes } from '@halong/assessment/contract';
import { Handle, type Answer, type Input } from '@halong/platform/server';
import { Rubrics } from './rubric.service.ts';

@Controller()
export class RubricController {
  constructor(private readonly rubrics: Rubrics) {}

  @Handle(routes.listRubrics)
  list({ actor, params }: Input<typeof routes.listRubrics>): Answer<typeof routes.listRubrics> {
    return this.rubrics.list(actor, params.id);
  }

  @Handle(routes.createRubric)
  create({ actor, params, body }: Input<typeof routes.createRubric>): Answer<typeof routes.createRubric> {
    return this.rubrics.create(actor, params.id, body);
  }

  @Handle(routes.putRubric)
  put({ actor, params, body }: Input<typeof routes.putRubric>): Answer<typeof routes.putRubric> {
    return this.rubrics.put(actor, params.id, params.rubricId, body);
  }

  @Handle(routes.chooseRubric)
  choose({ actor, params, body }: Input<typeof routes.chooseRubric>): Answer<typeof routes.chooseRubric> {
    return this.rubrics.choose(actor, params.id, body.rubricVersionId);
  }
}
