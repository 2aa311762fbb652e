import { ROLES } from '@benvung/contract/access';
import { samplePlaces, writeSamplePlaces } from '../../apps/server/src/access/testing/sample-places.ts';
import { type SignedIn, signedInAs } from '../../apps/server/src/access/testing/signed-in.ts';
import { buildApp } from '../../apps/server/src/app.ts';
import type { DatabaseHandle } from '../../apps/server/src/platform/database/database.ts';
import { newId } from '../../apps/server/src/platform/ids.ts';
import { settableClock } from '../../apps/server/src/platform/testing/settable-clock.ts';

/** The whole application over a small map, with people who hold every role in one commune or in the other. */
export interface World {
  readonly app: Awaited<ReturnType<typeof buildApp>>;
  readonly database: DatabaseHandle;
  readonly places: typeof samplePlaces;
  /** Holds every role in "Xã Hồng Thủy" and nothing elsewhere. */
  readonly stranger: SignedIn;
  /** Holds every role in "Xã Hương Phú", whose things the cases ask for. */
  readonly owner: SignedIn;
  /** Approves for the district above "Xã Hương Phú": its superior. */
  readonly superior: SignedIn;
  newId(): string;
  /** Someone who holds one role in "Xã Hương Phú". */
  only(role: string): Promise<SignedIn>;
}

export async function makeWorld(database: DatabaseHandle): Promise<World> {
  const clock = settableClock('2024-10-15T02:00:00.000Z', '2024-10-15');
  const parts = { database, clock, version: '0.0.0' };
  await writeSamplePlaces(database);
  const app = await buildApp(parts);
  await app.ready();
  const everyRoleIn = (unitId: number) => ROLES.map((role) => ({ role, unitId }));
  const { commune, otherCommune, otherDistrict } = samplePlaces;
  const known = new Map<string, Promise<SignedIn>>();
  return {
    app,
    database,
    places: samplePlaces,
    stranger: await signedInAs(app, parts, { username: 'nguoi.ngoai', grants: everyRoleIn(commune.id) }),
    owner: await signedInAs(app, parts, { username: 'nguoi.nha', grants: everyRoleIn(otherCommune.id) }),
    superior: await signedInAs(app, parts, {
      username: 'cap.tren',
      grants: [{ role: 'approver', unitId: otherDistrict.id }],
    }),
    newId,
    only: (role) => {
      const account = { username: `chi.${role}`, grants: [{ role, unitId: otherCommune.id }] };
      const signedIn = known.get(role) ?? signedInAs(app, parts, account);
      known.set(role, signedIn);
      return signedIn;
    },
  };
}
