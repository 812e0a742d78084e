import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { CONFIG, Database, openRedis, Realtime, type Config } from '@halong/platform/server';
import { SessionCache } from './session-cache.ts';
import type { LiveSession } from './session.repository.ts';

/** Tells every process at once that what it remembers of an account is out of date. */
@Injectable()
export class Revocation implements OnModuleDestroy {
  readonly cache = new SessionCache<LiveSession>();
  private readonly channel: string;
  private readonly teller: Redis;
  private readonly listener: Redis;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly db: Database,
    private readonly realtime: Realtime,
  ) {
    this.channel = `${config.database.database}:sessions`;
    this.teller = openRedis(config.REDIS_URL);
    this.listener = openRedis(config.REDIS_URL, { blocking: true });
    void this.listener.subscribe(this.channel).catch(() => undefined);
    this.listener.on('message', (_channel: string, accountId: string) => this.cache.clearAccount(Number(accountId)));
    // While the connection was away messages were lost.
    this.listener.on('ready', () => this.cache.clear());
  }

  onModuleDestroy(): void {
    this.teller.disconnect();
    this.listener.disconnect();
  }

  /** After the commit: sessions and roles of this account are read again. Sockets whose session is over end within seconds. */
  changed(accountId: number): void {
    this.db.afterCommit(() => {
      this.cache.clearAccount(accountId);
      this.teller.publish(this.channel, String(accountId)).catch(() => undefined);
    });
  }

  /** After the commit: besides, every open socket of the account ends now, on every process. */
  revoked(accountId: number): void {
    this.changed(accountId);
    this.realtime.endSockets(accountId);
  }
}
