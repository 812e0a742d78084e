import { documentRoutes } from '@halong/materials/contract';
import { useQueryOf } from '@halong/platform/web';

/** A short-lived address of the document as it was sent. */
export function useLink(id: number, enabled = true) {
  return useQueryOf(documentRoutes.linkDocument, { params: { id }, query: { purpose: 'preview' } }, { enabled });
}
