import '@mantine/core/styles/global.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import '@mantine/core/styles/Drawer.css';
import '@mantine/core/styles/Combobox.css';
import '../styles/mantine.css';
import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { useScheme } from '../provider/colourScheme.ts';
import { cssVariablesResolver, theme } from '../theme/theme.ts';

/** The nonce of this page's content policy, for the odd style element Mantine writes. */
const nonce = () => document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';

/**
 * Mantine with our theme, around the part that needs it. Import it lazily: the first screen must not carry Mantine.
 * Variables come from mantine.css, the colour scheme from our own store.
 */
export const MantineIsland = ({ children }: { children: ReactNode }) => (
  <MantineProvider
    theme={theme} cssVariablesResolver={cssVariablesResolver} forceColorScheme={useScheme()} getStyleNonce={nonce}
    withCssVariables={false} withGlobalClasses={false}
  >
    {children}
  </MantineProvider>
);
