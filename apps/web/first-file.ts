import { build, type InlineConfig, type Rolldown } from 'vite';

type Chunk = Pick<Rolldown.OutputChunk, 'type' | 'fileName' | 'isEntry' | 'imports' | 'moduleIds'>;

/** The modules of the entry of a build and of everything that it imports. */
export function modulesUntilFirstPicture(parts: readonly { type: string }[]): Set<string> {
  const chunks = new Map(parts.flatMap((part) => (part.type === 'chunk' ? [part as Chunk] : [])).map((chunk) => [chunk.fileName, chunk]));
  const names = new Set([...chunks.values()].filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName));
  for (const name of names) for (const imported of chunks.get(name)?.imports ?? []) names.add(imported);
  return new Set([...names].flatMap((name) => chunks.get(name)?.moduleIds ?? []));
}

/**
 * One file until the first picture: browsers ask for six at a time, and every round costs a weak line its delay. Which
 * modules that are is known when nothing superfluous is left in the bundle, so the client is built once on the dry.
 */
export async function firstFile(config: InlineConfig): Promise<Rolldown.CodeSplittingGroup> {
  const output = await build({ ...config, configFile: false, logLevel: 'error', build: { ...config.build, write: false, minify: false, sourcemap: false } });
  if (!('output' in output)) throw new Error('One output was expected');
  const first = modulesUntilFirstPicture(output.output);
  return { name: 'halong', test: (id) => first.has(id), includeDependenciesRecursively: false };
}
