import { createHash, randomInt } from 'node:crypto';

/** The same words are the same text, however the device wrote them: composed letters, one kind of line end, nothing after the last word. */
export const canonicalText = (text: string): string => text.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\r', '\n').trimEnd();

/** SHA-256 over text and files: whoever has both can count it again. */
export function contentHash(text: string, fileHashes: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify({ text: canonicalText(text), files: fileHashes })).digest('hex');
}

/** Without letters and digits that are taken for each other. */
const alphabet = 'ACDEFGHJKLMNPQRTUVWXY34679';

/** Six signs by chance: nothing of the person, the order or the time is in them. */
export const randomCode = (): string => Array.from({ length: 6 }, () => alphabet[randomInt(alphabet.length)]).join('');
