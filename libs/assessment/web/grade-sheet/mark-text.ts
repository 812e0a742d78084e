import type { Mark } from '@halong/assessment/contract';
import type { Language } from '@halong/platform/contract';
import { formatNumber } from '@halong/platform/web';

/** What a mark looks like in its cell: "" for a blank, M (E in English) for excused, else the score with the comma of the language. */
export function markText(mark: Mark, language: Language): string {
  if (mark.kind === 'SCORE') return formatNumber(mark.value, language);
  if (mark.kind === 'BLANK') return '';
  return language === 'vi' ? 'M' : 'E';
}

export { parseMark, sameMark } from '@halong/assessment/contract';
