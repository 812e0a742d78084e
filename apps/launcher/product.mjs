import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mustRun, run } from './commands.mjs';
import { productEnv, root } from './config.mjs';
import { addressOf, answersOk, until } from './readiness.mjs';

const leash = pathToFileURL(join(root, 'apps', 'launcher', 'leash.mjs')).href;
const entry = (app, name) => join(root, 'apps', app, 'dist', `${name}.js`);

/** Brings the database to the present schema. */
export const migrate = (settings, urls) =>
  mustRun(process.execPath, ['--enable-source-maps', entry('worker', 'migrate')], { env: productEnv(settings, urls) });

/** Loads the demo province once (the step itself knows) and returns what it says about its accounts. */
export async function loadDemo(settings, urls) {
  const demo = entry('worker', 'demo');
  if (!settings.demo || !existsSync(demo)) return '';
  return mustRun(process.execPath, ['--enable-source-maps', demo], { env: productEnv(settings, urls) });
}

/** How to run api or worker; `log` is a file, without it they write to our output. */
export const appPlan = (app, settings, urls, log) => ({
  name: app,
  command: process.execPath,
  args: ['--enable-source-maps', '--import', leash, entry(app, 'main')],
  env: productEnv(settings, urls),
  cwd: root,
  log,
  leash: true,
});

/** Waits for the API to say that it and what it needs are ready; the worker must not have died meanwhile. */
export function productReady(settings, children) {
  const health = `${addressOf(settings)}/api/health/ready`;
  return Promise.race([until('Halong', () => answersOk(health), 120_000, 100), ...children.map((child) => child.firstEnd)]);
}

/** An admin command with our terminal; returns its exit code. */
export const adminCommand = (settings, urls, args) =>
  run(process.execPath, ['--enable-source-maps', entry('worker', 'halong'), ...args], { env: productEnv(settings, urls), terminal: true });
