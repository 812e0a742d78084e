import type { LimitRow } from './upload.rows.ts';

/** The one that counts of those which apply: a person's before a class's before everybody's. */
export function limitThatCounts(limits: readonly LimitRow[]): LimitRow | undefined {
  return limits.find(({ accountId }) => accountId !== null) ?? limits.find(({ classId }) => classId !== null) ?? limits[0];
}

export const scopeOf = ({ classId, accountId }: Pick<LimitRow, 'classId' | 'accountId'>): string =>
  accountId !== null ? `account:${accountId}` : classId !== null ? `class:${classId}` : 'all';

/** `2147483648` → `2 GB`, as people read it; rounded down, so that nobody is promised more. */
export function sizeWords(bytes: number): string {
  const [unit, size] = bytes >= 1024 ** 3 ? ['GB', 1024 ** 3] : bytes >= 1024 ** 2 ? ['MB', 1024 ** 2] : ['KB', 1024];
  const shown = Math.floor((bytes / (size as number)) * 10) / 10;
  return `${String(shown).replace('.', ',')} ${unit}`;
}
