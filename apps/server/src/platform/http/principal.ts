import type { Role } from '@benvung/contract/access';

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

/** Who may call a route: anyone, anyone signed in, or the holders of a role, each within its own areas. */
export type Access = 'public' | 'signedIn' | readonly Role[];

/**
 * The areas in force for a route: only those where the person holds one of its roles, so that a viewer of one
 * commune who is an officer of another writes in the second alone. An area inside another is dropped.
 */
export function areasInForce(principal: Principal | null, access: Access): string[] {
  if (principal === null || access === 'public') return [];
  const paths = principal.grants
    .filter((grant) => access === 'signedIn' || access.includes(grant.role))
    .map((grant) => grant.path);
  const distinct = [...new Set(paths)];
  return distinct.filter((path) => !distinct.some((other) => other !== path && path.startsWith(other)));
}

/** Whether a unit path lies inside one of the areas. */
export const isInside = (areas: readonly string[], path: string): boolean =>
  areas.some((area) => path.startsWith(area));
