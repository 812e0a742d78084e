/** "phòng A2.03" for a room called "A2.03" or "Phòng A2.03"; `word` is "Phòng" or, inside a sentence, "phòng". */
export function roomText(name: string, word: string): string {
  const known = name.toLocaleLowerCase('vi').startsWith(`${word.toLocaleLowerCase('vi')} `);
  return `${word} ${known ? name.slice(word.length + 1) : name}`;
}
