import { Injectable } from '@nestjs/common';
import { Clock, Every } from '@halong/platform/server';
import { identityMessages } from '../identity.messages.ts';
import { SessionRepository } from './session.repository.ts';

const keptMs = 30 * 24 * 3_600_000;

@Injectable()
export class SessionJobs {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
  ) {}

  @Every(6 * 3_600, identityMessages.forgetSessions)
  async forget(): Promise<void> {
    await this.sessions.forget(new Date(this.clock.millis() - keptMs));
  }
}
