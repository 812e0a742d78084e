import { foldVietnamese } from '@halong/platform/contract';

/** Words of a phrase: shorter ones are common speech, longer ones miss what was changed a little. */
const phraseWords = 6;
const hashes = 96;
/** Below it nothing is worth a look. */
export const leastPercent = 5;
const passagesAtMost = 40;

export interface Stretch {
  from: number;
  to: number;
}

interface Word extends Stretch {
  folded: string;
}

/** Words of a text with their places, by what remains without marks, case and punctuation. */
function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((found) => ({ from: found.index, to: found.index + found[0].length, folded: foldVietnamese(found[0]) }));
}

function hashOf(text: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Hash of the phrase that begins at each word. */
function phrasesOf(words: readonly Word[]): number[] {
  const phrases: number[] = [];
  for (let at = 0; at + phraseWords <= words.length; at += 1) phrases.push(hashOf(words.slice(at, at + phraseWords).map(({ folded }) => folded).join(' ')));
  return phrases;
}

const salts = Array.from({ length: hashes }, (_, at) => hashOf(`salt ${at}`) | 1);

/** MinHash over the phrases: the share of equal places in two signatures estimates how much of two texts is the same. Empty: too short to say. */
export function signatureOf(text: string): number[] {
  const phrases = new Set(phrasesOf(wordsOf(text)));
  if (phrases.size === 0) return [];
  return salts.map((salt) => {
    let least = 0xffff_ffff;
    for (const phrase of phrases) {
      const mixed = Math.imul(phrase ^ salt, salt);
      const value = (mixed ^ (mixed >>> 16)) >>> 0;
      if (value < least) least = value;
    }
    return least;
  });
}

/** Worth comparing word by word. */
export function mayBeAlike(one: readonly number[], other: readonly number[]): boolean {
  let same = 0;
  for (let at = 0; at < one.length; at += 1) if (one[at] === other[at]) same += 1;
  return same > 0 && one.length === other.length;
}

export interface Likeness {
  /** Of the shorter text, how many of a hundred phrases stand in the other one too. */
  percent: number;
  inFirst: Stretch[];
  inSecond: Stretch[];
}

/** What two texts share, with the places. */
export function likenessOf(first: string, second: string): Likeness {
  const [one, other] = [wordsOf(first), wordsOf(second)];
  const [onePhrases, otherPhrases] = [phrasesOf(one), phrasesOf(other)];
  const common = new Set(otherPhrases);
  const shared = new Set(onePhrases.filter((phrase) => common.has(phrase)));
  const shorter = Math.min(new Set(onePhrases).size, common.size);
  const percent = shorter === 0 ? 0 : Math.round((shared.size / shorter) * 100);
  return { percent, inFirst: stretches(one, onePhrases, shared), inSecond: stretches(other, otherPhrases, shared) };
}

/** Phrases that follow each other make one place. */
function stretches(words: readonly Word[], phrases: readonly number[], shared: ReadonlySet<number>): Stretch[] {
  const found: Stretch[] = [];
  for (const [at, phrase] of phrases.entries()) {
    const [from, to] = [words[at]?.from ?? 0, words[at + phraseWords - 1]?.to ?? 0];
    if (!shared.has(phrase)) continue;
    const last = found.at(-1);
    if (last && from <= last.to) last.to = to;
    else found.push({ from, to });
  }
  return found.slice(0, passagesAtMost);
}
