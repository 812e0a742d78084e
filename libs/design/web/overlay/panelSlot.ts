/** The place beside the page where a side panel is drawn; the desk layout offers it. */
let slot: HTMLElement | null = null;
const listeners = new Set<() => void>();

export const panelSlot = () => slot;

export function subscribePanelSlot(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Ref of the element that takes side panels. */
export function setPanelSlot(element: HTMLElement | null): void {
  if (slot === element) return;
  slot = element;
  for (const listener of listeners) listener();
}
