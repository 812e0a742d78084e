import { useTexts } from '@halong/platform/web';
import { PageStack, type PageSize } from './page-stack.tsx';
import type { DocumentPagesProps } from './preview.types.ts';
import { say } from './preview.texts.ts';

interface PageImagesProps extends Omit<DocumentPagesProps, 'document'> {
  pages: readonly (PageSize & { url: string })[];
}

/** Pages that the worker has drawn: light enough for any phone, and the same on all of them. */
export function PageImages({ pages, ...rest }: PageImagesProps) {
  const t = useTexts(say);
  const urls = new Map(pages.map(({ number, url }) => [number, url]));
  return <PageStack {...rest} sizes={pages} draw={({ number }) => <img src={urls.get(number)} alt={t('pageOf', { page: number, pages: pages.length })} decoding="async" />} />;
}
