import { ok, type Problem, type Result, refuse } from '../shared/result.ts';
import type { Text } from '../shared/text.ts';
import { checkPassword } from './password-rules.ts';
import type { AccessProblemCode } from './problems.ts';

export const ROLES = [
  'viewer',
  'agency',
  'enumerator',
  'officer',
  'approver',
  'inspector',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/**
 * What only stands at an agency's desk: its own unit, never what lies below, and of that what the desk was sent. Every
 * other role looks over its whole area.
 */
export const DESK_ROLE = 'agency' satisfies Role;
export const isStaff = (role: string): boolean => role !== DESK_ROLE;

/** What people call the roles. */
export const ROLE_LABELS = {
  viewer: { vi: 'Người xem', en: 'Viewer' },
  agency: { vi: 'Cơ quan phối hợp', en: 'Partner agency' },
  enumerator: { vi: 'Rà soát viên', en: 'Enumerator' },
  officer: { vi: 'Công chức phụ trách', en: 'Officer in charge' },
  approver: { vi: 'Lãnh đạo', en: 'Leader' },
  inspector: { vi: 'Thanh tra, giám sát', en: 'Inspector' },
  administrator: { vi: 'Quản trị', en: 'Administrator' },
} as const satisfies Record<Role, Text>;

/** Row-level security compares at most this many path ranges. */
export const MOST_AREAS = 4;

export interface AccountDraft {
  readonly username: string;
  readonly password: string;
  readonly grants: readonly { readonly role: string; readonly unitId: number }[];
}

const NEAT_NAME = /^[a-z0-9][a-z0-9._-]{1,59}$/;

/** Names are compared in one form: no blanks around, lower case. */
export const usernameKey = (typed: string): string => typed.normalize('NFC').trim().toLowerCase();

/** Whether an account may be made like this. */
export function checkAccountDraft(draft: AccountDraft): Result<AccountDraft, Problem<AccessProblemCode>> {
  if (!NEAT_NAME.test(draft.username)) return refuse('access.username-invalid');
  const password = checkPassword(draft.password, draft.username);
  if (!password.ok) return password;
  const unknown = draft.grants.find(({ role }) => !ROLES.some((known) => known === role));
  if (unknown !== undefined)
    return refuse('access.role-unknown', { role: unknown.role, roles: ROLES.join(', ') });
  if (new Set(draft.grants.map(({ unitId }) => unitId)).size > MOST_AREAS)
    return refuse('access.too-many-areas', { most: MOST_AREAS });
  return ok(draft);
}
