import { Injectable } from '@nestjs/common';
import type { Actor } from '@halong/platform/contract';
import { Watch } from '@halong/platform/server';
import { classTopic, sessionTopic } from '@halong/classes/contract';
import { SessionRepository } from '../session/session.repository.ts';
import { TrainingClassRepository } from './training-class.repository.ts';
import { TrainingClasses } from './training-class.service.ts';

/** Who may watch a class or a session change: whoever may see it. */
@Injectable()
export class ClassWatch {
  constructor(
    private readonly access: TrainingClasses,
    private readonly classes: TrainingClassRepository,
    private readonly sessions: SessionRepository,
  ) {}

  @Watch(classTopic)
  async mayWatchClass(actor: Actor, id: number): Promise<boolean> {
    return (await this.classes.find(await this.access.scopeOf(actor), id, 0)) !== undefined;
  }

  @Watch(sessionTopic)
  async mayWatchSession(actor: Actor, id: number): Promise<boolean> {
    return (await this.sessions.one(await this.access.scopeOf(actor), id, 0)) !== undefined;
  }
}
