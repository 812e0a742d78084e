import { elevation, fonts, motion, radius, ramps, semantic, space, type } from './tokens.ts';

type Scheme = keyof typeof semantic;

const lines = (values: Record<string, string>) =>
  Object.entries(values).map(([name, value]) => `  --${name}: ${value};`).join('\n');

const prefixed = (prefix: string, values: Record<string, string | number>, unit = '') =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}${name}`, `${value}${unit}`]));

const rampValues = () =>
  Object.entries(ramps).reduce<Record<string, string>>(
    (all, [name, steps]) => ({ ...all, ...Object.fromEntries(steps.map((value, step) => [`${name}-${step}`, value])) }),
    {},
  );

/** Semantic values of one scheme as custom properties (`h-ink` and so on, elevations included). */
export function semanticValues(scheme: Scheme): Record<string, string> {
  const shadows = Object.fromEntries(elevation[scheme].map((value, index) => [`h-e-${index + 1}`, value]));
  return { ...prefixed('h-', semantic[scheme]), ...shadows };
}

/** The text of tokens.css. A test keeps the file equal to this. */
export function tokensCss(): string {
  const fixed = {
    ...rampValues(),
    ...prefixed('t-', type),
    ...prefixed('s-', space, 'px'),
    ...prefixed('r-', radius),
    font: fonts.text,
    'font-num': fonts.num,
    'font-paper': fonts.paper,
    ...prefixed('m-', motion),
  };
  return [
    '/* Written from theme/tokens.ts; the test beside it keeps them equal (vitest -u writes this file). */',
    `:root {\n${lines(fixed)}\n}`,
    `:root,\n[data-mantine-color-scheme='light'] {\n${lines(semanticValues('light'))}\n  color-scheme: light;\n}`,
    `[data-mantine-color-scheme='dark'] {\n${lines(semanticValues('dark'))}\n  color-scheme: dark;\n}`,
    '',
  ].join('\n');
}
