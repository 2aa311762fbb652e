import type { AccountLine, SignedInDevice } from '@benvung/contract/access';
import type { Db } from '../platform/database/database.ts';
import { listLastKnownUnits, type UnitOnDay } from '../territory/territory.public.ts';
import type { ManagedAccount } from './account.store.ts';
import { refOf } from './held-units.ts';
import { listSessions } from './session.store.ts';
import { idleSince } from './session-life.ts';

type Units = ReadonlyMap<number, UnitOnDay>;

/** The units of the accounts' roles where they stand, or last stood. */
export const readUnitsOf = (db: Db, accounts: readonly ManagedAccount[], day: string): Promise<Units> =>
  listLastKnownUnits(
    db,
    accounts.flatMap((account) => account.grants.map(({ unitId }) => unitId)),
    day,
  );

export const rolesOf = (account: ManagedAccount, units: Units): AccountLine['roles'] =>
  account.grants.flatMap(({ role, unitId }) => {
    const unit = units.get(unitId);
    return unit === undefined ? [] : [{ role, unit: refOf(unit) }];
  });

export const lineOf = (account: ManagedAccount, units: Units, now: string): AccountLine => ({
  id: account.id,
  username: account.username,
  fullName: account.full_name,
  status: account.status,
  demonstration: account.demonstration,
  version: account.version,
  roles: rolesOf(account, units),
  secondFactorSince: account.totp_since,
  mustChangePassword: account.must_change_password,
  lockedUntil: account.locked_until !== null && account.locked_until > now ? account.locked_until : null,
  lastSignInAt: account.last_sign_in_at,
});

/** Where an account is signed in now; `ownTokenHash` marks the session that asks. */
export async function readDevices(
  db: Db,
  accountId: string,
  { now, ownTokenHash }: { now: string; ownTokenHash: string },
): Promise<SignedInDevice[]> {
  const sessions = await listSessions(db, accountId, { now, idleSince: idleSince(now) });
  return sessions.map((session) => ({
    id: session.id,
    device: session.device,
    way: session.way,
    startedAt: session.created_at,
    lastSeenAt: session.last_seen_at,
    current: session.token_hash === ownTokenHash,
  }));
}
