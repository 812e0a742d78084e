import type { Job } from 'bullmq';
import type { Queues } from '../jobs/background.ts';
import type { Delivery } from './relay.ts';

export interface DeadLetter {
  message: string;
  eventId: number;
  subscriber: string;
  error: string;
  attempts: number;
}

/** Deliveries that failed every attempt. They stay until somebody has mended the cause and sends them again. */
export class DeadLetters {
  constructor(private readonly queues: Queues) {}

  /** The newest first, at most `limit` of each queue. */
  async list(limit = 100): Promise<DeadLetter[]> {
    return (await this.failed(limit)).map((job) => ({
      message: job.name, eventId: job.data.eventId, subscriber: job.data.subscriber, error: job.failedReason, attempts: job.attemptsMade,
    }));
  }

  /** Sends all of them again, each with all its attempts. Answers how many. */
  async redrive(): Promise<number> {
    const jobs = await this.failed(10_000);
    for (const job of jobs) await job.retry('failed', { resetAttemptsMade: true });
    return jobs.length;
  }

  private async failed(limit: number): Promise<Job<Delivery>[]> {
    const lists = await Promise.all([this.queues.events, this.queues.jobs, this.queues.heavy].map((queue) => queue.getFailed(0, limit - 1)));
    return lists.flat();
  }
}
