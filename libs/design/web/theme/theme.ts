import { createTheme, type CSSVariablesResolver } from '@mantine/core';
import { semanticValues } from './tokensCss.ts';
import { fonts, radius, ramps } from './tokens.ts';

/** Our tokens as a Mantine theme, for the parts of Mantine we use. */
export const theme = createTheme({
  primaryColor: 'ngoc',
  primaryShade: { light: 6, dark: 5 },
  colors: { ngoc: ramps.ngoc, bien: ramps.bien, da: ramps.da, son: ramps.son, hophach: ramps.hophach },
  fontFamily: fonts.text,
  headings: { fontFamily: fonts.text, fontWeight: '600' },
  radius: { xs: radius.xs, sm: radius.sm, md: radius.md, lg: radius.lg, xl: radius.lg },
  defaultRadius: 'sm',
  breakpoints: { xs: '22.5em', sm: '40em', md: '62em', lg: '80em', xl: '96em' },
  respectReducedMotion: true,
  cursorType: 'pointer',
});

const ofScheme = (scheme: 'light' | 'dark') => ({
  ...Object.fromEntries(Object.entries(semanticValues(scheme)).map(([name, value]) => [`--${name}`, value])),
  '--mantine-color-body': 'var(--h-sheet)',
  '--mantine-color-text': 'var(--h-ink)',
  '--mantine-color-dimmed': 'var(--h-ink-3)',
  '--mantine-color-placeholder': 'var(--h-ink-3)',
  '--mantine-color-anchor': 'var(--h-brand-text)',
  '--mantine-color-error': 'var(--h-act-text)',
  '--mantine-color-default': 'var(--h-sheet)',
  '--mantine-color-default-hover': 'var(--h-hover)',
  '--mantine-color-default-color': 'var(--h-ink)',
  '--mantine-color-default-border': 'var(--h-line-strong)',
});

/** Semantic values and the Mantine colours that stand on them. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: ofScheme('light'), dark: ofScheme('dark') });
