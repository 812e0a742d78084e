import type { ItemProgress } from '@halong/materials/contract';
import type { SeenBatch } from '../preview/seen.ts';
import { merged, nothingTold, type Told } from './told.rules.ts';

const retryMs = 5_000;

/** Without `randomUUID`, which pages over plain http do not have. */
const newToken = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

type Send = (body: object, keepalive: boolean) => Promise<ItemProgress>;

/**
 * Tells the server what was seen, one batch after the other. What did not arrive goes with the next batch; what is told while
 * the page is being left is sent by the browser after it is gone.
 */
export class Reporter {
  private readonly showing = newToken();
  private no = 0;
  private waiting: Told = nothingTold;
  private busy = false;
  private opened = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly send: Send,
    private readonly heard: (progress: ItemProgress) => void,
  ) {}

  /** Starts the watch; nothing is counted before. */
  open(): void {
    void this.flush(false);
  }

  tell(batch: SeenBatch, leaving: boolean): void {
    this.waiting = merged(this.waiting, batch);
    void this.flush(leaving);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private async flush(keepalive: boolean): Promise<void> {
    if (this.busy && !keepalive) return;
    clearTimeout(this.timer);
    this.busy = true;
    const sent = this.waiting;
    const body = this.opened ? { showing: this.showing, no: (this.no += 1), ...sent } : { showing: this.showing, no: 0, place: sent.place };
    if (this.opened) this.waiting = { ...nothingTold, place: sent.place };
    try {
      this.heard(await this.send(body, keepalive));
      this.opened = true;
    } catch {
      if (this.opened) this.waiting = merged(sent, { ...this.waiting, position: this.waiting.place });
      this.timer = setTimeout(() => void this.flush(false), retryMs);
    } finally {
      this.busy = false;
    }
  }
}
