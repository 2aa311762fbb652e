import type { Role } from '@benvung/contract/access';
import { useSession } from './session-context.ts';
import { usePlace } from './use-place.ts';

/** Who may carry lists that name people away, for a stated purpose. */
export const LIST_EXPORTERS: readonly Role[] = ['officer', 'approver', 'inspector', 'administrator'];

/** And with fields that are closed to others. */
export const CLOSED_EXPORTERS: readonly Role[] = ['officer', 'approver', 'inspector'];

/** Whether the reader holds one of the roles over the place they look at. The server has the last word. */
export function useMay(roles: readonly Role[]): boolean {
  const session = useSession();
  const { ancestors, unit } = usePlace();
  const above = new Set([...ancestors, unit].map(({ id }) => id));
  return session.roles.some(({ role, unit: held }) => roles.includes(role) && above.has(held.id));
}
