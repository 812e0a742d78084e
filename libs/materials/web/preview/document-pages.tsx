import { lazy, Suspense } from 'react';
import { ErrorState, Skeletons } from '@halong/design/web';
import { documentRoutes, type DocumentView } from '@halong/materials/contract';
import { useQueryOf, useTexts } from '@halong/platform/web';
import { DownloadButton } from './download-button.tsx';
import { FormState } from './form-state.tsx';
import { PageImages } from './page-images.tsx';
import type { DocumentPagesProps } from './preview.types.ts';
import { say } from './preview.texts.ts';
import { useDocument } from './use-document.ts';
import { useForms } from './use-forms.ts';

const PdfPages = lazy(() => import('./pdf-pages.tsx'));

/** The pages of a document: a PDF as it was sent, everything else as the worker has drawn it. */
export default function DocumentPages({ document: given, ...rest }: DocumentPagesProps) {
  const { document, error, refetch } = useDocument(given);
  if (error) return <ErrorState problem={error.problem} onRetry={() => void refetch()} />;
  if (!document) return <Skeletons rows={5} />;
  return document.kind === 'PDF' ? <SentPages {...rest} document={document} /> : <DrawnPages {...rest} document={document} />;
}

type PagesOf = Omit<DocumentPagesProps, 'document'> & { document: DocumentView };

function SentPages({ document: { id }, ...rest }: PagesOf) {
  const link = useQueryOf(documentRoutes.linkDocument, { params: { id }, query: { purpose: 'preview' } });
  if (link.error) return <ErrorState problem={link.error.problem} onRetry={() => void link.refetch()} />;
  if (!link.data) return <Skeletons rows={5} />;
  return <Suspense fallback={<Skeletons rows={5} />}><PdfPages {...rest} url={link.data.url} /></Suspense>;
}

function DrawnPages({ document, ...rest }: PagesOf) {
  const t = useTexts(say);
  const { data: forms, error, refetch } = useForms(document);
  if (error && !forms) return <ErrorState problem={error.problem} onRetry={() => void refetch()} />;
  if (!forms) return <Skeletons rows={5} />;
  if (forms.rendition?.state === 'READY') return <PageImages {...rest} pages={forms.pages} />;
  if (forms.rendition) return <FormState id={document.id} forms={forms} />;
  return <div className="state"><p>{t('noPages')}</p>{document.can.download && <DownloadButton document={document} />}</div>;
}
