import type { Command } from '@halong/platform/server';
import { CompletionFactsRepository } from './completion-facts.repository.ts';
import { Recompute } from './recompute.service.ts';

const together = 500;

const recomputeCompletion: Command = {
  usage: '[--check]',
  summary: 'computes completion and ledger of everybody again; with --check it only says where the stored result differs',
  async run(app, args, print) {
    const check = args.includes('--check');
    if (args.some((arg) => arg !== '--check')) {
      print('Only --check is understood.');
      return 2;
    }
    const facts = app.get(CompletionFactsRepository, { strict: false });
    const recompute = app.get(Recompute, { strict: false });
    let [seen, different] = [0, 0];
    for (let ids = await facts.idsAfter(0, together); ids.length > 0; ids = await facts.idsAfter(ids.at(-1)!, together)) {
      seen += ids.length;
      if (!check) {
        different += await recompute.run(ids);
        continue;
      }
      const found = await recompute.check(ids);
      different += found.length;
      for (const id of found) print(`Enrolment ${id}: the stored result differs from the records.`);
    }
    print(check ? `${seen} enrolments checked, ${different} differ.` : `${seen} enrolments computed, ${different} changed.`);
    return check && different > 0 ? 1 : 0;
  },
};

export const completionCommands: Record<string, Command> = { 'recompute-completion': recomputeCompletion };
