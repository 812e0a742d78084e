import type { Line, Node } from './tree.rules.ts';

/** What a key does in the tree: go to a line, open or close the one we are at, or choose it. */
export type TreeStep = { to: number } | { toggle: number } | { choose: number };

/**
 * The keys of a tree as screen readers expect them (WAI-ARIA APG): up and down through the lines, right opens and then goes
 * to the first child, left closes and then goes to the parent, Home and End, Enter and space choose, a letter finds the next name.
 * Undefined: the key is none of ours.
 */
export function treeStep<N extends Node>(key: string, lines: readonly Line<N>[], at: number, open: ReadonlySet<number>, fold: (text: string) => string): TreeStep | undefined {
  const index = lines.findIndex(({ unit }) => unit.id === at);
  const line = lines[index];
  if (!line) return undefined;
  const isOpen = line.hasChildren && open.has(at);
  const go = (to: Line<N> | undefined): TreeStep | undefined => to && { to: to.unit.id };
  switch (key) {
    case 'ArrowDown': return go(lines[index + 1]);
    case 'ArrowUp': return go(lines[index - 1]);
    case 'Home': return go(lines[0]);
    case 'End': return go(lines.at(-1));
    case 'ArrowRight': return isOpen ? go(lines[index + 1]) : line.hasChildren ? { toggle: at } : undefined;
    case 'ArrowLeft': return isOpen ? { toggle: at } : go(lines.slice(0, index).findLast(({ depth }) => depth < line.depth));
    case 'Enter': case ' ': return { choose: at };
    default: return key.length === 1 ? go([...lines.slice(index + 1), ...lines.slice(0, index)].find(({ unit }) => fold(unit.nameVi).startsWith(fold(key)))) : undefined;
  }
}
