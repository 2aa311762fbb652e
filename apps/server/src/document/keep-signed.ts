import type { Db } from '../platform/database/database.ts';
import { putFile } from '../platform/files/file.store.ts';
import { putCopies } from './copy.store.ts';
import type { StoredDocument } from './document.store.ts';

interface SignedFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly mediaType: string;
}

/** Stores a signed scan or digital file once, as the signed copy of each of these documents; of one, or of many on one scan. */
export async function keepSigned(
  db: Db,
  documents: readonly StoredDocument[],
  { name, bytes, mediaType }: SignedFile,
  by: { readonly actor: string; readonly now: string },
): Promise<void> {
  const [owner] = documents;
  if (owner === undefined) return;
  const hash = await putFile(db, {
    ownerId: owner.id,
    bytes,
    mediaType,
    scopePath: commonPath(documents.map(({ scopePath }) => scopePath)),
    at: by.now,
  });
  await putCopies(
    db,
    documents.map(({ id, scopePath }) => ({
      documentId: id,
      role: 'signed',
      ownerId: owner.id,
      hash,
      name: name.normalize('NFC'),
      mediaType,
      size: bytes.length,
      madeAt: by.now,
      madeBy: by.actor,
      scopePath,
    })),
  );
}

/** The smallest area that holds them all. */
function commonPath(paths: readonly string[]): string {
  const [first = '/1/', ...rest] = paths;
  return rest.reduce((common, path) => {
    let shared = common;
    while (!path.startsWith(shared)) shared = shared.replace(/[^/]+\/$/u, '');
    return shared;
  }, first);
}
