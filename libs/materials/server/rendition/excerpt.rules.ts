import { foldVietnamese } from '@halong/platform/contract';

const around = 80;

/** A line around the words, or the first of them, in the text as it was written. */
export function excerptOf(text: string, words: readonly string[]): string {
  const line = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  // Letter by letter, so that places in the folded text are places in the written one.
  const folded = [...line].map((sign) => foldVietnamese(sign) || ' ').map((sign) => sign.charAt(0)).join('');
  const letters = [...line];
  const places = [words.join(' '), ...words].map((one) => folded.indexOf(one));
  const at = places.find((place) => place >= 0) ?? 0;
  const from = Math.max(0, at - around);
  const to = Math.min(letters.length, at + around);
  return `${from > 0 ? '…' : ''}${letters.slice(from, to).join('').trim()}${to < letters.length ? '…' : ''}`;
}
