import type { z } from 'zod';
import type { Database } from '../database/database.ts';
import type { MessageDef } from './event.ts';

/** Due whatever the clock shows: processes differ by milliseconds, and a test may move the clock back. */
const atOnce = new Date(0);

const nudgeMs = 20;

/** Publishes facts and asks for work, inside the transaction that makes them true. */
export class Outbox {
  /** Tells the relay that there is something; it looks by itself every second anyway. */
  nudge: () => void = () => undefined;
  private resting = false;
  private again = false;

  constructor(private readonly db: Database) {}

  /**
   * @param at not before this instant of our clock; at once when left out
   * @returns the id of the message
   * @throws Error when no transaction is running: the fact could be lost or be told without being true
   */
  async publish<S extends z.ZodType>(def: MessageDef & { payload: S }, payload: z.input<S>, at?: Date): Promise<number> {
    if (!this.db.inTransaction) throw new Error(`${def.name} must be published inside a transaction`);
    const id = await this.db.insert('platform_outbox', {
      name: def.name,
      payload: JSON.stringify(def.payload.parse(payload)),
      available_at: at ?? atOnce,
    });
    this.db.afterCommit(() => this.tell());
    return id;
  }

  /** At once when it is quiet; under load the commits of the next moment share one nudge. */
  private tell(): void {
    this.again = this.resting;
    if (this.resting) return;
    this.resting = true;
    this.nudge();
    setTimeout(() => {
      this.resting = false;
      if (this.again) this.tell();
    }, nudgeMs).unref();
  }
}
