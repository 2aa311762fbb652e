import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { AuditActor } from '../../platform/audit/audit-entry.ts';
import type { Db } from '../../platform/database/database.ts';
import type { PublishJournal } from '../import-report.ts';
import type { ImportGround } from '../prepare-import.ts';
import { changeBatch, findBatch, insertBatch, type StoredBatch } from './batch.store.ts';
import { deleteUnnamedFiles } from './batch-file.store.ts';
import { keepHouseholdsBefore, keepVersionsAfter, listBaseBefore } from './before.store.ts';
import { keepFile } from './keep-file.ts';

type OfBatch = Pick<StoredBatch, 'id' | 'year' | 'scopePath'>;

/** Keeps what undoing a batch needs; `begin` makes the batch itself when nothing kept it before. */
function journal(
  batchOf: (ground: ImportGround) => OfBatch,
  begin: (db: Db, ground: ImportGround) => Promise<void>,
): PublishJournal {
  let base: unknown[] = [];
  return {
    beforeKnown: (db, ground, ids) => keepHouseholdsBefore(db, batchOf(ground), ids),
    afterKnown: (db, ground, ids) => keepVersionsAfter(db, batchOf(ground), ids),
    before: async (db, { ground, staged }) => {
      await begin(db, ground);
      base = await listBaseBefore(
        db,
        batchOf(ground).year,
        staged.populations.map(({ commune, villageId }) => ({ communeId: commune.id, villageId })),
      );
    },
    after: async (db, { ground, report, at, rounds, villages, records }) => {
      const { issues: _issues, ...kept } = report;
      await changeBatch(
        db,
        batchOf(ground).id,
        {
          state: 'published',
          report: kept,
          publishedAt: at,
          before: { rounds: rounds.map(({ id, communeId }) => ({ id, communeId })), villages, base, records },
        },
        at,
      );
    },
  };
}

export const journalOf = (batch: StoredBatch): PublishJournal =>
  journal(
    () => batch,
    async () => undefined,
  );

export interface DirectImport {
  readonly batchId: string;
  readonly path: string;
  readonly fileName: string;
  readonly opening: boolean;
  readonly actor: AuditActor;
  readonly at: string;
}

/** As much of a file as the desk takes is kept with its batch; a larger one is named by its hash alone. */
const KEPT_BYTES = 64 * 1024 ** 2;

/** The batch of a list that did not come over the desk: from the command line, or sent to be written at once. */
export async function journalOfDirect(direct: DirectImport): Promise<PublishJournal> {
  const { size } = await stat(direct.path);
  const hash = createHash('sha256');
  for await (const part of createReadStream(direct.path)) hash.update(part as Buffer);
  const fileHash = hash.digest('hex');
  const kept = journal(
    ({ year, unit }) => ({ id: direct.batchId, year, scopePath: unit.path }),
    async (db, { year, unit }) => {
      await insertBatch(db, {
        id: direct.batchId,
        kind: 'list',
        accountId: direct.actor.accountId,
        actor: direct.actor.actor,
        unitId: unit.id,
        unitName: unit.name,
        year,
        scopePath: unit.path,
        fileName: direct.fileName.normalize('NFC'),
        fileHash,
        options: { opening: direct.opening, encoding: null, sheets: null, columns: {}, corrections: [] },
        size,
        at: direct.at,
      });
    },
  );
  return {
    ...kept,
    keepFile: async (database, { unit }) => {
      if (size > KEPT_BYTES || (await findBatch(database.db, direct.batchId)) !== undefined) return;
      const bytes = await readFile(direct.path);
      const file = { batchId: direct.batchId, bytes, scopePath: unit.path, at: direct.at };
      await keepFile((work) => database.withSession((_session, db) => work(db)), file);
    },
    dropFile: (database) => deleteUnnamedFiles(database.db, { batchId: direct.batchId }),
  };
}
