/**
 * `npm test [-- project …]`, `npm run test:faults`, `npm run bench`: on private services in a folder of their own.
 * Ends with one line, `N passed, N failed`, and exit code 1 unless nothing failed.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings, root } from './config.mjs';
import { sum } from './counting.mjs';
import { claim, runningInstance } from './instance.mjs';
import { live } from './lifetime.mjs';
import { onNode24 } from './packages.mjs';
import { sharedServices, startServices } from './services.mjs';
import { runStep, stepEnv, stepsFor } from './steps.mjs';
import { createSupervisor } from './supervise.mjs';

const say = (line) => process.stdout.write(`${line}\n`);
const args = process.argv.slice(2);
const only = args.filter((arg) => !arg.startsWith('--'));
const choice = { only, faults: args.includes('--faults'), bench: args.includes('--bench') };
const home = join(root, '.data');
const dataDir = join(home, `test-${process.pid}`);
let instance;
let supervisor;

/** Test folders whose run was killed: their services are ended and the folders go. */
async function sweep() {
  const folders = existsSync(home) ? readdirSync(home).filter((name) => /^test-\d+$/.test(name)) : [];
  for (const folder of folders.map((name) => join(home, name)).filter((path) => !runningInstance(path))) {
    (await claim(folder, 'sweep')).release();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startOwnServices() {
  const settings = { ...readSettings({ HALONG_SERVICES: process.env.HALONG_SERVICES }), dataDir };
  instance = await claim(dataDir, 'test');
  supervisor = createSupervisor(join(dataDir, 'run'), say);
  const durable = choice.faults || choice.bench; // service tests may lose a second of a database that is thrown away
  const urls = await startServices({ settings, sockets: instance.sockets, supervisor, say, durable, folder: sharedServices });
  instance.describe(urls);
  return urls;
}

/** The services first: without them the other steps would only fail for the wrong reason. */
async function runSteps() {
  const context = { only, dataDir, say };
  const results = [];
  const take = async (step) => {
    say(`\n=== ${step.name}`);
    const since = Date.now();
    const result = await runStep(step, context);
    results.push({ name: step.name, ...result, seconds: Math.round((Date.now() - since) / 1000) });
    return result.failed === 0;
  };
  const services = async () => {
    context.env = stepEnv(dataDir, await startOwnServices());
    return { passed: 0, failed: 0 };
  };
  if (await take({ name: 'private services', run: services })) for (const step of stepsFor(choice)) await take(step);
  return results;
}

async function main() {
  const started = Date.now();
  await sweep();
  const results = await runSteps();
  say('');
  for (const { name, passed, failed, seconds } of results) say(`${failed ? 'FAILED' : 'ok    '} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
  say(`${Math.round((Date.now() - started) / 1000)} s in all`);
  const total = sum(results);
  say(`${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 ? 1 : 0;
}

async function stop() {
  instance?.stopping();
  await supervisor?.stop();
  instance?.release();
  if (instance) rmSync(dataDir, { recursive: true, force: true });
}

await onNode24(import.meta.url);
await live(main, stop);
