import type { Queue } from 'bullmq';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import type { Log } from '../log/log.ts';
import type { MessageDef } from './event.ts';
import type { Subscribers } from './subscribers.ts';

interface Row {
  id: number;
  name: string;
}

export interface Delivery {
  eventId: number;
  subscriber: string;
}

const queueOf = (def: MessageDef | undefined) => (def?.kind === 'event' ? 'events' : def?.heavy ? 'heavy' : def && 'jobs');

/** BullMQ takes jobs without a priority first. */
const orderOf = (def: MessageDef | undefined) => (def?.kind === 'job' && def.unhurried ? { priority: 10 } : {});

const batch = 200;
const attempts = 8;

/**
 * Carries the outbox to BullMQ: one job per subscriber, with a deterministic id. Redis may forget all of it:
 * what has no inbox row after a while is sent again.
 */
export class Relay {
  private timer: NodeJS.Timeout | undefined;
  private sweepAt = 0;
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly subscribers: Subscribers,
    private readonly queues: { events: Queue; jobs: Queue; heavy: Queue },
    private readonly log: Log,
    private readonly timing = { pollMs: 1_000, sweepMs: 10_000, lostAfterSeconds: 20 },
  ) {}

  start(): void {
    this.stopped = false;
    this.timer = setInterval(() => this.wake(), this.timing.pollMs);
    this.wake();
  }

  /** Ends after the batch that is on its way. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.stopped = true;
    await this.running;
  }

  wake(): void {
    this.again = true;
    if (!this.running && !this.stopped) this.running = this.workWhileAsked();
  }

  private async workWhileAsked(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      await this.work().catch((error: unknown) => this.log.warn({ error: String(error) }, 'relay failed, will look again'));
    }
    this.running = undefined;
  }

  private async work(): Promise<void> {
    while ((await this.claim()) === batch && !this.stopped);
    if (performance.now() < this.sweepAt) return;
    this.sweepAt = performance.now() + this.timing.sweepMs;
    await this.sweep();
  }

  private async claim(): Promise<number> {
    const rows = await this.db.transaction(async () => {
      const open = await this.db.rows<Row>(
        `SELECT id, name FROM platform_outbox WHERE done_at IS NULL AND relayed_at IS NULL AND available_at <= ?
         ORDER BY id LIMIT ${batch} FOR UPDATE SKIP LOCKED`,
        [this.clock.now()],
      );
      const ids = open.map(({ id }) => id);
      const unheard = open.filter((row) => this.subscribers.of(row.name).length === 0).map(({ id }) => id);
      if (ids.length > 0) await this.db.run('UPDATE platform_outbox SET relayed_at = NOW(3) WHERE id IN (?)', [ids]);
      if (unheard.length > 0) await this.db.run('UPDATE platform_outbox SET done_at = NOW(3) WHERE id IN (?)', [unheard]);
      return open;
    });
    await this.send(rows);
    return rows.length;
  }

  /** Finishes what every subscriber has dealt with and sends the rest again, the longest untouched first. */
  private async sweep(): Promise<void> {
    const rows = await this.db.rows<Row & { handled: string | null }>(
      `SELECT o.id, o.name, GROUP_CONCAT(i.subscriber SEPARATOR '\\n') AS handled
       FROM platform_outbox o LEFT JOIN platform_inbox i ON i.event_id = o.id
       WHERE o.done_at IS NULL AND o.relayed_at < NOW(3) - INTERVAL ? SECOND
       GROUP BY o.id, o.name ORDER BY o.relayed_at, o.id LIMIT 1000`,
      [this.timing.lostAfterSeconds],
    );
    const open = rows.filter((row) => this.missing(row).length > 0);
    const done = rows.filter((row) => this.missing(row).length === 0).map(({ id }) => id);
    if (done.length > 0) await this.db.run('UPDATE platform_outbox SET done_at = NOW(3) WHERE id IN (?)', [done]);
    if (open.length > 0) await this.db.run('UPDATE platform_outbox SET relayed_at = NOW(3) WHERE id IN (?)', [open.map(({ id }) => id)]);
    await this.send(open);
  }

  /** How many due messages there are that some subscriber has not dealt with yet; heavy work is not counted, it may take an hour. */
  async waiting(): Promise<number> {
    const rows = await this.db.rows<Row & { handled: string | null }>(
      `SELECT o.id, o.name, GROUP_CONCAT(i.subscriber SEPARATOR '\\n') AS handled
       FROM platform_outbox o LEFT JOIN platform_inbox i ON i.event_id = o.id
       WHERE o.done_at IS NULL AND o.available_at <= ? GROUP BY o.id, o.name`,
      [this.clock.now()],
    );
    return rows.filter((row) => this.missing(row).some((id) => queueOf(this.subscribers.find(id)?.def) !== 'heavy')).length;
  }

  private missing(row: Row & { handled?: string | null }): string[] {
    const handled = new Set((row.handled ?? '').split('\n'));
    return this.subscribers.of(row.name).filter(({ id }) => !handled.has(id)).map(({ id }) => id);
  }

  private async send(rows: (Row & { handled?: string | null })[]): Promise<void> {
    const deliveries = rows.flatMap((row) => this.missing(row).map((subscriber) => ({ row, subscriber })));
    for (const name of ['events', 'jobs', 'heavy'] as const) {
      const queue = this.queues[name];
      const jobs = deliveries
        .filter(({ subscriber }) => queueOf(this.subscribers.find(subscriber)?.def) === name)
        .map(({ row, subscriber }) => ({
          name: row.name,
          data: { eventId: Number(row.id), subscriber } satisfies Delivery,
          opts: {
            jobId: `m-${row.id}-${subscriber}`,
            attempts,
            backoff: { type: 'exponential', delay: 500, jitter: 0.5 },
            removeOnComplete: true,
            ...orderOf(this.subscribers.find(subscriber)?.def),
          },
        }));
      if (jobs.length > 0) await queue.addBulk(jobs);
    }
  }
}
