import { useQuery } from '@tanstack/react-query';

const everyMs = 120_000;

/** How many pieces of work this person still has to submit; undefined: none, or not known yet. */
export function useDueCount(enabled: boolean): number | undefined {
  const { data } = useQuery({
    // Below the key of the route, so that what submitting changes is counted anew.
    queryKey: ['GET /my/assignments', 'due'], queryFn: async ({ signal }) => (await import('./due-count.ts')).due(signal), enabled, staleTime: 30_000, refetchInterval: everyMs,
  });
  return data === 0 ? undefined : data;
}
