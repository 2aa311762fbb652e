import { createHash } from 'node:crypto';
import { typedCode } from '@benvung/domain/document/verification-code';
import { paperNumberKey } from '@benvung/domain/shared/printed-code';
import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';
import { referenceOfStored } from './compose-stored.ts';
import type { StoredDocument } from './document.store.ts';

/** Only who holds the paper knows both; the table cannot be browsed by either. */
export const verificationKey = (reference: string, code: string): string =>
  createHash('sha256')
    .update(`${paperNumberKey(reference)}|${typedCode(code)}`)
    .digest('hex');

export interface VerificationChange {
  readonly standing: 'prepared' | 'valid' | 'replaced' | 'revoked';
  readonly replacedBy?: string | null;
  readonly endedOn?: string | null;
}

export const putVerification = (
  db: Db,
  document: StoredDocument,
  change: VerificationChange,
): Promise<void> => putVerifications(db, [document], change);

export async function putVerifications(
  db: Db,
  documents: readonly StoredDocument[],
  change: VerificationChange,
): Promise<void> {
  const rows = documents.flatMap((document) => {
    const reference = referenceOfStored(document);
    if (reference === null || document.kind === 'incoming') return [];
    const { id, kind, issuer, day, code } = document;
    return [{ key: verificationKey(reference, code), id, kind, reference, issuer, day }];
  });
  if (rows.length === 0) return;
  await sql`
    insert into document_verification (key, document_id, standing, kind, reference, issuer, day, replaced_by, ended_on)
    select key, id, ${change.standing}, kind, reference, issuer, day, ${change.replacedBy ?? null},
      ${change.endedOn ?? null}::date
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (key text, id uuid, kind text, reference text,
      issuer text, day date)
    on conflict (key) do update set standing = excluded.standing, replaced_by = excluded.replaced_by,
      ended_on = excluded.ended_on`.execute(db);
}

export interface FoundVerification {
  readonly standing: VerificationChange['standing'];
  readonly kind: StoredDocument['kind'];
  readonly reference: string;
  readonly issuer: string;
  readonly day: string;
  readonly replacedBy: string | null;
  readonly endedOn: string | null;
}

export async function findVerification(db: Db, key: string): Promise<FoundVerification | undefined> {
  const answer = await sql<FoundVerification>`
    select standing, kind, reference, issuer, day, replaced_by as "replacedBy", ended_on as "endedOn"
    from document_verification where key = ${key}`.execute(db);
  return answer.rows[0];
}
