import { Note } from '@halong/design/web';
import type { DocumentView } from '@halong/materials/contract';
import { useTexts } from '@halong/platform/web';
import { say } from './preview.texts.ts';
import { useForms } from './use-forms.ts';

/** What the speaker wrote under this slide. The server gives it to those who teach only. */
export function SpeakerNotes({ document, page }: { document: DocumentView; page: number }) {
  const t = useTexts(say);
  const { data } = useForms(document);
  const text = data?.notes.find((one) => one.page === page)?.text;
  if (!text) return null;
  return <Note tone="info" title={t('notes', { page })}>{text.split('\n').map((line, at) => <p key={at}>{line}</p>)}</Note>;
}
