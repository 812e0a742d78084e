import { foldVietnamese, tidy } from '@halong/platform/contract';

/** A lecturer as the timetable writes the name: `TS. Trần Đức Minh` → title `TS.`, name `Trần Đức Minh`. */
export type LecturerText = { title: string | null; name: string };

const titles = [
  'GS', 'PGS', 'TSKH', 'TS', 'ThS', 'Th\\.S', 'NCS', 'CN', 'KS', 'BS', 'LS', 'CVCC', 'CVC', 'GVCC', 'GVC', 'GV', 'BCV',
  'Giáo sư', 'Phó giáo sư', 'Tiến sĩ', 'Thạc sĩ', 'Giảng viên(?: chính| cao cấp)?', 'Báo cáo viên', 'Đại tá', 'Thượng tá', 'Trung tá', 'Thiếu tá',
  'Đồng chí', 'Đ\\/c', 'Ông', 'Bà', 'Thầy', 'Cô',
].map((title) => title.normalize('NFC'));
// A title ends with a stop, a comma or a space; so the family name "Bàng" keeps its first two letters.
const leadingTitles = new RegExp(`^(?:(?:${titles.join('|')})(?:[.,:]\\s*|\\s+))+`, 'iu');

/** Parts the titles from the name and keeps both. */
export function splitLecturer(text: string): LecturerText {
  const whole = tidy(text);
  const title = leadingTitles.exec(whole)?.[0].trim() ?? '';
  const name = title ? tidy(whole.slice(title.length)) : whole;
  return name ? { title: title || null, name } : { title: null, name: whole };
}

/** Does the cell name more than one person? */
export function namesSeveral(text: string): boolean {
  return /[;\n+&/]|,\s{0,9}(?:\S{1,30}\.\s{0,9})?\p{Lu}|\svà\s/u.test(text.normalize('NFC').trim().replace(/^Đ\/c/i, ''));
}

/**
 * The key two spellings of one name share: no titles, composed letters, one case, single spaces, the mark of
 * oa, oe, uy in one place. Accents stay: Vân and Văn are two people.
 */
export function lecturerNameKey(name: string): string {
  return splitLecturer(name).name.toLocaleLowerCase('vi').replace(/([òóỏõọ])([ae])(?!\p{L})|([ùúủũụ])y(?!\p{L})/gu, (pair) => moveMark(pair));
}

/** hòa → hoà: the mark goes to the second vowel, where the newer spelling has it. */
function moveMark(pair: string): string {
  const [first = '', second = ''] = pair;
  const parts = first.normalize('NFD');
  return parts.charAt(0) + (second + parts.slice(1)).normalize('NFC');
}

/**
 * What the file's name may mean. Always a proposal that a person confirms: a name alone proves nobody,
 * and lecturers of other institutions with the same name are not asked at all.
 */
export type LecturerProposal<C> = { match: 'EXACT_NAME_IN_HOST'; candidate: C } | { match: 'SEVERAL'; candidates: C[] } | { match: 'NONE' };

/**
 * Compares a key from `lecturerNameKey` with the lecturers of the institution that hosts the class.
 * In: the key and only those candidates. Out: a proposal, never a decision.
 */
export function proposeLecturer<C extends { name: string }>(nameKey: string, candidatesInsideHostInstitution: C[]): LecturerProposal<C> {
  const candidates = candidatesInsideHostInstitution.filter(({ name }) => lecturerNameKey(name) === nameKey);
  if (candidates.length > 1) return { match: 'SEVERAL', candidates };
  return candidates[0] ? { match: 'EXACT_NAME_IN_HOST', candidate: candidates[0] } : { match: 'NONE' };
}

export type RoomProposal<C> = { match: 'EXACT'; candidate: C } | { match: 'SEVERAL'; candidates: C[] } | { match: 'NONE' };

/** The room of the host institution with this name, accents, case and spaces aside: `phong 305` is `Phòng 305`. */
export function proposeRoom<C extends { name: string }>(roomText: string, roomsOfHostInstitution: C[]): RoomProposal<C> {
  const key = foldVietnamese(roomText);
  const candidates = roomsOfHostInstitution.filter(({ name }) => foldVietnamese(name) === key);
  if (candidates.length > 1) return { match: 'SEVERAL', candidates };
  return candidates[0] ? { match: 'EXACT', candidate: candidates[0] } : { match: 'NONE' };
}
