import type { SessionView } from '@benvung/contract/access';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { publicInfoQuery, sessionQuery } from '../features/access/access.api.ts';
import { useLanguage } from '../platform/i18n.ts';
import { ProblemNotice } from '../platform/problem-notice.tsx';
import { DemonstrationBar } from './demonstration-bar.tsx';
import { NetworkBar } from './network-bar.tsx';
import { SessionContext } from './session-context.ts';
import { Shell } from './shell.tsx';

const SignInPage = lazy(async () => ({
  default: (await import('../features/access/sign-in.page.tsx')).SignInPage,
}));
const SignInAgain = lazy(async () => ({ default: (await import('./sign-in-again.tsx')).SignInAgain }));

/** Nobody signed in: the sign-in page. Signed out by time: sign-in above the page, which stays as it was. */
export function Root() {
  const session = useQuery(sessionQuery);
  const client = useQueryClient();
  const last = useRef<SessionView | null>(null);
  useFreshAnswersInAnotherLanguage();
  if (session.data) last.current = session.data;

  function signedIn(next: SessionView) {
    const another = last.current !== null && last.current.account.id !== next.account.id;
    if (another) client.clear();
    client.setQueryData(sessionQuery.queryKey, next);
    if (last.current !== null && !another) void client.invalidateQueries();
  }

  if (session.isError && last.current === null) {
    return (
      <main style={{ padding: 24, maxWidth: 720 }}>
        <ProblemNotice error={session.error} onRetry={() => void session.refetch()} />
      </main>
    );
  }
  if (session.isPending) return null;
  if (last.current === null) {
    return (
      <Suspense fallback={null}>
        <DemonstrationNote />
        <NetworkBar />
        <SignInPage onSignedIn={signedIn} />
      </Suspense>
    );
  }
  return (
    <SessionContext value={session.data ?? last.current}>
      <Shell>
        <Outlet />
      </Shell>
      {session.data === null ? (
        <Suspense fallback={null}>
          <SignInAgain onSignedIn={signedIn} />
        </Suspense>
      ) : null}
    </SessionContext>
  );
}

function DemonstrationNote() {
  const info = useQuery(publicInfoQuery);
  return info.data?.demonstration === true ? <DemonstrationBar today={info.data.today} /> : null;
}

/** Sentences of the server (explanations, problems) come in the reader's language: ask for them again. */
function useFreshAnswersInAnotherLanguage(): void {
  const language = useLanguage();
  const client = useQueryClient();
  const shown = useRef(language);
  useEffect(() => {
    if (shown.current === language) return;
    shown.current = language;
    void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
  }, [language, client]);
}
