import { lazy, Suspense } from 'react';
import { Button, Dialog, Note, Skeletons, TextField, toast } from '@halong/design/web';
import { contentRoutes } from '@halong/materials/contract';
import { useDraft, useMutationOf, useTexts } from '@halong/platform/web';
import { say } from './editor.texts.ts';

export const PageEditor = lazy(() => import('./page-editor.tsx'));

/** A link, or a page that is written here; what was typed stays until it is saved. */
export function WriteDialog({ classId, topicKey, kind, onClose }: { classId: number; topicKey: string | null; kind: 'LINK' | 'PAGE'; onClose: () => void }) {
  const t = useTexts(say);
  const [title, setTitle, clearTitle] = useDraft(`content.${classId}.${kind}.title`, '');
  const [text, setText, clearText] = useDraft(`content.${classId}.${kind}.text`, '');
  const add = useMutationOf(contentRoutes.addItem, {
    invalidates: [contentRoutes.getClassContent],
    onSuccess: (made) => {
      toast(t('added', { title: made.title }));
      clearTitle();
      clearText();
      onClose();
    },
  });
  const content = kind === 'LINK' ? { url: text.trim() } : { body: text };
  const save = () => add.mutate({ params: { id: classId }, body: { kind, topicKey, title: title.trim(), ...content } });
  return (
    <Dialog
      open onClose={onClose} busy={add.isPending} size={kind === 'PAGE' ? 760 : 520} title={t(kind === 'LINK' ? 'addLink' : 'addPage')}
      actions={<><Button onClick={onClose}>{t('close')}</Button><Button variant="primary" loading={add.isPending} disabled={!title.trim() || !text.trim()} onClick={save}>{t(kind === 'LINK' ? 'addLink' : 'addPage')}</Button></>}
    >
      {add.error && <Note tone="act">{add.error.problem.title}</Note>}
      <TextField label={t('itemTitle')} value={title} maxLength={300} onChange={(event) => setTitle(event.currentTarget.value)} />
      {kind === 'LINK'
        ? <TextField label={t('url')} hint={t('urlHint')} type="url" inputMode="url" value={text} maxLength={2000} onChange={(event) => setText(event.currentTarget.value)} />
        : <Suspense fallback={<Skeletons rows={4} />}><PageEditor label={t('body')} value={text} onChange={setText} /></Suspense>}
    </Dialog>
  );
}
