import type { ProblemCode } from '@benvung/contract/problem-texts';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { findStandard } from '@benvung/regulations/find-standard';
import { HOUSEHOLD_TABLES, REVIEW_FACTS_TABLE } from '../household/household.public.ts';
import { writeAudit } from '../platform/audit/audit.store.ts';
import type { AuditActor } from '../platform/audit/audit-entry.ts';
import type { DatabaseHandle, Db, Session } from '../platform/database/database.ts';
import { Refusal } from '../platform/http/problem-reply.ts';
import { newId } from '../platform/ids.ts';
import {
  closeRound,
  insertMatches,
  lockYear,
  openRounds,
  type PopulationBaseLine,
  putPopulationBase,
  putReviewRecordsInBulk,
  type ReviewRound,
  type StoredMatch,
  type StoredReviewRecord,
} from '../review/review.public.ts';
import { createVillages, type UnitOnDay } from '../territory/territory.public.ts';
import type { ImportReport, ListToImport } from './import-report.ts';
import type { ImportGround } from './prepare-import.ts';
import type { Spools, Staged, StagedProposal, StagedRound } from './staged.ts';
import type { StagedRecord } from './staged-record.ts';
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
  /** What is answered, now and when the same command comes again. */
  readonly report: ImportReport;
}

type Outcome<Value> = Result<Value, Problem<ProblemCode>>;
interface Transaction {
  readonly session: Session;
  readonly db: Db;
}

/**
 * Writes everything that was put aside in one transaction: all of it, or nothing. `COPY` does not work under
 * row-level security; every place was compared with the person's areas before it was put aside.
 */
export async function publishImport(
  handle: DatabaseHandle,
  ground: ImportGround,
  { spools, staged }: { spools: Spools; staged: Staged },
  options: PublishOptions,
): Promise<Outcome<ImportReport>> {
  try {
    return await handle.withSession(async (session, db) => {
      const receipt = options.receipts?.(db);
      const before = outcomeOf(await receipt?.find());
      if (before !== undefined) return before;
      const refusal = await write({ session, db }, ground, { spools, staged }, options);
      if (refusal !== null) throw new Refusal(refusal);
      await receipt?.keep(options.report);
      return ok(options.report);
    });
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** What a command came to before, as its receipt holds it. */
export const outcomeOf = (kept: Outcome<unknown> | undefined): Outcome<ImportReport> | undefined =>
  kept as Outcome<ImportReport> | undefined;

async function write(
  transaction: Transaction,
  ground: ImportGround,
  { spools, staged }: { spools: Spools; staged: Staged },
  options: PublishOptions,
): Promise<Problem<ProblemCode> | null> {
  const { session, db } = transaction;
  const villages = await createVillages(
    transaction,
    staged.places.newVillages.map(({ id, name, commune }) => ({
      id,
      name,
      communeId: commune.id,
      validFrom: commune.validFrom,
      source: `Tệp ${options.fileName}`,
    })),
  );
  if (!villages.ok) return villages.problem;
  const rounds = await roundsFor(db, ground, staged, options);
  if (!rounds.ok) return rounds.problem;
  for (const [index, table] of HOUSEHOLD_TABLES.entries())
    await session.copyIn(table, spools.households[index]?.bytes() ?? []);
  const put = await putReviewRecordsInBulk(transaction, withRounds(spools, rounds.value), {
    today: ground.today,
    roundIds: [...staged.communes.keys()].flatMap((communeId) => rounds.value.get(communeId)?.id ?? []),
  });
  if (!put.ok) return put.problem;
  await session.copyIn(REVIEW_FACTS_TABLE, spools.facts.bytes());
  const updated = await updateKnown(db, ground, staged, { ...options, rounds: rounds.value });
  if (!updated.ok) return updated.problem;
  await insertMatches(db, proposalsOf(staged.proposals, ground.year));
  const base = await putPopulationBase(db, populationLines(ground, staged, options));
  if (!base.ok) return base.problem;
  const closed = options.mayClose ? await closeRounds(db, ground, staged, rounds.value) : ok(null);
  if (!closed.ok) return closed.problem;
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

async function* withRounds(
  spools: Spools,
  rounds: ReadonlyMap<number, ReviewRound>,
): AsyncGenerator<StoredReviewRecord> {
  for await (const piece of spools.records.pieces())
    for (const line of piece.split('\n')) {
      if (line === '') continue;
      const record = JSON.parse(line) as StagedRecord;
      const round = rounds.get(record.communeId);
      if (round === undefined) throw new Error(`No round for commune ${record.communeId}.`);
      yield { ...record, roundId: round.id };
    }
}

/** The rounds of all communes in the file; those that do not exist yet are opened. */
async function roundsFor(
  db: Db,
  ground: ImportGround,
  staged: Staged,
  options: PublishOptions,
): Promise<Outcome<Map<number, ReviewRound>>> {
  const rounds = new Map(ground.rounds);
  const missing = [...staged.communes.values()].filter((commune) => !rounds.has(commune.id));
  for (const [, communes] of groupBy(missing, (commune) => roundKey(staged.rounds.get(commune.id)))) {
    const told = staged.rounds.get(communes[0]?.id ?? 0);
    const standard =
      (told?.standardId == null ? undefined : findStandard(ground.library, told.standardId)) ??
      ground.standard;
    const local =
      told?.localStandardId == null ? undefined : findStandard(ground.library, told.localStandardId);
    const opened = await openRounds(db, {
      year: ground.year,
      kind: 'PERIODIC',
      communes: communes.map(({ id, path, validTo }) => ({
        communeId: id,
        scopePath: path,
        ended: validTo !== null && validTo <= ground.today,
      })),
      standardId: standard.standard.id,
      standardHash: standard.hash,
      localStandard: local === undefined ? null : { id: local.standard.id, hash: local.hash },
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
    const closed = await closeRound(db, { roundId: round.id, today: told.closedOn ?? ground.today });
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
