import type { HouseholdState } from '@benvung/domain/household/household-state';
import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';
import type { StoredReviewRecord } from '../review/review.public.ts';

/** What two households were before one took in the other. */
export interface BeforeMerge {
  readonly into: HouseholdState;
  readonly from: HouseholdState;
  /** Records of open rounds that the merge changed, as they were. */
  readonly reviews: readonly StoredReviewRecord[];
}

export interface StoredMerge {
  readonly originCommuneId: number;
  readonly householdId: string;
  readonly id: string;
  readonly fromOrigin: number;
  readonly fromId: string;
  readonly onDay: string;
  readonly at: string;
  readonly actor: string;
  readonly version: number;
  readonly fromVersion: number;
  readonly before: BeforeMerge;
  readonly undoneAt: string | null;
  readonly scopePath: string;
}

const COLUMNS = sql`m.origin_commune_id as "originCommuneId", m.household_id as "householdId", m.id,
  m.from_origin as "fromOrigin", m.from_id as "fromId", m.on_day as "onDay", m.at, m.actor, m.version,
  m.from_version as "fromVersion", m.before, m.undone_at as "undoneAt", m.scope_path as "scopePath"`;

export async function addMerge(db: Db, merge: StoredMerge): Promise<void> {
  const row = {
    origin_commune_id: merge.originCommuneId,
    household_id: merge.householdId,
    id: merge.id,
    from_origin: merge.fromOrigin,
    from_id: merge.fromId,
    on_day: merge.onDay,
    at: merge.at,
    actor: merge.actor,
    version: merge.version,
    from_version: merge.fromVersion,
    before: merge.before,
    undone_at: merge.undoneAt,
    scope_path: merge.scopePath,
  };
  await sql`insert into household_merge
    select * from jsonb_populate_record(null::household_merge, ${JSON.stringify(row)}::jsonb)`.execute(db);
}

export async function findMerge(db: Db, intoId: string, id: string): Promise<StoredMerge | undefined> {
  const answer = await sql<StoredMerge>`select ${COLUMNS} from household_merge m
    where m.household_id = ${intoId}::uuid and m.id = ${id}::uuid`.execute(db);
  return answer.rows[0];
}

/** The merge that made one household of these two, where nothing was built on it yet. */
export async function findUndoableMerge(
  db: Db,
  households: readonly { readonly id: string; readonly version: number }[],
): Promise<Pick<StoredMerge, 'id' | 'householdId' | 'version' | 'fromId' | 'fromVersion'> | undefined> {
  const ids = households.map(({ id }) => id);
  const answer =
    await sql<StoredMerge>`select m.id, m.household_id as "householdId", m.version, m.from_id as "fromId",
      m.from_version as "fromVersion"
    from household_merge m where m.household_id = any(${ids}::uuid[]) and m.from_id = any(${ids}::uuid[])
      and m.undone_at is null`.execute(db);
  const versions = new Map(households.map(({ id, version }) => [id, version]));
  return answer.rows.find(
    (merge) =>
      versions.get(merge.householdId) === merge.version && versions.get(merge.fromId) === merge.fromVersion,
  );
}

export async function markUndone(
  db: Db,
  { originCommuneId, householdId, id }: StoredMerge,
  at: string,
): Promise<void> {
  await sql`update household_merge set undone_at = ${at}::timestamptz where origin_commune_id = ${originCommuneId}
    and household_id = ${householdId}::uuid and id = ${id}::uuid`.execute(db);
}
