import 'reflect-metadata';
import type { Server } from 'node:http';
import { Server as TcpServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { readFileSync } from 'node:fs';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { MetadataScanner, ModulesContainer, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { Clock } from './clock/clock.ts';
import type { Config } from './config/config.ts';
import { openDataSource } from './database/data-source.ts';
import { platformEntities } from './database/platform.entities.ts';
import { platformMigrations } from './database/platform.migrations.ts';
import { wiringFaults } from './domain/boot-check.ts';
import type { Domain } from './domain/domain.ts';
import { Outbox } from './events/outbox.ts';
import { Relay } from './events/relay.ts';
import { Subscribers } from './events/subscribers.ts';
import { AccessGuard, AUTHENTICATOR, type Authenticator } from './http/access.guard.ts';
import { AnswerInterceptor } from './http/answer.interceptor.ts';
import { platformRoutes } from './http/health.controller.ts';
import { Idempotency } from './http/idempotency.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { addRequestHooks } from './http/security-headers.ts';
import { endSlowBodies } from './http/slow-bodies.ts';
import { bytesOf, settleUnreadBodies } from './http/upload-body.ts';
import { serveWebPages } from './http/web-pages.ts';
import { BackgroundWork, openQueues, openRedis } from './jobs/background.ts';
import { platformMessages } from './jobs/platform.jobs.ts';
import { Schedules } from './jobs/schedules.ts';
import { createLog, type Log } from './log/log.ts';
import { PlatformModule } from './platform.module.ts';
import { Realtime } from './realtime/realtime.ts';
import { SocketHandlers } from './realtime/socket-handlers.ts';

export interface Composition {
  name: string;
  config: Config;
  domains: Domain[];
}

/** The platform's own messages take part in the boot check like those of a domain. */
const platformDomain = (): Domain => ({
  name: 'platform', module: PlatformModule, entities: platformEntities, migrations: platformMigrations, routes: {}, messages: platformMessages,
});

export const entitiesOf = (domains: Domain[]) => [...platformEntities, ...domains.flatMap(({ entities }) => entities)];
export const migrationsOf = (domains: Domain[]) => [...platformMigrations, ...domains.flatMap(({ migrations }) => migrations)];

/** What was opened, to be closed in the opposite order; a start that fails leaves no connection behind. */
class Opened {
  private readonly steps: (() => unknown)[] = [];

  add(...steps: (() => unknown)[]): void {
    this.steps.push(...steps);
  }

  close = async (): Promise<void> => {
    for (const step of this.steps.splice(0).reverse()) await Promise.resolve().then(step).catch(() => undefined);
  };

  async closeOnFailure<T>(start: () => Promise<T>): Promise<T> {
    try {
      return await start();
    } catch (error) {
      await this.close();
      throw error;
    }
  }
}

async function rootModule({ name, config, domains }: Composition, opened: Opened) {
  const source = await openDataSource({
    target: config.database, poolSize: config.DB_POOL, entities: entitiesOf(domains), migrations: migrationsOf(domains),
  });
  const queues = openQueues(config.REDIS_URL, config.database.database);
  opened.add(() => source.destroy(), () => queues.connection.disconnect(), () => Promise.all([queues.events.close(), queues.jobs.close(), queues.heavy.close()]));
  const log = createLog(config.LOG_LEVEL, name);
  class RootModule {}
  Module({ imports: [PlatformModule.of({ config, source, queues, log, domains }), ...domains.map((domain) => domain.module)] })(RootModule);
  return { RootModule, log };
}

/** Checks the wiring, starts the clock and connects the nudge; what every kind of process does after creation. */
async function prepare(app: INestApplicationContext, { config, domains }: Composition, opened: Opened): Promise<void> {
  opened.add(() => app.close());
  const faults = wiringFaults({
    domains: [platformDomain(), ...domains],
    modules: app.get(ModulesContainer),
    scanner: new MetadataScanner(),
    subscribers: app.get(Subscribers),
    sockets: app.get(SocketHandlers),
    platformRoutes: Object.values(platformRoutes),
  });
  if (faults.length > 0) throw new Error(`The wiring is not right:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  const clock = app.get(Clock);
  opened.add(() => clock.stop());
  await clock.start(config.production ? 60_000 : 1_000);
  if (config.production && (await clock.offset()) !== 0) throw new Error('CLOCK_OFFSET: production does not run on a moved clock');
  const teller = openRedis(config.REDIS_URL);
  opened.add(() => teller.disconnect());
  app.get(Outbox).nudge = () => void teller.publish(nudgeChannel(config), '1').catch(() => undefined);
}

const nudgeChannel = (config: Config) => `${config.database.database}:outbox`;

function authenticatorOf(app: INestApplicationContext): Authenticator {
  try {
    return app.get<Authenticator>(AUTHENTICATOR, { strict: false });
  } catch {
    return { actorOf: async () => undefined };
  }
}

export interface Running<A extends INestApplicationContext = INestApplicationContext> {
  app: A;
  log: Log;
  close(): Promise<void>;
}

function fastifyAdapter(config: Config): FastifyAdapter {
  const https = config.TLS_CERT && config.TLS_KEY ? { cert: readFileSync(config.TLS_CERT), key: readFileSync(config.TLS_KEY) } : null;
  const limits = { bodyLimit: 1_048_576, requestTimeout: 600_000, forceCloseConnections: 'idle' };
  return new FastifyAdapter({ trustProxy: config.TRUST_PROXY, https, ...limits } as never);
}

const graceMs = 500;

/**
 * Closes the door first: newcomers are refused and go elsewhere, while those who are in already have a moment to
 * send their request. Closing the server at once would cut connections whose request is still on its way.
 */
async function refuseNewcomers(server: Server): Promise<void> {
  if (!server.listening) return;
  TcpServer.prototype.close.call(server);
  await sleep(graceMs);
}

/** The HTTP and socket process. It listens when the caller says so. */
export async function openApi(composition: Composition): Promise<Running<NestFastifyApplication>> {
  const { config } = composition;
  const opened = new Opened();
  return opened.closeOnFailure(async () => {
    const { RootModule, log } = await rootModule(composition, opened);
    const app = await NestFactory.create<NestFastifyApplication>(RootModule, fastifyAdapter(config), { logger: ['error', 'warn'], abortOnError: false });
    await prepare(app, composition, opened);
    const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
    addRequestHooks(fastify, config, app.get(Clock));
    settleUnreadBodies(fastify);
    endSlowBodies(fastify);
    fastify.addContentTypeParser('application/octet-stream', (request, _payload, done) => done(null, bytesOf(request.raw)));
    // The bytes of a raw route stay where they are: its handler reads them.
    fastify.addContentTypeParser('application/offset+octet-stream', (request, _payload, done) => done(null, request.raw));
    const authenticator = authenticatorOf(app);
    app.setGlobalPrefix('api');
    app.useGlobalFilters(new ProblemFilter(log));
    app.useGlobalGuards(new AccessGuard(config, authenticator));
    app.useGlobalInterceptors(new AnswerInterceptor(app.get(Idempotency)));
    await serveWebPages(fastify, config.WEB_DIR);
    const realtime = app.get(Realtime);
    realtime.authenticator = authenticator;
    await app.init();
    realtime.start(app.getHttpServer());
    opened.add(() => realtime.stop());
    opened.add(() => refuseNewcomers(app.getHttpServer()));
    return { app, log, close: opened.close };
  });
}

/** A process without HTTP: the worker when `background` is true, a command or a test otherwise. */
export async function openContext(composition: Composition & { background: boolean }): Promise<Running> {
  const opened = new Opened();
  return opened.closeOnFailure(async () => {
    const { RootModule, log } = await rootModule(composition, opened);
    const app = await NestFactory.createApplicationContext(RootModule, { logger: ['error', 'warn'], abortOnError: false });
    await prepare(app, composition, opened);
    if (composition.background) await startBackground(app, composition.config, opened);
    return { app, log, close: opened.close };
  });
}

async function startBackground(app: INestApplicationContext, config: Config, opened: Opened): Promise<void> {
  const realtime = app.get(Realtime);
  realtime.start();
  opened.add(() => realtime.stop());
  const work = app.get(BackgroundWork);
  work.start();
  opened.add(() => work.stop());
  const schedules = app.get(Schedules);
  opened.add(() => schedules.stop());
  await schedules.start();
  const relay = app.get(Relay);
  const listener = openRedis(config.REDIS_URL, { blocking: true });
  opened.add(() => listener.disconnect());
  listener.on('message', () => relay.wake());
  void listener.subscribe(nudgeChannel(config)).catch(() => undefined);
}

/** Says that the process works; closes on SIGTERM, SIGINT and when the launcher is gone; gives up waiting after ten seconds. */
export function closeOnSignals(running: Running): void {
  running.log.info('started');
  let closing = false;
  const stop = () => {
    if (closing) return;
    closing = true;
    setTimeout(() => process.exit(1), 10_000).unref();
    running.log.info('stopping');
    running.close().then(() => process.exit(0), () => process.exit(1));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.once('disconnect', stop);
}
