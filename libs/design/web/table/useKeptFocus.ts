import { type FocusEvent, useEffect, useRef } from 'react';

/** A row that goes away takes the focus with it; then the table has it, or the page when the last row went. */
export function useKeptFocus() {
  const frame = useRef<HTMLDivElement>(null);
  const last = useRef<Element | null>(null);
  useEffect(() => {
    if (!last.current || last.current.isConnected) return;
    last.current = null;
    if (document.activeElement !== document.body) return;
    (frame.current ?? document.getElementById('main'))?.focus({ preventScroll: true });
  });
  return {
    frame,
    onFocus: (event: FocusEvent) => {
      last.current = event.target;
    },
    onBlur: (event: FocusEvent) => {
      if (event.relatedTarget) last.current = null;
    },
  };
}
