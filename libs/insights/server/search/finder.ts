import type { SearchHit, SearchKind } from '@halong/insights/contract';
import { hasRole, type Actor, type RouteShape } from '@halong/platform/contract';

/** What a domain offers to the search: its own things, within what the actor may see, limited in SQL. */
export interface Finder {
  readonly kind: SearchKind;
  find(actor: Actor, words: string, limit: number): Promise<{ items: SearchHit[]; total: number }>;
}

export const nothing: { items: SearchHit[]; total: number } = { items: [], total: 0 };

/** Whether the actor could open the screen behind this route: what cannot be opened is not found. */
export const mayCall = (actor: Actor, { access }: Pick<RouteShape, 'access'>): boolean => typeof access === 'string' || hasRole(actor, ...access);
