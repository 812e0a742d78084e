import type { Type } from '@nestjs/common';
import type { RouteShape, SocketEventShape, TopicShape } from '@halong/platform/contract';
import type { EntityClass, MigrationClass } from '../database/data-source.ts';
import type { MessageDef } from '../events/event.ts';
import type { Command } from './command.ts';

/** What a domain hands to the apps: its table of contents. The boot check holds the code against it. */
export interface Domain {
  name: string;
  module: Type;
  entities: EntityClass[];
  migrations: MigrationClass[];
  routes: Record<string, RouteShape>;
  topics?: Record<string, TopicShape>;
  socketEvents?: Record<string, SocketEventShape>;
  messages?: Record<string, MessageDef>;
  commands?: Record<string, Command>;
}

/** Injects the composed domains: `@Inject(DOMAINS) domains: Domain[]`. */
export const DOMAINS = Symbol('domains');
