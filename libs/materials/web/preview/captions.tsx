import { useState } from 'react';
import { Button, Dialog, Note, Segmented, toast } from '@halong/design/web';
import { renditionRoutes, type DocumentForms, type DocumentView } from '@halong/materials/contract';
import { useMutationOf, useTexts } from '@halong/platform/web';
import { DocumentUpload } from '../upload/lazy-upload.tsx';
import { say } from './preview.texts.ts';

type Spoken = DocumentForms['captions'][number]['language'];
const languages: readonly Spoken[] = ['vi', 'en'];

/** Captions beside a video, for whoever sent it. */
export function Captions({ document: { id }, forms }: { document: DocumentView; forms: DocumentForms }) {
  const t = useTexts(say);
  const [open, setOpen] = useState(false);
  const [language, setLanguage] = useState<Spoken>('vi');
  const put = useMutationOf(renditionRoutes.putCaptions, { invalidates: [renditionRoutes.getDocumentForms], onSuccess: () => toast(t('captionsSaved')) });
  const there = forms.captions.some((one) => one.language === language);
  const send = (captionsId: number | null) => put.mutate({ params: { id }, body: { language, captionsId } });
  return (
    <span>
      <Button size="s" onClick={() => setOpen(true)}>{t('captions')}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} size={560} title={t('captions')} lead={t('captionsLead')} actions={<Button variant="primary" onClick={() => setOpen(false)}>{t('close')}</Button>}>
        {put.error && <Note tone="act">{put.error.problem.title}</Note>}
        <Segmented label={t('captionsLanguage')} value={language} onChange={setLanguage} options={languages.map((value) => ({ value, label: t(`spoken_${value}`) }))} />
        {there && <span><Button size="s" loading={put.isPending} onClick={() => send(null)}>{t('captionsRemove')}</Button></span>}
        <DocumentUpload purpose="CONTENT" accept={['CAPTIONS']} onReady={(captions) => send(captions.id)} />
      </Dialog>
    </span>
  );
}
