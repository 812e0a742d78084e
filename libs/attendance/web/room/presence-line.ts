import { answerEvent, heartbeatEvent, joinEvent } from '@halong/attendance/contract';
import { ProblemError, sendSocket, serverNow, watchConnection, watchPulse } from '@halong/platform/web';
import { afterNews, afterRefusal, beforeJoining, type Presence, type PresenceNews } from './presence.rules.ts';

const retryMs = 2_000;
const laterMs = 10_000;
/** Pulse and beat have the same rhythm; a beat that would be due just after a pulse goes with it. */
const soonMs = 5_000;

/**
 * Keeps one tab present in one session: joins, sends a heartbeat each time the last one was answered, joins again with
 * the same connection id when the line breaks. Browsers slow down timers of pages in the background, so the server's own
 * signs of life and the page's coming to the front make a beat that is due go out. A page that sleeps sends nothing.
 */
export class PresenceLine {
  private now: Presence = beforeJoining;
  private readonly listeners = new Set<() => void>();
  private connectionId: string | undefined;
  private joined = false;
  private stopped = false;
  private beatMs = laterMs;
  private wake: (() => void) | undefined;
  private answering: number | undefined;
  /** When the beat that is waited for should go out; of the page's own timer, ms. */
  private dueAt = 0;

  constructor(private readonly sessionId: number) {}

  readonly current = (): Presence => this.now;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Answers how to end it for good. */
  start(): () => void {
    const stopWatching = watchConnection((up) => {
      this.joined = false;
      if (up) this.wake?.();
      else this.tell({ kind: 'silent' });
    });
    const stopPulse = watchPulse(this.catchUp);
    document.addEventListener('visibilitychange', this.catchUp);
    window.addEventListener('online', this.catchUp);
    void this.run();
    return () => {
      this.stopped = true;
      stopWatching();
      stopPulse();
      document.removeEventListener('visibilitychange', this.catchUp);
      window.removeEventListener('online', this.catchUp);
      this.wake?.();
    };
  }

  /** The person leaves: no more signs of life from this tab. */
  leave(): void {
    this.stopped = true;
    this.tell({ kind: 'left' });
    this.wake?.();
  }

  /**
   * "I am here". Kept and sent again when the line is back, as long as the question is open.
   * @throws ProblemError when the question is closed
   */
  async answer(promptNo: number): Promise<void> {
    this.answering = promptNo;
    await this.sendAnswer();
  }

  /** The timer is late, or will be: the next pulse would come after the beat is due. */
  private readonly catchUp = (): void => {
    if (performance.now() >= this.dueAt - soonMs) this.wake?.();
  };

  private async run(): Promise<void> {
    while (!this.stopped) {
      const pause = await this.beat();
      if (this.stopped || this.now.phase === 'over' || this.now.phase === 'refused') return;
      await this.sleep(pause);
    }
  }

  /** One sign of life; answers how long to wait for the next one. */
  private async beat(): Promise<number> {
    try {
      if (this.joined && this.connectionId) {
        const reply = await sendSocket(heartbeatEvent, { connectionId: this.connectionId });
        this.tell({ kind: 'alive', at: serverNow(), ...reply });
      } else {
        const { connectionId, enrolmentId, heartbeatSec, prompt, over } = await sendSocket(joinEvent, { sessionId: this.sessionId, connectionId: this.connectionId });
        this.connectionId = connectionId;
        this.joined = true;
        this.beatMs = heartbeatSec * 1_000;
        this.tell({ kind: 'alive', at: serverNow(), prompt, over, enrolmentId });
      }
      if (this.answering !== undefined) await this.sendAnswer().catch(() => undefined);
      return this.beatMs;
    } catch (error) {
      return this.failed(error);
    }
  }

  private failed(error: unknown): number {
    this.joined = false;
    if (!(error instanceof ProblemError)) {
      this.tell({ kind: 'silent' });
      return retryMs;
    }
    const what = afterRefusal(error.problem);
    if (what === 'rejoin') return 0;
    this.tell(what === 'later' && error.problem.code !== 'attendance.not_open_yet' ? { kind: 'silent' } : { kind: 'refused', problem: error.problem });
    return laterMs;
  }

  private async sendAnswer(): Promise<void> {
    const promptNo = this.answering;
    const { connectionId } = this;
    if (promptNo === undefined || connectionId === undefined) return;
    try {
      await sendSocket(answerEvent, { connectionId, promptNo });
      this.answering = undefined;
      this.tell({ kind: 'answered', promptNo });
    } catch (error) {
      if (error instanceof ProblemError && error.problem.code === 'attendance.prompt_closed') this.answering = undefined;
      throw error;
    }
  }

  private sleep(ms: number): Promise<void> {
    this.dueAt = performance.now() + ms;
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private tell(news: PresenceNews): void {
    const next = afterNews(this.now, news);
    if (next === this.now) return;
    this.now = next;
    for (const listener of this.listeners) listener();
  }
}
