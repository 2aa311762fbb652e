import type { EntryContent, EntryRecorded } from '@benvung/contract/review-entry';
import type { HouseholdFacts } from '@benvung/domain/household/household-facts';
import { entryState } from '@benvung/domain/review/entry-state';
import { paperDifferences } from '@benvung/domain/review/paper-differences';
import { sharedClosing } from '@benvung/domain/review/shared-closing';
import { ok, refuse } from '@benvung/domain/shared/result';
import { factsOfAnswers } from '@benvung/domain/standard/questionnaire/answers-and-facts';
import type { CompiledQuestionnaire } from '@benvung/domain/standard/questionnaire/compile-questionnaire';
import type { HouseholdAnswers } from '@benvung/domain/standard/questionnaire/questionnaire';
import { soundAnswers } from '@benvung/domain/standard/questionnaire/sound-answers';
import type { ReviewEvidence } from '@benvung/domain/standard/review-evidence';
import {
  type Acted,
  type ActGround,
  findHousehold,
  type HouseholdWithRoster,
  lastExitOf,
  localGroupsAt,
  putReviewFacts,
  takeRoster,
} from '../../household/household.public.ts';
import { listReviewsOfHouseholds } from '../household-reviews.store.ts';
import { type PutOptions, putReviewRecords } from '../put-review-records.ts';
import { recordsUnderStandards } from '../records-under-standards.ts';
import { listRecordsOfHousehold, type StoredReviewRecord } from '../review-record.store.ts';
import { standardsOfRound } from '../round-standards.ts';
import { differenceText } from './difference-text.ts';
import { deleteDraft, putAnswers } from './entry.store.ts';
import { type EntryRound, findOpenEntryRound, questionnaireOf } from './entry-round.ts';
import { keepInterview } from './keep-interview.ts';
import { whoVisited } from './who-visited.ts';

export interface EntryGround extends ActGround {
  readonly accountId: string;
}

export interface EntryToRecord {
  readonly roundId: string;
  readonly householdId: string;
  readonly villageId: number;
  readonly version: number;
  readonly content: EntryContent;
}

export interface RecordedEntry extends EntryRecorded {
  readonly scopePath: string;
  readonly year: number;
}

/**
 * A typed questionnaire becomes the household's review of the round: its people follow the roster by their own acts,
 * the class follows from the answers and the totals of the signed paper, and what does not agree is kept and shown.
 */
export async function recordEntry(ground: EntryGround, told: EntryToRecord): Acted<RecordedEntry> {
  const found = await findOpenEntryRound(ground.db, told.roundId, ground.today);
  if (!found.ok) return found;
  const asked = questionnaireOf(found.value.round, told.content.questionnaireHash);
  if (!asked.ok) return asked;
  const checked = soundAnswers(asked.value, told.content);
  if (checked.wrong !== null) return refuse('review.answer-not-offered', { number: checked.wrong.number });
  const before = await checkBefore(ground, found.value, told);
  if (!before.ok) return before;
  const facts = factsOfAnswers(asked.value, checked.answers, {
    areaType: found.value.areaType,
    surveyDay: found.value.round.referenceDay,
  });
  const taken = await takeRoster(ground, {
    id: told.householdId,
    version: told.content.householdVersion,
    villageId: told.villageId,
    members: facts.members,
    left: new Map(Object.entries(told.content.left)),
  });
  if (!taken.ok) return taken;
  return writeEntry(ground, {
    told,
    ...found.value,
    asked: asked.value,
    answers: checked.answers,
    facts,
    taken: taken.value,
  });
}

/** The record its author saw is still the one that is there, and may be written over. */
async function checkBefore(ground: EntryGround, { round }: EntryRound, told: EntryToRecord): Acted<null> {
  const household = await findHousehold(ground.db, told.householdId);
  const known =
    household === undefined
      ? []
      : await listRecordsOfHousehold(ground.db, household.originCommuneId, household.id);
  const now = known.find((each) => each.year === round.year && each.standardId === round.standardId);
  if ((now?.version ?? 0) !== told.version) return refuse('review.version-conflict');
  if (now !== undefined && now.roundId !== round.id) return refuse('review.household-elsewhere');
  if (now?.stage === 'recognised') return refuse('review.result-recognised');
  const home = household?.scopePath;
  return home !== undefined && !home.startsWith(round.scopePath)
    ? refuse('review.household-elsewhere')
    : ok(null);
}

interface Written extends EntryRound {
  readonly told: EntryToRecord;
  readonly asked: CompiledQuestionnaire;
  readonly answers: HouseholdAnswers;
  readonly facts: HouseholdFacts;
  readonly taken: HouseholdWithRoster;
}

async function writeEntry(ground: EntryGround, entry: Written): Acted<RecordedEntry> {
  const { db } = ground;
  const { round, told, taken, facts, asked, answers } = entry;
  const { stored } = taken;
  if (!stored.scopePath.startsWith(round.scopePath)) return refuse('review.household-elsewhere');
  const { paper } = told.content;
  const evidence = evidenceOf(paper);
  const standards = standardsOfRound(round);
  const reviews = (await listReviewsOfHouseholds(db, [stored])).get(stored.id) ?? [];
  const known = reviews.map(({ record }) => record);
  const [localGroups] = await localGroupsAt(db, { villages: [stored.villageId], day: round.referenceDay });
  const computed = standards.national.classify(facts, evidence).class;
  const differences = paperDifferences(paper, standards.national.classify(facts, { kind: 'none' }), computed);
  const decided = paper.class ?? computed;
  const now = known.find((each) => each.year === round.year && each.standardId === round.standardId);
  const records = recordsUnderStandards({
    round,
    originCommuneId: stored.originCommuneId,
    householdId: stored.id,
    scopePath: stored.scopePath,
    found: { facts, evidence, told: { national: paper.class } },
    closing: sharedClosing({
      facts,
      villageId: stored.villageId,
      day: round.referenceDay,
      overrides: stored.flagOverrides,
      localGroups,
      lastExit: lastExitOf(reviews),
    }),
    stage: decided === 'UNDETERMINED' ? 'surveyed' : 'scored',
    overrideReason: differenceText(differences, 'vi') || null,
    basis: basisOf(now),
    known,
  });
  const survey = await whoVisited(db, {
    round,
    households: [{ householdId: stored.id, told: told.content.interview }],
    typist: typistOf(ground),
  });
  const put = await putReviewRecords(db, records, surveyOf(ground, survey));
  if (!put.ok) return put;
  await putReviewFacts(db, [{ ...keyOf(entry), facts, evidence, note: null }]);
  const evaluation = asked.evaluate(answers, round.referenceDay);
  const findings = evaluation.findings.filter(({ check }) => check.severity !== 'note').length;
  await putAnswers(db, [
    {
      ...keyOf(entry),
      roundId: round.id,
      questionnaireId: asked.questionnaire.id,
      questionnaireHash: asked.hash,
      answers,
      paper,
      differences,
      missing: evaluation.missing.length,
      findings,
      enteredBy: ground.actor,
      enteredAt: ground.at,
    },
  ]);
  const kept = await keepInterview(db, {
    key: keyOf(entry),
    roundId: round.id,
    commune: entry.commune,
    told: told.content.interview,
    asked,
    answers,
    today: ground.today,
  });
  if (!kept.ok) return kept;
  await deleteDraft(db, {
    originCommuneId: round.communeId,
    roundId: round.id,
    householdId: stored.id,
    accountId: ground.accountId,
  });
  const [record] = records as [StoredReviewRecord];
  return ok({
    householdId: stored.id,
    version: record.version + 1,
    class: record.closing?.class ?? null,
    computedClass: record.computedClass,
    state: entryState({
      ...record,
      class: record.closing?.class ?? null,
      hasDraft: false,
      disagreements: findings + differences.length,
    }),
    differences,
    warnings: [...taken.warnings],
    scopePath: stored.scopePath,
    year: round.year,
  });
}

export const typistOf = ({ accountId, actor }: EntryGround) => ({ accountId, name: actor });

/** What is entered is what a survey found; who enters it is told beside who was there. */
export const surveyOf = (
  { today, at, actor, accountId }: EntryGround,
  survey: NonNullable<PutOptions['survey']>,
): PutOptions => ({
  today,
  survey,
  acting: { today, at, actor, accountId },
});

const keyOf = ({ round, taken: { stored } }: Written) => ({
  originCommuneId: stored.originCommuneId,
  householdId: stored.id,
  year: round.year,
  scopePath: stored.scopePath,
});

export const basisOf = (now: StoredReviewRecord | undefined) => ({
  scorecardId: null,
  decisionNumber: now?.decisionNumber ?? null,
  decisionDay: now?.decisionDay ?? null,
  batchId: now?.batchId ?? null,
});

/** The signed paper carries its totals; answers alone carry no points A. */
export const evidenceOf = ({ incomeScore, deprivationScore }: EntryContent['paper']): ReviewEvidence =>
  incomeScore === null && deprivationScore === null
    ? { kind: 'none' }
    : { kind: 'signedForm', incomeScore, deprivationScore, deprivations: null, form: null };
