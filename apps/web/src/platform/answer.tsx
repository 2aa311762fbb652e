import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Skeleton } from '../ui/skeleton.tsx';
import { formatInstant } from './formats.ts';
import { NetworkError } from './http.ts';
import { useWords } from './i18n.ts';
import { useNetworkLostSince, useWhenNetworkIsBack } from './network-state.ts';
import { NeverOpened } from './never-opened.tsx';
import { platformWords } from './platform.words.ts';
import { ProblemNotice } from './problem-notice.tsx';

interface AnswerProps<Data> {
  readonly query: UseQueryResult<Data>;
  /** Rows of the skeleton shown while the first answer is awaited. */
  readonly rows?: number;
  /** The page itself tells what is wrong, and the way out. */
  readonly hideProblem?: boolean;
  readonly children: (data: Data) => ReactNode;
}

/** A question to the server in its three states; a failure never takes away what was already shown. */
export function Answer<Data>({ query, rows = 6, hideProblem = false, children }: AnswerProps<Data>) {
  const t = useWords(platformWords);
  const retry = () => void query.refetch();
  const lost = useNetworkLostSince() !== null;
  const unreached = query.error instanceof NetworkError;
  useWhenNetworkIsBack(() => {
    if (unreached) retry();
  });
  if (hideProblem && query.isError) return null;
  if (query.data === undefined) {
    if (lost && (unreached || !query.isError)) return <NeverOpened onRetry={retry} />;
    return query.isError ? (
      <ProblemNotice error={query.error} onRetry={retry} />
    ) : (
      <Skeleton rows={rows} label={t('loading')} />
    );
  }
  const staleSince = formatInstant(new Date(query.dataUpdatedAt).toISOString());
  return (
    <>
      {query.isError ? <ProblemNotice error={query.error} onRetry={retry} staleSince={staleSince} /> : null}
      {children(query.data)}
    </>
  );
}
