import type { IdentityCheck } from '@benvung/domain/report/identities';
import type { ReportedRow } from '@benvung/domain/report/reported-table';
import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';

export interface StoredReportedTable {
  readonly id: string;
  readonly year: number;
  readonly number: number;
  readonly unitId: number | null;
  readonly unitName: string;
  readonly rows: readonly ReportedRow[];
  readonly checks: readonly IdentityCheck[];
  readonly source: string;
  readonly loadedAt: string;
  readonly loadedBy: string;
  readonly scopePath: string;
}

export async function insertReportedTable(db: Db, table: StoredReportedTable): Promise<void> {
  await sql`insert into reported_table
    (id, year, table_number, unit_id, unit_name, content, checks, source, loaded_at, loaded_by, scope_path)
    values (${table.id}::uuid, ${table.year}, ${table.number}, ${table.unitId}, ${table.unitName},
      ${JSON.stringify({ rows: table.rows })}::jsonb, ${JSON.stringify(table.checks)}::jsonb, ${table.source},
      ${table.loadedAt}::timestamptz, ${table.loadedBy}, ${table.scopePath})`.execute(db);
}

/** The newest first; only those of one year or number when told. */
export async function listReportedTables(
  db: Db,
  { year, number, limit = 200 }: { year?: number | undefined; number?: number | undefined; limit?: number },
): Promise<StoredReportedTable[]> {
  const answer = await sql<StoredReportedTable>`
    select id, year, table_number as number, unit_id as "unitId", unit_name as "unitName",
      content -> 'rows' as rows, checks, source, loaded_at as "loadedAt", loaded_by as "loadedBy",
      scope_path as "scopePath"
    from reported_table
    where (${year ?? null}::integer is null or year = ${year ?? null}::integer)
      and (${number ?? null}::integer is null or table_number = ${number ?? null}::integer)
    order by loaded_at desc, id desc limit ${limit}`.execute(db);
  return answer.rows;
}
