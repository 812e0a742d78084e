import type { Database } from '../database/database.ts';
import { jsonIn } from '../database/json.ts';
import { isDuplicate } from '../database/sql.ts';
import { inRequest } from '../request/request-context.ts';
import type { Delivery } from './relay.ts';
import type { Subscriber, Subscribers } from './subscribers.ts';

class AlreadyHandled extends Error {}

/** Runs one subscriber for one message, once: the inbox row and the effect share a transaction. */
export class Deliveries {
  constructor(
    private readonly db: Database,
    private readonly subscribers: Subscribers,
  ) {}

  async deliver({ eventId, subscriber: id }: Delivery): Promise<void> {
    const subscriber = this.subscribers.find(id);
    // Renamed, or of a newer version than this process: the sweep sends it to whoever is there.
    if (!subscriber) return;
    await inRequest({ requestId: `message-${eventId}`, language: 'vi' }, () => this.handleOnce(subscriber, eventId));
  }

  private async handleOnce(subscriber: Subscriber, eventId: number): Promise<void> {
    const row = await this.db.row<{ payload: string }>('SELECT payload FROM platform_outbox WHERE id = ?', [eventId]);
    if (!row) return;
    const payload = subscriber.def.payload.parse(jsonIn(row.payload)) as never;
    const handled = await this.db.row('SELECT 1 FROM platform_inbox WHERE event_id = ? AND subscriber = ?', [eventId, subscriber.id]);
    if (handled) return;
    if (subscriber.def.kind === 'job' && subscriber.def.ownTransaction) {
      await subscriber.handle(payload);
      await this.note(subscriber, eventId).catch((error) => this.ignoreRepeat(error));
      return;
    }
    await this.db
      .transaction(async () => {
        await this.note(subscriber, eventId);
        await subscriber.handle(payload);
      })
      .catch((error) => this.ignoreRepeat(error));
  }

  private async note(subscriber: Subscriber, eventId: number): Promise<void> {
    try {
      await this.db.run('INSERT INTO platform_inbox (event_id, subscriber) VALUES (?, ?)', [eventId, subscriber.id]);
    } catch (error) {
      throw isDuplicate(error) ? new AlreadyHandled() : error;
    }
  }

  /** A worker that was frozen and comes back finds its work done by another: nothing is left to do. */
  private ignoreRepeat(error: unknown): void {
    if (!(error instanceof AlreadyHandled)) throw error;
  }
}
