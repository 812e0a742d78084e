import { DelayedError, Queue, Worker, type Job } from 'bullmq';
import { Redis } from 'ioredis';
import { redisTarget } from '../config/config.ts';
import { isDatabaseGone } from '../database/sql.ts';
import type { Deliveries } from '../events/delivery.ts';
import type { Delivery, Relay } from '../events/relay.ts';
import type { Log } from '../log/log.ts';

/** A Redis connection with a bounded wait: nobody hangs because Redis is away. */
export function openRedis(url: string, options: { blocking?: boolean } = {}): Redis {
  const target = redisTarget(url);
  const settings = {
    maxRetriesPerRequest: options.blocking ? null : 1,
    enableOfflineQueue: options.blocking ?? false,
    lazyConnect: false,
    retryStrategy: (times: number) => Math.min(times * 100, 2_000),
  };
  const redis = typeof target === 'string' ? new Redis(target, settings) : new Redis({ ...settings, ...target });
  redis.on('error', () => undefined); // each use reports its own failure
  return redis;
}

const outageWaitMs = 2_000;

export const queueNames = { events: 'events', jobs: 'jobs', heavy: 'heavy' } as const;

export interface Queues {
  events: Queue;
  jobs: Queue;
  heavy: Queue;
  connection: Redis;
}

export const QUEUES = Symbol('queues');

export function openQueues(url: string, prefix: string): Queues {
  const connection = openRedis(url, { blocking: true });
  const options = { connection: connection as never, prefix };
  const open = (name: string) => new Queue(name, options).on('error', () => undefined); // whoever sends hears of it
  return { events: open(queueNames.events), jobs: open(queueNames.jobs), heavy: open(queueNames.heavy), connection };
}

/** Takes deliveries from BullMQ. Events are short and many run at once; jobs may be long and two run at once; heavy ones go one by one. */
export class BackgroundWork {
  private workers: Worker[] = [];
  private heavy: Worker | undefined;
  private connections: Redis[] = [];

  constructor(
    private readonly url: string,
    private readonly prefix: string,
    private readonly deliveries: Deliveries,
    private readonly relay: Relay,
    private readonly log: Log,
  ) {}

  start(): void {
    this.workers = [this.worker(queueNames.events, 8), this.worker(queueNames.jobs, 2)];
    this.heavy = this.worker(queueNames.heavy, 1);
    this.relay.start();
  }

  /** Ends after the deliveries that are running; a heavy one is broken off and goes on in the next worker. */
  async stop(): Promise<void> {
    await this.relay.stop();
    await Promise.all([...this.workers.map((worker) => worker.close()), this.heavy?.close(true)]);
    for (const connection of this.connections) connection.disconnect();
  }

  private worker(queue: string, concurrency: number): Worker {
    const connection = openRedis(this.url, { blocking: true });
    this.connections.push(connection);
    const worker = new Worker<Delivery>(queue, (job, token) => this.deliver(job, token), {
      connection: connection as never,
      prefix: this.prefix,
      concurrency,
      lockDuration: 30_000,
      // Work of a worker that was killed goes on half a minute later, not a whole one.
      stalledInterval: 5_000,
      maxStalledCount: 5,
    });
    worker.on('failed', (job, error) => this.log.error({ job: job?.id, attempt: job?.attemptsMade, error: error.stack }, 'delivery failed'));
    worker.on('error', (error) => this.log.warn({ error: error.message }, 'queue connection'));
    return worker;
  }

  /** While the database is away a delivery waits without using up its attempts: nobody has to send it again after a long outage. */
  private async deliver(job: Job<Delivery>, token: string | undefined): Promise<void> {
    try {
      await this.deliveries.deliver(job.data);
    } catch (error) {
      if (!isDatabaseGone(error)) throw error;
      await job.moveToDelayed(Date.now() + outageWaitMs, token);
      throw new DelayedError();
    }
  }
}
