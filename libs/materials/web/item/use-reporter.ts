import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { contentRoutes, progressRoutes, type ItemProgress } from '@halong/materials/contract';
import { call, keyOf } from '@halong/platform/web';
import type { OnSeen } from '../preview/seen.ts';
import { Reporter } from './reporter.ts';

/** What is seen of an item goes to the server while it is open; `undefined` for people of whom nothing is kept. */
export function useReporter(itemId: number, wanted: boolean, heard: (progress: ItemProgress) => void): OnSeen | undefined {
  const client = useQueryClient();
  const reporter = useRef<Reporter>(undefined);
  const latest = useRef(heard);
  useEffect(() => {
    latest.current = heard;
  });
  useEffect(() => {
    if (!wanted) return undefined;
    const own = new Reporter(
      (body, keepalive) => call(progressRoutes.reportProgress, { params: { id: itemId }, body: body as never }, { keepalive }),
      (progress) => latest.current(progress),
    );
    reporter.current = own;
    own.open();
    return () => {
      own.stop();
      // The list behind shows what was seen here.
      setTimeout(() => void client.invalidateQueries({ queryKey: keyOf(contentRoutes.getClassContent) }), 500);
    };
  }, [client, itemId, wanted]);
  return wanted ? (batch) => reporter.current?.tell(batch, document.visibilityState === 'hidden') : undefined;
}
