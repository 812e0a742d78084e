import type { Server as HttpServer } from 'node:http';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import type { Redis } from 'ioredis';
import { Server, type Socket } from 'socket.io';
import { z } from 'zod';
import { AppError, notSignedIn, platformErrors, type Actor, type Change } from '@halong/platform/contract';
import type { Config } from '../config/config.ts';
import type { Database } from '../database/database.ts';
import { assertAccess, assertOwnOrigin, type Authenticator } from '../http/access.guard.ts';
import { problemOf, toAppError } from '../http/problem.filter.ts';
import { languageOf } from '../http/security-headers.ts';
import { openRedis } from '../jobs/background.ts';
import type { Log } from '../log/log.ts';
import { inRequest, type RequestContext } from '../request/request-context.ts';
import { spendOne, type Budget } from './socket-budget.rules.ts';
import type { SocketHandlers } from './socket-handlers.ts';

const watchPayload = z.object({ topic: z.string().max(60), id: z.number().int().min(0) });
const roomOf = (topic: string, id: number) => `${topic}-${id}`;
const accountRoom = (accountId: number) => `account-${accountId}`;
const recheckMs = 4_000;
const roomLimit = 200;
/** Tabs and devices of one person at one process. */
const socketsPerAccount = 40;

/** Who cannot be told whether they are signed in, because a service is away, tries again; they do not have to sign in. */
const refusalOf = (error: unknown): string => (error instanceof AppError && error.def === platformErrors.not_signed_in ? notSignedIn : 'unavailable');

type Ack = (answer: unknown) => void;

/**
 * socket.io over the Redis streams adapter. The server says what changed, the client fetches it again.
 * Sockets are authenticated like requests, and again every few seconds while they live. A socket that comes back
 * is a new one: the client watches again and fetches again, which also covers what socket.io could not replay.
 */
export class Realtime {
  private io: Server | undefined;
  private redis: Redis | undefined;
  private timer: NodeJS.Timeout | undefined;
  private version = 0;
  private rechecking = false;

  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly handlers: SocketHandlers,
    private readonly log: Log,
  ) {}

  /** Set once the identity domain is there; until then nobody is signed in. */
  authenticator: Authenticator = { actorOf: async () => undefined };

  /** Serves sockets on this HTTP server; without one (the worker) it can only tell. */
  start(http?: HttpServer): void {
    this.redis = openRedis(this.config.REDIS_URL, { blocking: true });
    const stream = `halong-io-${this.config.database.database}`;
    const io = new Server({
      path: '/api/ws',
      serveClient: false,
      maxHttpBufferSize: 64 * 1024,
      pingInterval: 10_000,
      pingTimeout: 15_000,
      allowRequest: (request, done) => {
        try {
          assertOwnOrigin(request.headers, this.config);
          done(null, true);
        } catch {
          done('foreign origin', false);
        }
      },
      adapter: createAdapter(this.redis, { streamName: stream, channelPrefix: stream, maxLen: 10_000 }),
    });
    io.use((socket, next) => {
      this.authenticate(socket).then(() => next(), (error: unknown) => next(new Error(refusalOf(error))));
    });
    io.on('connection', (socket) => this.welcome(socket));
    if (http) io.attach(http);
    this.io = io;
    this.timer = setInterval(() => void this.recheck().catch(() => undefined), recheckMs);
  }

  /** Ends the sockets of this process only, in a way that makes clients connect again elsewhere. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.io?.close();
    this.redis?.disconnect();
  }

  /** Tells the watchers that something changed, after the running transaction has committed. */
  changed(topic: string, id: number): void {
    this.db.afterCommit(() => {
      this.version += 1;
      const change: Change = { topic, id, version: Date.now() * 1_000 + (this.version % 1_000) };
      this.reachable()?.to(roomOf(topic, id)).emit('changed', change);
    });
  }

  /** Ends every socket of the account, on every process, after the commit. */
  endSockets(accountId: number): void {
    this.db.afterCommit(() => this.reachable()?.in(accountRoom(accountId)).disconnectSockets(true));
  }

  /** Without Redis only our own sockets can be told; nothing is kept for later, since clients fetch again anyway. */
  private reachable() {
    return this.redis?.status === 'ready' ? this.io : this.io?.local;
  }

  private async authenticate(socket: Socket): Promise<void> {
    const actor = await this.authenticator.actorOf(socket.handshake.headers.cookie);
    if (!actor) throw new AppError(platformErrors.not_signed_in);
    if (this.held(actor.accountId) >= socketsPerAccount) throw new AppError(platformErrors.too_many_requests, { seconds: 60 });
    socket.data = { actor };
  }

  private held(accountId: number): number {
    return this.io?.sockets.adapter.rooms.get(accountRoom(accountId))?.size ?? 0;
  }

  private welcome(socket: Socket): void {
    const actor = (socket.data as { actor: Actor }).actor;
    // Those who came at the same moment did not see each other at the door.
    if (this.held(actor.accountId) >= socketsPerAccount) return void socket.disconnect(true);
    void socket.join(accountRoom(actor.accountId));
    socket.on('error', () => undefined);
    socket.on('watch', (payload: unknown, ack: unknown) => this.answer(socket, ack, () => this.watch(socket, payload)));
    socket.on('unwatch', (payload: unknown) => {
      const parsed = watchPayload.safeParse(payload);
      if (parsed.success) void socket.leave(roomOf(parsed.data.topic, parsed.data.id));
    });
    for (const name of this.handlers.eventNames()) {
      socket.on(name, (payload: unknown, ack: unknown) => this.answer(socket, ack, () => this.handle(socket, name, payload)));
    }
  }

  private async watch(socket: Socket, payload: unknown): Promise<{ ok: true }> {
    const { topic, id } = watchPayload.parse(payload);
    const handler = this.handlers.topic(topic);
    if (!handler) throw new AppError(platformErrors.not_found);
    const actor = await this.actorNow(socket);
    assertAccess(handler.shape.access, actor);
    if (!(await inRequest(this.contextOf(socket, actor), () => handler.may(actor, id)))) throw new AppError(platformErrors.not_found);
    if (socket.rooms.size >= roomLimit) throw new AppError(platformErrors.too_many_requests, { seconds: 60 });
    await socket.join(roomOf(topic, id));
    return { ok: true };
  }

  private async handle(socket: Socket, name: string, payload: unknown): Promise<unknown> {
    const handler = this.handlers.event(name);
    if (!handler) throw new AppError(platformErrors.not_found);
    const actor = await this.actorNow(socket);
    assertAccess(handler.shape.access, actor);
    const parsed = handler.shape.payload.safeParse(payload);
    if (!parsed.success) throw new AppError(platformErrors.invalid_input);
    const info = { id: socket.id, onClose: (effect: () => void) => void socket.once('disconnect', effect) };
    const reply = await inRequest(this.contextOf(socket, actor), () => handler.handle(actor, parsed.data, info));
    return handler.shape.reply.parse(reply);
  }

  private contextOf(socket: Socket, actor?: Actor): RequestContext {
    return { requestId: `socket-${socket.id}`, language: languageOf(socket.handshake.headers['accept-language']), actor, address: socket.handshake.address };
  }

  /** The session may have ended since the handshake; the authenticator's cache makes this cheap. */
  private async actorNow(socket: Socket): Promise<Actor> {
    const actor = await this.authenticator.actorOf(socket.handshake.headers.cookie);
    if (actor) return actor;
    socket.disconnect(true);
    throw new AppError(platformErrors.not_signed_in);
  }

  private answer(socket: Socket, ack: unknown, work: () => Promise<unknown>): void {
    const reply: Ack = typeof ack === 'function' ? (ack as Ack) : () => undefined;
    this.spend(socket).then(work).then(
      (answer) => reply(answer),
      (thrown: unknown) => {
        const error = thrown instanceof z.ZodError ? new AppError(platformErrors.invalid_input) : toAppError(thrown);
        if (error.def.kind === 'unexpected') this.log.error({ stack: (thrown as Error).stack }, 'socket event failed');
        const { language, requestId } = this.contextOf(socket);
        reply({ problem: problemOf(error, language, requestId) });
      },
    );
  }

  /** Whoever asks without end gets the same short answer every time. */
  private async spend(socket: Socket): Promise<void> {
    const data = socket.data as { budget?: Budget };
    const left = spendOne(data.budget, performance.now());
    if (!left) throw new AppError(platformErrors.too_many_requests, { seconds: 5 });
    data.budget = left;
  }

  /** The net under the revocation message: ends sockets whose session is over, even when Redis was away. */
  private async recheck(): Promise<void> {
    if (this.rechecking) return;
    this.rechecking = true;
    try {
      await this.endStale();
    } finally {
      this.rechecking = false;
    }
  }

  private async endStale(): Promise<void> {
    for (const socket of this.io?.sockets.sockets.values() ?? []) {
      const actor = await this.authenticator.actorOf(socket.handshake.headers.cookie);
      if (!actor) socket.disconnect(true);
    }
  }
}
