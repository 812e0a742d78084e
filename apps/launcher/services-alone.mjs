/** Starts only the private services of DATA_DIR, says `ready <urls as JSON>` and stays: for a look by hand and for the fault run. */
import { join } from 'node:path';
import { readSettings } from './config.mjs';
import { claim } from './instance.mjs';
import { live } from './lifetime.mjs';
import { sharedServices, startServices } from './services.mjs';
import { createSupervisor } from './supervise.mjs';

const say = (line) => process.stdout.write(`${line}\n`);
let instance;
let supervisor;

async function main() {
  const settings = { ...readSettings(), databaseUrl: undefined, redisUrl: undefined };
  instance = await claim(settings.dataDir, 'services');
  say(`ended ${JSON.stringify(instance.ended)}`);
  supervisor = createSupervisor(join(settings.dataDir, 'run'), say);
  const urls = await startServices({ settings, sockets: instance.sockets, supervisor, say, folder: sharedServices });
  instance.describe(urls);
  say(`ready ${JSON.stringify(urls)}`);
}

async function stop() {
  instance?.stopping();
  await supervisor?.stop();
  instance?.release();
}

await live(main, stop, { stopCode: 0 });
