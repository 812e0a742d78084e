import { fillText, type ErrorParams, type Language } from './errors.ts';

export type TextPair = { vi: string; en: string };

/**
 * Words for a rule of our own in a contract, in both languages: `.refine(inOrder, inWords({ vi, en }, 'to'))` marks the field
 * `to`. A plain `message` would be said in one language to everybody.
 */
export function inWords(words: TextPair, ...path: string[]): { params: TextPair; path?: string[] } {
  return { params: words, ...(path.length > 0 ? { path } : {}) };
}

/**
 * Declares texts in both languages and gives a function that speaks one of them:
 * `const say = defineTexts({ title: { vi: 'Lớp học', en: 'Classes' } }); say('vi', 'title')`.
 */
export function defineTexts<const T extends Record<string, TextPair>>(texts: T) {
  return (language: Language, key: keyof T, params?: ErrorParams): string => {
    const pair = texts[key];
    return pair ? fillText(pair[language], params) : String(key);
  };
}
