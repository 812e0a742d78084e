/**
 * Letters of an avatar: the last two words of a Vietnamese name (middle and given name),
 * "Nguyễn Thị Hoài Thu" → "HT"; one word gives one letter, nothing gives "?".
 */
export function initials(fullName: string): string {
  const words = fullName.normalize('NFC').trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return '?';
  return words.slice(-2).map((word) => [...word][0]?.toLocaleUpperCase('vi') ?? '').join('');
}

export const avatarColours = 5;

/** The same id always gets the same colour, 0 to 4 (FNV-1a). */
export function avatarColour(id: string): number {
  let hash = 0x811c9dc5;
  for (const letter of id) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash % avatarColours;
}
