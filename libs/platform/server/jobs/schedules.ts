import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import type { MessageDef } from '../events/event.ts';
import type { Outbox } from '../events/outbox.ts';
import type { Subscribers } from '../events/subscribers.ts';
import type { Log } from '../log/log.ts';

/** Asks for the work that the clock asks for. The truth about "when next" is a row, so any worker may look. */
export class Schedules {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly subscribers: Subscribers,
    private readonly log: Log,
  ) {}

  async start(pollMs = 1_000): Promise<void> {
    for (const { def } of this.scheduled()) {
      await this.db.run('INSERT IGNORE INTO platform_schedule (name, next_at) VALUES (?, ?)', [def.name, this.clock.now()]);
    }
    this.timer = setInterval(() => {
      void this.tick().catch((error: unknown) => this.log.warn({ error: String(error) }, 'schedules failed, will look again'));
    }, pollMs);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Publishes every job that is due. A clock that was moved back does not put a job to sleep. */
  async tick(): Promise<void> {
    const now = this.clock.millis();
    const due = await this.db.rows<{ name: string; next_at: Date }>('SELECT name, next_at FROM platform_schedule');
    for (const { def, everySeconds = 0 } of this.scheduled()) {
      const row = due.find(({ name }) => name === def.name);
      const wait = row ? row.next_at.getTime() - now : 0;
      if (wait > 0 && wait <= everySeconds * 1_000) continue;
      if (row) await this.claim(def, everySeconds, row.next_at);
    }
  }

  /** Of all processes that saw the same row, the one that changes it publishes. */
  private claim(def: MessageDef, everySeconds: number, seen: Date): Promise<void> {
    return this.db.transaction(async () => {
      const next = new Date(this.clock.millis() + everySeconds * 1_000);
      const { affectedRows } = await this.db.run('UPDATE platform_schedule SET next_at = ? WHERE name = ? AND next_at = ?', [next, def.name, seen]);
      if (affectedRows === 1) await this.outbox.publish(def, {});
    });
  }

  private scheduled() {
    return this.subscribers.all().filter(({ everySeconds }) => everySeconds !== undefined);
  }
}
