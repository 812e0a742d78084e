import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { attendanceErrors as errors, type PresencePrompt } from '@halong/attendance/contract';
import { AppError, dayOf, formatDay, platformErrors, timeOf, type Actor } from '@halong/platform/contract';
import { Clock, LOG, type Log, type SocketInfo } from '@halong/platform/server';
import { AttendanceSessions } from '../attendance/attendance-sessions.ts';
import { EvidenceRepository } from '../attendance/evidence.repository.ts';
import type { NewEvidence } from '../attendance/evidence.rows.ts';
import { grouped } from '../attendance/grouped.ts';
import { promptDue } from '../attendance/prompt.rules.ts';
import { Recorder } from '../attendance/recorder.ts';
import { opensAt, type SessionFacts } from '../attendance/session-facts.ts';
import { windowOf } from '../check-in/check-in.rules.ts';
import { Connections, type Connection, type Unstored } from './connections.ts';
import { PromptMemory } from './prompts.ts';

/** Heartbeats of the last moments live in this process only: a crash loses no more than this. */
export const flushEveryMs = 15_000;

const dueOf = ({ promptsAt, endsAt, rules }: SessionFacts, now: number) => promptDue(promptsAt, { endsAt, openSec: rules.online.promptOpenSec }, now);
const lostAfterMs = (session: SessionFacts): number => session.rules.online.lostAfterSec * 1000;

/**
 * Presence over the network. Heartbeats are kept in memory and appended to the evidence every fifteen seconds, when a
 * process stops in order, and never later than `online.batchSec` allows. Only the server's clock counts.
 */
@Injectable()
export class OnlinePresence implements OnModuleDestroy {
  private readonly connections = new Connections();
  private readonly prompts = new PromptMemory();
  private readonly sessions = new Map<number, SessionFacts>();
  private timer: NodeJS.Timeout | undefined;
  private flushing: Promise<void> | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly facts: AttendanceSessions,
    private readonly evidence: EvidenceRepository,
    private readonly recorder: Recorder,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** @throws AppError not_enrolled, room_only, session_cancelled, not_open_yet, session_over, too_many_requests */
  async join(actor: Actor, { sessionId, connectionId }: { sessionId: number; connectionId?: string }, socket: SocketInfo) {
    const session = await this.facts.ensure(await this.facts.get(sessionId));
    this.assertTakesOnline(session);
    const enrolmentId = actor.personId === null ? undefined : await this.evidence.enrolmentOfPerson(session.classId, actor.personId);
    if (enrolmentId === undefined) throw new AppError(errors.not_enrolled);
    const known = connectionId === undefined ? undefined : this.connections.find(connectionId);
    const another = known?.accountId !== actor.accountId;
    if (this.connections.full || (another && this.connections.isFullFor(actor.accountId))) throw new AppError(platformErrors.too_many_requests, { seconds: 30 });
    for (const one of await this.evidence.ofMany(sessionId, [enrolmentId])) {
      if (one.kind === 'PROMPT_ANSWERED') this.prompts.answered(sessionId, enrolmentId, Number(one.promptId));
    }
    this.sessions.set(sessionId, session);
    const id = this.idFor(connectionId, actor, sessionId);
    const opened = this.connections.open({ id, sessionId, enrolmentId, accountId: actor.accountId, socketId: socket.id }, this.clock.millis(), lostAfterMs(session));
    if (known?.socketId !== socket.id || known.id !== id) socket.onClose(() => this.connections.close(id, socket.id));
    this.timer ??= setInterval(() => void this.flush(), flushEveryMs).unref();
    return {
      connectionId: id, enrolmentId, heartbeatSec: session.rules.online.heartbeatSec,
      startsAt: new Date(session.startsAt).toISOString(), endsAt: new Date(session.endsAt).toISOString(), ...this.pulse(opened, session),
    };
  }

  /** @throws AppError connection_gone when this process does not know the connection: the client joins again */
  beat(actor: Actor, connectionId: string): { prompt: PresencePrompt | null; over: boolean } {
    const { connection, session } = this.connectionOf(actor, connectionId);
    this.connections.beat(connection, this.clock.millis(), lostAfterMs(session), session.endsAt);
    return this.pulse(connection, session);
  }

  /** Stores the answer before it is acknowledged. @throws AppError connection_gone, prompt_closed */
  async answer(actor: Actor, { connectionId, promptNo }: { connectionId: string; promptNo: number }): Promise<void> {
    const { connection, session } = this.connectionOf(actor, connectionId);
    const { sessionId, enrolmentId } = connection;
    const now = this.clock.millis();
    if (dueOf(session, now)?.no !== promptNo) throw new AppError(errors.prompt_closed);
    const shownAt = this.prompts.shown(sessionId, enrolmentId, promptNo, now);
    const piece = (kind: NewEvidence['kind'], at: number): NewEvidence => ({ enrolmentId, kind, at, detail: { promptId: String(promptNo) }, onceKey: String(promptNo), byAccount: null });
    await this.recorder.addMany(session, [piece('PROMPT_SHOWN', shownAt), piece('PROMPT_ANSWERED', now)]);
    this.prompts.answered(sessionId, enrolmentId, promptNo);
  }

  /** Appends what waits to the evidence. What cannot be stored now stays and is tried again. */
  flush(): Promise<void> {
    this.flushing ??= this.flushOnce().finally(() => {
      this.flushing = undefined;
    });
    return this.flushing;
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.flushing;
    await this.flush();
  }

  private async flushOnce(): Promise<void> {
    const shown = this.prompts.unstored();
    const batches = grouped(this.connections.unstored(), (one) => one.sessionId);
    const sessionIds = new Set([...batches.keys(), ...shown.map((one) => one.sessionId)]);
    let failed = false;
    for (const sessionId of sessionIds) {
      const batch = batches.get(sessionId) ?? [];
      const prompts = shown.filter((one) => one.sessionId === sessionId);
      failed = !(await this.store(sessionId, batch, prompts)) || failed;
    }
    if (!failed) this.prompts.stored(shown.length);
    this.connections.forgetClosed();
    this.forgetSessions();
  }

  private async store(sessionId: number, batch: Unstored[], prompts: { enrolmentId: number; no: number; at: number }[]): Promise<boolean> {
    try {
      const session = await this.facts.get(sessionId);
      this.sessions.set(sessionId, session);
      const seated = await this.seatedOf([...batch, ...prompts].map(({ enrolmentId }) => enrolmentId));
      const still = ({ enrolmentId }: { enrolmentId: number }) => seated.has(enrolmentId);
      const intervals = batch.filter(still).map(({ enrolmentId, connectionId, from, to }): NewEvidence => ({
        enrolmentId, kind: 'ONLINE_INTERVAL', at: to, detail: { from, to, connectionId }, onceKey: `${connectionId}:${from}:${to}`, byAccount: null,
      }));
      const asked = prompts.filter(still).map(({ enrolmentId, no, at }): NewEvidence => ({ enrolmentId, kind: 'PROMPT_SHOWN', at, detail: { promptId: String(no) }, onceKey: String(no), byAccount: null }));
      await this.recorder.addMany(session, [...intervals, ...asked]);
      this.connections.stored(batch);
      return true;
    } catch (error) {
      this.log.warn({ error: String(error), sessionId }, 'online presence could not be stored, will try again');
      return false;
    }
  }

  /** Those who have left the class since they joined are let go of: with them the line to their page ends. */
  private async seatedOf(enrolmentIds: readonly number[]): Promise<ReadonlySet<number>> {
    const seated = new Set(await this.evidence.seated([...new Set(enrolmentIds)]));
    this.connections.drop(new Set(enrolmentIds.filter((id) => !seated.has(id))));
    return seated;
  }

  /** What is waiting for an answer; the prompt counts as shown from here on. */
  private pulse({ sessionId, enrolmentId }: Connection, session: SessionFacts): { prompt: PresencePrompt | null; over: boolean } {
    const now = this.clock.millis();
    const over = session.state === 'CANCELLED' || now >= session.endsAt;
    const due = over ? null : dueOf(session, now);
    if (!due || this.prompts.isAnswered(sessionId, enrolmentId, due.no)) return { prompt: null, over };
    this.prompts.shown(sessionId, enrolmentId, due.no, now);
    return { prompt: { no: due.no, openUntil: new Date(due.openUntil).toISOString() }, over };
  }

  private connectionOf(actor: Actor, connectionId: string): { connection: Connection; session: SessionFacts } {
    const connection = this.connections.find(connectionId);
    const session = connection && this.sessions.get(connection.sessionId);
    if (!session || connection.closed || connection.accountId !== actor.accountId) throw new AppError(errors.connection_gone);
    return { connection, session };
  }

  /** The client's id is kept, so that a short break is bridged; not when it names somebody else's connection. */
  private idFor(wanted: string | undefined, actor: Actor, sessionId: number): string {
    const known = wanted === undefined ? undefined : this.connections.find(wanted);
    const foreign = known !== undefined && (known.accountId !== actor.accountId || known.sessionId !== sessionId);
    return wanted === undefined || foreign ? randomUUID() : wanted;
  }

  private assertTakesOnline(session: SessionFacts): void {
    const day = formatDay(dayOf(session.startsAt));
    const window = windowOf({ state: session.state, opensAt: opensAt(session), endsAt: session.endsAt }, this.clock.millis());
    if (window === 'CANCELLED') throw new AppError(errors.session_cancelled);
    if (session.plan.mode !== 'ONLINE' && session.plan.mode !== 'BOTH') throw new AppError(errors.room_only);
    if (window === 'NOT_OPEN_YET') throw new AppError(errors.not_open_yet, { opensAt: timeOf(opensAt(session)), day });
    if (window === 'CLOSED') throw new AppError(errors.session_over, { endedAt: timeOf(session.endsAt), day });
  }

  private forgetSessions(): void {
    const used = new Set(this.connections.unstored().map((one) => one.sessionId));
    const now = this.clock.millis();
    for (const [id, session] of this.sessions) {
      if (used.has(id) || now < session.endsAt + 3_600_000) continue;
      this.sessions.delete(id);
      this.prompts.forget(id);
    }
  }
}
