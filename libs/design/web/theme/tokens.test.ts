import { describe, expect, it } from 'vitest';
import { semantic } from './tokens.ts';
import { tokensCss } from './tokensCss.ts';

const channel = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (hex: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one: string, other: string) => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

type Name = keyof typeof semantic.light;

describe('tokens', () => {
  it('are what tokens.css says', async () => {
    await expect(tokensCss()).toMatchFileSnapshot('../styles/tokens.css');
  });

  it('have the same names in both schemes', () => {
    expect(Object.keys(semantic.dark)).toEqual(Object.keys(semantic.light));
  });

  const text: [Name, Name][] = [
    ['ink', 'sheet'], ['ink', 'bg'], ['ink-2', 'sheet'], ['ink-3', 'sheet'], ['ink-3', 'bg'], ['on-brand', 'brand'], ['on-act', 'act'],
    ['brand-text', 'sheet'], ['act-text', 'sheet'], ['warn', 'sheet'], ['info', 'sheet'], ['brand-soft-ink', 'brand-soft'],
    ['act-soft-ink', 'act-soft'], ['warn-soft-ink', 'warn-soft'], ['info-soft-ink', 'info-soft'], ['mute-soft-ink', 'mute-soft'],
    ['rail-ink', 'rail'], ['rail-ink-2', 'rail'],
  ];
  it.each(text)('%s on %s reads at 4.5:1 in both schemes (WCAG 1.4.3)', (ink, ground) => {
    for (const scheme of ['light', 'dark'] as const) {
      expect(contrast(semantic[scheme][ink], semantic[scheme][ground])).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each<[Name, Name]>([['control', 'sheet'], ['focus', 'sheet'], ['viz-1', 'sheet'], ['viz-2', 'sheet']])(
    '%s on %s is seen at 3:1 in both schemes (WCAG 1.4.11)',
    (mark, ground) => {
      for (const scheme of ['light', 'dark'] as const) {
        expect(contrast(semantic[scheme][mark], semantic[scheme][ground])).toBeGreaterThanOrEqual(3);
      }
    },
  );
});
