import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { MantineIsland } from './MantineIsland.tsx';

interface DrawerFrameProps {
  open: boolean;
  onClose: () => void;
  label: string;
  children: ReactNode;
}

/** The side panel of a small screen. */
export default function DrawerFrame({ open, onClose, label, children }: DrawerFrameProps) {
  return (
    <MantineIsland>
      <Drawer.Root opened={open} onClose={onClose} position="right" size="min(480px, 100%)" lockScroll={false} returnFocus={false} zIndex={250} transitionProps={{ duration: 260 }}>
        <Drawer.Overlay color="var(--h-scrim)" backgroundOpacity={1} />
        <Drawer.Content aria-label={label} radius={0}>
          <div className="drawer">{children}</div>
        </Drawer.Content>
      </Drawer.Root>
    </MantineIsland>
  );
}
