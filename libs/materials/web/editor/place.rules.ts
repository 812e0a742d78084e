/** Items of a class in the order of the screen: the loose ones under null, then topic by topic. */
export interface Shelf {
  key: string | null;
  ids: readonly number[];
}

export interface Place {
  topicKey: string | null;
  before: number | null;
}

/** The item that follows in the whole class when something is put at the end of a shelf; null when nothing does. */
const firstAfter = (shelves: readonly Shelf[], at: number, id: number): number | null =>
  shelves.slice(at + 1).flatMap(({ ids }) => ids).find((one) => one !== id) ?? null;

/** One step up or down; at the edge of a topic into the neighbouring one. Undefined at the very top and bottom. */
export function stepped(shelves: readonly Shelf[], id: number, step: -1 | 1): Place | undefined {
  const at = shelves.findIndex(({ ids }) => ids.includes(id));
  const shelf = shelves[at];
  if (!shelf) return undefined;
  const index = shelf.ids.indexOf(id);
  const inside = index + step;
  if (inside >= 0 && inside < shelf.ids.length) {
    const before = step === -1 ? shelf.ids[inside] : shelf.ids[inside + 1];
    return { topicKey: shelf.key, before: before ?? firstAfter(shelves, at, id) };
  }
  const next = shelves[at + step];
  if (!next) return undefined;
  return { topicKey: next.key, before: step === 1 ? (next.ids[0] ?? firstAfter(shelves, at + 1, id)) : firstAfter(shelves, at - 1, id) };
}

/** Where something lands that is dropped on another item: in its place, the others make room. */
export function dropped(shelves: readonly Shelf[], id: number, onto: number): Place | undefined {
  const at = shelves.findIndex(({ ids }) => ids.includes(onto));
  const shelf = shelves[at];
  if (!shelf || id === onto) return undefined;
  const [from, to] = [shelf.ids.indexOf(id), shelf.ids.indexOf(onto)];
  const before = from >= 0 && from < to ? shelf.ids[to + 1] : onto;
  return { topicKey: shelf.key, before: before ?? firstAfter(shelves, at, id) };
}

/** At the end of a topic. */
export function atEndOf(shelves: readonly Shelf[], id: number, key: string | null): Place {
  return { topicKey: key, before: firstAfter(shelves, shelves.findIndex((shelf) => shelf.key === key), id) };
}
