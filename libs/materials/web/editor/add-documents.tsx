import { useRef, useState } from 'react';
import { Button, Dialog, Note, toast } from '@halong/design/web';
import { contentRoutes, type DocumentView } from '@halong/materials/contract';
import { useMutationOf, useTexts } from '@halong/platform/web';
import { DocumentUpload } from '../upload/lazy-upload.tsx';
import { say } from './editor.texts.ts';

/** Files, each of which becomes an item as soon as it has been received and checked. */
export function AddDocuments({ classId, topicKey, onClose }: { classId: number; topicKey: string | null; onClose: () => void }) {
  const t = useTexts(say);
  const [failed, setFailed] = useState<string>();
  const add = useMutationOf(contentRoutes.addItem, { invalidates: [contentRoutes.getClassContent] });
  // Files of one drop arrive at almost the same time: one after the other keeps their order.
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const take = (document: DocumentView) => {
    line.current = line.current.then(() => add.mutateAsync({ params: { id: classId }, body: { kind: 'MATERIAL', topicKey, title: document.title, documentId: document.id } }))
      .then(() => toast(t('added', { title: document.title })), (error: { problem?: { title: string } }) => setFailed(error.problem?.title));
  };
  return (
    <Dialog open onClose={onClose} size={640} title={t('addDocuments')} lead={t('addDocumentsLead')} actions={<Button variant="primary" onClick={onClose}>{t('close')}</Button>}>
      {failed && <Note tone="act">{failed}</Note>}
      <DocumentUpload purpose="CONTENT" classId={classId} multiple onReady={take} />
    </Dialog>
  );
}
