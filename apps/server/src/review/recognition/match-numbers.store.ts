import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';

/** Which act a number stands at; a submission has its own and that of the opinion on it. */
export const NUMBERED_ACTS = ['submission', 'opinion', 'decision', 'certificate'] as const;
export type NumberedAct = (typeof NUMBERED_ACTS)[number];

const PLACES = {
  submission: { table: 'review_submission', number: 'number', document: 'document_id' },
  opinion: { table: 'review_submission', number: 'opinion_number', document: 'opinion_document_id' },
  decision: { table: 'review_decision', number: 'number', document: 'document_id' },
  certificate: { table: 'review_certificate', number: 'number', document: 'document_id' },
} as const satisfies Record<NumberedAct, { table: string; number: string; document: string }>;

export interface ToldNumber {
  readonly id: string;
  readonly originCommuneId: number;
  /** As the act tells it; null where it tells none. */
  readonly told: string | null;
  readonly documentId: string;
}

/** Acts whose number is not that of their document. */
export async function listUnmatched(db: Db, act: NumberedAct): Promise<ToldNumber[]> {
  const { table, number, document } = PLACES[act];
  const answer = await sql<ToldNumber>`
    select a.id, a.origin_commune_id as "originCommuneId", a.${sql.ref(number)} as told, d.id as "documentId"
    from ${sql.table(table)} a join document d on d.id = a.${sql.ref(document)}
    where d.kind <> 'incoming' and d.state not in ('withdrawn', 'replaced')
      and (d.number is null or a.${sql.ref(number)} is null
        or a.${sql.ref(number)} <> lpad(d.number::text, greatest(2, length(d.number::text)), '0') || '/' || d.symbol)
    order by a.id`.execute(db);
  return answer.rows;
}

/** The act is called what its document is; a decision also where it is cited on certificates and results. */
export async function putReference(
  db: Db,
  act: NumberedAct,
  { id, originCommuneId, told, reference }: ToldNumber & { readonly reference: string },
): Promise<void> {
  const { table, number } = PLACES[act];
  await sql`update ${sql.table(table)} set ${sql.ref(number)} = ${reference}
    where origin_commune_id = ${originCommuneId} and id = ${id}::uuid`.execute(db);
  if (act !== 'decision' || told === null) return;
  await sql`update review_certificate_renewal set decision_number = ${reference}
    where origin_commune_id = ${originCommuneId} and decision_number = ${told}`.execute(db);
  await sql`update review_record r set decision_number = ${reference}
    from review_decision d where d.origin_commune_id = ${originCommuneId} and d.id = ${id}::uuid
      and r.origin_commune_id = d.origin_commune_id and r.round_id = d.round_id and r.decision_number = ${told}`.execute(
    db,
  );
}
