import type { ReactNode } from 'react';

export interface ToastInput {
  message: ReactNode;
  /** Offered for as long as the notice is shown. */
  undo?: () => void;
  undoLabel?: string;
  /** Until the person answers, for what the page cannot do without. */
  stays?: boolean;
}

export interface Toast extends ToastInput {
  id: number;
}

const lasts = 6000;
const listeners = new Set<() => void>();

let shown: readonly Toast[] = [];
let nextId = 1;

function show(next: readonly Toast[]) {
  shown = next;
  for (const listener of listeners) listener();
}

export const dismissToast = (id: number): void => show(shown.filter((one) => one.id !== id));

/** The result of one's own act, for six seconds; at most three at once. An error is never only a toast. */
export function toast(input: ToastInput | string): number {
  const id = nextId++;
  const one = typeof input === 'string' ? { id, message: input } : { ...input, id };
  show([...shown, one].slice(-3));
  if (typeof input === 'string' || !input.stays) setTimeout(() => dismissToast(id), lasts);
  return id;
}

export const shownToasts = () => shown;

export function subscribeToasts(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
