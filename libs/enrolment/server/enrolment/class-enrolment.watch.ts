import { Injectable } from '@nestjs/common';
import { TrainingClasses } from '@halong/classes/server';
import { classEnrolmentTopic } from '@halong/enrolment/contract';
import type { Actor } from '@halong/platform/contract';
import { Watch } from '@halong/platform/server';
import { runsClass, unitsOf } from '../training-class/class.policy.ts';
import { ClassRepository } from '../training-class/class.repository.ts';

@Injectable()
export class ClassEnrolmentWatch {
  constructor(
    private readonly classes: ClassRepository,
    private readonly visible: TrainingClasses,
  ) {}

  /** Who runs the class, and heads and focal points who may see it. */
  @Watch(classEnrolmentTopic)
  async mayWatch(actor: Actor, classId: number): Promise<boolean> {
    const trainingClass = await this.classes.find(classId);
    if (!trainingClass) return false;
    if (runsClass(actor, await this.classes.place(trainingClass, actor.personId))) return true;
    return unitsOf(actor).length > 0 && this.visible.isVisible(actor, classId);
  }
}
