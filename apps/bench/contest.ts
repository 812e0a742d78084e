import { cpuMs, median } from './cpu.ts';

export interface Contestant {
  name: string;
  pid: number;
  /** One operation; throws when the answer is not the expected one. */
  operate: () => Promise<unknown>;
}

const workers = 8;

/** CPU-ms per operation. */
interface Cost {
  process: number;
  database: number;
}

const whole = ({ process, database }: Cost) => process + database;
const said = (costs: Cost[]) => `${median(costs.map(whole)).toFixed(2)} (${median(costs.map(({ database }) => database)).toFixed(2)} of it in the database)`;

/** What `operations` operations cost each, eight at a time. */
async function round(contestant: Contestant, databasePid: number, operations: number): Promise<Cost> {
  const before = { process: cpuMs(contestant.pid), database: cpuMs(databasePid) };
  let next = 0;
  await Promise.all(
    Array.from({ length: workers }, async () => {
      while (next < operations) {
        next += 1;
        await contestant.operate();
      }
    }),
  );
  return { process: (cpuMs(contestant.pid) - before.process) / operations, database: (cpuMs(databasePid) - before.database) / operations };
}

/**
 * A and B in turns, in one run: the machine is noisy, its noise hits both.
 * @returns the median of the ratios of the rounds, and in words the median CPU-ms of each
 */
export async function contest(product: Contestant, bare: Contestant, databasePid: number, options: { rounds: number; operations: number }): Promise<{ ratio: number; costs: string }> {
  for (const one of [product, bare]) await round(one, databasePid, Math.ceil(options.operations / 2));
  const costs: { product: Cost; bare: Cost }[] = [];
  for (let turn = 0; turn < options.rounds; turn += 1) {
    const first = await round(turn % 2 === 0 ? product : bare, databasePid, options.operations);
    const second = await round(turn % 2 === 0 ? bare : product, databasePid, options.operations);
    costs.push(turn % 2 === 0 ? { product: first, bare: second } : { product: second, bare: first });
  }
  return {
    ratio: median(costs.map((cost) => whole(cost.product) / whole(cost.bare))),
    costs: `${said(costs.map((cost) => cost.product))} against ${said(costs.map((cost) => cost.bare))} CPU-ms`,
  };
}
