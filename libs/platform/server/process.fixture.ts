import { closeOnSignals, loadConfig, openApi, openContext, type Running } from './index.ts';

const config = loadConfig();

async function open(): Promise<Running> {
  if (process.argv[2] === 'worker') return openContext({ name: 'worker', config, domains: [], background: true });
  const api = await openApi({ name: 'api', config, domains: [] });
  await api.app.listen(0, '127.0.0.1');
  return api;
}

/** A whole process of the platform alone, for the tests of its end. */
closeOnSignals(await open());
process.stdout.write('ready\n');
