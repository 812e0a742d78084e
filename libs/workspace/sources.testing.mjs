import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
const skipped = new Set(['node_modules', 'dist', '.nx', '.data']);

/** Every file and folder below a folder of the repository, as paths from its root. */
function walk(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (skipped.has(entry.name)) return [];
    return entry.isDirectory() ? [path, ...walk(path)] : [path];
  });
}

export const paths = [...walk('libs'), ...walk('apps')];
export const read = (path) => readFileSync(join(root, path), 'utf8');
export const isTest = (path) => /\.(test|testing|journey|fixture)\.|^libs\/testing\/|^apps\/(e2e|bench)\//.test(path);
export const sources = paths.filter((path) => /\.(ts|tsx|mjs)$/.test(path));

/** `libs/classes/server/x.ts` → `{ domain: 'classes', runtime: 'server' }`. */
export function placeOf(path) {
  const [, domain, runtime] = path.split('/');
  return { domain, runtime };
}

const imported = /(?:^|\n)\s*(?:import|export)\s(type\s)?(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** What a file imports, as written; without types only what is still there when it runs. */
export function importsOf(path, { types = true } = {}) {
  return [...read(path).matchAll(imported)].filter(([, type]) => types || !type).map(([, , from, lazily]) => from ?? lazily);
}

/** The file of ours behind an import, or undefined for packages. */
export function fileOf(importing, name) {
  const target = name.startsWith('@halong/') ? `libs/${name.slice('@halong/'.length)}/index.ts` : relative(root, resolve(root, dirname(importing), name));
  return (name.startsWith('.') || name.startsWith('@halong/')) && existsSync(join(root, target)) ? target : undefined;
}

/** Tarjan: the groups of two and more that reach each other, in a graph given as Map(node → nodes). */
export function cyclesOf(graph) {
  const order = new Map();
  const lowest = new Map();
  const stack = [];
  const cycles = [];
  function visit(node) {
    order.set(node, order.size);
    lowest.set(node, order.get(node));
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) lowest.set(node, Math.min(lowest.get(node), lowest.get(next)));
    }
    if (lowest.get(node) !== order.get(node)) return;
    const group = stack.splice(stack.indexOf(node));
    if (group.length > 1 || graph.get(node)?.includes(node)) cycles.push(group.sort());
  }
  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return cycles;
}
