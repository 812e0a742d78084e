import { Controller, Injectable } from '@nestjs/common';
import { classCompletionTopic, completionRoutes as routes, completionTopic, overviewTopic, unitLedgerTopic } from '@halong/completion/contract';
import { hasGlobalRole, type Actor } from '@halong/platform/contract';
import { Handle, Watch, type Answer, type Input } from '@halong/platform/server';
import { Completions } from './completion.service.ts';

@Controller()
export class CompletionController {
  constructor(private readonly completions: Completions) {}

  @Handle(routes.listOfClass)
  ofClass({ actor, params, query }: Input<typeof routes.listOfClass>): Answer<typeof routes.listOfClass> {
    return this.completions.listOfClass(actor, params.id, query);
  }

  @Handle(routes.getOfEnrolment)
  ofEnrolment({ actor, params }: Input<typeof routes.getOfEnrolment>): Answer<typeof routes.getOfEnrolment> {
    return this.completions.ofEnrolment(actor, params.id);
  }

  @Handle(routes.getMine)
  mine({ actor, query }: Input<typeof routes.getMine>): Answer<typeof routes.getMine> {
    return this.completions.mine(actor, query.classId);
  }
}

@Injectable()
export class CompletionWatch {
  constructor(private readonly completions: Completions) {}

  @Watch(completionTopic)
  async mayWatchEnrolment(actor: Actor, enrolmentId: number): Promise<boolean> {
    return this.completions.mayWatchEnrolment(actor, enrolmentId);
  }

  @Watch(classCompletionTopic)
  async mayWatchClass(actor: Actor, classId: number): Promise<boolean> {
    return this.completions.mayWatchClass(actor, classId);
  }

  /** The head of the unit or of one above it, and who sees the whole province. */
  @Watch(unitLedgerTopic)
  async mayWatchUnit(actor: Actor, unitId: number): Promise<boolean> {
    return hasGlobalRole(actor, 'TRAINING_MANAGER', 'SYSTEM_ADMIN') || this.completions.followsUnit(actor, unitId);
  }

  @Watch(overviewTopic)
  async mayWatchOverview(actor: Actor, id: number): Promise<boolean> {
    return id === 0 && hasGlobalRole(actor, 'TRAINING_MANAGER', 'SYSTEM_ADMIN');
  }
}
