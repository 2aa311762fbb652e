import type { SessionView } from '@benvung/contract/access';
import { createContext, useContext } from 'react';

export const SessionContext = createContext<SessionView | null>(null);

/** Who is signed in; only inside the shell. */
export function useSession(): SessionView {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('outside the shell');
  return session;
}
