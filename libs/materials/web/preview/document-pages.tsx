import { lazy, Suspense } from 'react';
import { ErrorState, Skeletons } from '@halong/design/web';
import { documentRoutes } from '@halong/materials/contract';
import { useQueryOf, useTexts } from '@halong/platform/web';
import { DownloadButton } from './download-button.tsx';
import type { DocumentPagesProps } from './preview.types.ts';
import { say } from './preview.texts.ts';
import { useDocument } from './use-document.ts';

const PdfPages = lazy(() => import('./pdf-pages.tsx'));

/** The pages of a document, from the form that there is of them. */
export default function DocumentPages({ document: given, ...rest }: DocumentPagesProps) {
  const t = useTexts(say);
  const { id, document, error, refetch } = useDocument(given);
  const link = useQueryOf(documentRoutes.linkDocument, { params: { id }, query: { purpose: 'preview' } }, { enabled: document?.kind === 'PDF' });
  const problem = error ?? link.error;
  if (problem) return <ErrorState problem={problem.problem} onRetry={() => void (error ? refetch() : link.refetch())} />;
  if (document && document.kind !== 'PDF') return <div className="state"><p>{t('noPages')}</p><DownloadButton document={document} /></div>;
  if (!link.data) return <Skeletons rows={5} />;
  return <Suspense fallback={<Skeletons rows={5} />}><PdfPages {...rest} url={link.data.url} /></Suspense>;
}
