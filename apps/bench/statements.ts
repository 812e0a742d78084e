import { Recompute } from '@halong/completion/server';
import { round, type Figure } from './figure.ts';
import { completeMain, growOnce, prepareGrowth } from './growth.ts';
import { listCalls } from './lists.ts';
import { expectOk, statementsOf, type Stage } from './stage.ts';

/** Every list of the product at one row and at a hundred: the statements stay as many. @throws Error when a list did not grow */
export async function statements({ installation, db, world, product }: Stage): Promise<Figure[]> {
  const growing = await prepareGrowth(db, world);
  const recompute = installation.get(Recompute);
  await growOnce(db, world, growing, 0);
  await completeMain(db, world, recompute);
  const calls = listCalls(world, growing);
  const ask = async (path: string, cookie: string, size: number) => {
    const { items } = JSON.parse(await expectOk(`${product.url}/api${path}?size=${size}`, { headers: { cookie } })) as { items: unknown[] };
    return items.length;
  };
  const before = new Map<string, number>();
  for (const [name, { path, cookie }] of calls) before.set(name, await statementsOf(db, () => ask(path, cookie, 1)));
  for (let copy = 1; copy < 100; copy += 1) await growOnce(db, world, growing, copy);
  await completeMain(db, world, recompute);
  const figures: Figure[] = [];
  const unseen: string[] = [];
  for (const [name, { path, cookie }] of calls) {
    const [once, grown, shown] = [before.get(name) ?? 0, await statementsOf(db, () => ask(path, cookie, 100)), await ask(path, cookie, 100)];
    if (shown < 90) unseen.push(`${name} (${shown} rows)`);
    figures.push({ name: `statements of the list: ${name}`, figure: round(grown / once), goal: 1, unit: 'with a full page at 100× rows ÷ with one row at 1×', detail: `${grown} against ${once}, ${shown} rows` });
  }
  if (unseen.length > 0) throw new Error(`growth.ts does not grow these lists: ${unseen.join(', ')}`);
  return figures;
}
