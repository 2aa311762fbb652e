import type { RoundKind, RoundStatus } from '@benvung/domain/review/review-round';
import { sql } from 'kysely';
import { rangeOf } from '../platform/database/area-scope.ts';
import type { Db } from '../platform/database/database.ts';
import { noteChanges, noteChangesIn } from './review-change.store.ts';

export interface ReviewRound {
  readonly id: string;
  readonly year: number;
  readonly kind: RoundKind;
  readonly communeId: number;
  readonly status: RoundStatus;
  readonly standardId: string;
  readonly standardHash: string;
  readonly localStandardId: string | null;
  readonly localStandardHash: string | null;
  /** The day codes, area types and ages are read on. */
  readonly referenceDay: string;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly lockedOn: string | null;
  readonly source: string;
  /** Who decides the results, as the opening said; null when it did not. */
  readonly decidedBy: string | null;
  readonly demonstration: boolean;
  readonly version: number;
  /** The version of the procedure its cases follow; null where results came from elsewhere. */
  readonly procedureId: string | null;
  readonly procedureHash: string | null;
  /** Path of the commune. */
  readonly scopePath: string;
}

const SELECTED = sql`id, year, kind, commune_id as "communeId", status, standard_id as "standardId",
  standard_hash as "standardHash", local_standard_id as "localStandardId",
  local_standard_hash as "localStandardHash", reference_day as "referenceDay", opened_on as "openedOn",
  closed_on as "closedOn", locked_on as "lockedOn", source, decided_by as "decidedBy", demonstration, version, procedure_id as "procedureId",
  procedure_hash as "procedureHash", scope_path as "scopePath"`;

export async function findRoundById(db: Db, id: string): Promise<ReviewRound | undefined> {
  const answer = await sql<ReviewRound>`select ${SELECTED} from review_round where id = ${id}::uuid`.execute(
    db,
  );
  return answer.rows[0];
}

/** Rounds by id, held as they are until the transaction ends: nobody closes them meanwhile. */
export async function holdRounds(db: Db, ids: readonly string[]): Promise<ReviewRound[]> {
  // a village's account may hold the round of its commune, which `for share` under its policies would not find
  const held = await sql<{ held: string }>`select held from hold_rounds(${ids}::uuid[])`.execute(db);
  const answer = await sql<ReviewRound>`select ${SELECTED} from review_round
    where id = any(${held.rows.map((row) => row.held)}::uuid[]) order by id`.execute(db);
  return answer.rows;
}

export async function lockRound(db: Db, id: string): Promise<ReviewRound | undefined> {
  const answer = await sql<ReviewRound>`select ${SELECTED} from review_round
    where id = ${id}::uuid for update`.execute(db);
  return answer.rows[0];
}

/** The periodic rounds of a year under a path (a commune's own included). */
export async function listRoundsUnder(db: Db, year: number, path: string): Promise<ReviewRound[]> {
  const { from, to } = rangeOf(path);
  const answer = await sql<ReviewRound>`select ${SELECTED} from review_round
    where year = ${year} and kind = 'PERIODIC' and scope_path >= ${from} and scope_path < ${to}
    order by commune_id`.execute(db);
  return answer.rows;
}

/** Rounds of one kind and year under a path. */
export async function listRoundsOfKindUnder(
  db: Db,
  { year, path, kind }: { readonly year: number; readonly path: string; readonly kind: RoundKind },
): Promise<ReviewRound[]> {
  const { from, to } = rangeOf(path);
  const answer = await sql<ReviewRound>`select ${SELECTED} from review_round
    where year = ${year} and kind = ${kind} and scope_path >= ${from} and scope_path < ${to}
    order by commune_id`.execute(db);
  return answer.rows;
}

/** The rounds of a kind, periodic unless told, of a year in given communes. */
export async function listRoundsOfCommunes(
  db: Db,
  year: number,
  communeIds: readonly number[],
  kind: RoundKind = 'PERIODIC',
): Promise<ReviewRound[]> {
  const answer = await sql<ReviewRound>`select ${SELECTED} from review_round
    where year = ${year} and kind = ${kind} and commune_id = any(${communeIds}::bigint[])`.execute(db);
  return answer.rows;
}

export async function insertRounds(db: Db, rounds: readonly ReviewRound[]): Promise<void> {
  if (rounds.length === 0) return;
  const rows = rounds.map((round) => ({
    id: round.id,
    year: round.year,
    kind: round.kind,
    commune_id: round.communeId,
    status: round.status,
    standard_id: round.standardId,
    standard_hash: round.standardHash,
    local_standard_id: round.localStandardId,
    local_standard_hash: round.localStandardHash,
    reference_day: round.referenceDay,
    opened_on: round.openedOn,
    closed_on: round.closedOn,
    locked_on: round.lockedOn,
    source: round.source,
    decided_by: round.decidedBy,
    demonstration: round.demonstration,
    version: round.version,
    scope_path: round.scopePath,
    procedure_id: round.procedureId,
    procedure_hash: round.procedureHash,
  }));
  await sql`insert into review_round
    select * from jsonb_populate_recordset(null::review_round, ${JSON.stringify(rows)}::jsonb)`.execute(db);
  await noteChanges(db, rounds);
}

export async function updateRoundStatus(
  db: Db,
  id: string,
  change: { status: RoundStatus; closedOn: string | null; lockedOn: string | null },
): Promise<void> {
  const answer = await sql<{ year: number; communeId: number }>`
    update review_round set status = ${change.status}, closed_on = ${change.closedOn}::date,
      locked_on = ${change.lockedOn}::date, version = version + 1 where id = ${id}::uuid
    returning year, commune_id as "communeId"`.execute(db);
  for (const { year, communeId } of answer.rows) await noteChangesIn(db, year, [communeId]);
}

/** One round a commune and year under a path (periodic first); every year when none is told. */
export async function listCommuneRounds(db: Db, path: string, year: number | null): Promise<ReviewRound[]> {
  const { from, to } = rangeOf(path);
  const ofYear = year === null ? sql`` : sql`and year = ${year}`;
  const answer = await sql<ReviewRound>`select distinct on (year, commune_id) ${SELECTED} from review_round
    where scope_path >= ${from} and scope_path < ${to} ${ofYear}
    order by year, commune_id, (kind <> 'PERIODIC')`.execute(db);
  return answer.rows;
}

/** Holds off everyone who writes records of a commune's year until the transaction ends. */
export async function lockRoundsOfCommune(db: Db, year: number, communeId: number): Promise<void> {
  await sql`select id from review_round where year = ${year} and commune_id = ${communeId} order by id for update`.execute(
    db,
  );
}

/** From now on the cases of a round follow a procedure. */
export async function setRoundProcedure(
  db: Db,
  id: string,
  { procedureId, procedureHash }: Pick<ReviewRound, 'procedureId' | 'procedureHash'>,
): Promise<void> {
  await sql`update review_round set procedure_id = ${procedureId}, procedure_hash = ${procedureHash},
    version = version + 1 where id = ${id}::uuid`.execute(db);
}
