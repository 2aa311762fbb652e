import type { HouseholdView, LowIncomeWorkers } from '@benvung/contract/household';
import type { ProblemCode } from '@benvung/contract/problem-texts';
import type { HouseholdFacts, MemberFacts } from '@benvung/domain/household/household-facts';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Language } from '@benvung/domain/shared/text';
import { groundText } from '@benvung/domain/standard/ground-text';
import {
  explainLowIncomeWorker,
  type LowIncomeWorkerStandard,
} from '@benvung/domain/standard/low-income-worker';
import type { Db } from '../platform/database/database.ts';
import { isInside } from '../platform/http/principal.ts';
import type { HouseholdReview } from '../review/review.public.ts';
import { isLocalStandard, localStandardIds, regulations } from '../standard/standard.public.ts';
import { findUnitPath } from '../territory/territory.public.ts';
import { listWorkersHouseholds } from './low-income-workers.store.ts';
import { findReviewFacts } from './review-facts.store.ts';

/** The class of persons in force on a day; undefined before there was one. */
const standardOn = (day: string): LowIncomeWorkerStandard | undefined =>
  regulations().lowIncomeWorker.findLast(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo),
  );

type Mark = NonNullable<HouseholdView['members'][number]['lowIncomeWorker']>;

/** Members who are low-income workers, or may be, by the latest review of the household that has answers. */
export async function lowIncomeWorkersOf(
  db: Db,
  {
    originCommuneId,
    id,
    reviews,
  }: { originCommuneId: number; id: string; reviews: readonly HouseholdReview[] },
  language: Language,
): Promise<ReadonlyMap<string, Mark>> {
  const last = reviews.findLast(
    ({ record }) => record.closing !== null && !isLocalStandard(record.standardId),
  );
  const year = last?.record.year;
  if (last?.record.closing == null || year === undefined || standardOn(`${year}-12-31`) === undefined)
    return new Map();
  const frozen = await findReviewFacts(db, { originCommuneId, householdId: id, year });
  const facts = frozen?.facts ?? null;
  const standard = facts === null ? undefined : standardOn(facts.surveyDay);
  if (facts === null || standard === undefined) return new Map();
  const householdClass = last.record.closing.class;
  return new Map(
    facts.members.flatMap((member) => {
      const told = explainLowIncomeWorker(standard, { facts, householdClass, member }, language);
      const source = groundText(standard.ground, language);
      return told === null ? [] : [[member.personId, { ...told, source, year }] as const];
    }),
  );
}

export interface WorkersWanted {
  readonly unitId: number;
  readonly year: number;
  /** Where the last answer stopped. */
  readonly after: string | null;
  /** Areas of the reader; null for the command line. */
  readonly areas: readonly string[] | null;
  readonly today: string;
  readonly language: Language;
}

const HOUSEHOLDS_AT_ONCE = 500;

/** The low-income workers of a unit by the answers of a year, some households at a time. */
export async function listLowIncomeWorkers(
  db: Db,
  { unitId, year, after, areas, today, language }: WorkersWanted,
): Promise<Result<LowIncomeWorkers, Problem<ProblemCode>>> {
  const path = await findUnitPath(db, unitId, today);
  if (path === undefined) return refuse('shared.not-found');
  if (areas !== null && !isInside(areas, path)) return refuse('shared.outside-area');
  const standard = standardOn(`${year}-12-31`);
  if (standard === undefined) return ok({ standard: null, persons: [], unknown: 0, next: null });
  const households = await listWorkersHouseholds(db, {
    path,
    year,
    after,
    limit: HOUSEHOLDS_AT_ONCE,
    ceiling: Math.max(standard.ceilings.rural, standard.ceilings.urban),
    localStandardIds: localStandardIds(),
  });
  const persons: LowIncomeWorkers['persons'] = [];
  let unknown = 0;
  for (const { facts, householdClass, village, household } of households)
    for (const member of facts.members) {
      const told = explainLowIncomeWorker(standard, { facts, householdClass, member }, language);
      if (told?.is === true)
        persons.push({ ...personOf(member, facts), household, village, text: told.text });
      else if (told !== null) unknown += 1;
    }
  const last = households.at(-1);
  return ok({
    standard: {
      id: standard.id,
      validFrom: standard.validFrom,
      ceilings: { ...standard.ceilings },
      source: groundText(standard.ground, language),
    },
    persons,
    unknown,
    next: last === undefined || households.length < HOUSEHOLDS_AT_ONCE ? null : last.key,
  });
}

const personOf = (member: MemberFacts, facts: HouseholdFacts) => ({
  personId: member.personId,
  fullName: member.fullName,
  sex: member.sex,
  birthYear: member.birthDate === null ? null : Number(member.birthDate.slice(0, 4)),
  labourStatus: member.labourStatus,
  areaType: facts.areaType,
  monthlyIncomePerPerson: facts.monthlyIncomePerPerson ?? 0,
});
