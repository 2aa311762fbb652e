import type { AdminLevel } from '@benvung/domain/territory/admin-unit';
import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';

/** A unit as a table names it on one day. */
export interface ReportUnit {
  readonly id: number;
  readonly code: string | null;
  readonly level: AdminLevel;
  readonly name: string;
  readonly parentId: number | null;
  readonly path: string;
  readonly sortKey: string;
}

const SELECTED = sql`unit_id as id, code, level, name, parent_id as "parentId", path, sort_key as "sortKey"`;
const inForce = (day: string) =>
  sql`valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)`;

/** The unit that bears a code on a day, the largest level first. */
export async function findReportUnitByCode(
  db: Db,
  code: string,
  day: string,
): Promise<ReportUnit | undefined> {
  const answer = await sql<ReportUnit>`select ${SELECTED} from territory_unit_version
    where code = ${code} and ${inForce(day)}
    order by array_position(array['nation','province','district','commune','village'], level) limit 1`.execute(
    db,
  );
  return answer.rows[0];
}

/** Units in force on a day whose parent is one of the given, in the official order (by code, villages by name). */
export async function listReportChildren(
  db: Db,
  parentIds: readonly number[],
  day: string,
): Promise<ReportUnit[]> {
  const answer = await sql<ReportUnit>`select ${SELECTED} from territory_unit_version
    where parent_id = any(${parentIds}::bigint[]) and ${inForce(day)}
    order by code nulls last, sort_key, unit_id`.execute(db);
  return answer.rows;
}

/** Units by id as they stood on a day; those not in force then are absent. */
export async function listReportUnits(db: Db, ids: readonly number[], day: string): Promise<ReportUnit[]> {
  const answer = await sql<ReportUnit>`select ${SELECTED} from territory_unit_version
    where unit_id = any(${ids}::bigint[]) and ${inForce(day)}`.execute(db);
  return answer.rows;
}

export const unitRefOf = ({ id, code, level, name }: ReportUnit) => ({ id, code, level, name });
