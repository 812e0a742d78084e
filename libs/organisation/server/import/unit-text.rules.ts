import { foldVietnamese, tidy } from '@halong/platform/contract';

/** `marked` compares with all marks, `plain` without any (for texts typed without marks). */
export type Spelling = 'marked' | 'plain';

/** Abbreviations in administrative use. "P." is a phường or a phòng, "TT" a trung tâm or a thị trấn. */
const WORDS: Record<string, string[]> = {
  ubnd: ['ủy ban nhân dân'], hđnd: ['hội đồng nhân dân'], đbqh: ['đại biểu quốc hội'], đđbqh: ['đoàn đại biểu quốc hội'],
  mttq: ['mặt trận tổ quốc'], ubmttq: ['ủy ban mặt trận tổ quốc'], ubkt: ['ủy ban kiểm tra'], đu: ['đảng ủy'], cq: ['cơ quan'],
  vp: ['văn phòng'], ban: ['ban'], bql: ['ban quản lý'], ql: ['quản lý'], kkt: ['khu kinh tế'], tt: ['trung tâm', 'thị trấn'],
  pvhcc: ['phục vụ hành chính công'], ttpvhcc: ['trung tâm phục vụ hành chính công'], cntt: ['công nghệ thông tin'],
  đtcb: ['đào tạo cán bộ'], đh: ['đại học'], bv: ['bệnh viện'], bvđk: ['bệnh viện đa khoa'], tp: ['thành phố'], tx: ['thị xã'],
  p: ['phường', 'phòng'], x: ['xã'], đk: ['đặc khu'], h: ['huyện'],
};

/** After "Sở" initials stand for the field: the usual ones, where Nội vụ is NV and Ngoại vụ NgV. */
const DEPARTMENTS: Record<string, string> = {
  nv: 'nội vụ', ngv: 'ngoại vụ', tp: 'tư pháp', tc: 'tài chính', ct: 'công thương', xd: 'xây dựng', yt: 'y tế',
  khcn: 'khoa học và công nghệ', gdđt: 'giáo dục và đào tạo', nnmt: 'nông nghiệp và môi trường', vhttdl: 'văn hóa thể thao và du lịch',
  dttg: 'dân tộc và tôn giáo', tttt: 'thông tin và truyền thông', gtvt: 'giao thông vận tải', khđt: 'kế hoạch và đầu tư',
  lđtbxh: 'lao động thương binh và xã hội', tnmt: 'tài nguyên và môi trường', nnptnt: 'nông nghiệp và phát triển nông thôn',
};

const INITIALS = /(sở|so) ((?:[a-zđ]{1,6})(?:\s*[&,.-]\s*[a-zđ]{1,6})*)(?=\s*[),;]|\s*$|\s+-\s)/gu;
const PEOPLES_COMMITTEE = 'ủy ban nhân dân';
const PLACES = ['phường', 'xã', 'đặc khu', 'thành phố', 'thị xã', 'thị trấn', 'huyện'];
const MAX_READINGS = 16;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

const foldedKeys = <T>(table: Record<string, T>): Map<string, T> => new Map(Object.entries(table).flatMap(([key, value]) => [[key, value], [foldVietnamese(key), value]]));
const words = foldedKeys(WORDS);
const departments = foldedKeys(DEPARTMENTS);

/** A text typed without any Vietnamese mark. */
export const isPlain = (text: string): boolean => foldVietnamese(text) === tidy(text).toLowerCase();

/**
 * The ways to read a unit's name, as keys to compare: lower case, abbreviations written out, no punctuation,
 * the tone at the end of the word (hoà = hòa), without "Ủy ban nhân dân" before a place and "Trường" before "Đại học".
 */
export function unitKeys(text: string, spelling: Spelling): string[] {
  const spelled = tidy(text).toLocaleLowerCase('vi').replace(INITIALS, writeOutInitials);
  const tokens = spelled.replace(/&/g, ' và ').split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  let readings = [''];
  for (const token of tokens) {
    const meanings = words.get(token) ?? [token];
    readings = readings.flatMap((reading) => meanings.map((meaning) => `${reading} ${meaning}`)).slice(0, MAX_READINGS);
  }
  return [...new Set(readings.map((reading) => shorten(spell(reading, spelling), spelling)))];
}

function writeOutInitials(whole: string, so: string, initials: string): string {
  const meaning = departments.get(initials.replace(/[^a-zđ]/g, ''));
  return meaning ? `${so} ${meaning}` : whole;
}

function spell(text: string, spelling: Spelling): string {
  const trimmed = text.trim();
  return spelling === 'plain' ? foldVietnamese(trimmed) : trimmed.split(' ').map(toneLast).join(' ');
}

/** Offices write hoà and hòa, uỷ and ủy: the tone is the same, only its place differs. */
function toneLast(word: string): string {
  const parts = word.normalize('NFD');
  return parts.replace(TONES, '').normalize('NFC') + (parts.match(TONES)?.join('') ?? '');
}

const shortenings = (spelling: Spelling): [RegExp, string][] => [
  [new RegExp(`${spell(PEOPLES_COMMITTEE, spelling)} (?=(${PLACES.map((place) => spell(place, spelling)).join('|')}) )`, 'gu'), ''],
  [new RegExp(`${spell('trường đại học', spelling)} `, 'gu'), `${spell('đại học', spelling)} `],
];
const rules: Record<Spelling, [RegExp, string][]> = { marked: shortenings('marked'), plain: shortenings('plain') };

const shorten = (text: string, spelling: Spelling): string => rules[spelling].reduce((short, [from, to]) => short.replace(from, to), text);
