import { cpuMs, median } from './cpu.ts';

export interface Contestant {
  name: string;
  pid: number;
  /** One operation; throws when the answer is not the expected one. */
  operate: () => Promise<unknown>;
}

const workers = 8;

/** CPU-ms per operation of the process and of the database, over `operations` operations, eight at a time. */
async function round(contestant: Contestant, databasePid: number, operations: number): Promise<number> {
  const before = cpuMs(contestant.pid) + cpuMs(databasePid);
  let next = 0;
  await Promise.all(
    Array.from({ length: workers }, async () => {
      while (next < operations) {
        next += 1;
        await contestant.operate();
      }
    }),
  );
  return (cpuMs(contestant.pid) + cpuMs(databasePid) - before) / operations;
}

/**
 * A and B in turns, in one run: the machine is noisy, its noise hits both. Answers the median of the ratios
 * of the rounds and the median CPU-ms of each.
 */
export async function contest(product: Contestant, bare: Contestant, databasePid: number, options: { rounds: number; operations: number }) {
  for (const one of [product, bare]) await round(one, databasePid, Math.ceil(options.operations / 2));
  const costs: { product: number; bare: number }[] = [];
  for (let turn = 0; turn < options.rounds; turn += 1) {
    const first = await round(turn % 2 === 0 ? product : bare, databasePid, options.operations);
    const second = await round(turn % 2 === 0 ? bare : product, databasePid, options.operations);
    costs.push(turn % 2 === 0 ? { product: first, bare: second } : { product: second, bare: first });
  }
  return {
    ratio: median(costs.map((cost) => cost.product / cost.bare)),
    product: median(costs.map((cost) => cost.product)),
    bare: median(costs.map((cost) => cost.bare)),
  };
}
