import type { DocumentKind, DocumentView } from '@halong/materials/contract';
import type { Language } from '@halong/platform/contract';
import { renditionViewOf } from '../rendition/rendition.presenter.ts';
import type { DocumentRow } from './document.rows.ts';

/** What a browser shows by itself, from the bytes as they were sent. Never a page: nothing here can run a script of ours. */
const shownAsSent: readonly DocumentKind[] = ['PDF', 'IMAGE', 'VIDEO', 'AUDIO', 'TEXT', 'CAPTIONS'];

export const isShownAsSent = (kind: DocumentKind): boolean => shownAsSent.includes(kind);

/** `accountId` is who looks at it; null when nobody in particular does. */
export function documentViewOf(row: DocumentRow, accountId: number | null, language: Language): DocumentView {
  const { id, name, title, kind, mediaType, bytes, sha256, classification, pages, durationMs, altText, createdAt } = row;
  const renditions = row.form ? [renditionViewOf(row.form, language)] : [];
  return {
    id, name, title, kind, mediaType, bytes, sha256, classification, pages, durationMs, altText,
    state: 'READY',
    uploadedAt: createdAt.toISOString(),
    renditions,
    can: { download: true, preview: isShownAsSent(kind) || renditions.some(({ state }) => state === 'READY'), edit: row.ownerId === accountId },
  };
}
