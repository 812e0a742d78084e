import type { z } from 'zod';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import type { MessageDef } from './event.ts';

/** Publishes facts and asks for work, inside the transaction that makes them true. */
export class Outbox {
  /** Tells the relay that there is something; it looks by itself every second anyway. */
  nudge: () => void = () => undefined;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Error when no transaction is running: the fact could be lost or be told without being true. */
  async publish<S extends z.ZodType>(def: MessageDef & { payload: S }, payload: z.input<S>, at?: Date): Promise<number> {
    if (!this.db.inTransaction) throw new Error(`${def.name} must be published inside a transaction`);
    const id = await this.db.insert('platform_outbox', {
      name: def.name,
      payload: JSON.stringify(def.payload.parse(payload)),
      available_at: at ?? this.clock.now(),
    });
    this.db.afterCommit(() => this.nudge());
    return id;
  }
}
