/** One row of dist/bench.json; a figure at or under its goal holds. */
export interface Figure {
  name: string;
  figure: number;
  goal: number;
  unit: string;
  detail: string;
}

/** Three digits after the point. */
export const round = (value: number): number => Math.round(value * 1_000) / 1_000;
