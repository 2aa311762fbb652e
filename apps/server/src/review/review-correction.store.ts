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

/** The corrections of one household, oldest first. */
export async function listCorrections(db: Db, householdId: string): Promise<CorrectionView[]> {
  const answer = await sql<CorrectionView>`select id, reason, actor as author, at, before_state as before,
    after_state as after from review_correction where household_id = ${householdId}::uuid order by at, id`.execute(
    db,
  );
  return answer.rows;
}
