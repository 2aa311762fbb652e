import type { DutySide } from '@benvung/domain/plan/duty/duty-state';
import type { Db } from '../../platform/database/database.ts';
import { type Grant, isInside, looksOver } from '../../platform/http/principal.ts';
import type { UnitOnDay } from '../../territory/territory.public.ts';
import { listAgenciesOf } from './agency.store.ts';
import { findDuty, type StoredDuty } from './duty.store.ts';

/** Who looks at duties: what they hold, and at which desks they stand. */
export interface DutyReader {
  readonly accountId: string;
  readonly grants: readonly Grant[];
  readonly agencies: readonly string[];
  /** Units at whose own desk the person stands. */
  readonly ownUnits: readonly number[];
}

const GIVING = ['officer', 'approver'];
/** Who does what a unit is given; a village's head holds nothing more. */
const DOING = ['officer', 'approver', 'enumerator'];

export async function dutyReaderOf(
  db: Db,
  { accountId, grants }: { readonly accountId: string; readonly grants: readonly Grant[] },
): Promise<DutyReader> {
  return {
    accountId,
    grants,
    agencies: await listAgenciesOf(db, accountId),
    ownUnits: [...new Set(grants.filter(({ role }) => DOING.includes(role)).map(({ unitId }) => unitId))],
  };
}

/** The duty, when the person looks over its place, or stands at a desk that does it or works with it. */
export async function findSeenDuty(db: Db, id: string, reader: DutyReader): Promise<StoredDuty | undefined> {
  const duty = await findDuty(db, id);
  return duty !== undefined && (looksOver(reader, duty.scopePath) || standsBy(duty, reader))
    ? duty
    : undefined;
}

const standsBy = (duty: StoredDuty, { accountId, agencies }: DutyReader): boolean =>
  duty.accountId === accountId ||
  [duty.agencyId, ...duty.partnerAgencyIds].some((id) => id !== null && agencies.includes(id));

/** Whether the person may assign duties in the name of a unit: an officer or leader of it or above it. */
export const mayGive = ({ grants }: Pick<DutyReader, 'grants'>, unit: Pick<UnitOnDay, 'path'>): boolean =>
  isInside(
    grants.filter(({ role }) => GIVING.includes(role)).map(({ path }) => path),
    unit.path,
  );

type Desk = Pick<
  StoredDuty,
  'agencyId' | 'agencyMembers' | 'accountId' | 'unitId' | 'giverUnitId' | 'scopePath'
>;

/**
 * On which sides of a duty a person stands. An agency at whose desk nobody stands is served by its unit's officers; a
 * unit above does not do the work of a unit below, however far its area reaches.
 */
export function sidesOf(
  duty: Desk,
  reader: DutyReader,
  giver: Pick<UnitOnDay, 'path'> | undefined,
): DutySide[] {
  const sides: DutySide[] = [];
  if (giver !== undefined && mayGive(reader, giver)) sides.push('giver');
  if (isReceiver(duty, reader)) sides.push('receiver');
  return sides;
}

function isReceiver(duty: Desk, { accountId, agencies, grants }: DutyReader): boolean {
  if (duty.accountId !== null) return duty.accountId === accountId;
  if (duty.agencyId !== null && duty.agencyMembers > 0) return agencies.includes(duty.agencyId);
  return grants.some(
    ({ role, unitId, path }) =>
      (unitId === duty.unitId && DOING.includes(role)) ||
      // an officer of the commune does what its village is given
      (GIVING.includes(role) && isVillageOf(duty.scopePath, path)),
  );
}

const COMMUNE_DEPTH = 5;
const isVillageOf = (path: string, above: string): boolean =>
  path.startsWith(above) && path !== above && above.split('/').length >= COMMUNE_DEPTH;
