import type { Face } from './paper-fonts.ts';

export type Run = { text: string; face: Face };

/** Width of a text at size 1. */
export type Measure = (text: string, face: Face) => number;

export type Fit = {
  /** Available width, px. */
  width: number;
  /** The size wanted, px. It shrinks to `minSize` before a further line is begun. */
  size: number;
  minSize: number;
  maxLines: number;
  /** Lines of equal length; else every line is filled before the next begins. */
  balanced?: boolean;
};

export type FittedText = { size: number; lines: Run[][] };

/**
 * Sets runs of text in at most `maxLines` balanced lines. A long text first gets smaller, then gets another
 * line; when even the last line is too narrow it goes on shrinking, so nothing is ever cut off.
 */
export function fitText(measure: Measure, runs: Run[], { width, size, minSize, maxLines, balanced = true }: Fit): FittedText {
  const atOne = wordsOf(runs).map((word) => ({ ...word, width: measure(word.text, word.face), space: measure(' ', word.face) }));
  const settle = (trial: number, lines: number) => {
    const column = balanced ? narrowest(atOne, width / trial, lines) : width / trial;
    return { size: trial, lines: wrap(atOne, column).map(joined) };
  };
  for (let lines = 1; lines <= maxLines; lines++) {
    for (let trial = size; trial >= minSize; trial -= 0.5) {
      if (fits(atOne, width / trial, lines)) return settle(trial, lines);
    }
  }
  let trial = minSize;
  while (trial > 1 && !fits(atOne, width / trial, maxLines)) trial -= 0.25;
  return settle(trial, maxLines);
}

/** Widths are those at size 1 and grow in proportion, so every trial is arithmetic only. */
type Word = Run & { width: number; space: number };

function wordsOf(runs: Run[]): Run[] {
  return runs.flatMap(({ text, face }) => text.normalize('NFC').split(' ').filter(Boolean).map((word) => ({ text: word, face })));
}

function wrap(words: Word[], width: number): Word[][] {
  const lines: Word[][] = [];
  let left = -1;
  for (const word of words) {
    const needed = word.space + word.width;
    if (left < needed) {
      lines.push([word]);
      left = width - word.width;
      continue;
    }
    lines.at(-1)!.push(word);
    left -= needed;
  }
  return lines;
}

function fits(words: Word[], width: number, maxLines: number): boolean {
  return words.every((word) => word.width <= width) && wrap(words, width).length <= maxLines;
}

/** The narrowest column that still has this many lines makes them equally long. */
function narrowest(words: Word[], width: number, lines: number): number {
  const step = width / 100;
  let column = width;
  while (lines > 1 && fits(words, column - step, lines)) column -= step;
  return column;
}

function joined(words: Word[]): Run[] {
  const runs: Run[] = [];
  for (const { text, face } of words) {
    const last = runs.at(-1);
    if (last?.face === face) last.text += ` ${text}`;
    else runs.push({ text, face });
  }
  return runs;
}
