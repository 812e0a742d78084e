import { expect, type Locator, type Page } from '@playwright/test';

/**
 * What has the focus: its name, whether it is on the screen, and how it and the parts drawn around it look with the focus and without.
 * Runs in the page, so all of it is in here.
 */
const focusInPage = () => {
  const here = document.activeElement as HTMLElement;
  const look = () => {
    const around = [here, here.parentElement, here.parentElement?.parentElement, here.nextElementSibling, ...(here.nextElementSibling?.querySelectorAll('*') ?? [])];
    return around.map((one) => {
      if (!one) return '';
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor, top } = getComputedStyle(one);
      return [outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor, top].join();
    }).join(';');
  };
  const name = `${here.tagName} ${here.getAttribute('aria-label') ?? here.textContent?.trim().slice(0, 40)}`;
  const shown = look();
  const { width, height } = here.getBoundingClientRect();
  here.blur();
  const plain = look();
  here.focus({ preventScroll: true });
  return { name, there: width > 0 && height > 0, seen: shown !== plain };
};

/** Somebody who has a keyboard and nothing else. Each stop on the way is looked at: it is on the screen, and one sees that it has the focus. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /** Tab, and Tab again, until the focus is where it should be. */
  async tabTo(target: Locator, { most = 80, key = 'Tab' } = {}): Promise<void> {
    await expect(target).toBeVisible();
    const passed: string[] = [];
    while (passed.length < most) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press(key);
      // On the way round, the browser's own bar comes before the page begins again.
      if (await this.page.evaluate(() => document.activeElement === document.body)) continue;
      const { name, there, seen } = await this.page.evaluate(focusInPage);
      passed.push(name);
      expect.soft({ name, there, seen }, 'a stop is on the screen and shows its focus').toEqual({ name, there: true, seen: true });
    }
    throw new Error(`Never at ${target.toString()}, only at:\n${passed.join('\n')}`);
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** Tab to it and press Enter. */
  async open(target: Locator, how: { most?: number; key?: string } = {}): Promise<void> {
    await this.tabTo(target, how);
    await this.press('Enter');
  }

  async fill(target: Locator, text: string): Promise<void> {
    await this.tabTo(target);
    await this.press('Control+A');
    await this.type(text);
  }
}
