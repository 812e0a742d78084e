import { ModulesContainer, type MetadataScanner } from '@nestjs/core';
import type { RouteShape } from '@halong/platform/contract';
import type { Subscribers } from '../events/subscribers.ts';
import { ROUTE } from '../http/handle.ts';
import type { SocketHandlers } from '../realtime/socket-handlers.ts';
import type { Domain } from './domain.ts';

const nameOf = (route: RouteShape) => `${route.method} ${route.path}`;

function counts(names: string[]): Map<string, number> {
  const result = new Map<string, number>();
  for (const name of names) result.set(name, (result.get(name) ?? 0) + 1);
  return result;
}

function handledRoutes(modules: ModulesContainer, scanner: MetadataScanner): { name: string; route?: RouteShape }[] {
  return [...modules.values()].flatMap((module) =>
    [...module.controllers.values()].flatMap(({ instance, metatype }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      return scanner.getAllMethodNames(prototype).flatMap((key) => {
        const isHandler = Reflect.hasMetadata('path', prototype[key]!);
        const route = Reflect.getMetadata(ROUTE, prototype[key]!) as RouteShape | undefined;
        return isHandler ? [{ name: `${metatype?.name}.${key}`, route }] : [];
      });
    }),
  );
}

function compare(kind: string, declared: string[], handled: string[]): string[] {
  const have = counts(handled);
  const missing = declared.filter((name) => !have.has(name)).map((name) => `${kind} ${name}: nobody handles it`);
  const twice = [...have].filter(([, count]) => count > 1).map(([name]) => `${kind} ${name}: handled more than once`);
  const declaredTwice = [...counts(declared)].filter(([, count]) => count > 1).map(([name]) => `${kind} ${name}: declared twice`);
  const unknown = [...have.keys()].filter((name) => !declared.includes(name)).map((name) => `${kind} ${name}: not in any contract`);
  return [...missing, ...twice, ...declaredTwice, ...unknown];
}

/**
 * Holds the code against the contracts before the first request: every route has access and exactly one handler,
 * every job exactly one, every event and topic is declared, no name is used twice. Answers the faults.
 */
export function wiringFaults(parts: {
  domains: Domain[];
  modules: ModulesContainer;
  scanner: MetadataScanner;
  subscribers: Subscribers;
  sockets: SocketHandlers;
  platformRoutes: readonly RouteShape[];
}): string[] {
  const { domains, modules, scanner, subscribers, sockets, platformRoutes } = parts;
  const routes = [...platformRoutes, ...domains.flatMap((domain) => Object.values(domain.routes))];
  const handlers = handledRoutes(modules, scanner);
  const messages = domains.flatMap((domain) => Object.values(domain.messages ?? {}));
  const jobs = messages.filter(({ kind }) => kind === 'job').map(({ name }) => name);
  const subscriptions = subscribers.all();
  const declared = new Set(messages.map(({ name }) => name));
  return [
    ...routes.filter((route) => !route.access?.length).map((route) => `route ${nameOf(route)}: has no access`),
    ...handlers.filter(({ route }) => !route).map(({ name }) => `${name}: is a handler without a contract route`),
    ...compare('route', routes.map(nameOf), handlers.flatMap(({ route }) => (route ? [nameOf(route)] : []))),
    ...compare('job', [...new Set(jobs)], subscriptions.filter(({ def }) => def.kind === 'job').map(({ def }) => def.name)),
    ...subscriptions.filter(({ def }) => !declared.has(def.name)).map(({ id }) => `${id}: listens to a message that no domain declares`),
    ...subscriptions.filter(({ id }) => id.length > 120).map(({ id }) => `${id}: the name is longer than the inbox can hold (120)`),
    ...[...counts(messages.map(({ name }) => name))].filter(([, count]) => count > 1).map(([name]) => `message ${name}: declared twice`),
    ...compare('topic', domains.flatMap((domain) => Object.values(domain.topics ?? {}).map(({ name }) => name)), sockets.topicNames()),
    ...compare('socket event', domains.flatMap((domain) => Object.values(domain.socketEvents ?? {}).map(({ name }) => name)), sockets.eventNames()),
  ];
}
