/** What databases and mail servers quote of people in the texts of their errors, and what stands in its place. */
const quotes: readonly [RegExp, string][] = [
  [/(entry|value:?) '.*?'(?= for (?:key|column)|$)/gms, "$1 '…'"],
  [/[^\s'"<>()@]+@[^\s'"<>()@]+\.[^\s'"<>()@]+/g, '…@…'],
  [/(?<![\w-])\d{9,12}(?![\w-])/g, '…'],
];

/** The text of an error without values, e-mail addresses and personal ids. */
export const withoutPersonalData = (text: string): string => quotes.reduce((left, [quoted, instead]) => left.replace(quoted, instead), text);
