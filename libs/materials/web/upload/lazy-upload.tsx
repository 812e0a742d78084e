import { lazy, Suspense } from 'react';
import { Skeletons } from '@halong/design/web';
import type { DocumentUploadProps } from './document-upload.tsx';

const Loaded = lazy(() => import('./document-upload.tsx'));

/** The same, loaded when it is first shown: the protocol is no part of the first page. */
export const DocumentUpload = (props: DocumentUploadProps) => (
  <Suspense fallback={<Skeletons rows={3} />}>
    <Loaded {...props} />
  </Suspense>
);
