import { lazy } from 'react';

export { DocumentUpload } from './upload/lazy-upload.tsx';
export type { DocumentUploadProps } from './upload/document-upload.tsx';
export { ClassContent, SessionHandouts } from './content/lazy-content.tsx';
export type { ClassContentProps } from './content/class-content.tsx';
export { DocumentPages, DocumentPreview } from './preview/lazy-preview.tsx';
export type { DocumentPagesProps, DocumentPreviewProps, PagePlace } from './preview/preview.types.ts';
export type { OnSeen, SeenBatch } from './preview/seen.ts';

/** Screens of materials, each its own chunk. */
export const materialsScreens = {
  ContentItem: lazy(() => import('./item/content-item.tsx')),
  Document: lazy(() => import('./document/document.tsx')),
};
