import { useEffect, useSyncExternalStore } from 'react';

/** What a person chose; `auto` follows the device. */
export type SchemeChoice = 'light' | 'dark' | 'auto';
export type Scheme = 'light' | 'dark';

const key = 'halong.scheme';
const choices: readonly SchemeChoice[] = ['light', 'dark', 'auto'];
const listeners = new Set<() => void>();

let choice: SchemeChoice = 'auto';
let forced: Scheme | undefined;
let started = false;

/** Reads a stored choice; anything unknown means `auto`. */
export function parseScheme(stored: string | null): SchemeChoice {
  return choices.find((known) => known === stored) ?? 'auto';
}

const device = () => window.matchMedia('(prefers-color-scheme: dark)');

const resolved = (): Scheme => forced ?? (choice === 'auto' ? (device().matches ? 'dark' : 'light') : choice);

/** Both the tokens and Mantine read this one attribute. */
function apply() {
  document.documentElement.setAttribute('data-mantine-color-scheme', resolved());
  for (const listener of listeners) listener();
}

/** Storage may be full, switched off or private: the choice then lasts until the page is closed. */
function stored(): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(next: SchemeChoice) {
  try {
    window.localStorage.setItem(key, next);
  } catch {
    return;
  }
}

/** Call once before the first render, so that the page never flashes in the other scheme. */
export function startColourScheme(): void {
  if (started) return;
  started = true;
  choice = parseScheme(stored());
  device().addEventListener('change', apply);
  window.addEventListener('storage', (event) => {
    if (event.key !== key) return;
    choice = parseScheme(event.newValue);
    apply();
  });
  apply();
}

export function setColourScheme(next: SchemeChoice): void {
  choice = next;
  store(next);
  apply();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** The choice and how to change it, for a switch. */
export function useColourScheme() {
  const current = useSyncExternalStore(subscribe, () => choice);
  return { choice: current, setChoice: setColourScheme };
}

/** The scheme on screen now. */
export const useScheme = (): Scheme => useSyncExternalStore(subscribe, resolved);

/** Holds one scheme while a screen is open: the live room is dark, the projector light. */
export function useForcedScheme(scheme: Scheme): void {
  useEffect(() => {
    forced = scheme;
    apply();
    return () => {
      forced = undefined;
      apply();
    };
  }, [scheme]);
}
