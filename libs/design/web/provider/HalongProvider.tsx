import '../styles/fonts.css';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/controls.css';
import '../styles/forms.css';
import '../styles/data.css';
import '../styles/records.css';
import '../styles/screens.css';
import '../styles/viewer.css';
import '../styles/shell.css';
import '../styles/attendance.css';
import '../styles/marking.css';
import '../styles/print.css';
import { type ReactNode, useLayoutEffect } from 'react';
import { Toaster } from '../overlay/Toaster.tsx';
import { startColourScheme } from './colourScheme.ts';
import { DesignContext } from './DesignContext.ts';
import type { DesignLanguage } from './designTexts.ts';

interface HalongProviderProps {
  /** Language of the library's own words and of the page. */
  lang?: DesignLanguage;
  children: ReactNode;
}

/**
 * Wraps the whole client: styles, colour scheme, language, notices.
 * Mantine's provider is not here: it comes with the first part that needs it (see overlay/MantineIsland).
 */
export function HalongProvider({ lang = 'vi', children }: HalongProviderProps) {
  useLayoutEffect(startColourScheme, []);
  useLayoutEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);

  return (
    <DesignContext value={lang}>
      {children}
      <Toaster />
    </DesignContext>
  );
}
