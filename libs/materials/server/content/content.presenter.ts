import type { ContentItem, DocumentView, ItemDetail, ItemProgress } from '@halong/materials/contract';
import { maySee, mayDownload, type Standing } from './content.policy.ts';
import type { ItemRow, ItemSettings, VersionRow } from './item.rows.ts';
import { shownAt } from './visibility.rules.ts';

/** An item about which nobody has said anything: open at once, to take home, nobody has to. */
export const plainSettings: Omit<ItemSettings, 'title'> = {
  mandatory: false, downloadable: true, shared: false, sessionNo: null, visibleFrom: null, visibleUntil: null, fromSessionNo: null, untilSessionNo: null,
};

export interface Look {
  standing: Standing;
  now: Date;
  documents: ReadonlyMap<number, DocumentView>;
  /** By item. */
  progress: ReadonlyMap<number, ItemProgress>;
  /** Items whose present version this person has opened. */
  opened: ReadonlySet<number>;
  newSince: Date | null;
}

const untouched: ItemProgress = { state: 'UNOPENED', percent: 0, place: 0 };
const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** New is what came after the visit before and has not been opened. */
function isNew(row: ItemRow, from: Date | null, opened: ReadonlySet<number>, newSince: Date | null): boolean {
  if (newSince === null || opened.has(row.id)) return false;
  const since = [row.givenAt ?? row.createdAt, from].filter((at): at is Date => at !== null).reduce((a, b) => (a > b ? a : b));
  return since > newSince;
}

export function presentItem(row: ItemRow, { standing, now, documents, progress, opened, newSince }: Look): ContentItem {
  const shown = shownAt(row, now);
  const own = standing.enrolmentId === null || row.kind === 'ASSIGNMENT' ? null : (progress.get(row.id) ?? untouched);
  const downloadable = Boolean(row.downloadable);
  const download = row.documentId !== null && mayDownload(standing, { downloadable });
  const document = row.documentId === null ? null : (documents.get(row.documentId) ?? null);
  return {
    id: row.id, classId: row.classId, topicKey: row.topicId === null ? null : String(row.topicId), kind: row.kind, title: row.title,
    mandatory: Boolean(row.mandatory), downloadable, shared: standing.edits && Boolean(row.shared), sessionNo: row.sessionNo,
    window: { from: iso(row.visibleFrom), fromSession: row.fromSessionNo, until: iso(row.visibleUntil), untilSession: row.untilSessionNo },
    shown: { state: shown.state, from: iso(shown.from), until: iso(shown.until) },
    versionNo: row.givenNo, changes: row.changes, givenAt: iso(row.givenAt),
    document: document && { ...document, can: { ...document.can, download } },
    url: row.url, refId: row.refId, progress: own, isNew: standing.enrolmentId !== null && isNew(row, shown.from, opened, newSince),
    version: row.version,
    can: { edit: standing.edits, download, seeReaders: standing.edits },
  };
}

/** How many items somebody must see, and has; the same that `ProgressRepository.mandatory` counts for completion. */
export function mandatoryIn(rows: readonly ItemRow[], progress: Look['progress']): { needed: number; done: number } {
  const needed = rows.filter(({ kind, mandatory, givenNo }) => kind !== 'ASSIGNMENT' && mandatory && givenNo !== null);
  return { needed: needed.length, done: needed.filter(({ id }) => progress.get(id)?.state === 'DONE').length };
}

/** Those of the items that this person may see now. */
export const seenBy = (rows: readonly ItemRow[], { standing, now }: Pick<Look, 'standing' | 'now'>): ItemRow[] =>
  rows.filter((row) => maySee(standing, shownAt(row, now), row));

export function presentVersion({ no, changes, createdByName, createdAt, givenAt, documentId, url }: VersionRow, { documents, standing }: Look): ItemDetail['versions'][number] {
  const document = documentId === null ? null : (documents.get(documentId) ?? null);
  return {
    no, changes, by: createdByName, at: createdAt.toISOString(), givenAt: iso(givenAt),
    document: document && { ...document, can: { ...document.can, download: standing.edits && document.can.download } }, url,
  };
}
