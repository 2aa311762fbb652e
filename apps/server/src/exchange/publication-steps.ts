import { ok } from '@benvung/domain/shared/result';
import { HOUSEHOLD_TABLES, REVIEW_FACTS_TABLE } from '../household/household.public.ts';
import type { Db, Session } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import {
  carryOverSome,
  copyReviewRecords,
  insertMatches,
  type StoredMatch,
  type StoredReviewRecord,
} from '../review/review.public.ts';
import type { Outcome, Publication } from './publication.ts';
import type { StagedProposal, StagedUpdate } from './staged.ts';
import type { StagedRecord } from './staged-record.ts';
import { updateKnown } from './update-known.ts';

export interface Transaction {
  readonly session: Session;
  readonly db: Db;
}

/** A part of what an import writes: some households, with everything of theirs. */
export interface Step {
  /** Writes over rows that others see. */
  readonly holds: boolean;
  /** How many of the import's slices are written when it is done. */
  readonly done: number;
  write(transaction: Transaction): Promise<Outcome<null>>;
}

const PROPOSALS_A_STEP = 500;
const MOST_STEPS_OF_PROPOSALS = 20;
const RECORDS_A_STEP = 300;
const STEPS_OF_ONE_SIZE = 10;

export const slicesOf = ({ spools, staged }: Publication): number =>
  spools.slices + (staged.known.size === 0 ? 0 : spools.updateSlices);

/** Everything an import writes household by household, in steps of so many slices; each is taken when its turn comes. */
export function* stepsOf(publication: Publication, slicesAtOnce: number): Generator<Step> {
  const { spools, staged, ground } = publication;
  const all = slicesOf(publication);
  for (let from = 0; from < spools.slices; from += slicesAtOnce) {
    const to = Math.min(from + slicesAtOnce, spools.slices);
    yield {
      holds: false,
      done: to,
      write: ({ session }) => copySlice(session, publication, { from, to }),
    };
  }
  for (let from = 0; spools.slices + from < all; from += slicesAtOnce) {
    const to = Math.min(from + slicesAtOnce, spools.updateSlices);
    yield {
      holds: true,
      done: spools.slices + to,
      write: ({ db }) => updateSlice(db, publication, { from, to }),
    };
  }
  yield* carrySteps(publication, all);
  const proposalsAtOnce = Math.max(
    PROPOSALS_A_STEP,
    Math.ceil(staged.proposals.length / MOST_STEPS_OF_PROPOSALS),
  );
  for (let from = 0; from < staged.proposals.length; from += proposalsAtOnce) {
    const some = staged.proposals.slice(from, from + proposalsAtOnce);
    yield {
      holds: false,
      done: all,
      write: async ({ db }) => {
        await insertMatches(db, proposalsOf(some, ground.year));
        return ok(null);
      },
    };
  }
}

/** Some new households with their people, records and facts. */
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

async function updateSlice(
  db: Db,
  publication: Publication,
  { from, to }: { from: number; to: number },
): Promise<Outcome<null>> {
  const { spools, options } = publication;
  const lines = (await spools.updates.slice(from, to)).toString('utf8').split('\n');
  const updates = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as StagedUpdate);
  const ids = updates.map(({ householdId }) => householdId);
  await options.journal?.beforeKnown(db, publication.ground, ids);
  const updated = await updateKnown(db, publication, updates);
  if (!updated.ok) return updated;
  publication.overwritten += (await options.journal?.afterKnown(db, publication.ground, ids)) ?? 0;
  return ok(null);
}

/**
 * Last year's lists of the communes whose rounds open, but for the households this list tells of. Steps grow, so that
 * there are few of them however long the lists are.
 */
function* carrySteps({ openings, staged, copied }: Publication, done: number): Generator<Step> {
  let at = 0;
  let after: Awaited<ReturnType<typeof carryOverSome>>['next'] = null;
  // they count, but not as results of this list
  const into = { ...copied, written: 0 };
  const carrySome = async ({ session, db }: Transaction, most: number): Promise<Outcome<null>> => {
    for (let read = 0; read < most; ) {
      const opening = openings[at];
      if (opening === undefined) break;
      const part = await carryOverSome(db, opening, { after, limit: RECORDS_A_STEP, except: staged.known });
      const copiedPart = await copyReviewRecords(session, part.records, into);
      if (!copiedPart.ok) return copiedPart;
      after = part.next;
      read += part.read + 1;
      if (after === null) at += 1;
    }
    return ok(null);
  };
  for (let step = 0; at < openings.length; step += 1) {
    const most = RECORDS_A_STEP * 2 ** Math.floor(step / STEPS_OF_ONE_SIZE);
    yield { holds: false, done, write: (transaction) => carrySome(transaction, most) };
  }
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

function* withRounds(lines: string, roundIds: ReadonlyMap<number, string>): Generator<StoredReviewRecord> {
  for (const line of lines.split('\n')) {
    if (line === '') continue;
    const record = JSON.parse(line) as StagedRecord;
    const roundId = roundIds.get(record.communeId);
    if (roundId === undefined) throw new Error(`No round for commune ${record.communeId}.`);
    yield { ...record, roundId };
  }
}
