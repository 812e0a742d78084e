import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadConfig, openContext } from '@halong/platform/server';
import { accountsTable } from './demo/accounts.ts';
import { loadDemo } from './demo/load-demo.ts';
import { domains } from '../api/domains.ts';

/** Loads the demo province once and prints its accounts. Only where DEMO=1, which production refuses. */
const config = loadConfig();
const folder = resolve('apps/launcher/demo');
if (!config.DEMO) throw new Error('DEMO is not 1: this installation has no demo province');
if (!existsSync(folder)) throw new Error(`The lists of the demo province are not at ${folder}`);
const running = await openContext({ name: 'demo', config, domains, background: false });
try {
  await loadDemo(running.app, folder);
} finally {
  await running.close();
}
for (const line of accountsTable()) console.log(line);
process.exit();
