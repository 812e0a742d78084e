import { useEffect, useRef } from 'react';

/** Remembers what had the focus when something opened and gives it back when it closes. */
export function useReturnFocus(open: boolean): void {
  const before = useRef<Element | null>(null);
  useEffect(() => {
    if (!open) return;
    before.current = document.activeElement;
    return () => {
      const target = before.current;
      if (target instanceof HTMLElement && target.isConnected) target.focus({ preventScroll: true });
    };
  }, [open]);
}
