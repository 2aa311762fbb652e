import { setImmediate as otherWork } from 'node:timers/promises';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { createAccount, DEMONSTRATION_PASSWORD } from '../access/access.public.ts';
import { searchDuplicates, writeHouseholds, writeReviewFacts } from '../household/household.public.ts';
import { writeAudit } from '../platform/audit/audit.store.ts';
import type { DatabaseHandle, Db, Session } from '../platform/database/database.ts';
import { withoutIndex } from '../platform/database/without-index.ts';
import { proposeRoundMatches, putPopulationBase, putReviewRecordsInBulk } from '../review/review.public.ts';
import { createVillages } from '../territory/territory.public.ts';
import { REPEATING_COMMUNES } from './commune-states.ts';
import { demonstrateDuties } from './demonstrate-duties.ts';
import { demonstratePlans } from './demonstrate-plans.ts';
import { demonstrateProcedure, demonstrateSurvey } from './demonstrate-posting.ts';
import { demonstrateTargets } from './demonstrate-targets.ts';
import {
  addFormerHomes,
  analyseTables,
  copyEvents,
  copyFormerStays,
  type DemonstrationMark,
  dateStays,
  endHomes,
  findDemonstrationMark,
  holdsRealFacts,
  markDemonstration,
  settlePlanDuties,
} from './demonstration.store.ts';
import { DEMONSTRATION_POSTS } from './demonstration-accounts.ts';
import { openDemonstrationRounds, settleDemonstrationRounds } from './demonstration-rounds.ts';
import type { ReviewTools } from './draw-answers.ts';
import {
  type DemonstrationPlan,
  generateDemonstration,
  planDemonstration,
} from './generate-demonstration.ts';
import { insist } from './insist.ts';
import { villageIdOf } from './plan-province.ts';
import { baseLines } from './population-base-lines.ts';
import { DEMONSTRATION_SEED, DEMONSTRATION_TODAY } from './published-figures.ts';
import { findPost, readCommunes } from './read-communes.ts';
import { type CommuneRows, type RowKeys, rowsOfCommune } from './rows-of-commune.ts';
import { seededIds, seededRandom } from './seeded-random.ts';

export type DemonstrationProblemCode =
  | 'demonstration.already-loaded'
  | 'demonstration.not-loaded'
  | 'demonstration.real-data-present'
  | 'demonstration.territory-missing';

export interface LoadOptions {
  /** The instant, ISO 8601. */
  readonly at: string;
  /** Who is written into the log. */
  readonly actor: string;
  readonly tools: ReviewTools;
  readonly progress?: (done: number, total: number) => void;
}

/**
 * Loads the demonstration in one transaction: cut off in the middle, nothing of it is there. The database then
 * lives on the demonstration's own day.
 */
export async function loadDemonstration(
  handle: DatabaseHandle,
  options: LoadOptions,
): Promise<Result<DemonstrationMark, Problem<DemonstrationProblemCode>>> {
  const { db } = handle;
  if ((await findDemonstrationMark(db)) !== undefined) return refuse('demonstration.already-loaded');
  if (await holdsRealFacts(db)) return refuse('demonstration.real-data-present');
  const communes = await readCommunes(db);
  if (communes.length === 0) return refuse('demonstration.territory-missing');
  const plan = planDemonstration(communes);
  const mark = await handle.withSession((session, own) => fill({ session, db: own }, plan, options));
  await analyseTables(db);
  return ok(mark);
}

interface Writing {
  readonly session: Session;
  readonly db: Db;
}

async function fill(
  writing: Writing,
  plan: DemonstrationPlan,
  options: LoadOptions,
): Promise<DemonstrationMark> {
  const { db } = writing;
  await makePlaces(writing, plan);
  const roundOf = await openDemonstrationRounds(db, plan, options.tools.standard);
  const { households, persons } = await withoutIndex(writing.session, 'household_members_search_ix', () =>
    writeCommunes(writing, plan, { ...options, roundOf }),
  );
  await findRepeated(db, plan, options);
  await settleDemonstrationRounds(db, plan);
  // from here on its papers say what they are
  const mark = { seed: DEMONSTRATION_SEED, households, persons };
  await markDemonstration(db, mark, DEMONSTRATION_TODAY);
  await demonstrateProcedure(db, plan, options.at);
  await demonstrateTargets(db, plan);
  await makeAccounts(db, options.at);
  await demonstrateSurvey(db, plan, options.at);
  await demonstrateDuties(db, options.at);
  await demonstratePlans(db, plan);
  await settlePlanDuties(db, { today: DEMONSTRATION_TODAY, at: options.at });
  const by = { accountId: null, actor: options.actor, at: options.at };
  await writeAudit(db, by, [{ act: 'demonstration.load', scopePath: '/1/', detail: { ...mark } }]);
  return mark;
}

/** What the desks propose where households were written twice, as an officer's own search would. */
async function findRepeated(db: Db, plan: DemonstrationPlan, { at, tools }: LoadOptions): Promise<void> {
  for (const { code, id, path } of plan.communes) {
    if (!REPEATING_COMMUNES.includes(code)) continue;
    await searchDuplicates(db, { path, at });
    if (plan.states.get(code) !== 'underway') continue;
    const standardId = tools.standard.standard.id;
    await proposeRoundMatches(db, { year: 2024, communeId: id, standardId, scopePath: path });
  }
}

/** Events count on from the first registration, 15/12/2021. */
const FIRST_EVENT_MILLISECOND = 1_639_526_400_000;

async function makePlaces({ session, db }: Writing, plan: DemonstrationPlan): Promise<void> {
  const villages = plan.communes.flatMap((commune) =>
    commune.villages.map(({ id, name }) => ({
      id,
      name,
      communeId: commune.id,
      validFrom: '2021-01-01',
      source: 'Dữ liệu trình diễn (demonstration)',
    })),
  );
  insist(await createVillages({ session, db }, villages));
  insist(await putPopulationBase(db, baseLines(plan)));
}

const HOUSEHOLDS_A_BATCH = 800;

/** While one batch is written, the next is drawn: the embedded database works in a thread of its own. */
async function writeCommunes(
  writing: Writing,
  plan: DemonstrationPlan,
  options: LoadOptions & Pick<RowKeys, 'roundOf'>,
): Promise<{ households: number; persons: number }> {
  const newId = seededIds(seededRandom(`${DEMONSTRATION_SEED}/events`), FIRST_EVENT_MILLISECOND);
  let [households, persons, waiting] = [0, 0, 0];
  let batch: CommuneRows[] = [];
  let written: Promise<void> = Promise.resolve();
  const write = async () => {
    await written;
    written = writeBatch(writing, batch, options);
    [batch, waiting] = [[], 0];
  };
  try {
    let done = 0;
    for (const commune of generateDemonstration(plan, options.tools)) {
      const rows = rowsOfCommune(commune, { roundOf: options.roundOf, newId });
      batch.push(rows);
      households += rows.households.length;
      waiting += rows.households.length;
      persons += rows.persons;
      if (waiting >= HOUSEHOLDS_A_BATCH) await write();
      done += 1;
      options.progress?.(done, plan.communes.length);
      await otherWork();
    }
    await write();
    await written;
  } finally {
    // Nothing may still be on its way when the transaction is rolled back.
    await Promise.allSettled([written]);
  }
  return { households, persons };
}

async function writeBatch(
  { session, db }: Writing,
  batch: readonly CommuneRows[],
  options: LoadOptions,
): Promise<void> {
  const all = <Row>(of: (rows: CommuneRows) => readonly Row[]): Row[] => batch.flatMap(of);
  await writeHouseholds(
    session,
    all((rows) => rows.households),
    options.at,
  );
  await writeReviewFacts(
    session,
    all((rows) => rows.facts),
  );
  const records = all((rows) => rows.records);
  insist(await putReviewRecordsInBulk({ session, db }, records, { today: DEMONSTRATION_TODAY }));
  await dateStays(
    db,
    all((rows) => rows.datedStays),
  );
  await copyFormerStays(
    session,
    all((rows) => rows.formerStays),
  );
  await addFormerHomes(
    db,
    all((rows) => rows.formerHomes),
  );
  await endHomes(
    db,
    all((rows) => rows.ends),
  );
  await copyEvents(
    session,
    all((rows) => rows.events),
    { at: options.at, actor: options.actor },
  );
}

async function makeAccounts(db: Db, at: string): Promise<void> {
  for (const { username, fullName, role, also = [], unitCode, village } of DEMONSTRATION_POSTS) {
    const unit =
      village === undefined ? await findPost(db, unitCode) : { id: villageIdOf(unitCode, village) };
    if (unit === undefined) throw new Error(`No unit ${unitCode} for the account ${username}.`);
    const grants = [role, ...also].map((held) => ({ role: held, unitId: unit.id }));
    insist(
      await createAccount(
        db,
        { username, fullName, password: DEMONSTRATION_PASSWORD, grants, demonstration: true },
        at,
      ),
    );
  }
}
