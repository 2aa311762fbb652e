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

export async function putVerification(
  db: Db,
  document: StoredDocument,
  change: VerificationChange,
): Promise<void> {
  const reference = referenceOfStored(document);
  if (reference === null || document.kind === 'incoming') return;
  await sql`
    insert into document_verification (key, document_id, standing, kind, reference, issuer, day, replaced_by, ended_on)
    values (${verificationKey(reference, document.code)}, ${document.id}::uuid, ${change.standing}, ${document.kind},
      ${reference}, ${document.issuer}, ${document.day}::date, ${change.replacedBy ?? null},
      ${change.endedOn ?? null}::date)
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
