import type { Server as HttpServer } from 'node:http';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import type { Redis } from 'ioredis';
import { Server, type Socket } from 'socket.io';
import { z } from 'zod';
import { AppError, platformErrors, type Actor, type Change } from '@halong/platform/contract';
import type { Config } from '../config/config.ts';
import type { Database } from '../database/database.ts';
import { assertAccess, assertOwnOrigin, type Authenticator } from '../http/access.guard.ts';
import { problemOf, toAppError } from '../http/problem.filter.ts';
import { openRedis } from '../jobs/background.ts';
import type { Log } from '../log/log.ts';
import { inRequest } from '../request/request-context.ts';
import type { SocketHandlers } from './socket-handlers.ts';

const watchPayload = z.object({ topic: z.string().max(60), id: z.number().int().min(0) });
const roomOf = (topic: string, id: number) => `${topic}-${id}`;
const accountRoom = (accountId: number) => `account-${accountId}`;
const recheckMs = 4_000;

type Ack = (answer: unknown) => void;

/**
 * socket.io over the Redis streams adapter. The server says what changed, the client fetches it again.
 * Sockets are authenticated like requests, again after a recovery, and every few seconds while they live.
 */
export class Realtime {
  private io: Server | undefined;
  private redis: Redis | undefined;
  private timer: NodeJS.Timeout | undefined;
  private version = 0;

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
    const io = new Server({
      path: '/api/ws',
      serveClient: false,
      maxHttpBufferSize: 64 * 1024,
      pingInterval: 10_000,
      pingTimeout: 15_000,
      connectionStateRecovery: { maxDisconnectionDuration: 60_000, skipMiddlewares: false },
      allowRequest: (request, done) => {
        try {
          assertOwnOrigin(request.headers, this.config);
          done(null, true);
        } catch {
          done('foreign origin', false);
        }
      },
      adapter: createAdapter(this.redis, { streamName: `halong-io-${this.config.database.database}`, maxLen: 10_000 }),
    });
    io.use((socket, next) => {
      this.authenticate(socket).then(() => next(), () => next(new Error('not_signed_in')));
    });
    io.on('connection', (socket) => this.welcome(socket));
    io.engine?.on('connection_error', () => undefined);
    if (http) io.attach(http);
    this.io = io;
    this.timer = setInterval(() => void this.recheck().catch(() => undefined), recheckMs);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.io?.disconnectSockets(true);
    await this.io?.close();
    this.redis?.disconnect();
  }

  /** Tells the watchers that something changed, after the running transaction has committed. */
  changed(topic: string, id: number): void {
    this.db.afterCommit(() => {
      this.version += 1;
      const change: Change = { topic, id, version: Date.now() * 1_000 + (this.version % 1_000) };
      this.io?.to(roomOf(topic, id)).emit('changed', change);
    });
  }

  /** Ends every socket of the account, on every process, after the commit. */
  endSockets(accountId: number): void {
    this.db.afterCommit(() => this.io?.in(accountRoom(accountId)).disconnectSockets(true));
  }

  private async authenticate(socket: Socket): Promise<void> {
    const actor = await this.authenticator.actorOf(socket.handshake.headers.cookie);
    if (!actor) throw new AppError(platformErrors.not_signed_in);
    socket.data = { actor };
  }

  private welcome(socket: Socket): void {
    const actor = (socket.data as { actor: Actor }).actor;
    // A recovered socket brings its old rooms along; what it may watch is asked again.
    for (const room of socket.rooms) if (room !== socket.id) void socket.leave(room);
    void socket.join(accountRoom(actor.accountId));
    socket.on('error', () => undefined);
    socket.on('watch', (payload: unknown, ack: unknown) => this.answer(ack, () => this.watch(socket, payload)));
    socket.on('unwatch', (payload: unknown) => {
      const parsed = watchPayload.safeParse(payload);
      if (parsed.success) void socket.leave(roomOf(parsed.data.topic, parsed.data.id));
    });
    for (const name of this.handlers.eventNames()) {
      socket.on(name, (payload: unknown, ack: unknown) => this.answer(ack, () => this.handle(socket, name, payload)));
    }
  }

  private async watch(socket: Socket, payload: unknown): Promise<{ ok: true }> {
    const { topic, id } = watchPayload.parse(payload);
    const handler = this.handlers.topic(topic);
    if (!handler) throw new AppError(platformErrors.not_found);
    const actor = await this.actorNow(socket);
    assertAccess(handler.shape.access, actor);
    if (!(await handler.may(actor, id))) throw new AppError(platformErrors.not_found);
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
    const reply = await inRequest({ requestId: `socket-${socket.id}`, language: 'vi', actor }, () => handler.handle(actor, parsed.data, info));
    return handler.shape.reply.parse(reply);
  }

  /** The session may have ended since the handshake; the authenticator's cache makes this cheap. */
  private async actorNow(socket: Socket): Promise<Actor> {
    const actor = await this.authenticator.actorOf(socket.handshake.headers.cookie);
    if (actor) return actor;
    socket.disconnect(true);
    throw new AppError(platformErrors.not_signed_in);
  }

  private answer(ack: unknown, work: () => Promise<unknown>): void {
    const reply: Ack = typeof ack === 'function' ? (ack as Ack) : () => undefined;
    work().then(
      (answer) => reply(answer),
      (thrown: unknown) => {
        const error = thrown instanceof z.ZodError ? new AppError(platformErrors.invalid_input) : toAppError(thrown);
        if (error.def.kind === 'unexpected') this.log.error({ stack: (thrown as Error).stack }, 'socket event failed');
        reply({ problem: problemOf(error, 'vi', 'socket') });
      },
    );
  }

  /** The net under the revocation message: ends sockets whose session is over, even when Redis was away. */
  private async recheck(): Promise<void> {
    for (const socket of this.io?.sockets.sockets.values() ?? []) {
      const actor = await this.authenticator.actorOf(socket.handshake.headers.cookie);
      if (!actor) socket.disconnect(true);
    }
  }
}
