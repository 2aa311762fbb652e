import type { ProblemCode } from '@benvung/contract/problem-texts';
import { ok, type Problem, type Result } from '@benvung/domain/shared/result';
import type { Clock } from '../../platform/clock.ts';
import { inAreaScope } from '../../platform/database/area-scope.ts';
import type { DatabaseHandle, Db } from '../../platform/database/database.ts';
import { givingWay } from '../../platform/give-way.ts';
import { findBatch } from './batch.store.ts';
import { type FilePiece, putFilePiece } from './batch-file.store.ts';

/** So much is written in a moment, also where everybody waits for it. */
const PIECE_BYTES = 262_144;

/**
 * Keeps a file piece by piece, each in a transaction of its own (`inTransaction`), before the batch that names it is:
 * until then nobody sees it, and what is left of a stop goes after a day.
 */
export async function keepFile(
  inTransaction: (work: (db: Db) => Promise<void>) => Promise<void>,
  { bytes, ...file }: Omit<FilePiece, 'part'>,
): Promise<void> {
  for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
    const piece = { ...file, part: from / PIECE_BYTES, bytes: bytes.subarray(from, from + PIECE_BYTES) };
    await givingWay(() => inTransaction((db) => putFilePiece(db, piece)));
  }
}

interface Bringing {
  readonly database: DatabaseHandle;
  readonly areas: readonly string[];
  readonly clock: Clock;
}

/** Keeps what a person sends for a unit, unless it is refused or its batch is there already. */
export async function keepUpload(
  { database, areas, clock }: Bringing,
  { id, bytes }: { readonly id: string; readonly bytes: Buffer },
  unitOf: (db: Db) => Promise<Result<{ readonly path: string }, Problem<ProblemCode>>>,
): Promise<Result<null, Problem<ProblemCode>>> {
  const scope = { paths: areas };
  const unit = await inAreaScope(database, scope, unitOf);
  if (!unit.ok) return unit;
  // also one of another area: nobody adds to a file that was kept
  if ((await findBatch(database.db, id)) !== undefined) return ok(null);
  const file = { batchId: id, bytes, scopePath: unit.value.path, at: clock.now() };
  await keepFile((work) => inAreaScope(database, scope, work), file);
  return ok(null);
}
