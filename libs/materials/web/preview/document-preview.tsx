import { useState } from 'react';
import { ErrorState, IconButton, IconMinus, IconPlus, Skeletons } from '@halong/design/web';
import { useTexts } from '@halong/platform/web';
import DocumentPages from './document-pages.tsx';
import { DownloadButton } from './download-button.tsx';
import { ImageForm } from './image-form.tsx';
import type { DocumentPreviewProps } from './preview.types.ts';
import { Recording } from './recording.tsx';
import { SpeakerNotes } from './speaker-notes.tsx';
import { say } from './preview.texts.ts';
import { TextForm } from './text-form.tsx';
import { useDocument } from './use-document.ts';

const zooms = [0.5, 0.75, 1, 1.5, 2];

/** A document in the page, whatever it is. */
export default function DocumentPreview({ document: given, startAt, onSeen }: DocumentPreviewProps) {
  const t = useTexts(say);
  const { document, error, refetch } = useDocument(given);
  const [at, setAt] = useState<{ page: number; pages: number }>();
  const [zoom, setZoom] = useState(1);
  if (error) return <ErrorState problem={error.problem} onRetry={() => void refetch()} />;
  if (!document) return <Skeletons rows={5} />;
  const closer = (step: number) => setZoom((now) => zooms[zooms.indexOf(now) + step] ?? now);
  const paged = at !== undefined;
  return (
    <div className="col g3">
      <div className="row wrap">
        {at && <span className="sm" role="status">{t('pageOf', at)}</span>}
        <span className="sp" />
        {paged && <IconButton icon={IconMinus} size="s" label={t('smaller')} disabled={zoom === zooms[0]} onClick={() => closer(-1)} />}
        {paged && <IconButton icon={IconPlus} size="s" label={t('larger')} disabled={zoom === zooms.at(-1)} onClick={() => closer(1)} />}
        {document.can.download && <DownloadButton document={document} />}
      </div>
      {at && document.kind === 'SLIDES' && <SpeakerNotes document={document} page={at.page} />}
      {document.kind === 'VIDEO' || document.kind === 'AUDIO' ? <Recording document={document} startAt={startAt} onSeen={onSeen} />
        : document.kind === 'IMAGE' ? <ImageForm document={document} onSeen={onSeen} />
          : document.kind === 'TEXT' || document.kind === 'CAPTIONS' ? <TextForm document={document} onSeen={onSeen} />
            : <DocumentPages document={document} page={startAt} zoom={zoom} onPage={(page, pages) => setAt({ page, pages })} onSeen={onSeen} />}
    </div>
  );
}
