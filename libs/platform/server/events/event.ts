import 'reflect-metadata';
import type { z } from 'zod';

/** A fact, named in the past tense; the payload is ids and what cannot be read again. */
export interface EventDef<S extends z.ZodType = z.ZodType> {
  kind: 'event';
  name: string;
  payload: S;
}

/** A request for background work, named as a command; exactly one handler runs it. */
export interface JobDef<S extends z.ZodType = z.ZodType> {
  kind: 'job';
  name: string;
  payload: S;
  /** Long work that commits in steps and is safe to repeat by nature. */
  ownTransaction?: true;
  /** Keeps a processor busy for minutes: one at a time, beside all other work, and nobody waits for it to end. */
  heavy?: true;
  /** Nobody looks at a page until it is done: jobs that somebody waits for go first. */
  unhurried?: true;
}

export type MessageDef = EventDef | JobDef;

export function event<const S extends z.ZodType>(name: string, payload: S): EventDef<S> {
  return { kind: 'event', name, payload };
}

export function job<const S extends z.ZodType>(name: string, payload: S, options: Pick<JobDef, 'ownTransaction' | 'heavy' | 'unhurried'> = {}): JobDef<S> {
  return { kind: 'job', name, payload, ...options };
}

export const SUBSCRIPTIONS = Symbol('halong:subscriptions');

export interface Subscription {
  def: MessageDef;
  /** Set for work that the clock asks for. */
  everySeconds?: number;
}

function subscribe(subscription: Subscription): MethodDecorator {
  return (target, key) => {
    const known = (Reflect.getMetadata(SUBSCRIPTIONS, target, key) as Subscription[] | undefined) ?? [];
    Reflect.defineMetadata(SUBSCRIPTIONS, [...known, subscription], target, key);
  };
}

/** This method reacts to the event; it runs in a transaction and its effect happens once. */
export const On = (def: EventDef): MethodDecorator => subscribe({ def });
/** This method does the job. */
export const Runs = (def: JobDef): MethodDecorator => subscribe({ def });
/** This method does the job, and the clock asks for it every so many seconds. */
export const Every = (everySeconds: number, def: JobDef): MethodDecorator => subscribe({ def, everySeconds });
