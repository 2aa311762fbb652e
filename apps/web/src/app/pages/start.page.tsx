import { Navigate } from '@tanstack/react-router';
import { useSession } from '../session-context.ts';

/** Where each person begins: who administers the whole nation at the system's state, everyone else at their work. */
export function StartPage() {
  const { roles } = useSession();
  const administers =
    roles.length > 0 &&
    (roles.every(({ role }) => role === 'administrator') ||
      roles.some(({ role, unit }) => role === 'administrator' && unit.level === 'nation'));
  return <Navigate to={administers ? '/quan-tri' : '/viec'} replace />;
}
