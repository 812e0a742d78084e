import { Suspense, useState } from 'react';
import { Button, Checkbox, Dialog, Note, Skeletons, TextField, toast } from '@halong/design/web';
import { contentRoutes, type ContentItem, type DocumentView, type ItemDetail } from '@halong/materials/contract';
import { useDraft, useMutationOf, useQueryOf, useTexts } from '@halong/platform/web';
import { DocumentUpload } from '../upload/lazy-upload.tsx';
import { say } from './editor.texts.ts';
import { PageEditor } from './write-dialog.tsx';

/** The next version of an item: what is new, and whether the class gets it now. */
export function VersionDialog({ item, onClose }: { item: ContentItem; onClose: () => void }) {
  const { data } = useQueryOf(contentRoutes.getItem, { params: { id: item.id } });
  return data && <VersionForm item={data} onClose={onClose} />;
}

function VersionForm({ item, onClose }: { item: ItemDetail; onClose: () => void }) {
  const t = useTexts(say);
  const [text, setText, clearText] = useDraft(`content.version.${item.id}`, item.url ?? item.body ?? '');
  const [changes, setChanges, clearChanges] = useDraft(`content.changes.${item.id}`, '');
  const [document, setDocument] = useState<DocumentView>();
  const [give, setGive] = useState(true);
  const add = useMutationOf(contentRoutes.addVersion, {
    invalidates: [contentRoutes.getClassContent, contentRoutes.getItem],
    onSuccess: () => {
      toast(t('versionAdded'));
      clearText();
      clearChanges();
      onClose();
    },
  });
  const content = item.kind === 'MATERIAL' ? { documentId: document?.id } : item.kind === 'LINK' ? { url: text.trim() } : { body: text };
  const ready = changes.trim().length >= 3 && (item.kind === 'MATERIAL' ? document !== undefined : text.trim() !== '');
  return (
    <Dialog
      open onClose={onClose} busy={add.isPending} size={item.kind === 'LINK' ? 520 : 720} title={t('versionTitle', { title: item.title })}
      actions={<><Button onClick={onClose}>{t('close')}</Button><Button variant="primary" loading={add.isPending} disabled={!ready} onClick={() => add.mutate({ params: { id: item.id }, body: { ...content, changes: changes.trim(), give } })}>{t('newVersion')}</Button></>}
    >
      {add.error && <Note tone="act">{add.error.problem.title}</Note>}
      {item.kind === 'MATERIAL' && (document ? <Note tone="ok">{t('file', { name: document.name })}</Note> : <DocumentUpload purpose="CONTENT" classId={item.classId} onReady={setDocument} />)}
      {item.kind === 'LINK' && <TextField label={t('url')} hint={t('urlHint')} type="url" value={text} maxLength={2000} onChange={(event) => setText(event.currentTarget.value)} />}
      {item.kind === 'PAGE' && <Suspense fallback={<Skeletons rows={4} />}><PageEditor label={t('body')} value={text} onChange={setText} /></Suspense>}
      <TextField label={t('changes')} hint={t('changesHint')} value={changes} maxLength={500} onChange={(event) => setChanges(event.currentTarget.value)} />
      <Checkbox label={t('giveNow')} hint={t('giveLater')} checked={give} onChange={setGive} />
    </Dialog>
  );
}
