import { describe, expect, it } from 'vitest';
import { mantineCss } from './mantineCss.ts';

describe('Mantine variables', () => {
  it('are what mantine.css says', async () => {
    await expect(mantineCss()).toMatchFileSnapshot('../styles/mantine.css');
  });
});
