import { type ReactNode, type Ref, Suspense, lazy, useEffect, useRef, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { IconButton } from '../button/IconButton.tsx';
import { IconX } from '../icon/icons.ts';
import { useDesignTexts } from '../provider/DesignContext.ts';
import { panelSlot, subscribePanelSlot } from './panelSlot.ts';
import { useOnce } from './useOnce.ts';
import { useReturnFocus } from './useReturnFocus.ts';

const Drawer = /* @__PURE__ */ lazy(() => import('./DrawerFrame.tsx'));

export interface SidePanelProps {
  open: boolean;
  onClose: () => void;
  /** Name of the panel, read aloud. */
  label: string;
  /** Head of the panel, usually a Person. */
  head: ReactNode;
  /** Between head and close: previous, next. */
  headActions?: ReactNode;
  children: ReactNode;
  /** Verbs at the foot. */
  foot?: ReactNode;
  /** 368 to 432 px. */
  width?: number;
}

const wide = '(min-width: 992px)';

function subscribeWidth(listener: () => void) {
  const query = window.matchMedia(wide);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** On a desk it pushes the page and the list stays usable; on a phone it covers the screen. */
export function SidePanel(props: SidePanelProps) {
  const desk = useSyncExternalStore(subscribeWidth, () => window.matchMedia(wide).matches);
  const slot = useSyncExternalStore(subscribePanelSlot, panelSlot);
  const used = useOnce(props.open && !desk);
  useReturnFocus(props.open);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    // Whoever opened it by keyboard goes on inside it; a pointer leaves the focus in the list.
    if (props.open && desk && document.activeElement?.matches(':focus-visible')) panel.current?.focus({ preventScroll: true });
  }, [props.open, desk, slot]);
  if (desk) return props.open && slot ? createPortal(<DeskPanel {...props} panel={panel} />, slot) : null;
  if (!used) return null;
  return <Suspense fallback={null}><Drawer open={props.open} onClose={props.onClose} label={props.label}><PanelParts {...props} /></Drawer></Suspense>;
}

const DeskPanel = ({ panel, ...props }: SidePanelProps & { panel: Ref<HTMLElement> }) => (
  <aside
    ref={panel} tabIndex={-1} className="panel" aria-label={props.label} style={{ width: props.width ?? 420 }}
    onKeyDown={(event) => { if (event.key === 'Escape') props.onClose(); }}
  >
    <PanelParts {...props} />
  </aside>
);

function PanelParts({ head, headActions, onClose, children, foot }: SidePanelProps) {
  const texts = useDesignTexts();
  return (
    <>
      <div className="ph">
        <div className="sp">{head}</div>
        {headActions}
        <IconButton icon={IconX} label={texts.close} hint="none" onClick={onClose} />
      </div>
      <div className="pb" tabIndex={0}>{children}</div>
      {foot && <div className="pf">{foot}</div>}
    </>
  );
}
