import { contest } from './contest.ts';
import { round, type Figure } from './figure.ts';
import { expectOk, type Stage } from './stage.ts';

/** The hot read: a trainee's *Hôm nay*. */
export async function today({ product, bare, world, databasePid }: Stage): Promise<Figure[]> {
  const init = { headers: { cookie: world.traineeCookie } };
  const cost = await contest(
    { name: 'product', pid: product.pid, operate: () => expectOk(`${product.url}/api/my/today`, init) },
    { name: 'bare', pid: bare.pid, operate: () => expectOk(`${bare.url}/today`, init) },
    databasePid, { rounds: 9, operations: 800 },
  );
  return [{
    name: 'hot read: Hôm nay', figure: round(cost.ratio), goal: 1.6, unit: '× CPU of the bare handler',
    detail: `${cost.costs}`,
  }];
}
