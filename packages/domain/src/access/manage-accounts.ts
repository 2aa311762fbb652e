import { ok, type Problem, type Result, refuse } from '../shared/result.ts';
import { isStaff, MOST_AREAS, ROLES, type Role } from './account-rules.ts';
import type { AccessProblemCode } from './problems.ts';

/** A role in an area; `path` is the unit's path on the map. */
export interface HeldRole {
  readonly role: Role;
  readonly unitId: number;
  readonly path: string;
}

type Refusable<Value> = Result<Value, Problem<AccessProblemCode>>;

export const NATION_UNIT = 1;

const covers = (held: HeldRole, path: string): boolean => path.startsWith(held.path);

/** Whether the area lies inside one where the person is an administrator. */
export const administers = (manager: readonly HeldRole[], path: string): boolean =>
  manager.some((held) => held.role === 'administrator' && covers(held, path));

/** A desk's role shows nothing by itself: who sends accounts to desks may hand it out without standing at one. */
const holds = (manager: readonly HeldRole[], { role, path }: HeldRole): boolean =>
  !isStaff(role) || manager.some((held) => held.role === role && covers(held, path));

export interface Management {
  readonly manager: { readonly accountId: string; readonly held: readonly HeldRole[] };
  readonly account: { readonly id: string; readonly held: readonly HeldRole[] };
}

/**
 * Whether someone may open, close or renew the way into an account: never one's own, and never one that can do or
 * see more than oneself, since whoever renews a password could enter with it.
 */
export function checkManages({ manager, account }: Management): Refusable<void> {
  if (manager.accountId === account.id) return refuse('access.own-account');
  const beyond = account.held.find(
    (held) => !administers(manager.held, held.path) || !holds(manager.held, held),
  );
  return beyond === undefined ? ok(undefined) : refuse('access.account-beyond', { role: beyond.role });
}

export interface RoleChange extends Management {
  readonly wanted: readonly HeldRole[];
}

export interface ChangedRoles {
  readonly given: readonly HeldRole[];
  readonly withdrawn: readonly HeldRole[];
}

const same = (one: HeldRole) => (other: HeldRole) => one.role === other.role && one.unitId === other.unitId;

/**
 * Which roles a change gives and takes away, when the manager may do each of them: one can hand out or withdraw only
 * a role one holds oneself, in an area one administers; nobody changes their own.
 */
export function decideRoleChange({ manager, account, wanted }: RoleChange): Refusable<ChangedRoles> {
  if (manager.accountId === account.id) return refuse('access.own-account');
  const checked = checkRoleSet(wanted);
  if (!checked.ok) return checked;
  const given = wanted.filter((one) => !account.held.some(same(one)));
  const withdrawn = account.held.filter((one) => !wanted.some(same(one)));
  for (const changed of [...given, ...withdrawn]) {
    if (!administers(manager.held, changed.path)) return refuse('access.area-not-administered');
    if (!holds(manager.held, changed)) return refuse('access.role-not-held', { role: changed.role });
  }
  return ok({ given, withdrawn });
}

/** What every account obeys, whoever gives its roles. */
export function checkRoleSet(
  wanted: readonly { readonly role: string; readonly unitId: number }[],
): Refusable<void> {
  if (wanted.length === 0) return refuse('access.last-role');
  const unknown = wanted.find(({ role }) => !ROLES.some((known) => known === role));
  if (unknown !== undefined)
    return refuse('access.role-unknown', { role: unknown.role, roles: ROLES.join(', ') });
  if (new Set(wanted.map(({ unitId }) => unitId)).size > MOST_AREAS)
    return refuse('access.too-many-areas', { most: MOST_AREAS });
  return ok(undefined);
}

/** The nation is never left without someone who can give roles again. `others`: active, apart from this account. */
export function keepsAdministrator(loss: {
  readonly losesNation: boolean;
  readonly others: number;
}): Refusable<void> {
  return loss.losesNation && loss.others === 0 ? refuse('access.last-administrator') : ok(undefined);
}

export const administersNation = (held: readonly { role: string; unitId: number }[]): boolean =>
  held.some(({ role, unitId }) => role === 'administrator' && unitId === NATION_UNIT);
