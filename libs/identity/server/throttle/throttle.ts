import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { AppError, platformErrors } from '@halong/platform/contract';
import { Clock, CONFIG, openRedis, type Config } from '@halong/platform/server';
import { LocalThrottle } from './local-throttle.ts';
import { delayScript, takeScript } from './throttle.scripts.ts';
import { addressGroup, brakes } from './throttle.rules.ts';

const patienceMs = 300;
/** After one late answer nobody waits for Redis again for so long: a frozen one must not slow every sign-in down. */
const restMs = 3_000;

/** Slows down guessing for all processes together. The state is in Redis; while Redis is away each process counts for itself. */
@Injectable()
export class Throttle implements OnModuleDestroy {
  private readonly redis: Redis;
  private readonly local = new LocalThrottle();
  private readonly prefix: string;
  private askAgainAt = 0;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly clock: Clock,
  ) {
    this.redis = openRedis(config.REDIS_URL);
    this.prefix = `${config.database.database}:throttle:`;
  }

  onModuleDestroy(): void {
    this.redis.disconnect();
  }

  /**
   * Before the password or code is looked at. `subject` names the account tried, known or not; codes have none.
   * @throws AppError too_many_requests with the seconds to wait
   */
  async enter(address: string | undefined, subject?: string): Promise<void> {
    this.refuseFor(await this.take(address, brakes.costOfTry, false));
    if (subject !== undefined) this.refuseFor(await this.delay(this.countersOf(address, subject)));
  }

  /** It was wrong: costs the address more. The account's counter has counted it already. */
  async failed(address: string | undefined): Promise<void> {
    await this.take(address, brakes.costOfFailure, true);
  }

  /** It was right: the failures at this address are forgotten, and so are those everywhere. */
  async succeeded(address: string | undefined, subject: string): Promise<void> {
    const keys = this.countersOf(address, subject).map(({ key }) => key);
    this.local.forget(keys);
    await this.orLocally(() => this.redis.del(...keys), () => 0);
  }

  private countersOf(address: string | undefined, subject: string): { key: string; free: number }[] {
    const group = addressGroup(address ?? 'none');
    return [
      { key: this.keyOf(`at ${group} ${subject}`), free: brakes.freeAtAddress },
      { key: this.keyOf(`all ${subject}`), free: brakes.freeEverywhere },
    ];
  }

  private delay(counters: { key: string; free: number }[]): Promise<number> {
    const now = this.clock.millis();
    const keys = counters.map(({ key }) => key);
    return this.orLocally(
      async () => Number(await this.redis.eval(delayScript, keys.length, ...keys, now, brakes.capMs, brakes.forgetMs, ...counters.map(({ free }) => free))),
      () => this.local.delay(counters, now),
    );
  }

  private take(address: string | undefined, cost: number, force: boolean): Promise<number> {
    const now = this.clock.millis();
    const key = this.keyOf(`bucket ${addressGroup(address ?? 'none')}`);
    return this.orLocally(
      async () => Number(await this.redis.eval(takeScript, 1, key, now, brakes.bucket, brakes.perSecond, cost, force ? 1 : 0)),
      () => this.local.take(key, now, cost, force),
    );
  }

  /** Names and addresses are not kept readable. */
  private keyOf(what: string): string {
    return this.prefix + createHash('sha256').update(what).digest('base64url').slice(0, 27);
  }

  private refuseFor(waitMs: number): void {
    if (waitMs > 0) throw new AppError(platformErrors.too_many_requests, { seconds: Math.ceil(waitMs / 1_000) });
  }

  private async orLocally<T>(remote: () => Promise<T>, local: () => T): Promise<T> {
    if (performance.now() < this.askAgainAt) return local();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        this.askAgainAt = performance.now() + restMs;
        reject(new Error('Redis is late'));
      }, patienceMs);
    });
    try {
      return await Promise.race([remote(), late]);
    } catch {
      return local();
    } finally {
      clearTimeout(timer);
    }
  }
}
