import type { Figures } from '@benvung/domain/review/counters';
import { sql } from 'kysely';
import { rangeOf } from '../platform/database/area-scope.ts';
import type { Db } from '../platform/database/database.ts';
import { figuresOfRow } from './review-counter.store.ts';

export interface LedgerLine {
  readonly communeId: number;
  /** 0: the commune's own line. */
  readonly villageId: number;
  readonly standardId: string;
  readonly measures: Map<string, Figures>;
}

/** What the ledger is made of, under a path: communes' own lines, and with `villages` those of villages. */
export async function readLedgerLines(
  db: Db,
  { year, path, villages }: { year: number; path: string; villages: boolean },
): Promise<LedgerLine[]> {
  const { from, to } = rangeOf(path);
  const which = villages ? sql`` : sql`and village_id = 0`;
  const answer = await sql<Record<string, number | string>>`
    select * from review_counter
    where year = ${year} and scope_path >= ${from} and scope_path < ${to} ${which}
      and (measure in ('opening', 'closing', 'pending') or measure like 'movement.%')`.execute(db);
  const lines = new Map<string, LedgerLine>();
  for (const row of answer.rows) {
    const key = `${row.standard_id}|${row.commune_id}|${row.village_id}`;
    let line = lines.get(key);
    if (line === undefined) {
      line = {
        communeId: Number(row.commune_id),
        villageId: Number(row.village_id),
        standardId: String(row.standard_id),
        measures: new Map(),
      };
      lines.set(key, line);
    }
    line.measures.set(String(row.measure), figuresOfRow(row));
  }
  return [...lines.values()];
}
