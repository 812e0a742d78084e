import { randomBytes, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError, platformErrors } from '@halong/platform/contract';
import { Clock, Database } from '@halong/platform/server';
import { drawPrompts, promptsFit } from './prompt.rules.ts';
import { SessionFactsRepository } from './session-facts.repository.ts';
import type { SessionFacts } from './session-facts.ts';

export type ReadySession = SessionFacts & { secret: string };

const random = (): number => randomInt(2 ** 32) / 2 ** 32;

/** The attendance of a session comes into being when somebody needs its code, its prompts or its lock. */
@Injectable()
export class AttendanceSessions {
  constructor(
    private readonly db: Database,
    private readonly sessions: SessionFactsRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError platform.not_found */
  async get(sessionId: number): Promise<SessionFacts> {
    const session = await this.sessions.find(sessionId);
    if (!session) throw new AppError(platformErrors.not_found);
    return session;
  }

  /** The session with its secret and prompts, made when they are missing or when the session was moved before it began. */
  async ensure(session: SessionFacts): Promise<ReadySession> {
    const ready = this.readyOf(session);
    if (ready) return ready;
    const { promptCount, promptOpenSec } = session.rules.online;
    const promptsAt = drawPrompts(session.plan, promptCount, promptOpenSec, random);
    // Two first callers: the row of the first stays, and both read it.
    await this.db.run('INSERT IGNORE INTO attendance_session (session_id, secret, prompts_at) VALUES (?, ?, ?)', [session.id, randomBytes(32), JSON.stringify(promptsAt)]);
    if (session.secret !== null) {
      await this.db.run('UPDATE attendance_session SET prompts_at = ?, version = version + 1 WHERE session_id = ?', [JSON.stringify(promptsAt), session.id]);
    }
    const made = await this.get(session.id);
    return { ...made, secret: made.secret ?? '' };
  }

  private readyOf(session: SessionFacts): ReadySession | undefined {
    if (session.secret === null) return undefined;
    const fits = promptsFit(session.promptsAt, session, session.rules.online.promptCount);
    return fits || this.clock.millis() >= session.startsAt ? { ...session, secret: session.secret } : undefined;
  }
}
