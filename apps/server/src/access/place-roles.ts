import type { HeldRole } from '@benvung/domain/access/manage-accounts';
import type { Db } from '../platform/database/database.ts';
import { listLastKnownUnits } from '../territory/territory.public.ts';
import type { StoredGrant } from './access.store.ts';

/** Roles with the paths where their units stand, or last stood. */
export async function placeRoles(
  db: Db,
  grants: readonly StoredGrant[],
  day: string,
): Promise<readonly HeldRole[]> {
  const units = await listLastKnownUnits(
    db,
    grants.map(({ unitId }) => unitId),
    day,
  );
  return grants.flatMap(({ role, unitId }) => {
    const path = units.get(unitId)?.path;
    return path === undefined ? [] : [{ role, unitId, path }];
  });
}
