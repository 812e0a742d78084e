import type { DocumentView } from '@halong/materials/contract';

/** Where one file stands on its way. `text` is the server's own words. */
export type TransferState =
  | { step: 'WAITING' | 'SENDING' | 'PAUSED' | 'LOST' | 'FULL'; sent: number }
  | { step: 'CHECKING' | 'QUARANTINED' }
  | { step: 'READY'; document: DocumentView }
  | { step: 'FAILED'; text: string };

/** A file goes on by itself after everything that may pass: no network, a server that restarts or is full, another tab. */
export function mayPass(status: number | undefined): boolean {
  return status === undefined || status === 0 || status === 409 || status === 423 || status >= 500;
}

/** Soon at first, then every 15 seconds for hours; every piece that arrives starts the row again. */
export const retryDelays: number[] = [0, 1_000, 3_000, 6_000, ...Array.from({ length: 1_000 }, () => 15_000)];

/** Whole percent, 100 only for the whole. */
export const percentOf = (sent: number, total: number): number => (total > 0 ? Math.min(sent >= total ? 100 : 99, Math.floor((sent / total) * 100)) : 0);

/** The sentence of a problem answer, or undefined when it was none. */
export function problemText(body: string | undefined): string | undefined {
  try {
    const { title } = JSON.parse(body ?? '') as { title?: unknown };
    return typeof title === 'string' ? title : undefined;
  } catch {
    return undefined;
  }
}

/** What makes two choices of a file the same upload, for one account: after a closed tab it goes on. */
export const fingerprintOf = (file: { name: string; size: number; lastModified: number }, accountId: number): string =>
  `halong-${accountId}-${file.size}-${file.lastModified}-${file.name}`;
