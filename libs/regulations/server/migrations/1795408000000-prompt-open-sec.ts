import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ruleBasis } from '@halong/regulations/contract';
import { z } from 'zod';

const key = 'online.promptOpenSec';
/** Its basis is that of the other values of online presence. */
const neighbour = 'online.promptsNeeded';

const json = (stored: unknown): unknown => (typeof stored === 'string' ? JSON.parse(stored) : stored);

/** Rule sets that are stored already say how long a prompt waits: the three minutes that were applied until now. Repeating it changes nothing. */
export class PromptOpenSec1795408000000 implements MigrationInterface {
  name = 'PromptOpenSec1795408000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE regulations_rule_set SET rules = JSON_INSERT(rules, '$.online.promptOpenSec', 180)");
    const rows = (await runner.query('SELECT id, basis FROM regulations_rule_set')) as { id: number; basis: unknown }[];
    for (const { id, basis } of rows) {
      const known = z.array(ruleBasis).parse(json(basis) ?? []);
      if (known.some((one) => one.keys.includes(key))) continue;
      const said = known.map((one) => (one.keys.includes(neighbour) ? { ...one, keys: [...one.keys, key] } : one));
      await runner.query('UPDATE regulations_rule_set SET basis = ? WHERE id = ?', [JSON.stringify(said), id]);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE regulations_rule_set SET rules = JSON_REMOVE(rules, '$.online.promptOpenSec')");
  }
}
