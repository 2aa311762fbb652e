import type { PublicInfo } from '@benvung/contract/access';
import type { Db } from '../platform/database/database.ts';
import { deleteDemonstrationAccounts, listDemonstrationGrants } from './access.store.ts';
import { readHeldUnits } from './held-units.ts';

/** The one password of every demonstration account, shown to anyone who opens the sign-in page. */
export const DEMONSTRATION_PASSWORD = 'benvung-demo';

/** What the sign-in page shows of a demonstration, each account by its first role; empty elsewhere. */
export async function listDemonstrationAccounts(
  db: Db,
  day: string,
): Promise<PublicInfo['demonstrationAccounts']> {
  const grants = await listDemonstrationGrants(db);
  const units = await readHeldUnits(db, grants, day);
  const first = grants.filter(
    (grant, at) => grants.findIndex(({ username }) => username === grant.username) === at,
  );
  return first.map((grant) => ({
    username: grant.username,
    password: DEMONSTRATION_PASSWORD,
    fullName: grant.full_name,
    role: grant.role,
    unitName: units.get(grant.unitId)?.name ?? '',
  }));
}

export { deleteDemonstrationAccounts };
