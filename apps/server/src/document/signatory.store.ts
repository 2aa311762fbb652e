import type { Series, Signatory } from '@benvung/domain/document/document-frame';
import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';

interface SignatoryUsed extends Signatory {
  readonly unitId: number;
  readonly series: Series;
  readonly usedAt: string;
  /** Path of the unit that issues. */
  readonly scopePath: string;
}

/** Keeps who signed for a body, so that its next paper proposes them. */
export async function rememberSignatories(db: Db, used: readonly SignatoryUsed[]): Promise<void> {
  const each = new Map(used.map((one) => [[one.unitId, one.series, one.name, one.position].join('|'), one]));
  if (each.size === 0) return;
  await sql`
    insert into document_signatory (unit_id, series, name, position, authority, in_place_of, used_at, scope_path)
    select "unitId", series, name, position, authority, "inPlaceOf", "usedAt", "scopePath"
    from jsonb_to_recordset(${JSON.stringify([...each.values()])}::jsonb) as r ("unitId" bigint, series text, name text,
      position text, authority text, "inPlaceOf" text, "usedAt" timestamptz, "scopePath" text)
    on conflict (unit_id, series, name, position) do update set authority = excluded.authority,
      in_place_of = excluded.in_place_of, used_at = excluded.used_at`.execute(db);
}

const REMEMBERED = 8;

/** Who signed for a body, the last first. */
export async function listSignatories(
  db: Db,
  { unitId, series }: { readonly unitId: number; readonly series: Series },
): Promise<Signatory[]> {
  const answer = await sql<Signatory & { inPlaceOf: string | null }>`
    select name, position, authority, in_place_of as "inPlaceOf" from document_signatory
    where unit_id = ${unitId} and series = ${series} order by used_at desc, name limit ${REMEMBERED}`.execute(
    db,
  );
  return answer.rows.map(({ inPlaceOf, ...one }) => (inPlaceOf === null ? one : { ...one, inPlaceOf }));
}

/** Who signed one document; null when it is not known. */
export async function findDocumentSignatory(db: Db, documentId: string | null): Promise<Signatory | null> {
  if (documentId === null) return null;
  const answer = await sql<{ signatory: Signatory | null }>`
    select frame->'signatory' as signatory from document where id = ${documentId}::uuid`.execute(db);
  return answer.rows[0]?.signatory ?? null;
}
