import type { ProblemCode } from '@benvung/contract/problem-texts';
import { groupBy } from '@benvung/domain/shared/group-by';
import { ok, type Problem, refuse } from '@benvung/domain/shared/result';
import { writeAudit } from '../platform/audit/audit.store.ts';
import {
  type DatabaseHandle,
  type Db,
  MOST_PARTS,
  type TransactionParts,
} from '../platform/database/database.ts';
import { givingWay } from '../platform/give-way.ts';
import { Refusal } from '../platform/http/problem-reply.ts';
import {
  closeRound,
  lockYear,
  nothingCopied,
  openRounds,
  type PopulationBaseLine,
  putPopulationBase,
  type ReviewRound,
  type RoundsToOpen,
  settleCopied,
} from '../review/review.public.ts';
import { createVillages, type UnitOnDay } from '../territory/territory.public.ts';
import type { ImportReport } from './import-report.ts';
import type { ImportGround } from './prepare-import.ts';
import type { Outcome, Publication, PublishOptions } from './publication.ts';
import { slicesOf, stepsOf, type Transaction } from './publication-steps.ts';
import { openingsOf, roundsToOpen } from './rounds-to-open.ts';
import type { Spools, Staged } from './staged.ts';

/**
 * Writes everything that was put aside, all of it or nothing. `COPY` does not work under row-level security; every
 * place was compared with the person's areas before it was put aside. Where one transaction would keep everybody
 * waiting, households are written in short parts that come to light with the last one.
 */
export async function publishImport(
  handle: DatabaseHandle,
  ground: ImportGround,
  { spools, staged }: { spools: Spools; staged: Staged },
  options: PublishOptions,
): Promise<Outcome<ImportReport>> {
  const { parts } = handle;
  const { journal } = options;
  const toOpen = roundsToOpen({ ground, staged, options });
  const publication: Publication = {
    ground,
    spools,
    staged,
    options,
    toOpen,
    openings: await openingsOf(handle.db, toOpen),
    roundIds: roundIdsOf(ground, toOpen),
    copied: nothingCopied(),
    overwritten: 0,
  };
  try {
    await journal?.keepFile?.(handle, ground);
    if (parts === undefined)
      return await handle.withSession((session, db) => finish({ session, db }, publication, writeAll));
    await writeParts(parts, publication);
    return await parts.publish(options.batchId, (session, db) =>
      finish({ session, db }, publication, async () => ok(null)),
    );
  } catch (error) {
    await parts?.discard(options.batchId);
    await journal?.dropFile?.(handle);
    if (error instanceof AlreadyPublished) return ok(error.report);
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
}

async function writeParts(parts: TransactionParts, publication: Publication): Promise<void> {
  const { options } = publication;
  const all = slicesOf(publication);
  for (const { holds, done, write } of stepsOf(publication, Math.ceil(all / MOST_SLICES))) {
    await givingWay(async () => {
      await parts.write(
        options.batchId,
        async (session, db) => {
          const written = await write({ session, db });
          if (!written.ok) throw new Refusal(written.problem);
        },
        { holds },
      );
      await options.progress?.(done, all);
    });
  }
}

/** What is carried over and proposed has parts of its own. */
const MOST_SLICES = MOST_PARTS - 60;

async function writeAll(transaction: Transaction, publication: Publication): Promise<Outcome<null>> {
  for (const { done, write } of stepsOf(publication, SLICES_AT_ONCE)) {
    const written = await write(transaction);
    if (!written.ok) return written;
    await publication.options.progress?.(done, slicesOf(publication));
  }
  return ok(null);
}

const SLICES_AT_ONCE = 4;

/** What a command came to before, as its receipt holds it. */
export const outcomeOf = (kept: Outcome<unknown> | undefined): Outcome<ImportReport> | undefined =>
  kept as Outcome<ImportReport> | undefined;

/** Everything but the new households, and with `copy` these too; the last act of an import. @throws Refusal */
async function finish(
  transaction: Transaction,
  publication: Publication,
  copy: (transaction: Transaction, publication: Publication) => Promise<Outcome<null>>,
): Promise<Outcome<ImportReport>> {
  const { options } = publication;
  const receipt = options.receipts?.(transaction.db);
  const before = outcomeOf(await receipt?.find());
  if (before !== undefined && !before.ok) throw new Refusal(before.problem);
  if (before !== undefined) throw new AlreadyPublished(before.value);
  const copied = await copy(transaction, publication);
  if (!copied.ok) throw new Refusal(copied.problem);
  const refusal = await write(transaction, publication);
  if (refusal !== null) throw new Refusal(refusal);
  await receipt?.keep(options.report);
  return ok(options.report);
}

/** The same command was done meanwhile: what was written for it a second time is given up. */
class AlreadyPublished extends Error {
  readonly report: ImportReport;
  constructor(report: ImportReport) {
    super('published already');
    this.report = report;
  }
}

async function write(
  { db, session }: Transaction,
  { ground, staged, options, toOpen, copied, overwritten }: Publication,
): Promise<Problem<ProblemCode> | null> {
  await options.journal?.before(db, { ground, staged });
  const villages = await createVillages(
    { session, db },
    staged.places.newVillages.map(({ id, name, commune }) => ({
      id,
      name,
      communeId: commune.id,
      validFrom: commune.validFrom,
      source: `Tệp ${options.fileName}`,
    })),
  );
  if (!villages.ok) return villages.problem;
  const rounds = await openMissing(db, ground, toOpen);
  if (!rounds.ok) return rounds.problem;
  const settled = await settleCopied(db, copied, { today: ground.today });
  if (!settled.ok) return settled.problem;
  const base = await putPopulationBase(db, populationLines(ground, staged, options));
  if (!base.ok) return base.problem;
  const closed = options.mayClose ? await closeRounds(db, ground, staged, rounds.value) : ok(null);
  if (!closed.ok) return closed.problem;
  await options.journal?.after(db, {
    ground,
    report: options.report,
    at: options.at,
    rounds: [...rounds.value.values()].filter(({ communeId }) => !ground.rounds.has(communeId)),
    villages: staged.places.newVillages.map(({ id }) => id),
    records: copied.written + overwritten,
  });
  await writeAudit(db, { ...options.actor, at: options.at }, [
    {
      act: 'exchange.import',
      subject: { kind: 'batch', id: options.batchId },
      scopePath: ground.unit.path,
      detail: {
        file: options.fileName,
        year: ground.year,
        unit: ground.unit.id,
        households: staged.households,
        persons: staged.persons,
        population: staged.populations.length,
        proposals: staged.proposals.length,
      },
    },
  ]);
  return null;
}

const roundIdsOf = (ground: ImportGround, toOpen: readonly RoundsToOpen[]): Map<number, string> =>
  new Map([
    ...[...ground.rounds].map(([communeId, { id }]) => [communeId, id] as const),
    ...toOpen.flatMap(({ communes }) =>
      communes.map(({ communeId, roundId = '' }) => [communeId, roundId] as const),
    ),
  ]);

/** The rounds of all communes in the file; last year's lists were carried over by steps of their own. */
async function openMissing(
  db: Db,
  ground: ImportGround,
  toOpen: readonly RoundsToOpen[],
): Promise<Outcome<Map<number, ReviewRound>>> {
  const rounds = new Map(ground.rounds);
  for (const wanted of toOpen) {
    const opened = await openRounds(db, { ...wanted, carryOver: false });
    if (!opened.ok) return opened;
    for (const round of opened.value) rounds.set(round.communeId, round);
  }
  return ok(rounds);
}

function populationLines(
  ground: ImportGround,
  staged: Staged,
  options: PublishOptions,
): PopulationBaseLine[] {
  return staged.populations.map((line) => ({
    year: ground.year,
    communeId: line.commune.id,
    villageId: line.villageId,
    households: line.households,
    persons: line.persons,
    minorityHouseholds: line.minorityHouseholds,
    minorityPersons: line.minorityPersons,
    localMinorityHouseholds: line.localMinorityHouseholds,
    localMinorityPersons: line.localMinorityPersons,
    source: line.source ?? `Tệp ${options.fileName}`,
    onDay: line.onDay ?? ground.referenceDay,
    demonstration: options.demonstration,
    scopePath: line.path,
  }));
}

/** Rounds the file tells closed or locked are closed and locked again, on the days it tells. */
async function closeRounds(
  db: Db,
  ground: ImportGround,
  staged: Staged,
  rounds: ReadonlyMap<number, ReviewRound>,
): Promise<Outcome<null>> {
  for (const [communeId, told] of staged.rounds) {
    const round = rounds.get(communeId);
    if (round === undefined || round.status !== 'OPEN' || told.status === 'OPEN') continue;
    const closed = await closeRound(db, {
      roundId: round.id,
      today: told.closedOn ?? ground.today,
      closedElsewhere: true,
    });
    if (!closed.ok)
      return refuse(closed.problem.code, { ...closed.problem.detail, commune: told.commune.name });
  }
  for (const [, locked] of groupBy(
    [...staged.rounds.values()].filter((round) => round.status === 'LOCKED'),
    (round) => round.lockedOn ?? '',
  ))
    for (const { commune, lockedOn } of locked) {
      const done = await lockYear(db, {
        year: ground.year,
        path: pathOfCommune(commune),
        today: lockedOn ?? ground.today,
      });
      if (!done.ok) return done;
    }
  return ok(null);
}

const pathOfCommune = (commune: UnitOnDay): string => commune.path;
