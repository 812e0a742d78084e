/** `npm run halong -- <command>`: an admin command against the running instance, or against services of its own. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildApps } from './builds.mjs';
import { readSettings, root } from './config.mjs';
import { claim, runningInstance } from './instance.mjs';
import { live } from './lifetime.mjs';
import { onNode24 } from './packages.mjs';
import { adminCommand, migrate } from './product.mjs';
import { startServices } from './services.mjs';
import { createSupervisor } from './supervise.mjs';

const say = (line) => process.stderr.write(`${line}\n`); // the command's own answer has stdout to itself
const args = process.argv.slice(2);
let instance;
let supervisor;

/** The services of the instance that runs on this DATA_DIR; waits for nothing and builds nothing under its feet. */
function servicesOfRunning(settings) {
  const running = runningInstance(settings.dataDir);
  const built = existsSync(join(root, 'apps', 'worker', 'dist', 'halong.js'));
  return running?.databaseUrl && running.redisUrl && built ? running : undefined;
}

async function ownServices(settings) {
  await buildApps(['worker'], say);
  instance = await claim(settings.dataDir, 'halong');
  supervisor = createSupervisor(join(settings.dataDir, 'run'), say);
  const urls = await startServices({ settings, sockets: instance.sockets, supervisor, say });
  instance.describe(urls);
  await migrate(settings, urls);
  return urls;
}

async function main() {
  const settings = readSettings();
  const urls = servicesOfRunning(settings) ?? (await ownServices(settings));
  return (await adminCommand(settings, urls, args)).code;
}

async function stop() {
  instance?.stopping();
  await supervisor?.stop();
  instance?.release();
}

await onNode24(import.meta.url);
await live(main, stop);
