import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportDetail, ImportKind, ImportState } from '@halong/organisation/contract';
import { ask, type Command } from './ledger.ts';

/** The province's own lists, brought in over HTTP as an administrator does. */
export class StaffList {
  constructor(
    private readonly url: string,
    private readonly cookie: string,
  ) {}

  /** Uploads, takes the proposed columns and waits for the dry run. Answers the import. */
  async checked(kind: ImportKind, file: string): Promise<number> {
    const response = await fetch(`${this.url}/api/imports?kind=${kind}&name=${file}`, {
      method: 'POST', headers: { cookie: this.cookie, 'content-type': 'application/octet-stream' }, body: readFileSync(new URL(`../samples/${file}`, import.meta.url)),
    });
    const { id } = (await response.json()) as { id: number };
    const { version, mapping } = await this.until(id, 'MAPPING');
    const columns = Object.fromEntries((mapping?.fields ?? []).flatMap(({ field, proposed }) => (proposed === null ? [] : [[field, proposed]])));
    await this.told({ method: 'PUT', path: `/imports/${id}/mapping`, body: { version, columns }, key: `mapping-of-${id}` });
    await this.until(id, 'CHECKED');
    return id;
  }

  /** Presses the button; the worker writes. */
  async write(id: number): Promise<void> {
    const { version, willWrite } = await this.get(id);
    await this.told({ method: 'POST', path: `/imports/${id}/run`, body: { version, expected: willWrite }, key: `writing-of-${id}` });
  }

  get(id: number): Promise<ImportDetail> {
    return this.told({ method: 'GET', path: `/imports/${id}` });
  }

  /** @throws Error when the import fails or two minutes were not enough */
  async until(id: number, state: ImportState): Promise<ImportDetail> {
    for (let round = 0; round < 1_200; round += 1) {
      const now = await this.get(id);
      if (now.state === state) return now;
      if (now.state === 'FAILED') throw new Error(`The import failed: ${JSON.stringify(now.problem)}`);
      await sleep(100);
    }
    throw new Error(`The import did not become ${state}`);
  }

  private async told(command: Omit<Command, 'cookie'>): Promise<ImportDetail> {
    const reply = await ask(this.url, { ...command, cookie: this.cookie });
    if (reply.status !== 200) throw new Error(`${command.path} was answered ${reply.status}: ${JSON.stringify(reply.body)}`);
    return reply.body as ImportDetail;
  }
}
