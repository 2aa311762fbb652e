import type { SessionView } from '@benvung/contract/access';
import type { Db } from '../platform/database/database.ts';
import type { Principal } from '../platform/http/principal.ts';
import type { SignInParts } from './enter.ts';
import { readHeldUnits, refOf } from './held-units.ts';

/** What the web shows of who is signed in. The home is the widest of the person's areas. */
export async function viewSession(
  db: Db,
  principal: Principal,
  { clock, secrets }: Pick<SignInParts, 'clock' | 'secrets'>,
): Promise<SessionView> {
  const units = await readHeldUnits(db, principal.grants, clock.today());
  const roles = principal.grants.map(({ role, unitId }) => ({ role, unit: refOf(units.get(unitId)!) }));
  const widest = [...principal.grants].sort((a, b) => depth(a.path) - depth(b.path))[0]!;
  return {
    account: { id: principal.accountId, username: principal.username, fullName: principal.fullName },
    roles,
    home: refOf(units.get(widest.unitId)!),
    csrfToken: principal.csrfToken,
    draftKey: Buffer.from(secrets.derive(`drafts of ${principal.accountId}`)).toString('base64'),
    pending: [...(principal.pending ?? [])],
    today: clock.today(),
    demonstration: clock.fixed,
  };
}

const depth = (path: string): number => path.split('/').length;
