import type { ReactNode } from 'react';
import type { DocumentView } from '@halong/materials/contract';
import type { OnSeen } from './seen.ts';

export interface DocumentPreviewProps {
  /** The document, or its id. */
  document: DocumentView | number;
  /** Where to go on: a page, or a second of a recording. */
  startAt?: number;
  onSeen?: OnSeen;
}

/** One page as it lies on the screen, in CSS pixels. */
export interface PagePlace {
  number: number;
  width: number;
  height: number;
}

export interface DocumentPagesProps {
  document: DocumentView | number;
  /** What lies above a page, for marks; it covers the page exactly. */
  overlay?: (page: PagePlace) => ReactNode;
  /** The page that is in the middle of the window, whenever it changes. */
  onPage?: (page: number, pages: number) => void;
  /** Scrolls to this page when it changes. */
  page?: number;
  /** 1 is the width of the place. */
  zoom?: number;
  onSeen?: OnSeen;
}
