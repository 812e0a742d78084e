import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { QUEUES, type Queues } from '../jobs/background.ts';

/** Whether the parts we stand on answer, each asked with a time limit. */
@Injectable()
export class PlatformHealth {
  constructor(
    private readonly db: Database,
    @Inject(QUEUES) private readonly queues: Queues,
  ) {}

  async parts(): Promise<{ database: boolean; redis: boolean }> {
    const [database, redis] = await Promise.all([
      this.answers(this.db.row('SELECT 1')),
      this.queues.connection.status === 'ready' ? this.answers(this.queues.connection.ping()) : false,
    ]);
    return { database, redis };
  }

  private async answers(question: Promise<unknown>): Promise<boolean> {
    const tooLate = new Promise<false>((resolve) => setTimeout(resolve, 1_500, false).unref());
    return Promise.race([question.then(() => true, () => false), tooLate]);
  }
}
