import { useEffect, useRef } from 'react';
import { useSession } from '@halong/identity/web';
import { platformErrors, type Problem } from '@halong/platform/contract';

/** What failed because the sign-in had ended is done again when the person has signed in again. */
export function useResumed(problem: Problem | undefined, again: () => void): void {
  const { ended } = useSession();
  const waiting = useRef(false);
  const retry = useRef(again);
  useEffect(() => {
    retry.current = again;
  });
  const refused = problem?.code === platformErrors.not_signed_in.code;
  useEffect(() => {
    if (ended && refused) waiting.current = true;
    else if (waiting.current) {
      waiting.current = false;
      if (refused) retry.current();
    }
  }, [ended, refused]);
}
