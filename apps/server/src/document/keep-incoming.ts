import type { IncomingData } from '@benvung/domain/document/document-data';
import { ok, type Result } from '@benvung/domain/shared/result';
import type { Db } from '../platform/database/database.ts';
import { type ActingPerson, type DocumentRefusal, issueDocument, signDocument } from './act-on-document.ts';
import { findDocument } from './document.store.ts';
import { makeDocument } from './make-document.ts';

interface Incoming extends IncomingData {
  readonly unitId: number;
  readonly file: { readonly name: string; readonly bytes: Buffer };
}

/** A paper of a body that does not work in the system: its reference, and the scan as it came. Answers its id. */
export async function keepIncoming(
  db: Db,
  { unitId, file, ...data }: Incoming,
  by: ActingPerson,
): Promise<Result<string, DocumentRefusal>> {
  const request = { kind: 'incoming' as const, unitId, day: by.today, data, signatory: null, subjects: [] };
  const made = await makeDocument(db, request, by);
  if (!made.ok) return made;
  const { id } = made.value;
  const kept = await signDocument(db, { id, version: null, file }, by);
  if (!kept.ok) return kept;
  const issued = await issueDocument(db, { id, version: null }, by);
  return issued.ok ? ok(id) : issued;
}

/** What a paper from outside says of itself; nothing when it is not one, or not kept whole. */
export async function findIncoming(db: Db, id: string): Promise<IncomingData | undefined> {
  const document = await findDocument(db, id);
  if (document?.kind !== 'incoming' || document.state !== 'issued') return undefined;
  return document.data as IncomingData;
}
