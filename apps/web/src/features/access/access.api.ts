import { publicInfo, type SessionView, sessionView, type signIn } from '@benvung/contract/access';
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { setAccountInUse } from '../../platform/account-in-use.ts';
import { ProblemError, request, send, setCsrfToken } from '../../platform/http.ts';
import { setDraftKey } from '../../platform/sealed-text.ts';

function remember(session: SessionView): SessionView {
  setCsrfToken(session.csrfToken);
  setAccountInUse(session.account.id);
  setDraftKey(session.draftKey);
  return session;
}

/** Who is signed in; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async ({ signal }): Promise<SessionView | null> => {
    try {
      return remember(await request('/api/session', sessionView, { signal }));
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status === 401) return null;
      throw error;
    }
  },
});

export const publicInfoQuery = queryOptions({
  queryKey: ['public-info'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => request('/api/public/info', publicInfo, { signal }),
});

export async function openSession(credentials: z.infer<typeof signIn>): Promise<SessionView> {
  return remember(await request('/api/session', sessionView, { method: 'POST', body: credentials }));
}

/** The second step: a code of the app, or a recovery code. */
export async function passSecondStep(code: string): Promise<SessionView> {
  return remember(await request('/api/session/second-step', sessionView, { method: 'POST', body: { code } }));
}

/** The session as the server sees it now. */
export async function reopenSession(): Promise<SessionView> {
  return remember(await request('/api/session', sessionView));
}

export async function closeSession(): Promise<void> {
  await send('/api/session', { method: 'DELETE' });
  setCsrfToken(null);
  setDraftKey(null);
}
