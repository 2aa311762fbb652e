import { QueryClient } from '@tanstack/react-query';
import { NetworkError } from './http.ts';

/** One cache for the page. A refusal is final; only a lost network is tried again. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        networkMode: 'always',
        retry: (failures, error) => error instanceof NetworkError && failures < 2,
      },
      mutations: { networkMode: 'always' },
    },
  });
}
