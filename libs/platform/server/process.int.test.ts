import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testInstallation, type TestInstallation } from '@halong/testing/server';

const root = resolve(import.meta.dirname, '../../..');
// Below node_modules, so that the built file finds its packages.
const outDir = join(root, 'node_modules/.cache', `process-test-${process.pid}`);

describe('a process', () => {
  let app: TestInstallation;
  beforeAll(async () => {
    app = await testInstallation([]);
    await build({
      root: import.meta.dirname,
      configFile: false,
      logLevel: 'error',
      resolve: { tsconfigPaths: true },
      build: { ssr: true, target: 'node24', outDir, emptyOutDir: true, minify: false, rolldownOptions: { input: 'process.fixture.ts', output: { entryFileNames: 'process.js' } } },
    });
  });
  afterAll(async () => {
    rmSync(outDir, { recursive: true, force: true });
    await app.close();
  });

  async function start(kind: string, env: Record<string, string> = {}): Promise<{ child: ChildProcess; ended: Promise<unknown[]>; errors: () => string }> {
    const { DATABASE_URL, REDIS_URL, DATA_DIR } = app.config;
    const child = spawn(process.execPath, [join(outDir, 'process.js'), kind], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: { PATH: process.env['PATH'], LOG_LEVEL: 'error', NODE_ENV: 'test', DATABASE_URL, REDIS_URL, DATA_DIR, ...env } });
    let errors = '';
    child.stderr?.on('data', (text: Buffer) => { errors += text; });
    const ended = once(child, 'exit');
    await Promise.race([once(child.stdout!, 'data'), ended]);
    return { child, ended, errors: () => errors };
  }

  it.each([
    ['api', 'SIGTERM', (child: ChildProcess) => child.kill('SIGTERM')],
    ['api', 'SIGINT', (child: ChildProcess) => child.kill('SIGINT')],
    ['api', 'its parent’s end', (child: ChildProcess) => child.disconnect()],
    ['worker', 'SIGTERM', (child: ChildProcess) => child.kill('SIGTERM')],
    ['worker', 'its parent’s end', (child: ChildProcess) => child.disconnect()],
  ])('%s ends well on %s', async (kind, _name, end) => {
    const { child, ended } = await start(kind);
    expect(child.exitCode).toBeNull();
    end(child);
    expect(await ended).toEqual([0, null]);
  });

  it.each([
    ['without a database', { DATABASE_URL: 'mysql://root@localhost/none?socketPath=%2Fnowhere.sock' }, 'ENOENT'],
    ['with a configuration that names no port', { PORT: 'many' }, 'PORT: '],
  ])('does not start %s, says why and ends', async (_name, env, why) => {
    const { ended, errors } = await start('api', env);
    const [code] = await ended;
    expect(code).toBe(1);
    expect(errors()).toContain(why);
  });
});
