import { useState } from 'react';
import { ErrorState, Skeletons } from '@halong/design/web';
import type { DocumentView } from '@halong/materials/contract';
import type { OnSeen } from './seen.ts';
import { useLink } from './use-link.ts';
import { useShown } from './use-shown.ts';

/** A picture with its words. */
export function ImageForm({ document, onSeen }: { document: DocumentView; onSeen?: OnSeen }) {
  const link = useLink(document.id);
  const [loaded, setLoaded] = useState(false);
  const place = useShown<HTMLElement>(onSeen, loaded);
  if (link.error) return <ErrorState problem={link.error.problem} onRetry={() => void link.refetch()} />;
  if (!link.data) return <Skeletons rows={4} />;
  return (
    <figure ref={place} className="picture">
      <img src={link.data.url} alt={document.altText ?? document.title} onLoad={() => setLoaded(true)} />
      {document.altText && <figcaption className="sm muted">{document.altText}</figcaption>}
    </figure>
  );
}
