/** The least changes of single letters that make one text of the other. */
export function distance(a: string, b: string): number {
  const left = [...a];
  let row = left.map((_, index) => index + 1);
  for (const [at, letter] of [...b].entries()) {
    let corner = at;
    let before = at + 1;
    row = row.map((above, index) => {
      const least = Math.min(above + 1, before + 1, corner + (left[index] === letter ? 0 : 1));
      corner = above;
      before = least;
      return least;
    });
  }
  return row.at(-1) ?? [...b].length;
}

/** How many slips a text of this length may have and still be recognised. */
const slips = (length: number): number => (length < 6 ? 1 : Math.min(4, Math.floor(length / 6)));

/**
 * Of texts with what they stand for, the one thing that `text` nearly names. Null when nothing is near enough or
 * another thing is (almost) as near: "phường 1" and "phường 2" are no slip of each other.
 */
export function near<T extends string | number>(text: string, known: readonly (readonly [string, T])[]): T | null {
  const most = slips(text.length);
  const best = new Map<T, number>();
  for (const [each, thing] of known) {
    if (Math.abs(each.length - text.length) > most + 1) continue;
    const far = distance(text, each);
    if (far <= most + 1 && far < (best.get(thing) ?? Infinity)) best.set(thing, far);
  }
  const [first, second] = [...best].sort(([, a], [, b]) => a - b);
  return first && first[1] <= most && (!second || second[1] > first[1] + 1) ? first[0] : null;
}
