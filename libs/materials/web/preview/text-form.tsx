import { useQuery } from '@tanstack/react-query';
import { ErrorState, Skeletons } from '@halong/design/web';
import type { DocumentView } from '@halong/materials/contract';
import { useTexts } from '@halong/platform/web';
import { say } from './preview.texts.ts';
import type { OnSeen } from './seen.ts';
import { useLink } from './use-link.ts';
import { useShown } from './use-shown.ts';

/** More than this of a text is not shown; the download has all of it. */
const mostCharacters = 200_000;

/** Plain text and captions, as text: nothing in it is markup. */
export function TextForm({ document, onSeen }: { document: DocumentView; onSeen?: OnSeen }) {
  const t = useTexts(say);
  const link = useLink(document.id);
  const text = useQuery({
    queryKey: ['document text', document.id, document.sha256],
    queryFn: async ({ signal }) => {
      const answer = await fetch(link.data!.url, { signal, credentials: 'same-origin', headers: { range: `bytes=0-${mostCharacters}` } });
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.text();
    },
    enabled: link.data !== undefined,
    staleTime: Infinity,
  });
  const place = useShown<HTMLPreElement>(onSeen, text.data !== undefined);
  if (link.error) return <ErrorState problem={link.error.problem} onRetry={() => void link.refetch()} />;
  if (text.error) return <ErrorState problem={{ title: t('unreadable'), detail: t('unreadableWhy') }} onRetry={() => void text.refetch()} />;
  if (text.data === undefined) return <Skeletons rows={5} />;
  return (
    <>
      <pre ref={place} className="plaintext" tabIndex={0}>{text.data}</pre>
      {document.bytes > mostCharacters && <p className="sm muted">{t('textCut')}</p>}
    </>
  );
}
