import type { Plugin } from 'vite';

interface Node {
  type: string;
  start: number;
  end: number;
}
interface Property extends Node { key?: Node & { name?: string } }
interface Call extends Node { callee: Node & { name?: string }; arguments: (Node & { properties?: Property[] })[] }
interface Declaration extends Node { declarations?: { init?: Call | null }[]; declaration?: Declaration | null }

/** What the browser does with a route: it asks. Checking is the server's part. */
const asked = new Set(['method', 'path', 'upload', 'download', 'name']);
const describes = new Set(['route', 'topic', 'socketEvent']);

/** The calls on the right side of a module's constants. */
function constantCalls(body: readonly Node[]): Call[] {
  return body.flatMap((statement) => {
    const { declaration, declarations } = statement as Declaration;
    return (declaration?.declarations ?? declarations ?? []).flatMap(({ init }) => (init?.type === 'CallExpression' ? [init] : []));
  });
}

/**
 * A contract as the browser needs it: routes keep how they are asked, and a schema that nothing reads any more may go.
 * Without this every page brings zod and builds all schemas of the product before it shows a word.
 */
export function asDeclared(code: string, body: readonly Node[]): string {
  const edits = constantCalls(body).flatMap((call) => {
    const [shape] = call.arguments;
    if (!describes.has(call.callee.name ?? '')) return [{ start: call.start, end: call.start, text: '/* @__PURE__ */ (() => ' }, { start: call.end, end: call.end, text: ')()' }];
    return (shape?.properties ?? []).filter(({ key }) => key?.name !== undefined && !asked.has(key.name)).map(({ start, end }) => {
      const comma = /^\s*,/.exec(code.slice(end))?.[0].length ?? 0;
      return { start, end: end + comma, text: '' };
    });
  });
  return edits.sort((a, b) => b.start - a.start).reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), code);
}

/** Contracts of the client's build. */
export function declared(): Plugin {
  return {
    name: 'halong:declared',
    apply: 'build',
    enforce: 'post',
    transform: {
      filter: { id: /\/libs\/[^/]+\/contract\/.*\.ts$/ },
      handler(code) {
        return { code: asDeclared(code, this.parse(code).body as Node[]), map: null };
      },
    },
  };
}
