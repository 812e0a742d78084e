import { useEffect, useRef, useState } from 'react';
import { submissionRoutes, type DraftView, type Work } from '@halong/assessment/contract';
import type { DocumentView } from '@halong/materials/contract';
import { useMutationOf, watchConnection } from '@halong/platform/web';
import { afterStored, restoredWork, shownWork, type LocalWork } from './local-work.ts';

/** Long enough to gather a sentence, short enough that nobody loses one. */
const gatherMs = 2_000;
const againMs = 8_000;

export interface WorkDraft {
  shown: LocalWork;
  saving: boolean;
  /** What the server stored last, by whom and when. */
  stored: DraftView;
  /** What somebody stored elsewhere while this was written. */
  conflict: DraftView | undefined;
  /** Why it could not be sent; it is kept here and sent again. */
  problem: string | undefined;
  /** There is no line: what waits goes out by itself when it is back. */
  offline: boolean;
  write: (text: string) => void;
  attach: (document: DocumentView) => void;
  detach: (documentId: number) => void;
  settle: (keep: 'mine' | 'theirs') => void;
  retry: () => void;
  /** Stores what waits. @returns the version that is stored, undefined when it could not be */
  flush: () => Promise<number | undefined>;
}

function readKept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keepOnDevice(key: string, work: LocalWork): void {
  try {
    if (work.dirty) localStorage.setItem(key, JSON.stringify(work));
    else localStorage.removeItem(key);
  } catch {
    // Without storage it lives as long as the page.
  }
}

/** The draft in the editor: kept on the device with every letter, stored on the server every few seconds. */
export function useWorkDraft(work: Work, accountId: number): WorkDraft {
  const key = `halong.work.${accountId}.${work.id}`;
  const [mine, setMine] = useState(() => restoredWork(readKept(key)));
  const latest = useRef(mine);
  const [stored, setStored] = useState(work.draft);
  const [conflict, setConflict] = useState<DraftView>();
  const { mutateAsync, isPending, isPaused, error, reset } = useMutationOf(submissionRoutes.putDraft);
  const newest = stored.version > work.draft.version ? stored : work.draft;
  const shown = shownWork(mine, newest);
  const refused = error !== null && error.problem.status >= 400 && error.problem.status < 500;

  const keep = (next: LocalWork) => {
    latest.current = next;
    setMine(next);
    keepOnDevice(key, next);
  };
  const change = (next: Partial<LocalWork>) => {
    if (error) reset();
    keep({ ...shownWork(latest.current, newest), ...next, dirty: true });
  };

  const send = async (): Promise<number | undefined> => {
    const sent = shownWork(latest.current, newest);
    if (!sent.dirty) return sent.version;
    const answer = await mutateAsync({ params: { id: work.id }, body: { version: sent.version, text: sent.text, documentIds: sent.documents.map(({ id }) => id) } });
    if (!answer.stored) {
      setConflict(answer.draft);
      return undefined;
    }
    setStored(answer.draft);
    keep(afterStored(latest.current ?? sent, sent, answer.draft.version));
    return answer.draft.version;
  };

  // Every letter starts the wait anew; what failed on the way is tried again by itself.
  useEffect(() => {
    if (!shown.dirty || isPending || conflict || refused || !work.can.edit) return undefined;
    const timer = setTimeout(() => void send().catch(() => undefined), error ? againMs : gatherMs);
    return () => clearTimeout(timer);
  });
  useEffect(() => watchConnection((up) => up && reset()), [reset]);

  return {
    shown, saving: isPending, stored: newest, conflict, problem: error?.problem.title, offline: isPaused,
    write: (text) => change({ text }),
    attach: (document) => {
      const { documents } = shownWork(latest.current, newest);
      if (!documents.some(({ id }) => id === document.id)) change({ documents: [...documents, document] });
    },
    detach: (documentId) => change({ documents: shownWork(latest.current, newest).documents.filter(({ id }) => id !== documentId) }),
    settle: (choice) => {
      if (!conflict) return;
      setStored(conflict);
      keep(choice === 'mine' ? { ...shown, version: conflict.version, dirty: true } : { text: conflict.text, documents: conflict.documents, version: conflict.version, dirty: false });
      setConflict(undefined);
    },
    retry: reset,
    flush: async () => {
      // Without a line a call would wait for it, and the button with it.
      if (!navigator.onLine) return undefined;
      for (let round = 0; round < 3; round += 1) {
        const version = await send().catch(() => undefined);
        if (version === undefined || !latest.current?.dirty) return version;
      }
      return undefined;
    },
  };
}
