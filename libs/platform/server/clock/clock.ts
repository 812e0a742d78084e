import type { Database } from '../database/database.ts';
import { dayOf } from '@halong/platform/contract';

/**
 * The one clock: the database's time plus an offset that only test and demo installations may move.
 * Between two readings it runs on the monotonic timer, so a wrong or jumping machine clock does not matter.
 */
export class Clock {
  private base = Date.now();
  private readAt = performance.now();
  private timer: NodeJS.Timeout | undefined;
  private asked = 0;
  private heard = 0;

  constructor(private readonly db: Pick<Database, 'row' | 'run'>) {}

  now(): Date {
    return new Date(this.millis());
  }

  millis(): number {
    return Math.round(this.base + performance.now() - this.readAt);
  }

  /** Today in the province, yyyy-MM-dd. */
  today(): string {
    return dayOf(this.millis());
  }

  /** Reads the database's time and the offset. An answer that a later question overtook counts no more: it may know an older offset. */
  async read(): Promise<void> {
    const no = (this.asked += 1);
    const before = performance.now();
    const row = await this.db.row<{ now: number; offset_ms: number }>(
      'SELECT UNIX_TIMESTAMP(NOW(3)) * 1000 AS now, (SELECT offset_ms FROM platform_clock WHERE id = 1) AS offset_ms',
    );
    const after = performance.now();
    if (no < this.heard) return;
    this.heard = no;
    this.base = Number(row?.now ?? Date.now()) + Number(row?.offset_ms ?? 0);
    this.readAt = (before + after) / 2;
  }

  /** Reads now and again every so often; a reading that fails keeps the last one. */
  async start(everyMs: number): Promise<void> {
    await this.read();
    this.timer = setInterval(() => void this.read().catch(() => undefined), everyMs);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Moves the clock so that it shows this instant now. The caller makes sure that this is no production. */
  async moveTo(instant: Date): Promise<void> {
    await this.db.run('UPDATE platform_clock SET offset_ms = ? - ROUND(UNIX_TIMESTAMP(NOW(3)) * 1000) WHERE id = 1', [instant.getTime()]);
    await this.read();
  }

  /** This process alone sees this instant from now on, for a replay of the past; the database and other processes keep their time. `start` ends it. */
  showHere(instant: Date): void {
    this.stop();
    this.base = instant.getTime();
    this.readAt = performance.now();
  }

  async offset(): Promise<number> {
    const row = await this.db.row<{ offset_ms: number }>('SELECT offset_ms FROM platform_clock WHERE id = 1');
    return Number(row?.offset_ms ?? 0);
  }
}
