import type { GradeSheet, Mark, MarkCell } from '@halong/assessment/contract';
import { sameMark } from './mark-text.ts';

/** A mark that is typed and not yet known to be stored. `version` is that of the cell when it was typed. */
export interface PendingMark {
  enrolmentId: number;
  component: string;
  mark: Mark;
  version: number;
}
export type PendingMarks = Readonly<Record<string, PendingMark>>;

/** Somebody else wrote the cell meanwhile: what I typed and what is there now. */
export interface MarkClash {
  mine: PendingMark;
  theirs: MarkCell;
}

export const cellKey = (enrolmentId: number, component: string): string => `${enrolmentId}/${component}`;

export function cellOf(sheet: GradeSheet, enrolmentId: number, component: string): MarkCell | undefined {
  return sheet.rows.find((row) => row.enrolmentId === enrolmentId)?.marks.find((cell) => cell.component === component);
}

/** With one more mark typed; typing again keeps the version that the first one was typed on. */
export function typed(pending: PendingMarks, next: PendingMark): PendingMarks {
  const key = cellKey(next.enrolmentId, next.component);
  return { ...pending, [key]: { ...next, version: pending[key]?.version ?? next.version } };
}

const without = (pending: PendingMarks, keys: ReadonlySet<string>): PendingMarks =>
  Object.fromEntries(Object.entries(pending).filter(([key]) => !keys.has(key)));

/** After the server has stored `sent`: what was typed again meanwhile stays and goes on from the new version. */
export function afterStored(pending: PendingMarks, sent: PendingMarks, sheet: GradeSheet): PendingMarks {
  const left = Object.entries(pending).filter(([key, one]) => !sent[key] || !sameMark(sent[key].mark, one.mark));
  return Object.fromEntries(left.map(([key, one]) => [key, key in sent ? { ...one, version: cellOf(sheet, one.enrolmentId, one.component)?.version ?? one.version } : one]));
}

/** After a refusal for old versions: the clashing marks wait for a decision, the others are sent again. */
export function afterConflict(pending: PendingMarks, conflicts: readonly (MarkCell & { enrolmentId: number })[]): { pending: PendingMarks; clashes: MarkClash[] } {
  const clashes = conflicts.flatMap(({ enrolmentId, ...theirs }) => {
    const mine = pending[cellKey(enrolmentId, theirs.component)];
    return mine ? [{ mine, theirs }] : [];
  });
  return { pending: without(pending, new Set(clashes.map(({ mine }) => cellKey(mine.enrolmentId, mine.component)))), clashes };
}

/** Only what is well-formed comes back from the device's storage. */
export function restoredMarks(text: string): PendingMarks {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as PendingMarks) : {};
  } catch {
    return {};
  }
}
