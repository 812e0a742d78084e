import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { SUBSCRIPTIONS, type MessageDef, type Subscription } from './event.ts';

export interface Subscriber {
  id: string;
  def: MessageDef;
  everySeconds?: number;
  handle: (payload: never) => Promise<void>;
}

/** Finds every method that carries `@On`, `@Runs` or `@Every`. */
@Injectable()
export class Subscribers {
  private readonly found = new Map<string, Subscriber>();
  private readonly owners = new Map<string, object>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  all(): Subscriber[] {
    if (this.found.size === 0) this.scan();
    return [...this.found.values()];
  }

  of(messageName: string): Subscriber[] {
    return this.all().filter((subscriber) => subscriber.def.name === messageName);
  }

  find(id: string): Subscriber | undefined {
    return this.all().find((subscriber) => subscriber.id === id);
  }

  /** Two classes of one name would share one inbox entry, and one of them would never hear anything. */
  private add(subscriber: Subscriber, owner: object): void {
    const known = this.owners.get(subscriber.id);
    if (known && known !== owner) throw new Error(`${subscriber.id}: two providers have this name; give one class another name`);
    this.owners.set(subscriber.id, owner);
    this.found.set(subscriber.id, subscriber);
  }

  private scan(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      const prototype = Object.getPrototypeOf(instance) as object;
      for (const key of this.scanner.getAllMethodNames(prototype)) {
        const subscriptions = (Reflect.getMetadata(SUBSCRIPTIONS, prototype, key) as Subscription[] | undefined) ?? [];
        for (const { def, everySeconds } of subscriptions) {
          const id = `${instance.constructor.name}.${key}.${def.name}`;
          const handle = (payload: never) => (instance as Record<string, (payload: never) => Promise<void>>)[key]!(payload);
          this.add({ id, def, everySeconds, handle }, instance as object);
        }
      }
    }
  }
}
