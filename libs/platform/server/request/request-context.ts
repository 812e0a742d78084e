import { AsyncLocalStorage } from 'node:async_hooks';
import type { Actor, Language } from '@halong/platform/contract';

/** What every piece of code below a request may ask for without being handed it. */
export interface RequestContext {
  requestId: string;
  language: Language;
  actor?: Actor;
  address?: string;
  /** What the product's clock showed when the request came in, before anything was read or waited for: deadlines are decided by it. */
  arrivedAt?: number;
}

const store = new AsyncLocalStorage<RequestContext>();

export function currentRequest(): RequestContext | undefined {
  return store.getStore();
}

export function inRequest<T>(context: RequestContext, work: () => T): T {
  return store.run(context, work);
}
