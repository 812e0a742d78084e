import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun } from './commands.mjs';
import { childEnv, root } from './config.mjs';

const notSources = /^(node_modules|dist|\.vite)$|\.test\.(ts|tsx|mjs)$/;
const always = ['package-lock.json', 'tsconfig.base.json', 'libs', 'apps/api/domains.ts'];

/** The apps of the product; bench is built only when it is wanted. */
export const productApps = ['api', 'worker', 'web'];

/**
 * One hash over names, sizes and times of all files below these paths (relative to `base`): cheap, and a needless
 * change only means asking Nx, which compares contents.
 */
export function sourceStamp(paths, base = root) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const entry = statSync(join(base, path), { throwIfNoEntry: false });
    if (!entry?.isDirectory()) return hash.update(`${path}\0${entry?.size}\0${entry?.mtimeMs}\n`);
    for (const name of readdirSync(join(base, path)).sort()) if (!notSources.test(name)) visit(join(path, name));
  };
  paths.forEach(visit);
  return hash.digest('hex');
}

const isApp = (app) => ['main.ts', 'main.tsx'].some((name) => existsSync(join(root, 'apps', app, name)));
const stampFile = (app) => join(root, 'apps', app, 'dist', '.built');
const stampOf = (app) => sourceStamp([...always, join('apps', app)]);
const isBuilt = (app) => existsSync(stampFile(app)) && readFileSync(stampFile(app), 'utf8') === stampOf(app);

/** Builds those of the apps whose sources changed since their last build. The stamp lies in dist and goes with it. */
export async function buildApps(apps, say) {
  const stale = apps.filter(isApp).filter((app) => !isBuilt(app));
  if (stale.length === 0) return;
  say(`building ${stale.join(', ')}…`);
  const stamps = stale.map((app) => [app, stampOf(app)]);
  await mustRun('nx', ['run-many', '-t', 'build', '-p', stale.join(','), '--output-style=static'], { env: childEnv() });
  for (const [app, stamp] of stamps) writeFileSync(stampFile(app), stamp);
}
