/** Numbers from 0 (in) to 1 (out) that a seed repeats: the same seed, the same schedule of faults. */
export interface Chance {
  seed: number;
  /** A whole number from `least` to `most`, both possible. */
  between(least: number, most: number): number;
}

/** The schedule of one run. `FAULT_SEED` repeats an earlier one; each run says its seed. */
export function chanceOf(run: string): Chance {
  const seed = Number(process.env['FAULT_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  process.stdout.write(`${run}: FAULT_SEED=${seed}\n`);
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { seed, between: (least, most) => least + Math.floor(next() * (most - least + 1)) };
}
