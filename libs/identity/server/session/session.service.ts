import { Inject, Injectable } from '@nestjs/common';
import { Clock, CONFIG, type Config } from '@halong/platform/server';
import { RoleGrantRepository } from '../role/role-grant.repository.ts';
import { Revocation } from './revocation.ts';
import { cookieOf, expiredCookie, hashOf, newToken, tokenIn } from './session.cookie.ts';
import { SessionRepository } from './session.repository.ts';
import { endsAt } from './session.rules.ts';

/** What a browser brings to a sign-in. */
export interface Browser {
  cookie: string | undefined;
  userAgent: string | undefined;
  ownDevice: boolean;
}

/** Opens and ends sessions. */
@Injectable()
export class SessionService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly sessions: SessionRepository,
    private readonly grants: RoleGrantRepository,
    private readonly revocation: Revocation,
  ) {}

  /**
   * A new session with a new token; what this browser had before ends. Call it inside the transaction of the sign-in.
   * @returns the cookie to set
   */
  async open(accountId: number, { cookie, userAgent, ownDevice }: Browser): Promise<{ setCookie: string; ownDevice: boolean }> {
    await this.endOf(cookie);
    const long = ownDevice && (await this.grants.currentOf([accountId])).length === 0;
    const token = newToken();
    const now = this.clock.now();
    const expiresAt = endsAt(now, long);
    await this.sessions.open({ accountId, tokenHash: hashOf(token), ownDevice: long, userAgent: userAgent ?? '', now, expiresAt });
    return { setCookie: cookieOf(token, this.config.PUBLIC_URL, long ? expiresAt.getTime() - now.getTime() : undefined), ownDevice: long };
  }

  /** Ends the session of this browser, if it has one. */
  private async endOf(cookie: string | undefined): Promise<void> {
    const token = tokenIn(cookie, this.config.PUBLIC_URL);
    if (!token) return;
    const accountId = await this.sessions.end(hashOf(token), this.clock.now());
    if (accountId !== undefined) this.revocation.changed(accountId);
  }

  /** @returns the cookie that removes the old one */
  async close(cookie: string | undefined): Promise<string> {
    await this.endOf(cookie);
    return expiredCookie(this.config.PUBLIC_URL);
  }

  /** Ends every session of the account and its open sockets. */
  async endAll(accountId: number): Promise<void> {
    await this.sessions.endAll(accountId, this.clock.now());
    this.revocation.revoked(accountId);
  }

  /** What is remembered of the account is out of date. */
  changed(accountId: number): void {
    this.revocation.changed(accountId);
  }
}
