import { Modal } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { MantineIsland } from './MantineIsland.tsx';

export interface DialogFrameProps {
  open: boolean;
  onClose: () => void;
  /** Titled with the object: "Thu hồi giấy chứng nhận 1842/2026/GCN?". */
  title: ReactNode;
  /** Consequences as facts. */
  lead?: ReactNode;
  children?: ReactNode;
  /** Buttons, the safe one first. */
  actions?: ReactNode;
  /** Width in px. */
  size?: number;
  /** While work goes on it cannot be closed. */
  busy?: boolean;
}

/** Mantine's modal (focus kept inside, Escape, focus given back) in our clothes. */
export default function DialogFrame({ open, onClose, title, lead, children, actions, size = 520, busy = false }: DialogFrameProps) {
  const described = useId();
  return (
    <MantineIsland>
      <Modal.Root
        opened={open} onClose={onClose} size={size} centered lockScroll={false} returnFocus={false} closeOnEscape={!busy} closeOnClickOutside={!busy}
        transitionProps={{ duration: 180, transition: 'fade' }} zIndex={300}
      >
        <Modal.Overlay color="var(--h-scrim)" backgroundOpacity={1} />
        <Modal.Content className="dlg" radius="md" aria-describedby={lead ? described : undefined}>
          <div className="dh">
            <Modal.Title component="h2">{title}</Modal.Title>
            {lead && <div id={described} className="soft">{lead}</div>}
          </div>
          {children && <div className="db">{children}</div>}
          {actions && <div className="df">{actions}</div>}
        </Modal.Content>
      </Modal.Root>
    </MantineIsland>
  );
}
