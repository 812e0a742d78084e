import { Injectable } from '@nestjs/common';
import { classEnrolmentTopic } from '@halong/enrolment/contract';
import type { Actor } from '@halong/platform/contract';
import { Watch } from '@halong/platform/server';
import { runsClass, unitsOf } from '../training-class/class.policy.ts';
import { ClassRepository } from '../training-class/class.repository.ts';

@Injectable()
export class ClassEnrolmentWatch {
  constructor(private readonly classes: ClassRepository) {}

  /** Who runs the class, and heads and focal points of any unit: the word that something changed says nothing about whom. */
  @Watch(classEnrolmentTopic)
  async mayWatch(actor: Actor, classId: number): Promise<boolean> {
    const trainingClass = await this.classes.find(classId);
    if (!trainingClass) return false;
    return unitsOf(actor).length > 0 || runsClass(actor, await this.classes.place(trainingClass, actor.personId));
  }
}
