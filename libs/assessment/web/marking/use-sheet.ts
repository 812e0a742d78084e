import { useEffect, useRef, useState } from 'react';
import { markingContent, markingRoutes, rubricTotal, type MarkingContent, type MarkingView, type ScriptView } from '@halong/assessment/contract';
import { useDraft, useMutationOf, watchConnection } from '@halong/platform/web';

/** Long enough to gather what is typed, short enough that nobody waits for it. */
const gatherMs = 900;

export interface Sheet {
  content: MarkingContent;
  total: number | null;
  marking: MarkingView;
  dirty: boolean;
  saving: boolean;
  problem: string | undefined;
  /** Why it cannot be finished as it is; it is saved all the same. */
  refusal: string | undefined;
  /** What somebody else saved meanwhile; mine stays as it is until it is settled. */
  clash: MarkingView | undefined;
  edit: (change: Partial<MarkingContent>) => void;
  settle: (keep: 'mine' | 'theirs') => void;
  retry: () => void;
  /** Whether everything is with the server. */
  flush: () => Promise<boolean>;
  /** Done; answers the next code that waits, or undefined when it was not taken. */
  finish: () => Promise<{ next: string | null } | undefined>;
}

interface Kept {
  version: number;
  content: MarkingContent;
}

function restored(draft: string): Kept | undefined {
  try {
    const kept = JSON.parse(draft) as Kept;
    return typeof kept.version === 'number' ? { version: kept.version, content: markingContent.parse(kept.content) } : undefined;
  } catch {
    return undefined;
  }
}

/** My sheet for one script: kept on the device at once, sent as a whole in small waits, each time with the version it was made on. */
export function useSheet(script: ScriptView): Sheet {
  const params = { id: script.assignment.id, code: script.code };
  const [draft, setDraft, clearDraft] = useDraft(`marking-${params.id}-${params.code}`, '');
  const [first] = useState(() => restored(draft));
  const [marking, setMarking] = useState(script.mine);
  const [content, setContent] = useState(first?.content ?? script.mine.content);
  const [dirty, setDirty] = useState(first !== undefined);
  const [clash, setClash] = useState<MarkingView>();
  const latest = useRef({ content, version: first?.version ?? script.mine.version });
  const put = useMutationOf(markingRoutes.putMarking);
  const done = useMutationOf(markingRoutes.finishMarking, { invalidates: [markingRoutes.listMyMarking, markingRoutes.getScript] });

  // Somebody else has saved and nothing of mine is under way: show theirs.
  if (!dirty && script.mine.version > marking.version) {
    setMarking(script.mine);
    setContent(script.mine.content);
  }
  useEffect(() => {
    if (!dirty) latest.current = { content: marking.content, version: marking.version };
  }, [dirty, marking]);

  const keep = (next: MarkingContent, version = latest.current.version) => {
    latest.current = { content: next, version };
    setContent(next);
    setDirty(true);
    setDraft(JSON.stringify(latest.current));
  };

  const send = async (): Promise<boolean> => {
    const sent = latest.current;
    const answer = await put.mutateAsync({ params, body: { version: sent.version, ...sent.content } });
    if (!answer.stored) {
      setClash(answer.marking);
      return false;
    }
    setMarking(answer.marking);
    const same = latest.current.content === sent.content;
    latest.current = { ...latest.current, version: answer.marking.version };
    if (!same) return send();
    setDirty(false);
    clearDraft();
    return true;
  };

  const { isPending, error, reset } = put;
  const waits = dirty && !clash && !error && !isPending && script.can.edit;
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setTimeout(() => void send().catch(() => undefined), gatherMs);
    return () => clearTimeout(timer);
  });
  // The line is up again: what failed on the way is sent once more.
  useEffect(() => watchConnection((up) => up && reset()), [reset]);

  const { rubric, assignment } = script;
  const computed = rubric && rubricTotal(rubric, content.points, assignment);
  const flush = async (): Promise<boolean> => (latest.current.version > 0 && !dirty ? true : send().catch(() => false));
  return {
    content, marking, dirty, clash, flush, total: content.override?.mark ?? computed, saving: isPending || done.isPending, problem: error?.problem.title, refusal: done.error?.problem.title, retry: reset,
    edit: (change) => {
      if (!script.can.edit) return;
      if (error) reset();
      done.reset();
      keep({ ...latest.current.content, ...change });
    },
    settle: (choice) => {
      if (!clash) return;
      setClash(undefined);
      if (choice === 'mine') return keep(latest.current.content, clash.version);
      setMarking(clash);
      setContent(clash.content);
      setDirty(false);
      clearDraft();
      return undefined;
    },
    finish: async () => {
      if (!(await flush())) return undefined;
      const answer = await done.mutateAsync({ params, body: { version: latest.current.version } }).catch(() => undefined);
      if (!answer) return undefined;
      if (!answer.stored) setClash(answer.marking);
      setMarking(answer.marking);
      return answer.stored ? { next: answer.nextWaiting } : undefined;
    },
  };
}
