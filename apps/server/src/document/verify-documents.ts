import { COMPOSITION_VERSION } from '@benvung/domain/document/compose-document';
import type { Db } from '../platform/database/database.ts';
import { hashOf, readFile } from '../platform/files/file.store.ts';
import { referenceOfStored } from './compose-stored.ts';
import { listCopies } from './copy.store.ts';
import { dataHash } from './data-hash.ts';
import { listWholeDocuments, type StoredDocument } from './document.store.ts';
import { listRecordedIds } from './document-list.store.ts';
import { renderRecord } from './render-record.ts';

export type DocumentFaultKind =
  /** The frozen data are not those the document was made of. */
  | 'data-changed'
  | 'file-missing'
  /** The stored bytes do not bear the hash they are kept under. */
  | 'file-changed'
  /** Made again under the same version, the bytes differ. */
  | 'not-reproducible'
  /** The state says more than the store holds. */
  | 'record-missing'
  | 'signed-copy-missing';

export interface DocumentFault {
  readonly id: string;
  readonly reference: string | null;
  readonly kind: DocumentFaultKind;
}

export interface DocumentsVerified {
  readonly documents: number;
  /** Made again and found the same, byte by byte. */
  readonly remade: number;
  /** Made under an older wording: only their data and bytes were checked. */
  readonly older: number;
  readonly faults: readonly DocumentFault[];
}

const PAGE = 100;

/** Checks every numbered or signed document: data hash, stored bytes, and, under the same version, the bytes made anew. */
export async function verifyDocuments(
  db: Db,
  progress: (done: number) => void = () => undefined,
): Promise<DocumentsVerified> {
  const faults: DocumentFault[] = [];
  const count = { documents: 0, remade: 0, older: 0 };
  let after: string | null = null;
  for (;;) {
    const ids: string[] = await listRecordedIds(db, after, PAGE);
    for (const document of await listWholeDocuments(db, ids)) {
      const found = await verifyOne(db, document);
      const reference = referenceOfStored(document);
      faults.push(...found.faults.map((kind) => ({ id: document.id, reference, kind })));
      count.documents += 1;
      if (found.remade) count.remade += 1;
      if (document.composition !== COMPOSITION_VERSION) count.older += 1;
    }
    progress(count.documents);
    if (ids.length < PAGE) return { ...count, faults };
    after = ids.at(-1) ?? null;
  }
}

async function verifyOne(
  db: Db,
  document: StoredDocument,
): Promise<{ faults: DocumentFaultKind[]; remade: boolean }> {
  const faults: DocumentFaultKind[] = [];
  if (dataHash(document.kind, document.data, document.frame) !== document.dataHash)
    faults.push('data-changed');
  const copies = await listCopies(db, document.id);
  for (const { ownerId, hash } of copies) {
    const bytes = await readFile(db, { ownerId, hash });
    if (bytes === undefined) faults.push('file-missing');
    else if (hashOf(bytes) !== hash) faults.push('file-changed');
  }
  const record = copies.find(({ role }) => role === 'record');
  // a draft whose act was taken back never had a file
  const neverNumbered = document.state === 'withdrawn' && document.number === null;
  if (record === undefined && document.state !== 'draft' && !neverNumbered) faults.push('record-missing');
  const signed = copies.some(({ role }) => role === 'signed');
  if (!signed && (document.state === 'signed' || document.state === 'issued'))
    faults.push('signed-copy-missing');
  if (record === undefined || document.composition !== COMPOSITION_VERSION) return { faults, remade: false };
  const again = await renderRecord(db, document);
  const same = hashOf(again.bytes) === record.hash;
  if (!same && !faults.includes('data-changed')) faults.push('not-reproducible');
  return { faults, remade: same };
}
