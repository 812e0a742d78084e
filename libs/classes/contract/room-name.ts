import type { Language } from '@halong/platform/contract';

/** What rooms are called before their number, the longer words first. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^phòng\s+máy(?:\s+tính)?/iu, 'Computer room'],
  [/^phòng\s+họp/iu, 'Meeting room'],
  [/^phòng\s+học/iu, 'Classroom'],
  [/^phòng/iu, 'Room'],
  [/^hội\s+trường/iu, 'Hall'],
  [/^giảng\s+đường/iu, 'Lecture hall'],
];
const number = /^(?:\s+[A-Z0-9][A-Z0-9./-]*)?$/u;

/** A room in the reader's language: “Phòng 502” is “Room 502” in English; a name of its own (“Hội trường Bạch Đằng”) stays. */
export function roomName(name: string, language: Language): string {
  if (language === 'vi') return name;
  for (const [kind, word] of kinds) {
    const rest = name.replace(kind, '');
    if (rest !== name && number.test(rest)) return word + rest;
  }
  return name;
}
