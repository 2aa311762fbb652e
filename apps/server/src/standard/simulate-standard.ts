import type { ProblemCode } from '@benvung/contract/problem-texts';
import type { SimulatedHouseholds, SimulationPart } from '@benvung/contract/standard';
import { unknownFacts } from '@benvung/domain/household/unknown-facts';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Language } from '@benvung/domain/shared/text';
import type { CompiledStandard } from '@benvung/domain/standard/compile-standard';
import type { HouseholdClass } from '@benvung/domain/standard/household-class';
import {
  type ReviewedHousehold,
  type Simulated,
  simulatedReason,
  simulateHousehold,
} from '@benvung/domain/standard/simulate-household';
import type { Db } from '../platform/database/database.ts';
import { isInside } from '../platform/http/principal.ts';
import { findUnitPath } from '../territory/territory.public.ts';
import {
  countReviewsToSimulate,
  listReviewsToSimulate,
  nameHouseholds,
  type ReviewToSimulate,
} from './simulation.store.ts';
import { findPovertyStandard, localStandardIds } from './standard.public.ts';

export interface SimulationWanted {
  readonly unitId: number;
  readonly year: number;
  readonly standardId: string;
  /** Where the last part stopped. */
  readonly after: string | null;
  /** Areas of the reader; null for the command line. */
  readonly areas: readonly string[] | null;
  readonly today: string;
}

type Outcome<Value> = Promise<Result<Value, Problem<ProblemCode>>>;

/** Few enough that a part is a matter of a moment, also where one session serves everybody. */
const HOUSEHOLDS_AT_ONCE = 500;

/** One part of a simulation: the classes some reviewed households would have under another standard. */
export async function simulateStandard(db: Db, wanted: SimulationWanted): Outcome<SimulationPart> {
  const ground = await findGround(db, wanted);
  if (!ground.ok) return ground;
  const { path, target } = ground.value;
  const scope = { path, year: wanted.year, from: null, localStandardIds: localStandardIds() };
  const reviews = await listReviewsToSimulate(db, {
    ...scope,
    after: wanted.after,
    limit: HOUSEHOLDS_AT_ONCE,
  });
  const counts = new Map<string, SimulationPart['counts'][number]>();
  const notSimulated = new Map<string, SimulationPart['notSimulated'][number]>();
  for (const review of reviews) {
    const simulated = simulate(review, target);
    if (simulated.kind === 'notSimulated') {
      const { from, reason } = simulated;
      const line = notSimulated.get(`${from} ${reason}`) ?? { from, reason, households: 0 };
      notSimulated.set(`${from} ${reason}`, { ...line, households: line.households + 1 });
      continue;
    }
    const { from, to } = simulated;
    const line = counts.get(`${from} ${to}`) ?? { from, to, households: 0, persons: 0 };
    counts.set(`${from} ${to}`, {
      ...line,
      households: line.households + 1,
      persons: line.persons + review.persons,
    });
  }
  const { standard } = target;
  return ok({
    standard: {
      id: standard.id,
      title: standard.title,
      draft: standard.status === 'draft',
      local: standard.scope.kind === 'local',
    },
    counts: [...counts.values()],
    notSimulated: [...notSimulated.values()],
    done: reviews.length,
    total: wanted.after === null ? await countReviewsToSimulate(db, scope) : null,
    next: nextOf(reviews, HOUSEHOLDS_AT_ONCE),
  });
}

export interface ChangeWanted extends SimulationWanted {
  readonly from: HouseholdClass;
  readonly to: HouseholdClass;
  readonly language: Language;
}

const LISTED_AT_ONCE = 25;
/** A page looks at so many households at most before it lets the reader go on. */
const MOST_SCANNED = 2_000;

/** The households that would go from one class to another, with why; a page of them. */
export async function listSimulatedChange(db: Db, wanted: ChangeWanted): Outcome<SimulatedHouseholds> {
  const ground = await findGround(db, wanted);
  if (!ground.ok) return ground;
  const { path, target } = ground.value;
  const found: { review: ReviewToSimulate; why: string }[] = [];
  let after = wanted.after;
  for (let scanned = 0; scanned < MOST_SCANNED; scanned += HOUSEHOLDS_AT_ONCE) {
    const reviews = await listReviewsToSimulate(db, {
      path,
      year: wanted.year,
      from: wanted.from,
      localStandardIds: localStandardIds(),
      after,
      limit: HOUSEHOLDS_AT_ONCE,
    });
    after = nextOf(reviews, HOUSEHOLDS_AT_ONCE);
    for (const review of reviews) {
      const simulated = simulate(review, target);
      if (simulated.kind !== 'simulated' || simulated.to !== wanted.to) continue;
      found.push({ review, why: simulatedReason(target, simulated.classification, wanted.language) });
      if (found.length < LISTED_AT_ONCE) continue;
      after = review.key === reviews.at(-1)?.key ? after : review.key;
      return ok(await named(db, found, { to: wanted.to, next: after }));
    }
    if (after === null) break;
  }
  return ok(await named(db, found, { to: wanted.to, next: after }));
}

async function named(
  db: Db,
  found: readonly { review: ReviewToSimulate; why: string }[],
  { to, next }: { to: HouseholdClass; next: string | null },
): Promise<SimulatedHouseholds> {
  const names = await nameHouseholds(
    db,
    found.map(({ review }) => review.id),
  );
  const households = found.flatMap(({ review, why }) => {
    const household = names.get(review.id);
    return household === undefined
      ? []
      : [{ ...household, persons: review.persons, from: review.class, to, why }];
  });
  return { households, next };
}

async function findGround(
  db: Db,
  { unitId, standardId, areas, today }: SimulationWanted,
): Outcome<{ path: string; target: CompiledStandard }> {
  const target = findPovertyStandard(standardId);
  if (target === undefined) return refuse('standard.unknown-standard', { standard: standardId });
  const path = await findUnitPath(db, unitId, today);
  if (path === undefined) return refuse('shared.not-found');
  if (areas !== null && !isInside(areas, path)) return refuse('shared.outside-area');
  return ok({ path, target });
}

const nextOf = (reviews: readonly ReviewToSimulate[], limit: number): string | null =>
  reviews.length < limit ? null : (reviews.at(-1)?.key ?? null);

function simulate(review: ReviewToSimulate, to: CompiledStandard): Simulated {
  const from = findPovertyStandard(review.standardId);
  if (from === undefined) return { kind: 'notSimulated', from: review.class, reason: 'noAnswers' };
  return simulateHousehold(reviewedHousehold(review), { from, to });
}

/** Frozen answers where there are some; otherwise the totals a list brought. */
function reviewedHousehold(review: ReviewToSimulate): ReviewedHousehold {
  const { facts, evidence, areaType, incomeScore, deprivationScore, deprivations } = review;
  if (facts !== null && evidence !== null) return { class: review.class, facts, evidence };
  if (areaType === null || (incomeScore === null && deprivationScore === null))
    return { class: review.class, facts: null, evidence: { kind: 'none' } };
  const ticked = deprivations === null || /^[?-]*$/u.test(deprivations) ? null : deprivations;
  return {
    class: review.class,
    evidence: { kind: 'signedForm', incomeScore, deprivationScore, deprivations: ticked, form: null },
    facts: unknownFacts(areaType, '1900-01-01'),
  };
}
