import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { newPage, signIn, test } from './demo.ts';
import { addressOf, sitemap, thingsOf, tour, type Things, type Visitor } from './pages.tour.ts';

/** Every page of the sitemap in the demo province: accessible, inside the screen, in both themes, and at twice its size. */
const rules: Parameters<AxeBuilder['options']>[0] = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] };
const looks = [
  { width: 1440, height: 900, colorScheme: 'light', language: 'vi' },
  { width: 360, height: 780, colorScheme: 'dark', language: 'en' },
] as const;
/** A screen of 1280 px at 200 %. */
const twice = { width: 640, height: 450 };

let pages: Record<Visitor, Page>;
let things: Things;

// Nobody's pages wait for those of somebody else.
test.describe.configure({ mode: 'parallel' });

test.beforeAll(async ({ browser, product }) => {
  test.setTimeout(180_000);
  const come = (login: Visitor) => (login === 'anybody' ? newPage(browser) : signIn(browser, product, login));
  const found: Partial<typeof pages> = {};
  for (const visitor of Object.keys(tour) as Visitor[]) found[visitor] = await come(visitor);
  pages = found as typeof pages;
  things = await thingsOf(product, pages);
});

/** Whether nothing on the page is still on its way; the gallery shows samples of waiting. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('h1:visible, h2:visible').first()).toBeVisible();
  const real = page.locator(':not([data-sample] *)');
  await expect(page.locator('[aria-busy=true], .skel').and(real)).toHaveCount(0);
  await expect(page.getByRole('status', { name: /^(Đang tải|Loading)/ }).and(real)).toHaveCount(0);
}

const widerThan = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function look(page: Page, origin: string, address: string, { width, height, colorScheme }: (typeof looks)[number]): Promise<string[]> {
  const here = `${address} ${width} ${colorScheme}`;
  await page.setViewportSize({ width, height });
  await page.goto(origin + address);
  await settled(page);
  // One page without foreign frames: it needs no second page to gather what it found.
  const { violations } = await new AxeBuilder({ page }).options(rules).setLegacyMode().analyze();
  const faults = violations.map(({ id, nodes }) => `${here}: ${id} ${nodes[0]?.target.join(' ')}`);
  if ((await widerThan(page)) > 0) faults.push(`${here}: ${await widerThan(page)} px wider than the screen`);
  if (width < twice.width) return faults;
  await page.setViewportSize(twice);
  await settled(page);
  if ((await widerThan(page)) > 0) faults.push(`${address} at 200 %: ${await widerThan(page)} px wider than the screen`);
  return faults;
}

for (const [visitor, patterns] of Object.entries(tour) as [Visitor, readonly string[]][]) {
  test(`the pages of ${visitor}`, async ({ product }) => {
    test.setTimeout(600_000);
    const page = pages[visitor];
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
    if (page.url() === 'about:blank') await page.goto(`${product.url}/sign-in`);
    for (const one of looks) {
      await page.emulateMedia({ colorScheme: one.colorScheme, reducedMotion: 'reduce' });
      await page.evaluate((chosen) => localStorage.setItem('halong.language', chosen), one.language);
      for (const pattern of patterns) faults.push(...(await look(page, product.url, addressOf(pattern, things), one)));
    }
    expect(faults).toEqual([]);
  });
}

/** In the page: puts a mark into its own time line when its content first says so. */
function markWhenSaid(words: string): void {
  new MutationObserver((_, observer) => {
    if (!document.querySelector('main')?.innerText.includes(words)) return;
    observer.disconnect();
    performance.mark('said');
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

/** In the page: the scripts that it had asked for before that mark, by their addresses. */
function askedForBefore(): string[] {
  const [said] = performance.getEntriesByName('said');
  const asked = performance.getEntriesByType('resource').filter(({ name }) => new URL(name).pathname.endsWith('.js'));
  return asked.filter(({ startTime }) => startTime < said!.startTime).map(({ name }) => name);
}

test('a trainee on a weak line loads at most 170 KB of JavaScript until Hôm nay shows data', async ({ browser, product }) => {
  // Signed in, and nothing else that a browser remembers of its visits.
  const fresh = await newPage(browser, { storageState: { cookies: await pages.hocvien.context().cookies(), origins: [] } });
  const sizes = new Map<string, Promise<number>>();
  fresh.on('response', (response) => {
    if (response.url().endsWith('.js')) sizes.set(response.url(), response.body().then((body) => gzipSync(body).length));
  });
  await fresh.addInitScript(markWhenSaid, 'Năm nay');
  await fresh.goto(`${product.url}/today`);
  await expect(fresh.getByText(/Năm nay/).first()).toBeVisible();
  // A script that was asked for in time counts, however late it comes.
  await fresh.waitForLoadState('networkidle');
  const needed = await Promise.all((await fresh.evaluate(askedForBefore)).map(async (url) => ({ url, bytes: await sizes.get(url)! })));
  const bytes = needed.reduce((sum, one) => sum + one.bytes, 0);
  expect(bytes).toBeGreaterThan(20_000);
  const largest = needed.toSorted((a, b) => b.bytes - a.bytes).slice(0, 12).map((one) => `${Math.round(one.bytes / 1024)} ${new URL(one.url).pathname}`);
  expect(bytes, `${Math.round(bytes / 1024)} KB in ${needed.length} files: ${largest.join(', ')}`).toBeLessThanOrEqual(170 * 1024);
});

test('the tour leaves no page out', () => {
  expect(sitemap.length).toBeGreaterThan(40);
  expect([...new Set(Object.values(tour).flat())].sort()).toEqual([...sitemap].sort());
});
