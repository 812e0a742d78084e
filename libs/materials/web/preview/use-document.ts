import { documentRoutes, type DocumentView } from '@halong/materials/contract';
import { useQueryOf } from '@halong/platform/web';

/** The document that was given, or the one of that id. */
export function useDocument(given: DocumentView | number) {
  const id = typeof given === 'number' ? given : given.id;
  const asked = useQueryOf(documentRoutes.getDocument, { params: { id } }, { enabled: typeof given === 'number' });
  return { id, document: typeof given === 'number' ? asked.data : given, error: asked.error, refetch: asked.refetch };
}
