import { useEffect } from 'react';

const forward = ['ArrowDown', 'j'];
const backward = ['ArrowUp', 'k'];

/** Keys that mean something else where the focus is: typing, choosing, a dialog or menu over the page. */
const taken = (target: EventTarget | null): boolean =>
  (target instanceof Element && target.closest('input,textarea,select,[role=menu],[popover]') !== null) || document.querySelector('[aria-modal=true]') !== null;

/** While a panel is open, ↑ ↓ and k j go to the person before and after. */
export function usePeopleKeys(open: boolean, onPrevious: (() => void) | undefined, onNext: (() => void) | undefined): void {
  useEffect(() => {
    if (!open) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || taken(event.target)) return;
      const step = forward.includes(event.key) ? onNext : backward.includes(event.key) ? onPrevious : undefined;
      if (!step) return;
      event.preventDefault();
      step();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [open, onPrevious, onNext]);
}
