import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { AppError, platformErrors } from '@halong/platform/contract';
import { Clock, CONFIG, openRedis, type Config } from '@halong/platform/server';
import { addressGroup, takeFrom, verifyBrake, type Bucket } from './bucket.rules.ts';

const patienceMs = 300;
const maxEntries = 10_000;

/** `takeFrom` of the rules, atomically. Answers the milliseconds to wait. */
const takeScript = `
local now, capacity, rate = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local tokens = tonumber(redis.call('HGET', KEYS[1], 'tokens') or capacity)
local at = tonumber(redis.call('HGET', KEYS[1], 'at') or now)
tokens = math.min(capacity, tokens + math.max(0, now - at) / 1000 * rate)
local wait = 0
if tokens < 1 then wait = math.ceil((1 - tokens) / rate * 1000) else tokens = tokens - 1 end
redis.call('HSET', KEYS[1], 'tokens', string.format('%.4f', tokens), 'at', string.format('%.0f', now))
redis.call('PEXPIRE', KEYS[1], math.ceil(capacity / rate * 1000))
return wait
`;

/** Slows down whoever tries codes. Counted in Redis for all processes; while Redis is away each process counts for itself. */
@Injectable()
export class VerifyBrake implements OnModuleDestroy {
  private readonly redis: Redis;
  private readonly prefix: string;
  private readonly local = new Map<string, Bucket>();

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly clock: Clock,
  ) {
    this.redis = openRedis(config.REDIS_URL);
    this.prefix = `${config.database.database}:verify:`;
  }

  onModuleDestroy(): void {
    this.redis.disconnect();
  }

  /** @throws AppError platform.too_many_requests with the seconds to wait */
  async pass(address: string | undefined): Promise<void> {
    // Addresses are not kept readable.
    const key = this.prefix + createHash('sha256').update(addressGroup(address ?? 'none')).digest('base64url').slice(0, 27);
    const now = this.clock.millis();
    const wait = await this.remotely(key, now).catch(() => this.locally(key, now));
    if (wait > 0) throw new AppError(platformErrors.too_many_requests, { seconds: Math.ceil(wait / 1_000) });
  }

  private async remotely(key: string, now: number): Promise<number> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('Redis is late')), patienceMs);
    });
    try {
      return Number(await Promise.race([this.redis.eval(takeScript, 1, key, now, verifyBrake.bucket, verifyBrake.perSecond), late]));
    } finally {
      clearTimeout(timer);
    }
  }

  private locally(key: string, now: number): number {
    const { wait, bucket } = takeFrom(this.local.get(key), now);
    this.local.delete(key);
    this.local.set(key, bucket);
    // The entry used longest ago goes first.
    if (this.local.size > maxEntries) this.local.delete(this.local.keys().next().value!);
    return wait;
  }
}
