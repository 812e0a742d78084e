import 'reflect-metadata';
import { existsSync, readFileSync } from 'node:fs';
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
import { serveWebPages } from './http/web-pages.ts';
import { BackgroundWork, openRedis, QUEUES, type Queues } from './jobs/background.ts';
import { platformMessages } from './jobs/platform.jobs.ts';
import { Schedules } from './jobs/schedules.ts';
import { createLog } from './log/log.ts';
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

async function rootModule({ name, config, domains }: Composition) {
  const source = await openDataSource({
    target: config.database, poolSize: config.DB_POOL, entities: entitiesOf(domains), migrations: migrationsOf(domains),
  });
  const log = createLog(config.LOG_LEVEL, name);
  class RootModule {}
  Module({ imports: [PlatformModule.of({ config, source, log, domains }), ...domains.map((domain) => domain.module)] })(RootModule);
  return { RootModule, source, log };
}

/** Checks the wiring, starts the clock and connects the nudge; what every kind of process does after creation. */
async function prepare(app: INestApplicationContext, composition: Composition): Promise<{ close: (() => Promise<void>)[] }> {
  const { config, domains } = composition;
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
  await clock.start(config.production ? 60_000 : 1_000);
  if (config.production && (await clock.offset()) !== 0) throw new Error('CLOCK_OFFSET: production does not run on a moved clock');
  const channel = `${config.database.database}:outbox`;
  const teller = openRedis(config.REDIS_URL);
  app.get(Outbox).nudge = () => void teller.publish(channel, '1').catch(() => undefined);
  return { close: [async () => clock.stop(), async () => teller.disconnect()] };
}

function authenticatorOf(app: INestApplicationContext): Authenticator {
  try {
    return app.get<Authenticator>(AUTHENTICATOR, { strict: false });
  } catch {
    return { actorOf: async () => undefined };
  }
}

export interface Running<A extends INestApplicationContext = INestApplicationContext> {
  app: A;
  close(): Promise<void>;
}

async function closeAll(app: INestApplicationContext, steps: (() => Promise<void>)[], source: { destroy(): Promise<void> }): Promise<void> {
  for (const step of steps) await step().catch(() => undefined);
  const queues = app.get<Queues>(QUEUES);
  await Promise.all([queues.events.close(), queues.jobs.close()]).catch(() => undefined);
  await app.close();
  queues.connection.disconnect();
  await source.destroy().catch(() => undefined);
}

/** The HTTP and socket process. It listens when the caller says so. */
export async function openApi(composition: Composition): Promise<Running<NestFastifyApplication>> {
  const { config } = composition;
  const { RootModule, source, log } = await rootModule(composition);
  const https = config.TLS_CERT && config.TLS_KEY ? { cert: readFileSync(config.TLS_CERT), key: readFileSync(config.TLS_KEY) } : null;
  const trustProxy = config.TRUST_PROXY === '' ? false : config.TRUST_PROXY;
  const adapter = new FastifyAdapter({ trustProxy, bodyLimit: 1_048_576, https, forceCloseConnections: 'idle' } as never);
  const app = await NestFactory.create<NestFastifyApplication>(RootModule, adapter, { logger: ['error', 'warn'], abortOnError: false });
  const { close } = await prepare(app, composition);
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  addRequestHooks(fastify, config);
  fastify.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  const authenticator = authenticatorOf(app);
  app.setGlobalPrefix('api');
  app.useGlobalFilters(new ProblemFilter(log));
  app.useGlobalGuards(new AccessGuard(config, authenticator));
  app.useGlobalInterceptors(new AnswerInterceptor(app.get(Idempotency)));
  if (existsSync(config.WEB_DIR)) await serveWebPages(fastify, config.WEB_DIR);
  const realtime = app.get(Realtime);
  realtime.authenticator = authenticator;
  await app.init();
  realtime.start(app.getHttpServer());
  return { app, close: () => closeAll(app, [() => realtime.stop(), ...close], source) };
}

/** A process without HTTP: the worker when `background` is true, a command or a test otherwise. */
export async function openContext(composition: Composition & { background: boolean }): Promise<Running> {
  const { config, background } = composition;
  const { RootModule, source } = await rootModule(composition);
  const app = await NestFactory.createApplicationContext(RootModule, { logger: ['error', 'warn'], abortOnError: false });
  const { close } = await prepare(app, composition);
  const steps = [...close];
  if (background) {
    const realtime = app.get(Realtime);
    realtime.start();
    const work = app.get(BackgroundWork);
    const schedules = app.get(Schedules);
    work.start();
    await schedules.start();
    const relay = app.get(Relay);
    const listener = openRedis(config.REDIS_URL, { blocking: true });
    void listener.subscribe(`${config.database.database}:outbox`).catch(() => undefined);
    listener.on('message', () => relay.wake());
    steps.unshift(async () => schedules.stop(), () => work.stop(), () => realtime.stop(), async () => listener.disconnect());
  }
  return { app, close: () => closeAll(app, steps, source) };
}

/** Closes on SIGTERM, SIGINT and when the launcher is gone; gives up waiting after ten seconds. */
export function closeOnSignals(running: Running): void {
  let closing = false;
  const stop = () => {
    if (closing) return;
    closing = true;
    setTimeout(() => process.exit(1), 10_000).unref();
    running.close().then(() => process.exit(0), () => process.exit(1));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.once('disconnect', stop);
}
