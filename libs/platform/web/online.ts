import { useSyncExternalStore } from 'react';

function watch(listen: () => void): () => void {
  window.addEventListener('online', listen);
  window.addEventListener('offline', listen);
  return () => {
    window.removeEventListener('online', listen);
    window.removeEventListener('offline', listen);
  };
}

/** Whether the device has a line at all; commands wait while it has none. */
export const useOnline = (): boolean => useSyncExternalStore(watch, () => navigator.onLine);
