import { useParams } from 'react-router';
import { ErrorState, PageHead, Sheet, showBytes, Skeletons, usePage } from '@halong/design/web';
import { documentRoutes } from '@halong/materials/contract';
import { useQueryOf, useTexts } from '@halong/platform/web';
import { DocumentPreview } from '../preview/lazy-preview.tsx';
import { say } from './document.texts.ts';

/** One document on a page of its own, for whoever may open it. */
export default function DocumentPage() {
  const t = useTexts(say);
  const id = Number(useParams()['id']);
  const { data, error, refetch } = useQueryOf(documentRoutes.getDocument, { params: { id } });
  usePage({ crumbs: [{ label: data?.title ?? t('document') }] });
  if (error) return <ErrorState centered problem={error.problem} onRetry={() => void refetch()} />;
  if (!data) return <Skeletons rows={6} />;
  return (
    <>
      <PageHead title={data.title} sub={t('sub', { name: data.name, size: showBytes(data.bytes) })} />
      <Sheet><DocumentPreview key={data.id} document={data} /></Sheet>
    </>
  );
}
