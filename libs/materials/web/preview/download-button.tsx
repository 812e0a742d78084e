import { useState } from 'react';
import { Button, IconDownload, showBytes, toast } from '@halong/design/web';
import { documentRoutes, type DocumentView } from '@halong/materials/contract';
import { call, ProblemError, useTexts } from '@halong/platform/web';
import { say } from './preview.texts.ts';

/** Asks for a link of now and follows it: an old one may have ended while the page was open. */
export function DownloadButton({ document }: { document: DocumentView }) {
  const t = useTexts(say);
  const [asking, setAsking] = useState(false);
  const download = async () => {
    setAsking(true);
    try {
      window.location.assign((await call(documentRoutes.linkDocument, { params: { id: document.id }, query: { purpose: 'download' } })).url);
    } catch (error) {
      if (error instanceof ProblemError) toast({ message: error.problem.title });
      else throw error;
    } finally {
      setAsking(false);
    }
  };
  return <Button size="s" icon={IconDownload} loading={asking} onClick={() => void download()}>{t('download', { size: showBytes(document.bytes) })}</Button>;
}
