import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClassAudiences, ClassFactSources, TraineeClashes } from '@halong/classes/server';
import type { Actor } from '@halong/platform/contract';
import { unitsOf } from '../training-class/class.policy.ts';
import { ClassPortsRepository } from './class-ports.repository.ts';

/** Tells the classes domain, which lies upstream, what only enrolment knows. */
@Injectable()
export class ClassPorts implements OnModuleInit {
  constructor(
    private readonly repository: ClassPortsRepository,
    private readonly audiences: ClassAudiences,
    private readonly clashes: TraineeClashes,
    private readonly facts: ClassFactSources,
  ) {}

  onModuleInit(): void {
    this.audiences.register((actor) => this.audienceOf(actor));
    this.clashes.register((planned) => (planned.length === 0 ? Promise.resolve([]) : this.repository.clashes(planned)));
    this.facts.register('finalList', (classId) => this.repository.hasTrainees(classId));
  }

  private async audienceOf(actor: Actor): Promise<{ attends: number[]; sees: number[] }> {
    const units = unitsOf(actor);
    return {
      attends: actor.personId === null ? [] : await this.repository.attendedBy(actor.personId),
      sees: units.length === 0 ? [] : await this.repository.ofUnits(units),
    };
  }
}
