import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { runtimes } from './domains.mjs';

/** The tool configuration lives here and not in the root or in each project. */
const config = 'libs/workspace';
const node = 'node --enable-source-maps';

const targets = (root) => ({
  lint: { command: `eslint --config ${config}/eslint.config.mjs --max-warnings 0 ${root}` },
  test: { command: `vitest run --config ${config}/vitest.config.mjs --dir ${root} --passWithNoTests` },
  integration: { command: `vitest run --config ${config}/vitest.integration.config.mjs --dir ${root} --passWithNoTests` },
});

/** Apps that are built say how in their vite.config. A caller's NODE_ENV gets neither into what is built nor into the cache. */
const build = (root) => (['ts', 'mjs'].some((ending) => existsSync(`${root}/vite.config.${ending}`)) ? { build: { command: `NODE_ENV=production vite build ${root}` } } : {});

/** `libs/<domain>/<runtime>/index.ts` and `apps/<app>/main.ts(x)` are projects; their tags are their path. */
export function projectOf(file) {
  const root = dirname(file);
  const [kind, name, runtime, ...deeper] = root.split('/');
  if (kind === 'apps' && runtime === undefined && /main\.tsx?$/.test(file)) {
    return { root, name, tags: ['kind:app', `app:${name}`], targets: { ...targets(root), ...build(root) } };
  }
  if (kind === 'libs' && name === 'workspace' && runtime === undefined) {
    const typecheck = { command: `${node} node_modules/typescript-7/bin/tsc -p libs/tsconfig.json` };
    // These tests look at the whole repository.
    const test = { ...targets(root).test, inputs: ['{workspaceRoot}/apps/**/*', '{workspaceRoot}/libs/**/*', '{workspaceRoot}/docker/**/*', 'default'] };
    return { root, name, tags: ['kind:workspace'], targets: { ...targets(root), test, typecheck } };
  }
  if (kind === 'libs' && runtimes.includes(runtime) && deeper.length === 0 && file.endsWith('index.ts')) {
    return { root, name: `${name}-${runtime}`, tags: [`domain:${name}`, `runtime:${runtime}`], targets: targets(root) };
  }
  return undefined;
}

// Nested braces in this glob crash Nx's matcher: match widely, filter in code.
export const createNodesV2 = [
  '**/{index,main}.{ts,tsx,mjs}',
  (files) =>
    files.flatMap((file) => {
      const project = projectOf(file);
      return project ? [[file, { projects: { [project.root]: project } }]] : [];
    }),
];
