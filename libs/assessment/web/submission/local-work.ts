import type { DocumentView } from '@halong/materials/contract';

/** What stands in the editor, and the version of the stored draft that it was written on. */
export interface LocalWork {
  text: string;
  documents: DocumentView[];
  version: number;
  /** Something in it has not been stored yet. */
  dirty: boolean;
}

/** What was kept on the device, if it can be read. */
export function restoredWork(kept: string | null): LocalWork | undefined {
  if (kept === null) return undefined;
  try {
    const { text, documents, version } = JSON.parse(kept) as Partial<LocalWork>;
    return typeof text === 'string' && Array.isArray(documents) && typeof version === 'number' ? { text, documents, version, dirty: true } : undefined;
  } catch {
    return undefined;
  }
}

const idsOf = ({ documents }: Pick<LocalWork, 'documents'>): string => documents.map(({ id }) => id).join();
export const sameWork = (a: Pick<LocalWork, 'text' | 'documents'>, b: Pick<LocalWork, 'text' | 'documents'>): boolean => a.text === b.text && idsOf(a) === idsOf(b);

/** What stays after the server has stored what was sent: it, or what was typed meanwhile on top of it. */
export const afterStored = (now: LocalWork, sent: LocalWork, version: number): LocalWork => ({ ...now, version, dirty: !sameWork(now, sent) });

/** What to show: what is typed here, unless somebody stored something newer and nothing here waits. */
export function shownWork(mine: LocalWork | undefined, stored: Omit<LocalWork, 'dirty'>): LocalWork {
  return mine && (mine.dirty || mine.version >= stored.version) ? mine : { text: stored.text, documents: stored.documents, version: stored.version, dirty: false };
}

export const wordCount = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;
