import { lazy, Suspense } from 'react';
import { Skeletons } from '@halong/design/web';
import type { DocumentPagesProps, DocumentPreviewProps } from './preview.types.ts';

const Preview = lazy(() => import('./document-preview.tsx'));
const Pages = lazy(() => import('./document-pages.tsx'));

/** A document as it can be looked at in the page: pages, recording, picture or text, and how far the worker is with it. */
export const DocumentPreview = (props: DocumentPreviewProps) => <Suspense fallback={<Skeletons rows={4} />}><Preview {...props} /></Suspense>;

/** The pages of a document one under the other, with a place above each. */
export const DocumentPages = (props: DocumentPagesProps) => <Suspense fallback={<Skeletons rows={4} />}><Pages {...props} /></Suspense>;
