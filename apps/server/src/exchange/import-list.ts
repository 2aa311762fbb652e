import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { ProblemCode } from '@benvung/contract/problem-texts';
import type { ColumnMap, SourceRow } from '@benvung/domain/exchange/column-map';
import { cellAddress, type ExchangeIssue } from '@benvung/domain/exchange/exchange-issue';
import { ethnicGroupFinder } from '@benvung/domain/household/ethnic-group';
import { ok, type Problem, type Result } from '@benvung/domain/shared/result';
import { searchDuplicates } from '../household/household.public.ts';
import type { Clock } from '../platform/clock.ts';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { renewStatisticsOf } from '../platform/database/renew-statistics.ts';
import { inBackground } from '../platform/database/turns.ts';
import { newId } from '../platform/ids.ts';
import { keepHeapSmall } from '../platform/small-heap.ts';
import { regulations } from '../standard/standard.public.ts';
import { findUsedIds } from './exchange.store.ts';
import { FileRefusal } from './files/file-refusal.ts';
import { holdExits } from './hold-exits.ts';
import type { ImportReport, ListToImport } from './import-report.ts';
import { type ImportGround, prepareImport } from './prepare-import.ts';
import { outcomeOf, publishImport } from './publish-import.ts';
import { PLAIN_READING, readListFile } from './read-list-file.ts';
import { openSpool } from './spool-file.ts';
import { makeStage } from './stage-import.ts';
import { type Spools, type Staged, spoolFilesOf } from './staged.ts';
import { makeVillageIds } from './village-ids.ts';

export interface ImportParts {
  readonly database: DatabaseHandle;
  readonly clock: Clock;
  progress?(rowsRead: number, ofAll: number | null): void | Promise<void>;
  /** How many slices of the list are written. */
  writing?(done: number, of: number): Promise<void>;
  sheet?(name: string, header: SourceRow, map: ColumnMap): void;
}

const ISSUES_KEPT = 1000;
/** From here on the planner must hear of the new rows before the next question. */
const MANY_HOUSEHOLDS = 500;
const WRITTEN_TABLES = [
  'household',
  'household_residence',
  'person',
  'household_membership',
  'review_record',
  'review_facts',
  'review_counter',
];

/**
 * Takes in a list: reads and checks it whole first, then writes everything, which comes to light at once, or nothing
 * when a single cell is wrong. A dry run stops before writing and says what would happen.
 */
export const importList = (
  parts: ImportParts,
  list: ListToImport,
): Promise<Result<ImportReport, Problem<ProblemCode>>> => inBackground(() => takeIn(parts, list));

async function takeIn(
  parts: ImportParts,
  list: ListToImport,
): Promise<Result<ImportReport, Problem<ProblemCode>>> {
  keepHeapSmall();
  const { database, clock } = parts;
  const before = list.dryRun ? undefined : await findOutcome(database, list);
  if (before !== undefined) return before;
  const prepared = await prepareImport(
    database.db,
    { year: list.year, unit: list.unit, areas: list.areas, today: clock.today() },
    regulations(),
  );
  if (!prepared.ok) return prepared;
  const ground = prepared.value;
  const folder = await mkdtemp(join(tmpdir(), 'benvung-import-'));
  const spools = await openSpools(folder);
  try {
    const issues = makeIssueBox(list.issuesKept ?? ISSUES_KEPT);
    const batchId = list.batchId ?? newId();
    const read = await readAndStage(parts, list, { ground, spools, issues, batchId });
    const report = reportOf(list, ground, { ...read, issues, batchId });
    if (list.dryRun || issues.errors() > 0) return ok(report);
    const published = await publishImport(
      database,
      ground,
      { spools, staged: read.staged },
      {
        actor: list.actor,
        at: clock.now(),
        fileName: report.file,
        batchId,
        demonstration: read.demonstration,
        mayClose: list.mayClose,
        receipts: list.receipts,
        journal: list.journal,
        progress: parts.writing,
        report: { ...report, written: true },
      },
    );
    if (published.ok && report.households >= MANY_HOUSEHOLDS)
      await renewStatisticsOf(database, WRITTEN_TABLES);
    // short statements of their own: whoever signs in meanwhile waits for none of them
    if (published.ok) await searchDuplicates(database.db, { path: ground.unit.path, at: clock.now() });
    return published;
  } catch (error) {
    if (error instanceof FileRefusal)
      return { ok: false, problem: { code: error.code, detail: error.detail } };
    throw error;
  } finally {
    for (const spool of spoolFilesOf(spools)) await spool.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const findOutcome = (database: DatabaseHandle, { receipts }: ListToImport) =>
  receipts && database.withSession(async (_session, db) => outcomeOf(await receipts(db)?.find()));

interface Staging {
  readonly ground: ImportGround;
  readonly spools: Spools;
  readonly issues: IssueBox;
  readonly batchId: string;
}

async function readAndStage(
  parts: ImportParts,
  list: ListToImport,
  { ground, spools, issues, batchId }: Staging,
): Promise<{ staged: Staged; rows: number; demonstration: boolean }> {
  let demonstration = false;
  const villageIds = makeVillageIds(parts.database, list.dryRun);
  const stage = makeStage(ground, spools, {
    at: parts.clock.now(),
    batchId,
    newVillageId: villageIds.next,
    found: issues.add,
    isDemonstration: () => demonstration,
    matches: list.matches ?? [],
    pause: async () => {
      for (const spool of spoolFilesOf(spools)) await spool.settle();
      await setImmediate();
    },
  });
  const exits = holdExits(stage.household);
  await villageIds.refill();
  const { rows } = await readListFile(
    list.path,
    {
      context: {
        indicatorLabels: ground.standard.standard.indicators.map(({ label }) => label.vi),
        referenceDay: lastDayOf(ground),
        openingOnly: list.openingOnly,
        newId,
        findEthnicity: ethnicGroupFinder(ground.library.ethnicGroups),
        ...(list.choices === undefined ? {} : { choices: list.choices }),
        corrections: list.corrections,
      },
      into: {
        household: exits.household,
        population: stage.population,
        round: stage.round,
        issue: issues.add,
      },
    },
    {
      choices: list.reading ?? PLAIN_READING,
      ...(parts.sheet === undefined ? {} : { sheet: parts.sheet }),
      demonstration: () => {
        demonstration = true;
      },
      between: async (rowsRead, ofAll) => {
        await villageIds.refill();
        await reportUsedIds(parts.database, stage.staged, issues);
        for (const spool of spoolFilesOf(spools)) await spool.settle();
        await parts.progress?.(rowsRead, ofAll);
        await setImmediate();
      },
    },
  );
  await villageIds.refill();
  exits.end();
  await stage.end();
  ground.known.forget();
  await reportUsedIds(parts.database, stage.staged, issues);
  return { staged: stage.staged, rows, demonstration };
}

/** Ages and births are read up to the end of the year: rounds in one file may have different reference days. */
function lastDayOf({ year, referenceDay, today }: ImportGround): string {
  const end = `${year}-12-31`;
  return end < today ? end : referenceDay > today ? referenceDay : today;
}

/** A household of another area is not taken over by a file that brings its id. */
async function reportUsedIds(database: DatabaseHandle, staged: Staged, issues: IssueBox): Promise<void> {
  const given = staged.givenIds;
  if (given.length === 0) return;
  staged.givenIds = [];
  const used = await findUsedIds(
    database.db,
    given.map(({ id }) => id),
  );
  for (const { id, at } of given)
    if (used.has(id))
      issues.add({
        severity: 'error',
        at: cellAddress(at),
        code: 'exchange.household-elsewhere',
        detail: {},
      });
}

async function openSpools(folder: string): Promise<Spools> {
  const open = (name: string) => openSpool(join(folder, name));
  return {
    households: [
      await open('household'),
      await open('residence'),
      await open('person'),
      await open('membership'),
    ],
    records: await open('records'),
    facts: await open('facts'),
    slices: 1,
    updates: await open('updates'),
    updateSlices: 1,
    waiting: await open('waiting'),
  };
}

interface IssueBox {
  add(issue: ExchangeIssue): void;
  errors(): number;
  warnings(): number;
  kept(): ExchangeIssue[];
}

function makeIssueBox(most: number): IssueBox {
  const errors: ExchangeIssue[] = [];
  const warnings: ExchangeIssue[] = [];
  const counts = { error: 0, warning: 0 };
  return {
    add: (issue) => {
      counts[issue.severity] += 1;
      const box = issue.severity === 'error' ? errors : warnings;
      if (box.length < most) box.push(issue);
    },
    errors: () => counts.error,
    warnings: () => counts.warning,
    kept: () => [...errors, ...warnings],
  };
}

interface Read {
  readonly staged: Staged;
  readonly rows: number;
  readonly issues: IssueBox;
  readonly batchId: string;
}

function reportOf(
  list: ListToImport,
  ground: ImportGround,
  { staged, rows, issues, batchId }: Read,
): ImportReport {
  const { id, code, name } = ground.unit;
  return {
    written: false,
    dryRun: list.dryRun,
    batchId,
    file: list.fileName ?? basename(list.path),
    year: ground.year,
    unit: { id, code, name },
    rows,
    households: staged.households,
    persons: staged.persons,
    known: staged.known.size,
    proposals: staged.proposals.length,
    gone: staged.gone,
    populationLines: staged.populations.length,
    rounds: [...staged.communes.keys()].filter((communeId) => !ground.rounds.has(communeId)).length,
    newVillages: staged.places.newVillages.length,
    classDifferences: staged.classDifferences,
    errors: issues.errors(),
    warnings: issues.warnings(),
    issues: issues.kept(),
  };
}
