import { useCallback, useState } from 'react';

/** State that survives a reload and an ended sign-in: what people typed is never lost. `clear` after it was sent. */
export function useDraft(name: string, initial: string): [value: string, set: (value: string) => void, clear: () => void] {
  const key = `halong.draft.${name}`;
  const [value, setValue] = useState(() => read(key) ?? initial);
  const set = useCallback((next: string) => {
    setValue(next);
    write(key, next);
  }, [key]);
  const clear = useCallback(() => {
    setValue(initial);
    write(key, null);
  }, [key, initial]);
  return [value, set, clear];
}

function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch {
    // Without storage the draft lives as long as the page.
  }
}
