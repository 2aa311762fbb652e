import type { AdminLevel } from '@benvung/domain/territory/admin-unit';
import type { PlaceDesignation } from '@benvung/domain/territory/place-designation';
import { sql } from 'kysely';
import { rangeOf } from '../platform/database/area-scope.ts';
import type { Db } from '../platform/database/database.ts';

const COLUMNS = sql`d.unit_id as "unitId", d.kind, d.valid_from as "validFrom", d.valid_to as "validTo", d.decision,
  d.end_decision as "endDecision"`;

export interface StoredDesignation extends PlaceDesignation {
  /** What ended it, when that was said apart. */
  readonly endDecision: string | null;
}

/** Everything ever said of the units themselves, oldest first. */
export async function listDesignationsOf(db: Db, unitIds: readonly number[]): Promise<StoredDesignation[]> {
  const answer = await sql<StoredDesignation>`select ${COLUMNS} from territory_designation d
    where d.unit_id = any(${[...new Set(unitIds)]}::bigint[]) order by d.valid_from, d.kind`.execute(db);
  return answer.rows;
}

export interface DesignatedUnit extends StoredDesignation {
  readonly name: string;
  readonly code: string | null;
  readonly level: AdminLevel;
}

export interface DesignatedUnder {
  readonly path: string;
  readonly day: string;
  readonly kind: string | undefined;
  readonly limit: number;
}

/** Units under a path that bear a designation on a day, in Vietnamese order; one more than the limit tells of more. */
export async function listDesignatedUnder(db: Db, wanted: DesignatedUnder): Promise<DesignatedUnit[]> {
  const { path, day, kind, limit } = wanted;
  const { from, to } = rangeOf(path);
  const ofKind = kind === undefined ? sql`` : sql`and d.kind = ${kind}`;
  const answer = await sql<DesignatedUnit>`select ${COLUMNS}, v.name, v.code, v.level
    from territory_designation d join territory_unit_version v on v.unit_id = d.unit_id
    where v.path >= ${from} and v.path < ${to} ${ofKind}
      and v.valid_from <= ${day}::date and (v.valid_to is null or v.valid_to > ${day}::date)
      and d.valid_from <= ${day}::date and (d.valid_to is null or d.valid_to > ${day}::date)
    order by d.kind, v.sort_key, v.unit_id limit ${limit}`.execute(db);
  return answer.rows;
}

interface LoadedBy {
  readonly at: string;
  readonly actor: string;
}

export async function addDesignations(
  db: Db,
  designations: readonly PlaceDesignation[],
  { at, actor }: LoadedBy,
): Promise<void> {
  const of = <Key extends keyof PlaceDesignation>(key: Key) => designations.map((one) => one[key]);
  await sql`insert into territory_designation (unit_id, kind, valid_from, valid_to, decision, loaded_at, loaded_by)
    select unit_id, kind, valid_from, valid_to, decision, ${at}::timestamptz, ${actor}
    from unnest(${of('unitId')}::bigint[], ${of('kind')}::text[], ${of('validFrom')}::date[],
      ${of('validTo')}::date[], ${of('decision')}::text[]) as given (unit_id, kind, valid_from, valid_to, decision)`.execute(
    db,
  );
}

/** Gives known designations their end; the decision that gave them stays. */
export async function endDesignations(db: Db, designations: readonly PlaceDesignation[]): Promise<void> {
  const of = <Key extends keyof PlaceDesignation>(key: Key) => designations.map((one) => one[key]);
  await sql`update territory_designation as known set valid_to = given.valid_to, end_decision = given.decision
    from unnest(${of('unitId')}::bigint[], ${of('kind')}::text[], ${of('validFrom')}::date[],
      ${of('validTo')}::date[], ${of('decision')}::text[]) as given (unit_id, kind, valid_from, valid_to, decision)
    where known.unit_id = given.unit_id and known.kind = given.kind and known.valid_from = given.valid_from`.execute(
    db,
  );
}
