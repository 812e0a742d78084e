import { DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core';
import { cssVariablesResolver, theme } from './theme.ts';
import { ramps } from './tokens.ts';

const foreign = Object.keys(DEFAULT_THEME.colors).filter((name) => !(name in ramps) && name !== 'gray' && name !== 'dark');
const isForeign = (name: string) => foreign.some((colour) => name.startsWith(`--mantine-color-${colour}-`));

const block = (selector: string, values: Record<string, string>) =>
  `${selector} {\n${Object.entries(values)
    .filter(([name]) => name.startsWith('--mantine-') && !isForeign(name))
    .map(([name, value]) => `  ${name}: ${value};`)
    .join('\n')}\n}`;

/**
 * The text of mantine.css: the variables Mantine would write into a style element, as a file.
 * So the strict content policy (no inline style, trusted types) holds. A test keeps the file equal to this.
 */
export function mantineCss(): string {
  const merged = mergeMantineTheme(DEFAULT_THEME, theme);
  const base = defaultCssVariablesResolver(merged);
  const own = cssVariablesResolver(merged);
  return [
    '/* Written from theme/theme.ts; the test beside it keeps them equal (vitest -u writes this file). */',
    block(':root', { ...base.variables, ...own.variables }),
    block(":root[data-mantine-color-scheme='light']", { '--mantine-color-scheme': 'light', ...base.light, ...own.light }),
    block(":root[data-mantine-color-scheme='dark']", { '--mantine-color-scheme': 'dark', ...base.dark, ...own.dark }),
    '',
  ].join('\n');
}
