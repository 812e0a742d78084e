import { useSyncExternalStore } from 'react';
import { IconButton } from '../button/IconButton.tsx';
import { Icon } from '../icon/Icon.tsx';
import { IconCircleCheck, IconX } from '../icon/icons.ts';
import { useDesignTexts } from '../provider/DesignContext.ts';
import { dismissToast, shownToasts, subscribeToasts, type Toast } from './toast.ts';

function undo(one: Toast) {
  dismissToast(one.id);
  one.undo?.();
}

/** Where notices appear; part of HalongProvider. */
export function Toaster() {
  const toasts = useSyncExternalStore(subscribeToasts, shownToasts);
  const texts = useDesignTexts();
  return (
    <div className="toasts" role="status" aria-label={texts.notices}>
      {toasts.map((one) => (
        <div key={one.id} className="toast">
          <Icon of={IconCircleCheck} />
          <span className="sp">{one.message}</span>
          {one.undo && <button type="button" onClick={() => undo(one)}>{one.undoLabel ?? texts.undo}</button>}
          <IconButton icon={IconX} size="s" label={texts.close} hint="none" onClick={() => dismissToast(one.id)} />
        </div>
      ))}
    </div>
  );
}
