import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';
import type { StoredReviewRecord } from './review-record.store.ts';

export interface Correction {
  readonly id: string;
  readonly before: StoredReviewRecord | null;
  readonly after: StoredReviewRecord;
  readonly reason: string;
  readonly author: string;
  readonly at: string;
}

export async function insertCorrection(db: Db, correction: Correction): Promise<void> {
  const { after } = correction;
  await sql`insert into review_correction
    (id, year, commune_id, household_id, standard_id, reason, before_state, after_state, actor, at, scope_path)
    values (${correction.id}::uuid, ${after.year}, ${after.communeId}, ${after.householdId}::uuid,
      ${after.standardId}, ${correction.reason}, ${JSON.stringify(correction.before)}::jsonb,
      ${JSON.stringify(after)}::jsonb, ${correction.author}, ${correction.at}::timestamptz, ${after.scopePath})`.execute(
    db,
  );
}

export interface CorrectionView {
  readonly id: string;
  readonly reason: string;
  readonly author: string;
  readonly at: string;
  readonly before: StoredReviewRecord | null;
  readonly after: StoredReviewRecord;
}

const SELECTED = sql`c.id, c.reason, c.actor as author, to_json(c.at)#>>'{}' as at, c.before_state as before,
  c.after_state as after`;

/** The corrections of one household, oldest first. */
export async function listCorrections(db: Db, householdId: string): Promise<CorrectionView[]> {
  const answer = await sql<CorrectionView>`select ${SELECTED} from review_correction c
    where c.household_id = ${householdId}::uuid order by c.at, c.id`.execute(db);
  return answer.rows;
}

export async function findCorrection(db: Db, id: string): Promise<CorrectionView | undefined> {
  const answer = await sql<CorrectionView>`select ${SELECTED} from review_correction c
    where c.id = ${id}::uuid`.execute(db);
  return answer.rows[0];
}

/** One page of the corrections of a year in a commune, newest first, with the heads' names, and how many there are. */
export async function listCorrectionsOfCommune(
  db: Db,
  { year, communeId }: { year: number; communeId: number },
  { offset, limit }: { offset: number; limit: number },
): Promise<{ corrections: (CorrectionView & { head: string })[]; total: number }> {
  const where = sql`c.year = ${year} and c.commune_id = ${communeId}`;
  const counted = await sql<{ total: number }>`select count(*) as total from review_correction c
    where ${where}`.execute(db);
  const listed = await sql<
    CorrectionView & { head: string }
  >`select ${SELECTED}, coalesce(h.head_name, '') as head
    from review_correction c left join household h on h.id = c.household_id
    where ${where} order by c.at desc, c.id desc limit ${limit} offset ${offset}`.execute(db);
  return { corrections: listed.rows, total: Number(counted.rows[0]?.total ?? 0) };
}
