import { expect, type Page } from '@playwright/test';
import { visit } from './people.ts';
import type { Product } from '../product/product.ts';

/** The two who look on: the head of the unit that sends people, and the province's training manager. */
export interface Watchers {
  head: Page;
  manager: Page;
}

/** What a step changed, in the words of the two pages. */
export interface Sight {
  /** In the unit's line of the class. */
  unitClass?: string[];
  /** Anywhere else on the unit's page: its bar, its headline. */
  unit?: RegExp[];
  /** The year of one person, as their panel says it. */
  person?: { id: number; name: string; says: string[] };
  /** In the tile of this name on the overview. */
  tiles?: Record<string, string[]>;
  /** The state in which the overview counts the class, with how many trainees. */
  classState?: [string, string];
  /** In the overview's line of the unit: person-times, people, completed ones, people completed, certificates. */
  unitNumbers?: string[];
  overview?: RegExp[];
}

/** Opens a page anew until it says so: what the worker computes comes a moment after the step. */
async function opens(page: Page, url: string, says: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await visit(page, url);
    await says();
  }).toPass({ timeout: 60_000 });
}

const soon = { timeout: 4_000 };

async function headSees(page: Page, product: Product, { unitClass = [], unit = [], person }: Sight): Promise<void> {
  await opens(page, `${product.url}/unit${person ? `?show=ALL&person=${person.id}` : ''}`, async () => {
    const line = page.getByRole('table', { name: 'Lớp của đơn vị năm 2026' }).getByRole('row').filter({ hasText: 'LD-PX K01/2026' });
    for (const text of unitClass) await expect(line).toContainText(text, soon);
    for (const text of unit) await expect(page.getByRole('main')).toContainText(text, soon);
    if (!person) return;
    const panel = page.getByRole('complementary', { name: `Số tiết của ${person.name}` });
    for (const text of person.says) await expect(panel).toContainText(text, soon);
  });
}

async function managerSees(page: Page, product: Product, { tiles = {}, classState, unitNumbers, overview = [] }: Sight): Promise<void> {
  await opens(page, `${product.url}/overview`, async () => {
    const main = page.getByRole('main');
    for (const [name, texts] of Object.entries(tiles)) {
      for (const text of texts) await expect(main.getByRole('link').filter({ hasText: name })).toContainText(text, soon);
    }
    if (classState) await expect(main.getByRole('list', { name: /^Lớp theo tình trạng/ }).getByRole('listitem').filter({ hasText: classState[0] })).toContainText(classState[1], soon);
    for (const text of overview) await expect(main).toContainText(text, soon);
    if (!unitNumbers) return;
    const cells = page.getByRole('table', { name: 'Hoàn thành theo đơn vị cử' }).getByRole('row').filter({ hasText: 'Phường Hạ Long' }).getByRole('cell');
    await expect(cells).toHaveText(unitNumbers, soon);
  });
}

/** Both see this step, each in their own browser. */
export async function seen({ head, manager }: Watchers, product: Product, sight: Sight): Promise<void> {
  await Promise.all([headSees(head, product, sight), managerSees(manager, product, sight)]);
}
