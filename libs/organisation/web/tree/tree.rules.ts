/** What the tree needs of a unit. */
export interface Node {
  id: number;
  parentId: number | null;
  nameVi: string;
}

export interface Line<N extends Node> {
  unit: N;
  /** 0 at the top. */
  depth: number;
  hasChildren: boolean;
}

/**
 * The lines of the tree in reading order. A unit whose parent does not exist on the day stands at the top.
 * Children of units that are not in `open` are left out.
 */
export function treeLines<N extends Node>(units: readonly N[], open: ReadonlySet<number>): Line<N>[] {
  const known = new Set(units.map(({ id }) => id));
  const children = new Map<number | null, N[]>();
  for (const unit of units) {
    const parent = unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), unit]);
  }
  const lines: Line<N>[] = [];
  const add = (parent: number | null, depth: number) => {
    for (const unit of children.get(parent) ?? []) {
      const hasChildren = children.has(unit.id);
      lines.push({ unit, depth, hasChildren });
      if (hasChildren && open.has(unit.id)) add(unit.id, depth + 1);
    }
  };
  add(null, 0);
  return lines;
}
