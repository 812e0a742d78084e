/** More words than these narrow a list no further that anybody reads. */
const mostWords = 6;

/** The words that a list is searched for, each of which has to be found. */
export const searchWords = (search: string): string[] => search.split(' ').filter(Boolean).slice(0, mostWords);

/** What somebody typed, for a `LIKE` pattern: it finds itself and no pattern of its own. */
export const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** The pattern of texts that hold this one: `column LIKE ?`. */
export const containing = (text: string): string => `%${literally(text)}%`;
