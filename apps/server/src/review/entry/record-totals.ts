import type { PaperTotals } from '@benvung/contract/review-entry';
import type { HouseholdFacts, MemberFacts } from '@benvung/domain/household/household-facts';
import { unknownFacts } from '@benvung/domain/household/unknown-facts';
import { type PaperDifference, paperDifferences } from '@benvung/domain/review/paper-differences';
import { sharedClosing } from '@benvung/domain/review/shared-closing';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { factsOfAnswers } from '@benvung/domain/standard/questionnaire/answers-and-facts';
import type { ReviewEvidence } from '@benvung/domain/standard/review-evidence';
import {
  type Acted,
  lastExitOf,
  listMembersOf,
  localGroupsAt,
  lockHouseholds,
  renewEvidence,
  type StoredHousehold,
} from '../../household/household.public.ts';
import { type HouseholdReview, listReviewsOfHouseholds } from '../household-reviews.store.ts';
import { putReviewRecords } from '../put-review-records.ts';
import { recordsUnderStandards } from '../records-under-standards.ts';
import type { StoredReviewRecord } from '../review-record.store.ts';
import { standardsOfRound } from '../round-standards.ts';
import { differenceText } from './difference-text.ts';
import { entryOf, listAnswers, putAnswers, type StoredAnswers } from './entry.store.ts';
import { type EntryRound, findOpenEntryRound, questionnaireOf } from './entry-round.ts';
import { fieldAccountsOf } from './keep-interview.ts';
import { basisOf, type EntryGround, evidenceOf, surveyOf, typistOf } from './record-entry.ts';
import { type NamedVisitor, whoVisited } from './who-visited.ts';

export interface TotalsOfHousehold extends PaperTotals {
  readonly householdId: string;
  readonly version: number;
  readonly visitor?: NamedVisitor | undefined;
}

type RefusalCode = 'shared.not-found' | 'review.version-conflict' | 'review.result-recognised';

export interface RecordedTotals {
  readonly year: number;
  readonly scopePath: string;
  readonly entryRound: EntryRound;
  /** What became of each row: kept, or why not. A row that is refused keeps no other from being kept. */
  readonly rows: readonly { readonly householdId: string; readonly refused: Problem<RefusalCode> | null }[];
}

/** Totals A and B of signed forms, row by row as a grid gives them. */
export async function recordTotals(
  ground: EntryGround,
  { roundId, rows }: { readonly roundId: string; readonly rows: readonly TotalsOfHousehold[] },
): Acted<RecordedTotals> {
  const { db } = ground;
  const found = await findOpenEntryRound(db, roundId, ground.today);
  if (!found.ok) return found;
  const { round } = found.value;
  const known = await readKnown(ground, found.value, rows);
  const judged = rows.map((row) => ({ householdId: row.householdId, made: makeRow(known, row) }));
  const made = judged.flatMap(({ made: each }) => (each.ok ? [each.value] : []));
  if (await namesOthers(ground, found.value, rows)) return refuse('review.assignment-account-elsewhere');
  const survey = await whoVisited(db, {
    round,
    households: rows.map(({ householdId, visitor: told }) => ({ householdId, told })),
    typist: typistOf(ground),
  });
  const put = await putReviewRecords(
    db,
    made.flatMap(({ records }) => records),
    surveyOf(ground, survey),
  );
  if (!put.ok) return put;
  await renewEvidence(
    db,
    made.map(({ answers, evidence }) => ({ ...answers, evidence })),
  );
  await putAnswers(
    db,
    made.map(({ answers }) => ({ ...answers, enteredBy: ground.actor, enteredAt: ground.at })),
  );
  return ok({
    year: round.year,
    scopePath: round.scopePath,
    entryRound: found.value,
    rows: judged.map(({ householdId, made: each }) => ({
      householdId,
      refused: each.ok ? null : each.problem,
    })),
  });
}

/** Whether a row names an account that records no forms of this commune. */
async function namesOthers(
  { db, today }: EntryGround,
  { commune }: EntryRound,
  rows: readonly TotalsOfHousehold[],
): Promise<boolean> {
  const named = rows.flatMap(({ visitor }) => visitor?.enumeratorId ?? []);
  if (named.length === 0) return false;
  const known = new Set((await fieldAccountsOf(db, commune, today)).map(({ id }) => id));
  return named.some((id) => !known.has(id));
}

interface Known extends EntryRound {
  readonly households: ReadonlyMap<string, StoredHousehold>;
  readonly members: ReadonlyMap<string, readonly MemberFacts[]>;
  readonly reviews: ReadonlyMap<string, readonly HouseholdReview[]>;
  readonly answers: ReadonlyMap<string, StoredAnswers>;
  /** Households that are on the list by their own request. */
  readonly asked: ReadonlySet<string>;
  /** Codes of local groups, by village. */
  readonly localGroups: ReadonlyMap<number, readonly string[]>;
}

async function readKnown(
  { db }: EntryGround,
  entryRound: EntryRound,
  rows: readonly TotalsOfHousehold[],
): Promise<Known> {
  const ids = rows.map(({ householdId }) => householdId);
  const households = await lockHouseholds(db, ids);
  const villages = [...new Set([...households.values()].map(({ villageId }) => villageId))];
  const groups = await localGroupsAt(db, { villages, day: entryRound.round.referenceDay });
  return {
    ...entryRound,
    households,
    members: await listMembersOf(db, ids),
    reviews: await listReviewsOfHouseholds(db, [...households.values()]),
    answers: await listAnswers(db, entryRound.round.id, ids),
    asked: new Set((await entryOf(db, entryRound.round)).asked.map(({ householdId }) => householdId)),
    localGroups: new Map(villages.map((village, at) => [village, groups[at] ?? []])),
  };
}

interface MadeRow {
  readonly records: readonly StoredReviewRecord[];
  readonly answers: Omit<StoredAnswers, 'enteredBy' | 'enteredAt'>;
  readonly evidence: ReviewEvidence;
}

function makeRow(known: Known, row: TotalsOfHousehold): Result<MadeRow, Problem<RefusalCode>> {
  const { round } = known;
  const household = known.households.get(row.householdId);
  const records = (known.reviews.get(row.householdId) ?? []).map(({ record }) => record);
  const now = records.find((each) => each.roundId === round.id && each.standardId === round.standardId);
  if (household === undefined || (now === undefined && !known.asked.has(row.householdId)))
    return refuse('shared.not-found');
  if ((now?.version ?? 0) !== row.version)
    return refuse('review.version-conflict', { householdId: row.householdId });
  if (now?.stage === 'recognised') return refuse('review.result-recognised');
  const judged = judge(known, household, row);
  return ok({
    records: judged.complete
      ? completeRecords(known, { household, records, now, row, judged })
      : records.filter((each) => each.roundId === round.id).map((each) => incompleteRecord(each, row)),
    answers: answersOf(known, { household, row, judged }),
    evidence: evidenceOf(row),
  });
}

interface Judged {
  readonly facts: HouseholdFacts;
  readonly differences: readonly PaperDifference[];
  /** A class follows, or the paper tells one. */
  readonly complete: boolean;
}

function judge(known: Known, household: StoredHousehold, row: TotalsOfHousehold): Judged {
  const { national } = standardsOfRound(known.round);
  const answered = answeredFacts(known, household.id);
  const facts = answered ?? unknownFacts(known.areaType, known.round.referenceDay);
  const computed = national.classify(facts, evidenceOf(row)).class;
  return {
    facts,
    differences: paperDifferences(
      row,
      answered === null ? null : national.classify(facts, { kind: 'none' }),
      computed,
    ),
    complete: computed !== 'UNDETERMINED' || row.class !== null,
  };
}

/** The answers this household was recorded with in this round, when it was. */
function answeredFacts(known: Known, householdId: string): HouseholdFacts | null {
  const stored = known.answers.get(householdId);
  if (stored?.answers == null) return null;
  const asked = questionnaireOf(known.round, stored.questionnaireHash ?? undefined);
  if (!asked.ok) return null;
  return factsOfAnswers(asked.value, stored.answers, {
    areaType: known.areaType,
    surveyDay: known.round.referenceDay,
  });
}

interface Complete {
  readonly household: StoredHousehold;
  readonly records: readonly StoredReviewRecord[];
  readonly now: StoredReviewRecord | undefined;
  readonly row: TotalsOfHousehold;
  readonly judged: Judged;
}

function completeRecords(
  known: Known,
  { household, records, now, row, judged }: Complete,
): StoredReviewRecord[] {
  const { facts, differences } = judged;
  const members = facts.members.length > 0 ? facts.members : (known.members.get(household.id) ?? []);
  const closing = sharedClosing({
    facts: { ...facts, members },
    villageId: household.villageId,
    day: known.round.referenceDay,
    overrides: household.flagOverrides,
    localGroups: known.localGroups.get(household.villageId) ?? [],
    lastExit: lastExitOf(known.reviews.get(household.id) ?? []),
  });
  return recordsUnderStandards({
    round: known.round,
    originCommuneId: household.originCommuneId,
    householdId: household.id,
    scopePath: household.scopePath,
    found: { facts, evidence: evidenceOf(row), told: { national: row.class } },
    closing: { ...closing, persons: Math.max(closing.persons, household.persons), ...keptWords(now) },
    stage: 'scored',
    overrideReason: differenceText(differences, 'vi') || null,
    basis: basisOf(now),
    known: records,
  });
}

/** Causes and wishes that a result had already; totals say nothing of them. */
const keptWords = (now: StoredReviewRecord | undefined) =>
  now === undefined || now.closing === null ? {} : { causes: now.closing.causes, wishes: now.closing.wishes };

/** One of two totals, or neither: kept on the line without a result, which a class of before no longer is. */
function incompleteRecord(now: StoredReviewRecord, row: TotalsOfHousehold): StoredReviewRecord {
  const empty = row.incomeScore === null && row.deprivationScore === null;
  const { opening } = now;
  return {
    ...now,
    stage: empty && opening !== null ? 'listed' : 'surveyed',
    closing: opening === null && now.closing !== null ? { ...now.closing, class: 'UNDETERMINED' } : null,
    computedClass: null,
    overrideReason: null,
    incomeScore: row.incomeScore,
    deprivationScore: row.deprivationScore,
    evidence: empty ? null : 'signedForm',
  };
}

function answersOf(
  { round, answers }: Known,
  { household, row, judged }: Pick<Complete, 'household' | 'row' | 'judged'>,
): MadeRow['answers'] {
  const stored = answers.get(household.id);
  const { incomeScore, deprivationScore, class: written } = row;
  return {
    originCommuneId: household.originCommuneId,
    householdId: household.id,
    year: round.year,
    scopePath: household.scopePath,
    roundId: round.id,
    questionnaireId: stored?.questionnaireId ?? null,
    questionnaireHash: stored?.questionnaireHash ?? null,
    answers: stored?.answers ?? null,
    paper: { incomeScore, deprivationScore, class: written },
    differences: judged.differences,
    missing: stored?.missing ?? 0,
    findings: stored?.findings ?? 0,
  };
}
