import { documentRoutes, documentTopic, renditionRoutes, type DocumentView } from '@halong/materials/contract';
import { useQueryOf, useWatch } from '@halong/platform/web';

/** The forms that the worker has made of a document, and how far it is; the page hears of every step. */
export function useForms({ id }: Pick<DocumentView, 'id'>) {
  const asked = useQueryOf(renditionRoutes.getDocumentForms, { params: { id } });
  useWatch(documentTopic, id, [renditionRoutes.getDocumentForms, documentRoutes.getDocument]);
  return asked;
}
