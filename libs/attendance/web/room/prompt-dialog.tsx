import { useEffect, useState } from 'react';
import type { PresencePrompt } from '@halong/attendance/contract';
import { Button, Dialog, IconHandStop, Note, toast } from '@halong/design/web';
import { formatTime, ProblemError, useTexts } from '@halong/platform/web';
import type { PresenceLine } from './presence-line.ts';
import { say } from './room.texts.ts';

/** The window's title calls too: the page may stand behind another one. */
function useCallingTitle(words: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = `● ${words}`;
    navigator.vibrate?.([200, 100, 200]);
    return () => {
      document.title = before;
    };
  }, [words]);
}

/** "Are you still here?", with one big button. It goes when it is answered or its time is over. */
export function PromptDialog({ prompt, line }: { prompt: PresencePrompt; line: PresenceLine }) {
  const t = useTexts(say);
  const [sending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  useCallingTitle(t('ask'));
  const answer = async () => {
    setSending(true);
    setTrouble(undefined);
    try {
      await line.answer(prompt.no);
      toast(t('heard'));
    } catch (error) {
      setTrouble(error instanceof ProblemError ? error.problem.title : t('waitsForLine'));
    } finally {
      setSending(false);
    }
  };
  return (
    <Dialog open busy onClose={() => undefined} title={t('ask')} lead={t('askWhy', { at: formatTime(prompt.openUntil) })} size={420}>
      {trouble && <Note tone="warn">{trouble}</Note>}
      <Button variant="primary" size="xl" icon={IconHandStop} loading={sending} onClick={() => void answer()} autoFocus>{t('here')}</Button>
    </Dialog>
  );
}
