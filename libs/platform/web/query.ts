import { keepPreviousData, QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { CallOf, ResponseOf, RouteShape } from '@halong/platform/contract';
import { call, freshKey, ProblemError } from './client.ts';

/** Keys follow from the route; nobody invents them. */
export const keyOf = (route: RouteShape, input?: object): unknown[] => (input ? [`${route.method} ${route.path}`, input] : [`${route.method} ${route.path}`]);

const hopeless = (error: unknown) => error instanceof ProblemError && error.problem.status >= 400 && error.problem.status < 500;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (count, error) => count < 3 && !hopeless(error),
        retryDelay: (count) => Math.min(1_000 * 2 ** count, 8_000) * (0.5 + Math.random() / 2),
      },
      mutations: { retry: false },
    },
  });
}

/** Reads a route. While the input changes (next page, typing a search) the old rows stay on the screen. */
export function useQueryOf<R extends RouteShape>(route: R, input: CallOf<R>, options: { enabled?: boolean; refetchMs?: number } = {}) {
  return useQuery<ResponseOf<R>, ProblemError>({
    queryKey: keyOf(route, input),
    queryFn: ({ signal }) => call(route, input, { signal }),
    enabled: options.enabled ?? true,
    refetchInterval: options.refetchMs ?? false,
    placeholderData: keepPreviousData as never,
  });
}

/**
 * Sends a command. Repeating the same input after a failure on the way repeats the same key, so the server
 * does it once. `invalidates` names the routes whose answers have changed.
 */
export function useMutationOf<R extends RouteShape>(route: R, options: { invalidates?: readonly RouteShape[]; onSuccess?: (answer: ResponseOf<R>) => void } = {}) {
  const client = useQueryClient();
  const last = useRef<{ input: string; key: string }>(undefined);
  return useMutation<ResponseOf<R>, ProblemError, CallOf<R>>({
    mutationFn: (input) => {
      const text = JSON.stringify(input);
      if (last.current?.input !== text) last.current = { input: text, key: freshKey() };
      return call(route, input, { key: last.current.key });
    },
    onSuccess: async (answer) => {
      last.current = undefined;
      await Promise.all((options.invalidates ?? []).map((changed) => client.invalidateQueries({ queryKey: keyOf(changed) })));
      options.onSuccess?.(answer);
    },
    onError: (error) => {
      // A refusal is an answer: the next press is a new command.
      if (hopeless(error)) last.current = undefined;
      // Somebody was faster: show the newer version behind the message, so that the next press is about that one.
      if (error.problem.status === 409) for (const changed of options.invalidates ?? []) void client.invalidateQueries({ queryKey: keyOf(changed) });
    },
  });
}
