/** `npm start` and, with --watch, `npm run dev`: everything on one machine, see README.md. */
import { join } from 'node:path';
import { buildApps, productApps } from './builds.mjs';
import { readSettings } from './config.mjs';
import { claim } from './instance.mjs';
import { live } from './lifetime.mjs';
import { onNode24 } from './packages.mjs';
import { appPlan, loadDemo, migrate, productReady } from './product.mjs';
import { addressOf, mustBeFree } from './readiness.mjs';
import { startServices } from './services.mjs';
import { createSupervisor } from './supervise.mjs';
import { startWatching } from './watch.mjs';

const say = (line) => process.stdout.write(`${line}\n`);
const watching = process.argv.includes('--watch');
let instance;
let supervisor;

async function main() {
  const settings = readSettings();
  instance = await claim(settings.dataDir, 'start');
  if (instance.ended.length > 0) say(`ended what a killed start had left: ${instance.ended.join(', ')}`);
  await mustBeFree(settings.host, settings.port);
  supervisor = createSupervisor(join(settings.dataDir, 'run'), say);
  const [urls] = await Promise.all([
    startServices({ settings, sockets: instance.sockets, supervisor, say }),
    buildApps(watching ? ['worker'] : productApps, say),
  ]);
  const address = addressOf(settings);
  instance.describe({ address, ...urls });
  await migrate(settings, urls);
  const accounts = await loadDemo(settings, urls);
  if (watching) await startWatching({ settings, urls, supervisor, say });
  else await startApps(settings, urls);
  say(`\nHalong: ${process.env.PUBLIC_URL || address}\n`);
  if (accounts.trim()) say(`${accounts.trimEnd()}\n`);
  if (!watching) say(`logs: ${join(settings.dataDir, 'log')}   stop: Ctrl-C`);
}

function startApps(settings, urls) {
  const log = (app) => join(settings.dataDir, 'log', `${app}.log`);
  return productReady(settings, ['api', 'worker'].map((app) => supervisor.start(appPlan(app, settings, urls, log(app)))));
}

async function stop() {
  instance?.stopping();
  await supervisor?.stop();
  instance?.release();
}

await onNode24(import.meta.url);
await live(main, stop, { stopCode: 0 });
