import { foldVietnamese, splitName } from '@halong/platform/contract';

const letters = (text: string): string => foldVietnamese(text).replace(/[^a-z0-9]/g, '');

/** Given name and the initials of the words before it: "Nguyễn Thị Hồng Thu" → "thunth". */
export function loginBase(fullName: string): string {
  const { surname, middle, given } = splitName(fullName);
  const initials = [surname, ...middle.split(' ')].map((word) => letters(word).slice(0, 1)).join('');
  return `${letters(given)}${initials}`.slice(0, 40).replace(/\d+$/, '') || 'nguoidung';
}

/** The first number from 2 on with which nobody signs in: thunth, thunth2, thunth3 … `taken` is read and added to. */
export function freeLogin(base: string, taken: Set<string>): string {
  let login = base;
  for (let number = 2; taken.has(login); number += 1) login = `${base}${number}`;
  taken.add(login);
  return login;
}

/** What a person typed as login or address → how it is stored; undefined when it cannot be either. */
export function readLogin(typed: string): string | undefined {
  const login = typed.normalize('NFKC').trim().toLowerCase();
  // Only ASCII: the database's collation takes many other letters for the same, the counter of failures must not.
  return /^[\x21-\x7e]{1,120}$/.test(login) ? login : undefined;
}
