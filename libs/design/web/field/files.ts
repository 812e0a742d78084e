export interface FileRule {
  /** Endings with a dot, in lower case: ".xlsx". */
  accept: readonly string[];
  /** Largest file in bytes. */
  maxBytes: number;
}

export type FileProblem = 'type' | 'size';

/** Why a file cannot be taken, or undefined when it can. The server checks the content again. */
export function fileProblem(file: { name: string; size: number }, rule: FileRule): FileProblem | undefined {
  const name = file.name.toLowerCase();
  if (rule.accept.length > 0 && !rule.accept.some((ending) => name.endsWith(ending))) return 'type';
  return file.size > rule.maxBytes ? 'size' : undefined;
}

/** The name of a file as people sent it, on one line and in the order in which it is written: no sign of it turns the words around it. */
export const shownName = (name: string): string => name.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '_');

/** Of several files at once, those with one problem in one line. */
export function refusals(files: readonly { name: string; size: number }[], rule: FileRule): { problem: FileProblem; names: string }[] {
  const named = (problem: FileProblem) => files.filter((file) => fileProblem(file, rule) === problem).map(({ name }) => shownName(name)).join(', ');
  return (['type', 'size'] as const).map((problem) => ({ problem, names: named(problem) })).filter(({ names }) => names !== '');
}

const units = ['B', 'KB', 'MB', 'GB'] as const;

/** 10485760 → "10 MB"; one decimal below 10, comma as in Vietnamese. */
export function showBytes(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** step;
  const text = step === 0 || value >= 10 ? String(Math.round(value)) : value.toFixed(1).replace(/\.0$/, '').replace('.', ',');
  return `${text} ${units[step]}`;
}
