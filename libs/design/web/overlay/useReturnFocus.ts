import { useEffect, useRef } from 'react';

/** Remembers what had the focus when something opened and gives it back when it closes; to the page when it is gone by then. */
export function useReturnFocus(open: boolean): void {
  const before = useRef<Element | null>(null);
  useEffect(() => {
    if (!open) return;
    before.current = document.activeElement;
    return () => {
      const target = before.current;
      const back = target?.isConnected ? target : document.getElementById('main');
      if (back instanceof HTMLElement && back !== document.body) back.focus({ preventScroll: true });
    };
  }, [open]);
}
