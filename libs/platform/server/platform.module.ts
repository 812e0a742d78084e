import { join } from 'node:path';
import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { anchorFile } from './audit/anchor-file.ts';
import { Audit } from './audit/audit.ts';
import { Clock } from './clock/clock.ts';
import { CONFIG, type Config } from './config/config.ts';
import { Database } from './database/database.ts';
import { DOMAINS, type Domain } from './domain/domain.ts';
import { DeadLetters } from './events/dead-letters.ts';
import { Deliveries } from './events/delivery.ts';
import { Outbox } from './events/outbox.ts';
import { Relay } from './events/relay.ts';
import { Subscribers } from './events/subscribers.ts';
import { HealthController } from './http/health.controller.ts';
import { Idempotency } from './http/idempotency.ts';
import { BackgroundWork, QUEUES, type Queues } from './jobs/background.ts';
import { PlatformJobs } from './jobs/platform.jobs.ts';
import { Schedules } from './jobs/schedules.ts';
import { LOG, type Log } from './log/log.ts';
import { MailJobs } from './mail/mail.jobs.ts';
import { Mailer } from './mail/mailer.ts';
import { Realtime } from './realtime/realtime.ts';
import { SocketHandlers } from './realtime/socket-handlers.ts';
import { DiskDrive } from './storage/disk-drive.ts';
import type { FileDrive } from './storage/file-drive.ts';
import { FileStore } from './storage/file-store.ts';
import { PlatformHealth } from './http/health.ts';

export interface PlatformParts {
  config: Config;
  source: DataSource;
  queues: Queues;
  log: Log;
  domains: Domain[];
}

/** The disk of this machine, or S3 when it is configured: its client is large and loaded by nobody else. */
async function driveOf(config: Config): Promise<FileDrive> {
  const folder = join(config.DATA_DIR, 'files');
  if (!config.s3) return new DiskDrive(folder);
  const { S3Drive } = await import('./storage/s3-drive.ts');
  return new S3Drive(config.s3, join(folder, 'copies'));
}

const wired: Provider[] = [
  {
    provide: Database,
    inject: [DataSource, LOG],
    useFactory: (source: DataSource, log: Log) => new Database(source, (error) => log.error({ error: String(error) }, 'effect after commit failed')),
  },
  { provide: Clock, inject: [Database], useFactory: (db: Database) => new Clock(db) },
  { provide: Outbox, inject: [Database], useFactory: (db: Database) => new Outbox(db) },
  { provide: Idempotency, inject: [Database, CONFIG], useFactory: (db: Database, { secrets }: Config) => new Idempotency(db, secrets.personalIdHashKey) },
  {
    provide: Audit,
    inject: [Database, Clock, CONFIG],
    useFactory: (db: Database, clock: Clock, config: Config) =>
      new Audit(db, clock, config.secrets.auditKey, anchorFile(join(config.DATA_DIR, 'audit-head'))),
  },
  { provide: FileStore, inject: [Database, CONFIG], useFactory: async (db: Database, config: Config) => new FileStore(db, join(config.DATA_DIR, 'files'), await driveOf(config)) },
  { provide: DeadLetters, inject: [QUEUES], useFactory: (queues: Queues) => new DeadLetters(queues) },
  { provide: Deliveries, inject: [Database, Subscribers], useFactory: (db: Database, subscribers: Subscribers) => new Deliveries(db, subscribers) },
  {
    provide: Relay,
    inject: [Database, Clock, Subscribers, QUEUES, LOG],
    useFactory: (db: Database, clock: Clock, subscribers: Subscribers, queues: Queues, log: Log) => new Relay(db, clock, subscribers, queues, log),
  },
  {
    provide: BackgroundWork,
    inject: [CONFIG, Deliveries, Relay, LOG],
    useFactory: (config: Config, deliveries: Deliveries, relay: Relay, log: Log) =>
      new BackgroundWork(config.REDIS_URL, config.database.database, deliveries, relay, log),
  },
  {
    provide: Schedules,
    inject: [Database, Clock, Outbox, Subscribers, LOG],
    useFactory: (db: Database, clock: Clock, outbox: Outbox, subscribers: Subscribers, log: Log) => new Schedules(db, clock, outbox, subscribers, log),
  },
  {
    provide: Realtime,
    inject: [Database, CONFIG, SocketHandlers, LOG],
    useFactory: (db: Database, config: Config, handlers: SocketHandlers, log: Log) => new Realtime(db, config, handlers, log),
  },
  Subscribers,
  SocketHandlers,
  PlatformHealth,
];

/** What every domain may inject and no customer sees. */
@Global()
@Module({})
export class PlatformModule {
  static of({ config, source, queues, log, domains }: PlatformParts): DynamicModule {
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      controllers: [HealthController],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOG, useValue: log },
        { provide: DOMAINS, useValue: domains },
        { provide: DataSource, useValue: source },
        { provide: QUEUES, useValue: queues },
        ...wired,
        PlatformJobs,
        MailJobs,
        Mailer,
      ],
      exports: [DeadLetters, CONFIG, LOG, DOMAINS, Database, Clock, Outbox, Audit, FileStore, Realtime, Idempotency, Mailer, QUEUES],
    };
  }
}
