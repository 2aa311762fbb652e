import type { ScorecardStatus } from '@benvung/domain/standard/review-evidence';
import type { Scorecard } from '@benvung/domain/standard/scorecard';
import type { Db } from '../platform/database/database.ts';

interface ScorecardTable {
  id: string;
  standard_id: string;
  form_code: string;
  region: string;
  version: number;
  status: ScorecardStatus;
  content_hash: string;
  content: Scorecard;
  source: string;
  loaded_at: Date;
  loaded_by: string;
}

declare module '../platform/database/database.ts' {
  interface Schema {
    scorecard: ScorecardTable;
  }
}

export interface StoredScorecard {
  readonly scorecard: Scorecard;
  readonly contentHash: string;
  readonly loadedBy: string;
}

const COLUMNS = ['content', 'content_hash', 'loaded_by'] as const;
const stored = (row: Pick<ScorecardTable, (typeof COLUMNS)[number]>): StoredScorecard => ({
  scorecard: row.content,
  contentHash: row.content_hash,
  loadedBy: row.loaded_by,
});

export async function findScorecard(db: Db, id: string): Promise<StoredScorecard | undefined> {
  const row = await db.selectFrom('scorecard').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row && stored(row);
}

export async function listScorecards(db: Db): Promise<StoredScorecard[]> {
  const rows = await db.selectFrom('scorecard').select(COLUMNS).orderBy('id').execute();
  return rows.map(stored);
}

export async function insertScorecard(
  db: Db,
  card: StoredScorecard & { readonly loadedAt: Date },
): Promise<void> {
  const { scorecard, contentHash, loadedAt, loadedBy } = card;
  await db
    .insertInto('scorecard')
    .values({
      id: scorecard.id,
      standard_id: scorecard.standardId,
      form_code: scorecard.formCode,
      region: scorecard.region,
      version: scorecard.version,
      status: scorecard.status,
      content_hash: contentHash,
      content: scorecard,
      source: scorecard.source,
      loaded_at: loadedAt,
      loaded_by: loadedBy,
    })
    .execute();
}
