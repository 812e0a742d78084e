import { join } from 'node:path';
import { childEnv, root } from './config.mjs';
import { appPlan } from './product.mjs';
import { addressOf, freePort } from './readiness.mjs';

/**
 * Development: web from Vite's own server on PORT, api behind it on a free port, api and worker built anew on each
 * change and restarted after each good build. Returns once api and worker were started for the first time.
 */
export async function startWatching({ settings, urls, supervisor, say }) {
  const inner = { ...settings, host: '127.0.0.1', port: await freePort() };
  process.env.PUBLIC_URL ??= addressOf(settings, false);
  await Promise.all(['api', 'worker'].map((app) => watchApp(app, { settings: inner, urls, supervisor, say })));
  supervisor.start({
    name: 'web',
    command: process.execPath,
    args: [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), join(root, 'apps', 'web'), '--host', settings.host, '--port', String(settings.port), '--strictPort'],
    env: childEnv({ API_URL: addressOf(inner, false) }),
    cwd: root,
  });
}

/** Resolves after the first good build; a bad one is said, and the last good process goes on. */
async function watchApp(app, { settings, urls, supervisor, say }) {
  const { build } = await import('vite');
  const watcher = await build({ root: join(root, 'apps', app), logLevel: 'warn', build: { watch: {}, emptyOutDir: false } });
  let child;
  let failed = false;
  return new Promise((resolve) => {
    watcher.on('event', (event) => {
      if (event.code === 'START') failed = false;
      if (event.code === 'BUNDLE_END') event.result?.close();
      if (event.code === 'ERROR') {
        failed = true; // Vite itself says where
        say(`${app} does not build; ${child ? 'the last good one goes on' : 'waiting for a change'}`);
      }
      if (event.code !== 'END' || failed) return;
      if (child) void child.restart().then(() => say(`${app} restarted`));
      else child = supervisor.start(appPlan(app, settings, urls));
      resolve();
    });
  });
}
