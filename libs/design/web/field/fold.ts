/** Letters without marks and case, as people type when in a hurry: "Hoài Thư" → "hoai thu". */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();

/** Does every typed word occur in the text: "thu ha long" finds "Nguyễn Thị Hoài Thu, phường Hạ Long". */
export function finds(typed: string, text: string): boolean {
  const hay = fold(text);
  return fold(typed).split(/\s+/).filter(Boolean).every((word) => hay.includes(word));
}
