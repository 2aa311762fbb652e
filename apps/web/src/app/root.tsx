import type { SessionView } from '@benvung/contract/access';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { publicInfoQuery, sessionQuery } from '../features/access/access.api.ts';
import { useLanguage } from '../platform/i18n.ts';
import { ProblemNotice } from '../platform/problem-notice.tsx';
import { DemonstrationBar } from './demonstration-bar.tsx';
import { NetworkBar } from './network-bar.tsx';
import styles from './root.module.css';
import { SessionContext } from './session-context.ts';
import { Shell } from './shell.tsx';
import { useLock } from './use-lock.ts';

const SignInPage = lazy(async () => ({
  default: (await import('../features/access/sign-in.page.tsx')).SignInPage,
}));
const PendingPage = lazy(async () => ({
  default: (await import('../features/access/pending.page.tsx')).PendingPage,
}));
const SignInAgain = lazy(async () => ({ default: (await import('./sign-in-again.tsx')).SignInAgain }));

/** Nobody signed in: the sign-in page. Signed out by time: sign-in above the page, which stays as it was. */
export function Root() {
  const session = useQuery(sessionQuery);
  const client = useQueryClient();
  const last = useRef<SessionView | null>(null);
  useFreshAnswersInAnotherLanguage();
  const { locked, lock, unlock } = useLock(session.data ?? null);
  const another =
    session.data && last.current !== null && last.current.account.id !== session.data.account.id;
  // Whose page this was is not who is here now: a whole new page, without a trace of the other person.
  useEffect(() => {
    if (another) location.assign('/');
  }, [another]);
  if (another) return null;
  if (session.data && !locked) last.current = session.data;

  function signedIn(next: SessionView) {
    if (last.current !== null && last.current.account.id !== next.account.id) {
      unlock();
      return location.assign('/');
    }
    client.setQueryData(sessionQuery.queryKey, next);
    unlock();
    if (last.current !== null) void client.invalidateQueries();
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
  const present = session.data ?? last.current;
  const away = session.data === null || locked;
  if (!away && present.pending.length > 0) {
    return (
      <Suspense fallback={null}>
        <PendingPage session={present} onReady={signedIn} />
      </Suspense>
    );
  }
  return (
    <SessionContext value={present}>
      <div className={away ? styles.closed : undefined}>
        <Shell onLock={lock}>
          <Outlet />
        </Shell>
      </div>
      {away ? (
        <Suspense fallback={null}>
          <SignInAgain username={last.current.account.username} locked={locked} onSignedIn={signedIn} />
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
