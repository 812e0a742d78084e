import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildApps, productApps } from './builds.mjs';
import { run } from './commands.mjs';
import { root, testEnv } from './config.mjs';
import { countPlaywright, countVitest, stepResult, wholeStep } from './counting.mjs';
import { installTools } from './tools.mjs';

/** Each step: `{name, run(context)}` giving `{passed, failed}`; the context is `{env, only, dataDir, say}`. */

/** Nx is content with a name that no project has; we are not. */
async function nx(env, ...args) {
  const { code, text } = await run('nx', [...args, '--output-style=static'], { env, output: 'both' });
  return { code: /No (tasks were run|projects matched)/.test(text) ? 1 : code, text };
}

const chosen = ({ only }) => ['-p', only.flatMap((name) => [name, `${name}-*`]).join(',')];

/** One process over everything takes a third of the time of one for each project; the chosen projects are Nx's. */
const vitestStep = (name, { config, target, more = [] }) => ({
  name,
  run: async (context) => {
    const { code, text } = await (context.only.length > 0
      ? nx(context.env, 'run-many', '-t', target, ...more, ...chosen(context))
      : run('vitest', ['run', '--config', `libs/workspace/${config}`], { env: context.env, output: 'both' }));
    return stepResult(code, countVitest(text));
  },
});

const lint = {
  name: 'lint and boundaries',
  run: async (context) => {
    if (context.only.length > 0) return wholeStep((await nx(context.env, 'run-many', '-t', 'lint', ...chosen(context))).code);
    // The boundaries look into Nx's graph, and judge nothing where there is none yet.
    const graph = await run('nx', ['show', 'projects'], { env: context.env, output: 'collect' });
    if (graph.code !== 0) return wholeStep(graph.code);
    return wholeStep((await run('eslint', ['--config', 'libs/workspace/eslint.config.mjs', '--max-warnings', '0', 'apps', 'libs'], { env: context.env, output: 'both' })).code);
  },
};
const types = { name: 'types', run: async ({ env }) => wholeStep((await nx(env, 'run', 'workspace:typecheck')).code) };
const rules = vitestStep('rules', { config: 'vitest.config.mjs', target: 'test' });
// Services are never from the cache, pure tests may be.
const onDatabase = vitestStep('services on the real database', { config: 'vitest.integration.config.mjs', target: 'integration', more: ['--parallel=1', '--skip-nx-cache'] });

const tools = {
  name: 'browser and converters',
  run: async ({ say }) => {
    await installTools(say);
    return { passed: 0, failed: 0 };
  },
};

const build = (apps) => ({
  name: 'build',
  run: async ({ say }) => {
    await buildApps(apps, say);
    return { passed: 0, failed: 0 };
  },
});

const journeysConfig = 'apps/e2e/playwright.config.ts';
const journeys = {
  name: 'journeys in the browser',
  run: async ({ env, dataDir }) => {
    const file = join(dataDir, 'journeys.json');
    rmSync(file, { force: true });
    const { code } = await run('playwright', ['test', '--config', journeysConfig, '--reporter=list,json'], { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file } });
    return stepResult(code, existsSync(file) ? countPlaywright(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 });
  },
};

const faults = {
  name: 'faults',
  run: async ({ env }) => {
    const { code, text } = await run('vitest', ['run', '--config', 'libs/workspace/vitest.faults.config.mjs'], { env, output: 'both' });
    return stepResult(code, countVitest(text));
  },
};

const bench = {
  name: 'bench',
  run: async ({ env, only }) => wholeStep((await run(process.execPath, ['--enable-source-maps', 'apps/bench/dist/main.js', ...only], { env })).code),
};

/** What to run: the whole proof, the inner loop of some projects, the long fault runs or the bench. */
export function stepsFor({ only = [], faults: withFaults = false, bench: withBench = false }) {
  if (withFaults) return [build(productApps), faults];
  if (withBench) return [build([...productApps, 'bench']), bench];
  if (only.length > 0) return [lint, rules, onDatabase];
  const inBrowser = existsSync(join(root, journeysConfig)) ? [journeys] : [];
  return [tools, lint, types, rules, onDatabase, build(productApps), ...inBrowser];
}

/** Runs one step; one that throws has failed, and says why. */
export async function runStep(step, context) {
  try {
    return await step.run(context);
  } catch (error) {
    context.say(error.message);
    return { passed: 0, failed: 1 };
  }
}

/** The environment in which steps run: these services and this folder, and nothing of the caller's settings. */
export const stepEnv = (dataDir, urls) => testEnv({ DATA_DIR: dataDir, DATABASE_URL: urls.databaseUrl, REDIS_URL: urls.redisUrl, NODE_ENV: 'test' });
