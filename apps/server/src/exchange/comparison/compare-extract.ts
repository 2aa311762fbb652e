import { comparePeople } from '@benvung/domain/exchange/compare-people';
import type { Problem } from '@benvung/domain/shared/result';
import { ok } from '@benvung/domain/shared/result';
import { inAreaScope } from '../../platform/database/area-scope.ts';
import type { JobKind, JobRun } from '../../platform/jobs/job.ts';
import { listUnitsOn } from '../../territory/territory.public.ts';
import { changeBatch, findBatch, type StoredBatch } from '../batches/batch.store.ts';
import { withBatchFile } from '../batches/batch-file.ts';
import { abandonCheck, reading } from '../batches/check-batch.ts';
import { FileRefusal } from '../files/file-refusal.ts';
import {
  type DifferenceToKeep,
  type KnownPerson,
  listPersonsUnder,
  replaceDifferences,
  type ToldPerson,
} from './comparison.store.ts';
import { type ExtractPerson, readExtract } from './read-extract.ts';

export const COMPARE_JOB = 'exchange.compare';
const comparing = { vi: 'Đang so khớp, người', en: 'Comparing, persons' };

/** Compares an extract of the population database with everyone of an area; only differences are kept. */
export const compareExtractJob: JobKind = {
  name: COMPARE_JOB,
  run: async (job) => {
    const batch = await findBatch(job.database.db, String(job.payload.batchId));
    if (batch === undefined || (batch.state !== 'waiting' && batch.state !== 'checking')) return ok(null);
    await changeBatch(job.database.db, batch.id, { state: 'checking' }, job.clock.now());
    try {
      return ok(await compare(job, batch));
    } catch (error) {
      if (!(error instanceof FileRefusal)) throw error;
      const problem: Problem<typeof error.code> = { code: error.code, detail: error.detail };
      await changeBatch(job.database.db, batch.id, { state: 'refused', problem }, job.clock.now());
      return ok({ refused: error.code });
    }
  },
  abandon: abandonCheck,
};

type Comparing = Pick<JobRun, 'database' | 'clock' | 'progress'>;

/** Reads a comparison's file and keeps what differs. @throws FileRefusal */
export async function compare(job: Comparing, batch: StoredBatch) {
  const { database, clock } = job;
  const theirs = await withBatchFile(database.db, batch.id, (path) =>
    readExtract(path, (done) => job.progress({ done, step: reading })),
  );
  const scope = { paths: [batch.scopePath] };
  const ours = await inAreaScope(database, scope, (db) => listPersonsUnder(db, batch.scopePath));
  await job.progress({ done: theirs.length, total: theirs.length, step: comparing });
  const found = comparePeople(ours, theirs);
  const villages = await listUnitsOn(
    database.db,
    [...new Set(ours.map(({ villageId }) => villageId))],
    clock.today(),
  );
  const names = new Map(villages.map(({ id, name }) => [id, name]));
  const oursBy = new Map(ours.map((person) => [person.key, person]));
  const theirsBy = new Map(theirs.map((person) => [person.key, person]));
  const counts = { rows: theirs.length, same: 0, differs: 0, missingOurs: 0, missingTheirs: 0, ambiguous: 0 };
  const kept: DifferenceToKeep[] = [];
  for (const one of found) {
    counts[one.kind] += 1;
    if (one.kind === 'same') continue;
    const mine =
      'ours' in one
        ? oursBy.get(one.ours)
        : one.kind === 'ambiguous'
          ? oursBy.get(one.candidates[0] ?? '')
          : undefined;
    const other = 'theirs' in one ? theirsBy.get(one.theirs) : undefined;
    kept.push({
      kind: one.kind,
      householdId: mine?.householdId ?? null,
      personId: one.kind === 'differs' ? (mine?.key ?? null) : null,
      at: other?.at ?? null,
      ours: mine === undefined ? null : oursTold(mine, names),
      theirs: other === undefined ? null : theirsTold(other),
      fields: one.kind === 'differs' ? one.fields : [],
    });
  }
  const order = ['differs', 'ambiguous', 'missingOurs', 'missingTheirs'];
  kept.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  await inAreaScope(database, scope, async (db) => {
    await replaceDifferences(db, batch, kept);
    await changeBatch(
      db,
      batch.id,
      { state: 'checked', report: counts as never, problem: null },
      clock.now(),
    );
  });
  return counts;
}

const oursTold = (person: KnownPerson, villages: ReadonlyMap<number, string>): ToldPerson => ({
  fullName: person.fullName,
  birthDate: person.birthDate,
  sex: person.sex,
  identityNumber: person.identityNumber,
  place: villages.get(person.villageId) ?? null,
});

const theirsTold = (person: ExtractPerson): ToldPerson => ({
  fullName: person.fullName,
  birthDate: person.birthDate,
  sex: person.sex,
  identityNumber: person.identityNumber,
  place: person.address,
});
