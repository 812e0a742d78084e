/** "Phòng A2.03" for a room called "A2.03"; a name that already says what it is stays as it is. */
export function roomText(name: string, word: string): string {
  return name.toLocaleLowerCase('vi').startsWith(word.toLocaleLowerCase('vi')) ? name : `${word} ${name}`;
}
