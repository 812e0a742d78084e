import { Controller } from '@nestjs/common';
import { Handle, type Answer, type Input } from '@halong/platform/server';
import { trainingClassRoutes as routes } from '@halong/classes/contract';
import { ClassPlanning } from './class-planning.service.ts';
import { ClassTransitions } from './class-transition.service.ts';
import { DecisionFiles } from './decision-file.service.ts';

@Controller()
export class TrainingClassController {
  constructor(
    private readonly planning: ClassPlanning,
    private readonly transitions: ClassTransitions,
    private readonly decisions: DecisionFiles,
  ) {}

  @Handle(routes.listClasses)
  async list({ actor, query }: Input<typeof routes.listClasses>): Answer<typeof routes.listClasses> {
    return this.planning.list(actor, query);
  }

  @Handle(routes.getClass)
  async get({ actor, params }: Input<typeof routes.getClass>): Answer<typeof routes.getClass> {
    return this.planning.get(actor, params.id);
  }

  @Handle(routes.createClass)
  async create({ actor, body }: Input<typeof routes.createClass>): Answer<typeof routes.createClass> {
    return this.planning.create(actor, body);
  }

  @Handle(routes.editClass)
  async edit({ actor, params, body }: Input<typeof routes.editClass>): Answer<typeof routes.editClass> {
    return this.planning.edit(actor, params.id, body);
  }

  @Handle(routes.putQuotas)
  async putQuotas({ actor, params, body }: Input<typeof routes.putQuotas>): Answer<typeof routes.putQuotas> {
    return this.planning.setQuotas(actor, params.id, body.version, body.quotas);
  }

  @Handle(routes.putStaff)
  async putStaff({ actor, params, body }: Input<typeof routes.putStaff>): Answer<typeof routes.putStaff> {
    return this.planning.setStaff(actor, params.id, body.version, body.staff);
  }

  @Handle(routes.transitionClass)
  async transition({ actor, params, body }: Input<typeof routes.transitionClass>): Answer<typeof routes.transitionClass> {
    await this.transitions.transition(actor, params.id, body);
    return this.planning.get(actor, params.id);
  }

  @Handle(routes.uploadClassFile)
  async upload({ actor, query, stream }: Input<typeof routes.uploadClassFile>): Answer<typeof routes.uploadClassFile> {
    return this.decisions.put(actor, query.name, stream);
  }

  @Handle(routes.getDecisionFile)
  async decisionFile({ actor, params }: Input<typeof routes.getDecisionFile>): Answer<typeof routes.getDecisionFile> {
    return this.decisions.open(actor, params.id);
  }
}
