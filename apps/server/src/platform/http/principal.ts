import { isStaff, type Role } from '@benvung/contract/access';
import type { AreaScope } from '../database/area-scope.ts';

/** A role held in one area; `path` is the unit's path on today's map. */
export interface Grant {
  readonly role: Role;
  readonly unitId: number;
  readonly path: string;
}

/** What a person has yet to do before anything else is open to them. */
export type Pending = 'password' | 'secondFactor';

/** Who is signed in, and what they may do where. */
export interface Principal {
  readonly accountId: string;
  readonly username: string;
  readonly fullName: string;
  readonly grants: readonly Grant[];
  readonly csrfToken: string;
  readonly sessionId: string;
  readonly pending?: readonly Pending[];
}

/**
 * Who may call a route: anyone, anyone signed in, whoever looks over an area (every role but an agency's), or the
 * holders of a role, each within its own areas.
 */
export type Access = 'public' | 'signedIn' | 'staff' | readonly Role[];

const opens = (access: Exclude<Access, 'public'>, role: Role): boolean =>
  access === 'signedIn' || (access === 'staff' ? isStaff(role) : access.includes(role));

/**
 * Where a route works: only where the person holds one of its roles, so that a viewer of one commune who is an officer
 * of another writes in the second alone. A unit inside another is dropped; an agency's desk reaches its own unit alone.
 */
export function scopeInForce(principal: Pick<Principal, 'grants'> | null, access: Access): AreaScope {
  if (principal === null || access === 'public') return { paths: [] };
  const held = principal.grants.filter(({ role }) => opens(access, role));
  const over = new Set(held.filter(({ role }) => isStaff(role)).map(({ path }) => path));
  const paths = [...over].filter(
    (path) => ![...over].some((other) => other !== path && path.startsWith(other)),
  );
  const desks = new Set(held.filter(({ role }) => !isStaff(role)).map(({ path }) => path));
  const units = [...desks].filter((desk) => !isInside(paths, desk));
  return units.length === 0 ? { paths } : { paths, units };
}

/** The unit paths of a scope. */
export const areasOf = ({ paths, units = [] }: AreaScope): string[] => [...paths, ...units];

/** The unit paths of `scopeInForce`. */
export const areasInForce = (principal: Pick<Principal, 'grants'> | null, access: Access): string[] =>
  areasOf(scopeInForce(principal, access));

/** Whether a unit path lies inside one of the areas. */
export const isInside = (areas: readonly string[], path: string): boolean =>
  areas.some((area) => path.startsWith(area));

/** Whether the person looks over a place, and does not only stand at a desk in it. */
export const looksOver = ({ grants }: Pick<Principal, 'grants'>, path: string): boolean =>
  grants.some((grant) => isStaff(grant.role) && path.startsWith(grant.path));
