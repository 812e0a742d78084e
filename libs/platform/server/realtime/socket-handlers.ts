import 'reflect-metadata';
import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Actor, SocketEventShape, TopicShape } from '@halong/platform/contract';

const WATCH = Symbol('halong:watch');
const SOCKET = Symbol('halong:socket');

/** This method says whether the actor may watch `topic` of this id: `(actor, id) => Promise<boolean>`. */
export const Watch = (shape: TopicShape): MethodDecorator => (target, key) => Reflect.defineMetadata(WATCH, shape, target, key);
/** This method answers a socket message: `(actor, payload, socket) => Promise<reply>`. */
export const OnSocket = (shape: SocketEventShape): MethodDecorator => (target, key) => Reflect.defineMetadata(SOCKET, shape, target, key);

export interface SocketInfo {
  id: string;
  onClose(effect: () => void): void;
}

interface TopicHandler {
  shape: TopicShape;
  may: (actor: Actor, id: number) => Promise<boolean>;
}

interface EventHandler {
  shape: SocketEventShape;
  handle: (actor: Actor, payload: unknown, socket: SocketInfo) => Promise<unknown>;
}

/** Finds every method that carries `@Watch` or `@OnSocket`. */
@Injectable()
export class SocketHandlers {
  private topics: TopicHandler[] | undefined;
  private events: EventHandler[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  topic(name: string): TopicHandler | undefined {
    return this.scan().find(({ shape }) => shape.name === name);
  }

  event(name: string): EventHandler | undefined {
    this.scan();
    return this.events.find(({ shape }) => shape.name === name);
  }

  topicNames(): string[] {
    return this.scan().map(({ shape }) => shape.name);
  }

  eventNames(): string[] {
    this.scan();
    return this.events.map(({ shape }) => shape.name);
  }

  private scan(): TopicHandler[] {
    if (this.topics) return this.topics;
    this.topics = [];
    for (const { instance } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      const prototype = Object.getPrototypeOf(instance) as object;
      for (const key of this.scanner.getAllMethodNames(prototype)) {
        const call = (...args: unknown[]) => (instance as Record<string, (...args: unknown[]) => Promise<never>>)[key]!(...args);
        const topic = Reflect.getMetadata(WATCH, prototype, key) as TopicShape | undefined;
        const event = Reflect.getMetadata(SOCKET, prototype, key) as SocketEventShape | undefined;
        if (topic) this.topics.push({ shape: topic, may: call });
        if (event) this.events.push({ shape: event, handle: call });
      }
    }
    return this.topics;
  }
}
