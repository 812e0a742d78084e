import type { Classification, DocumentKind } from '@halong/materials/contract';
import type { RenditionProgress } from '../rendition/rendition.rows.ts';

/** A document as it is stored. */
export interface DocumentRow {
  id: number;
  fileId: number;
  ownerId: number;
  name: string;
  title: string;
  kind: DocumentKind;
  mediaType: string;
  bytes: number;
  sha256: string;
  classification: Classification;
  pages: number | null;
  durationMs: number | null;
  altText: string | null;
  createdAt: Date;
  /** The form that is made of it to be looked at, and how far that is; null when it is looked at as it was sent. */
  form: RenditionProgress | null;
}

/** A file that has passed the door and waits for its row. */
export interface NewDocument extends Pick<DocumentRow, 'fileId' | 'ownerId' | 'name' | 'kind' | 'mediaType' | 'bytes' | 'sha256' | 'classification'> {
  purpose: string;
  scan: 'CLEAN' | 'NONE' | 'TOO_LARGE';
}
