import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { assessmentRoutes, type GradeSheet, type Mark } from '@halong/assessment/contract';
import { keyOf, serverNow, useDraft, useMutationOf, watchConnection } from '@halong/platform/web';
import { afterConflict, afterStored, cellKey, cellOf, restoredMarks, typed, type MarkClash, type PendingMarks } from './pending-marks.ts';

/** Long enough to gather the marks of fast typing, short enough that nobody waits for it. */
const gatherMs = 700;

export interface Marks {
  pending: PendingMarks;
  clashes: readonly MarkClash[];
  saving: boolean;
  /** When the server last stored something, by the product's clock, epoch ms. */
  savedAt: number | undefined;
  /** Why the last try failed; what was typed is kept. */
  problem: string | undefined;
  type: (enrolmentId: number, component: string, mark: Mark) => void;
  /** Settles a clash: mine is sent on the newer version, theirs stays. */
  settle: (clash: MarkClash, keep: 'mine' | 'theirs') => void;
  retry: () => void;
  discard: () => void;
}

/** What is typed and not stored, kept on the device until it is. */
function usePending(classId: number): [PendingMarks, () => PendingMarks, (next: PendingMarks) => void] {
  const [draft, setDraft, clearDraft] = useDraft(`marks-${classId}`, '{}');
  const [pending, setPending] = useState(() => restoredMarks(draft));
  const latest = useRef(pending);
  const keep = (next: PendingMarks) => {
    latest.current = next;
    setPending(next);
    if (Object.keys(next).length > 0) setDraft(JSON.stringify(next));
    else clearDraft();
  };
  return [pending, () => latest.current, keep];
}

/** Sends what is typed in small batches; each cell carries the version it was typed on. */
export function useMarks(classId: number, sheet: GradeSheet | undefined): Marks {
  const client = useQueryClient();
  const [pending, latest, keep] = usePending(classId);
  const [clashes, setClashes] = useState<readonly MarkClash[]>([]);
  const [savedAt, setSavedAt] = useState<number>();
  const { mutateAsync, isPending, error, reset } = useMutationOf(assessmentRoutes.putMarks);
  const waiting = Object.keys(pending).length;
  const editable = sheet?.can.edit ?? false;

  const send = async () => {
    const sent = latest();
    const answer = await mutateAsync({ params: { id: classId }, body: { changes: Object.values(sent) } });
    client.setQueryData(keyOf(assessmentRoutes.getGradeSheet, { params: { id: classId } }), answer.sheet);
    if (answer.stored) {
      setSavedAt(serverNow());
      keep(afterStored(latest(), sent, answer.sheet));
      return;
    }
    const next = afterConflict(latest(), answer.conflicts);
    setClashes((before) => [...before, ...next.clashes]);
    keep(next.pending);
  };

  // Every keystroke that settles a cell starts the wait anew.
  useEffect(() => {
    if (waiting === 0 || isPending || error || !editable) return undefined;
    const timer = setTimeout(() => void send().catch(() => undefined), gatherMs);
    return () => clearTimeout(timer);
  });

  // The line is up again: what failed on the way is sent once more.
  useEffect(() => watchConnection((up) => up && reset()), [reset]);

  return {
    pending, clashes, saving: isPending || (waiting > 0 && editable && !error), savedAt, problem: error?.problem.title, retry: reset, discard: () => keep({}),
    type: (enrolmentId, component, mark) => {
      const version = sheet && cellOf(sheet, enrolmentId, component)?.version;
      if (version === undefined) return;
      if (error) reset();
      keep(typed(latest(), { enrolmentId, component, mark, version }));
    },
    settle: (clash, choice) => {
      setClashes((before) => before.filter((one) => one !== clash));
      if (choice === 'mine') keep({ ...latest(), [cellKey(clash.mine.enrolmentId, clash.mine.component)]: { ...clash.mine, version: clash.theirs.version } });
    },
  };
}
