/** What a Vietnamese full name consists of. `middle` may be empty, a name of one word is only `given`. */
export type NameParts = { surname: string; middle: string; given: string };

const MARKS = /\p{M}+/gu;
/** Signs that nobody sees: they join, turn the reading direction, or control a terminal. White space is none of them. */
const INVISIBLE = /\ufeff|(?!\s)[\p{Cc}\p{Cf}]/gu;
/** Start of a word, also after a hyphen, a dot or an apostrophe as in H'Hen. */
const WORD_START = /(^|[\s\-.'’])(\p{L})/gu;

/** NFC, no invisible characters, no spaces at the ends, single spaces inside. What every stored text goes through. */
export const tidy = (text: string): string => text.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();

/** Search key: no marks, đ → d, lower case, single spaces ("Đặng  Thị THƯ" → "dang thi thu"). */
export const foldVietnamese = (text: string): string =>
  tidy(text.normalize('NFD').replace(MARKS, '').replace(/[đĐ]/g, 'd').toLowerCase());

/** First word is the surname, last word the given name: Vietnamese lists sort by the last word. */
export function splitName(full: string): NameParts {
  const words = tidy(full).split(' ');
  const given = words.pop() ?? '';
  const [surname = '', ...middle] = words;
  return { surname, middle: middle.join(' '), given };
}

/** "given middle surname" in NFC, for a column sorted by a Vietnamese collation. */
export function givenNameKey(full: string): string {
  const { surname, middle, given } = splitName(full);
  return [given, middle, surname].filter(Boolean).join(' ');
}

/** "NGUYỄN THỊ  BÍCH" → "Nguyễn Thị Bích". */
export const titleCaseName = (name: string): string =>
  tidy(name)
    .toLocaleLowerCase('vi')
    .replace(WORD_START, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('vi'));

/** Letters, and all of them capitals. */
export const isAllCaps = (text: string): boolean =>
  text === text.toLocaleUpperCase('vi') && text !== text.toLocaleLowerCase('vi');
