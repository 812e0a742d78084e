import type { HtmlTagDescriptor, Plugin } from 'vite';

interface Part {
  type: string;
  fileName: string;
  /** The module that a chunk of its own stands for. */
  facadeModuleId?: string | null;
  imports?: string[];
}

/**
 * The files of a build that these screens need: the chunk of each (named by the end of its module's path) and whatever it
 * imports, without those that the page fetches anyway.
 */
export function filesOf(parts: readonly Part[], screens: readonly string[], known: string): string[] {
  const byName = new Map(parts.map((part) => [part.fileName, part]));
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name) || known.includes(name)) return;
    found.add(name);
    byName.get(name)?.imports?.forEach(visit);
  };
  for (const part of parts) if (part.type === 'chunk' && screens.some((screen) => part.facadeModuleId?.endsWith(screen))) visit(part.fileName);
  return [...found].sort();
}

/** The first screens of a phone are fetched beside the frame, after it, and not only once the frame has asked for them. */
export function preloaded(screens: readonly string[]): Plugin {
  return {
    name: 'halong:preloaded',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => filesOf(Object.values(bundle ?? {}) as Part[], screens, html).map((file): HtmlTagDescriptor => ({
        tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, fetchpriority: 'low', href: `/${file}` }, injectTo: 'head',
      })),
    },
  };
}
