import { takeFrom, waitOf, withTry, type Bucket, type Failures } from './throttle.rules.ts';

const maxEntries = 10_000;

/** The same brakes in the memory of one process, for the time that Redis is away. */
export class LocalThrottle {
  private readonly failures = new Map<string, Failures>();
  private readonly buckets = new Map<string, Bucket>();

  delay(counters: readonly { key: string; free: number }[], now: number): number {
    const wait = Math.max(...counters.map(({ key }) => waitOf(this.failures.get(key), now)));
    if (wait > 0) return wait;
    for (const { key, free } of counters) this.keep(this.failures, key, withTry(this.failures.get(key), now, free));
    return 0;
  }

  take(key: string, now: number, cost: number, force: boolean): number {
    const { wait, bucket } = takeFrom(this.buckets.get(key), now, cost, force);
    this.keep(this.buckets, key, bucket);
    return wait;
  }

  forget(keys: readonly string[]): void {
    for (const key of keys) this.failures.delete(key);
  }

  /** The entry used longest ago goes first when the memory is full. */
  private keep<T>(map: Map<string, T>, key: string, value: T): void {
    map.delete(key);
    map.set(key, value);
    if (map.size > maxEntries) map.delete(map.keys().next().value!);
  }
}
