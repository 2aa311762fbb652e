import { Navigate } from '@tanstack/react-router';
import { useSession } from '../session-context.ts';

/** Where each person begins: who only administers the system at its state, everyone else at their work. */
export function StartPage() {
  const { roles } = useSession();
  const administers = roles.length > 0 && roles.every(({ role }) => role === 'administrator');
  return <Navigate to={administers ? '/quan-tri' : '/viec'} replace />;
}
