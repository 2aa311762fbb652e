import { Navigate } from '@tanstack/react-router';
import { looksOverAnArea } from '../looks-over.ts';
import { useSession } from '../session-context.ts';

/** Where each person begins: who administers the whole nation at the system's state, an agency at its duties, everyone else at their work. */
export function StartPage() {
  const session = useSession();
  const { roles } = session;
  const administers =
    roles.length > 0 &&
    (roles.every(({ role }) => role === 'administrator') ||
      roles.some(({ role, unit }) => role === 'administrator' && unit.level === 'nation'));
  if (!looksOverAnArea(session)) return <Navigate to="/viec-giao" replace />;
  return <Navigate to={administers ? '/quan-tri' : '/viec'} replace />;
}
