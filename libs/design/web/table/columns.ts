import type { ReactNode } from 'react';

export interface Column<R> {
  /** Name of the column; also the sort key. */
  key: string;
  head: string;
  /** A group that it belongs to, above the head. */
  over?: string | undefined;
  cell: (row: R) => ReactNode;
  align?: 'right' | 'center';
  /** Clicking the head sorts by it. */
  sortable?: boolean;
  width?: number | string;
  /** Names the row (its header cell); the first column unless another says so. */
  rowHead?: boolean;
  /** Buttons of the row: no label before it on a phone, and clicks do not open the row. */
  actions?: boolean;
  /** In a phone's cards: on its own line with its head before it, in one line with others and without, or not at all. */
  phone?: 'line' | 'plain' | 'hide';
  /** The head is only read aloud. */
  headHidden?: boolean;
}

export interface Sort {
  key: string;
  direction: 'asc' | 'desc';
}

/** What a click on a head asks for: ascending first, then the other way round. */
export function nextSort(current: Sort | undefined, key: string): Sort {
  return { key, direction: current?.key === key && current.direction === 'asc' ? 'desc' : 'asc' };
}

/** Ids after ticking or unticking one, or all of a page. */
export function toggled(chosen: ReadonlySet<string>, ids: readonly string[], on: boolean): Set<string> {
  const next = new Set(chosen);
  for (const id of ids) {
    if (on) next.add(id);
    else next.delete(id);
  }
  return next;
}
