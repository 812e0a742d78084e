import { useState } from 'react';
import { Button, Note, TextField, toast } from '@halong/design/web';
import { contentRoutes, documentRoutes, type DocumentView } from '@halong/materials/contract';
import { useMutationOf, useTexts } from '@halong/platform/web';
import { say } from './preview.texts.ts';

/** Asks whoever sent a picture what it shows, for those who do not see it. */
export function AltText({ document }: { document: DocumentView }) {
  const t = useTexts(say);
  const [text, setText] = useState(document.altText ?? '');
  const save = useMutationOf(documentRoutes.patchDocument, { invalidates: [documentRoutes.getDocument, contentRoutes.getItem], onSuccess: () => toast(t('altSaved')) });
  const send = () => save.mutate({ params: { id: document.id }, body: { altText: text.trim() || null } });
  return (
    <form className="col g2" onSubmit={(event) => { event.preventDefault(); send(); }}>
      {save.error && <Note tone="act">{save.error.problem.title}</Note>}
      <TextField label={t('alt')} hint={t('altHint')} value={text} maxLength={500} onChange={(event) => setText(event.currentTarget.value)} />
      <span><Button size="s" type="submit" loading={save.isPending} disabled={text.trim() === (document.altText ?? '')}>{t('altSave')}</Button></span>
    </form>
  );
}
