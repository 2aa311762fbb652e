import type { ProblemCode } from '@benvung/contract/problem-texts';
import type { RoundStandards } from '@benvung/domain/review/review-under-standards';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { HOUSEHOLD_TABLES, REVIEW_FACTS_TABLE } from '../household/household.public.ts';
import { writeAudit } from '../platform/audit/audit.store.ts';
import type { AuditActor } from '../platform/audit/audit-entry.ts';
import {
  type DatabaseHandle,
  type Db,
  MOST_PARTS,
  type Session,
  type TransactionParts,
} from '../platform/database/database.ts';
import { Refusal } from '../platform/http/problem-reply.ts';
import { newId } from '../platform/ids.ts';
import {
  type CopiedRecords,
  closeRound,
  copyReviewRecords,
  insertMatches,
  lockYear,
  namedIn,
  nothingCopied,
  openRounds,
  type PopulationBaseLine,
  putPopulationBase,
  type ReviewRound,
  type StoredMatch,
  type StoredReviewRecord,
  settleCopied,
} from '../review/review.public.ts';
import { createVillages, type UnitOnDay } from '../territory/territory.public.ts';
import type { ImportReport, ListToImport } from './import-report.ts';
import type { ListedCommune } from './place-finder.ts';
import type { ImportGround } from './prepare-import.ts';
import type { Spools, Staged, StagedProposal, StagedRound } from './staged.ts';
import type { StagedRecord } from './staged-record.ts';
import { standardsOfCommune } from './standards-of-commune.ts';
import { updateKnown } from './update-known.ts';

export interface PublishOptions {
  readonly actor: AuditActor;
  readonly at: string;
  readonly fileName: string;
  readonly batchId: string;
  readonly demonstration: boolean;
  /** Whether rounds the file calls closed or locked may be closed and locked by this import. */
  readonly mayClose: boolean;
  readonly receipts: ListToImport['receipts'];
  readonly journal: ListToImport['journal'];
  /** What is answered, now and when the same command comes again. */
  readonly report: ImportReport;
  /** How many slices of all were written. */
  readonly progress?: ((done: number, of: number) => Promise<void>) | undefined;
}

type Outcome<Value> = Result<Value, Problem<ProblemCode>>;
interface Transaction {
  readonly session: Session;
  readonly db: Db;
}

/** What was put aside, and the rounds its records were written under. */
interface Publication {
  readonly ground: ImportGround;
  readonly spools: Spools;
  readonly staged: Staged;
  readonly options: PublishOptions;
  /** By commune; of those opened only now, the ids they will bear. */
  readonly roundIds: ReadonlyMap<number, string>;
  readonly copied: CopiedRecords;
}

/**
 * Writes everything that was put aside, all of it or nothing. `COPY` does not work under row-level security; every
 * place was compared with the person's areas before it was put aside. Where one transaction would keep everybody
 * waiting, the new households are written in short parts that come to light with the last one.
 */
export async function publishImport(
  handle: DatabaseHandle,
  ground: ImportGround,
  { spools, staged }: { spools: Spools; staged: Staged },
  options: PublishOptions,
): Promise<Outcome<ImportReport>> {
  const publication: Publication = {
    ground,
    spools,
    staged,
    options,
    roundIds: roundIdsOf(ground, staged),
    copied: nothingCopied(),
  };
  const { parts } = handle;
  try {
    if (parts === undefined || spools.slices === 1)
      return await handle.withSession((session, db) =>
        // The embedded database has no other session to tell progress by.
        finish({ session, db }, parts === undefined ? publication : quiet(publication), copySlices),
      );
    await writeParts(parts, publication);
    return await parts.publish(options.batchId, (session, db) =>
      finish({ session, db }, publication, async () => ok(null)),
    );
  } catch (error) {
    await parts?.discard(options.batchId);
    if (error instanceof AlreadyPublished) return ok(error.report);
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
}

const quiet = (publication: Publication): Publication => ({
  ...publication,
  options: { ...publication.options, progress: undefined },
});

async function writeParts(parts: TransactionParts, publication: Publication): Promise<void> {
  const { spools, options } = publication;
  const step = Math.ceil(spools.slices / MOST_PARTS);
  for (let from = 0; from < spools.slices; from += step) {
    const to = Math.min(from + step, spools.slices);
    await parts.write(options.batchId, async (session) => {
      const copied = await copySlice(session, publication, { from, to });
      if (!copied.ok) throw new Refusal(copied.problem);
    });
    await options.progress?.(to, spools.slices);
  }
}

async function copySlices({ session }: Transaction, publication: Publication): Promise<Outcome<null>> {
  const { spools, options } = publication;
  for (let from = 0; from < spools.slices; from += SLICES_AT_ONCE) {
    const to = Math.min(from + SLICES_AT_ONCE, spools.slices);
    const copied = await copySlice(session, publication, { from, to });
    if (!copied.ok) return copied;
    await options.progress?.(to, spools.slices);
  }
  return ok(null);
}

const SLICES_AT_ONCE = 20;

/** Some households with their people, records and facts. */
async function copySlice(
  session: Session,
  { spools, roundIds, copied }: Publication,
  { from, to }: { from: number; to: number },
): Promise<Outcome<null>> {
  for (const [index, table] of HOUSEHOLD_TABLES.entries()) {
    const bytes = await spools.households[index]?.slice(from, to);
    if (bytes !== undefined && bytes.length > 0) await session.copyIn(table, [bytes]);
  }
  const records = (await spools.records.slice(from, to)).toString('utf8');
  const put = await copyReviewRecords(session, withRounds(records, roundIds), copied);
  if (!put.ok) return put;
  const facts = await spools.facts.slice(from, to);
  if (facts.length > 0) await session.copyIn(REVIEW_FACTS_TABLE, [facts]);
  return put;
}

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
  { ground, staged, options, roundIds, copied }: Publication,
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
  const rounds = await roundsFor(db, ground, staged, { ...options, roundIds });
  if (!rounds.ok) return rounds.problem;
  const settled = await settleCopied(db, copied, { today: ground.today });
  if (!settled.ok) return settled.problem;
  const updated = await updateKnown(db, ground, staged, { ...options, rounds: rounds.value });
  if (!updated.ok) return updated.problem;
  await insertMatches(db, proposalsOf(staged.proposals, ground.year));
  const base = await putPopulationBase(db, populationLines(ground, staged, options));
  if (!base.ok) return base.problem;
  const closed = options.mayClose ? await closeRounds(db, ground, staged, rounds.value) : ok(null);
  if (!closed.ok) return closed.problem;
  await options.journal?.after(db, {
    report: options.report,
    at: options.at,
    rounds: [...rounds.value.values()].filter(({ communeId }) => !ground.rounds.has(communeId)),
    villages: staged.places.newVillages.map(({ id }) => id),
    newRecords: copied.written,
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

const roundIdsOf = (ground: ImportGround, staged: Staged): Map<number, string> =>
  new Map([...staged.communes.keys()].map((id) => [id, ground.rounds.get(id)?.id ?? newId()]));

const proposalsOf = (proposals: readonly StagedProposal[], year: number): StoredMatch[] =>
  proposals.map(({ householdId, headName, commune, proposal }) => ({
    id: newId(),
    year,
    communeId: commune.id,
    listed: { householdId, headName },
    candidateHouseholdId: proposal.candidateKey,
    certainty: proposal.certainty,
    evidence: { found: proposal.evidence, commonMembers: proposal.commonMembers },
    decision: null,
    decidedBy: null,
    scopePath: commune.path,
  }));

function* withRounds(lines: string, roundIds: ReadonlyMap<number, string>): Generator<StoredReviewRecord> {
  for (const line of lines.split('\n')) {
    if (line === '') continue;
    const record = JSON.parse(line) as StagedRecord;
    const roundId = roundIds.get(record.communeId);
    if (roundId === undefined) throw new Error(`No round for commune ${record.communeId}.`);
    yield { ...record, roundId };
  }
}

/** The rounds of all communes in the file; those that do not exist yet are opened. */
async function roundsFor(
  db: Db,
  ground: ImportGround,
  staged: Staged,
  options: PublishOptions & Pick<Publication, 'roundIds'>,
): Promise<Outcome<Map<number, ReviewRound>>> {
  const rounds = new Map(ground.rounds);
  const missing = [...staged.communes.values()].filter((commune) => !rounds.has(commune.id));
  const standardsOf = (commune: ListedCommune): RoundStandards =>
    standardsOfCommune(ground, commune, staged.rounds.get(commune.id)) ?? {
      national: ground.standard,
      local: null,
    };
  const keyOf = (commune: ListedCommune) =>
    `${roundKey(staged.rounds.get(commune.id))}|${standardsOf(commune).local?.hash}`;
  for (const [, communes] of groupBy(missing, keyOf)) {
    const [first] = communes;
    if (first === undefined) continue;
    const told = staged.rounds.get(first.id);
    const opened = await openRounds(db, {
      year: ground.year,
      kind: 'PERIODIC',
      communes: communes.map(({ id, path, validTo }) => ({
        communeId: id,
        scopePath: path,
        ended: validTo !== null && validTo <= ground.today,
        ...roundIdOf(options.roundIds, id),
      })),
      ...namedIn(standardsOf(first)),
      referenceDay: told?.referenceDay ?? ground.referenceDay,
      today: told?.openedOn ?? ground.today,
      source: told?.source ?? `Tệp ${options.fileName}`,
      demonstration: options.demonstration,
      // A file that tells of the round itself holds all of it; any other leaves last year's households to decide.
      carryOver: ground.known.length > 0 && told === undefined,
    });
    if (!opened.ok) return opened;
    for (const round of opened.value) rounds.set(round.communeId, round);
  }
  return ok(rounds);
}

const roundIdOf = (ids: ReadonlyMap<number, string>, communeId: number) => {
  const roundId = ids.get(communeId);
  return roundId === undefined ? {} : { roundId };
};

const roundKey = (round: StagedRound | undefined): string =>
  [round?.standardId, round?.localStandardId, round?.referenceDay, round?.openedOn, round?.source].join('|');

function groupBy<Value>(values: readonly Value[], keyOf: (value: Value) => string): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group === undefined) groups.set(keyOf(value), [value]);
    else group.push(value);
  }
  return groups;
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
