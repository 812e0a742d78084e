import { useQuery } from '@tanstack/react-query';

const everyMs = 120_000;

/** How many scripts wait for this person to be marked; undefined: none, or not known yet. */
export function useMarkingWaiting(enabled: boolean): number | undefined {
  const { data } = useQuery({
    // The key of the route, so that what marking changes is counted anew.
    queryKey: ['GET /my/marking', {}], queryFn: async ({ signal }) => (await import('./waiting.ts')).desk(signal), enabled, staleTime: 30_000, refetchInterval: everyMs,
  });
  return data && data.waiting > 0 ? data.waiting : undefined;
}
