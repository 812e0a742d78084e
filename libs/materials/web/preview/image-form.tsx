import { useState } from 'react';
import { ErrorState, Skeletons } from '@halong/design/web';
import type { DocumentView } from '@halong/materials/contract';
import { AltText } from './alt-text.tsx';
import { FormState } from './form-state.tsx';
import type { OnSeen } from './seen.ts';
import { useForms } from './use-forms.ts';
import { useLink } from './use-link.ts';
import { useShown } from './use-shown.ts';

/** A picture with its words: the clean one; until it is there, only its sender sees the picture as it was sent. */
export function ImageForm({ document, onSeen }: { document: DocumentView; onSeen?: OnSeen }) {
  const { data: forms, error, refetch } = useForms(document);
  const sent = useLink(document.id, document.can.edit && forms?.picture === null);
  const [loaded, setLoaded] = useState(false);
  const place = useShown<HTMLElement>(onSeen, loaded);
  if (error && !forms) return <ErrorState problem={error.problem} onRetry={() => void refetch()} />;
  if (!forms) return <Skeletons rows={4} />;
  const url = forms.picture?.url ?? sent.data?.url;
  return (
    <div className="col g3">
      <FormState id={document.id} forms={forms} />
      {url && (
        <figure ref={place} className="picture">
          <img src={url} alt={document.altText ?? document.title} onLoad={() => setLoaded(true)} />
          {document.altText && <figcaption className="sm muted">{document.altText}</figcaption>}
        </figure>
      )}
      {document.can.edit && <AltText document={document} />}
    </div>
  );
}
