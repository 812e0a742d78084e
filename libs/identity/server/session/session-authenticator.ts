import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@halong/platform/contract';
import { Clock, CONFIG, currentRequest, LOG, type Authenticator, type Config, type Log } from '@halong/platform/server';
import { Revocation } from './revocation.ts';
import { hashOf, tokenIn } from './session.cookie.ts';
import { SessionRepository, type LiveSession } from './session.repository.ts';
import { isOver, needsTouch } from './session.rules.ts';

/** Who a request or a socket belongs to: cookie → session → account with the roles valid today. */
@Injectable()
export class SessionAuthenticator implements Authenticator {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
    private readonly sessions: SessionRepository,
    private readonly revocation: Revocation,
    private readonly clock: Clock,
  ) {}

  async actorOf(cookieHeader: string | undefined): Promise<Actor | undefined> {
    const session = await this.sessionOf(cookieHeader);
    if (!session) return undefined;
    const { accountId, personId, id, displayName, grants } = session;
    return { accountId, personId, sessionId: id, displayName, grants };
  }

  /** The live session of this cookie; undefined when there is none or it is over. */
  async sessionOf(cookieHeader: string | undefined): Promise<LiveSession | undefined> {
    const token = tokenIn(cookieHeader, this.config.PUBLIC_URL);
    if (!token) return undefined;
    const tokenHash = hashOf(token);
    const session = await this.revocation.cache.get(tokenHash, () => this.sessions.byToken(tokenHash));
    const now = this.clock.millis();
    if (!session || isOver({ ...session, isStaff: session.grants.length > 0 }, now)) return undefined;
    // An open socket alone is no sign of life: only requests are.
    if (currentRequest() && needsTouch(session.seenAt, now)) this.touch(session, new Date(now));
    return session;
  }

  /** Not waited for: a request does not fail because its sign of life was not written. */
  private touch(session: LiveSession, at: Date): void {
    session.seenAt = at;
    this.sessions.touch(session.id, at).catch((error: unknown) => this.log.warn({ error: String(error) }, 'sign of life not written'));
  }
}
