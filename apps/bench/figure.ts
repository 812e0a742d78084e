/** One row of dist/bench.json; a figure at or under its goal holds. */
export interface Figure {
  name: string;
  figure: number;
  goal: number;
  unit: string;
  detail: string;
}
