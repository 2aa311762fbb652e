import { groupBy } from '../../shared/group-by.ts';
import { metresBetween, minutesBetween } from './household-checks.ts';
import {
  dayOf,
  QUALITY_CHECKS,
  type QualityFinding,
  type QualityGround,
  type SurveyedHousehold,
  type Verdict,
} from './quality-check.ts';

const { tooManyInDay, samePlace, sameAnswers, scoresBunch, deprivationsAtCutOff } = QUALITY_CHECKS;

/** What a rule about households beside each other says of each, by household. */
export type Verdicts = ReadonlyMap<string, Verdict>;

type Timed = SurveyedHousehold & {
  readonly enumerator: string;
  readonly startedAt: string;
  readonly endedAt: string;
};
const isTimed = (one: SurveyedHousehold): one is Timed =>
  one.enumerator !== null && one.startedAt !== null && one.endedAt !== null;

/** Nobody sits in two houses at once. */
export function overlappingInterviews(households: readonly SurveyedHousehold[]): Verdicts {
  const verdicts = new Map<string, Verdict>(households.map(({ householdId }) => [householdId, 'noData']));
  for (const own of groupBy(households.filter(isTimed), ({ enumerator }) => enumerator).values()) {
    const ordered = [...own].sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
    for (const { householdId } of ordered) verdicts.set(householdId, 'fine');
    let [latest] = ordered;
    for (const next of ordered.slice(1)) {
      if (latest !== undefined && minutesBetween(next.startedAt, latest.endedAt) > 0)
        for (const { householdId } of [latest, next])
          verdicts.set(householdId, { startedAt: next.startedAt });
      if (latest === undefined || next.endedAt > latest.endedAt) latest = next;
    }
  }
  return verdicts;
}

const CELL_DEGREES = 0.0005;

/** Several households asked from one spot: forms filled in at a table. */
export function interviewsAtOnePlace(households: readonly SurveyedHousehold[]): Verdicts {
  const verdicts = new Map<string, Verdict>(households.map(({ householdId }) => [householdId, 'noData']));
  const placed = households.filter(({ place }) => place !== null);
  const cellOf = (degrees: number) => Math.floor(degrees / CELL_DEGREES);
  const cells = groupBy(placed, ({ place }) => `${cellOf(place!.latitude)} ${cellOf(place!.longitude)}`);
  for (const one of placed) {
    const [row, column] = [cellOf(one.place!.latitude), cellOf(one.place!.longitude)];
    const near = [-1, 0, 1]
      .flatMap((down) => [-1, 0, 1].map((right) => cells.get(`${row + down} ${column + right}`) ?? []))
      .flat()
      .filter(
        (other) =>
          other.enumerator === one.enumerator &&
          metresBetween(one.place!, other.place!) <= samePlace.limits.metres,
      ).length;
    verdicts.set(one.householdId, near >= samePlace.limits.households ? { households: near } : 'fine');
  }
  return verdicts;
}

/** Several households of a village with every answer the same. */
export function copiedAnswers(households: readonly SurveyedHousehold[]): Verdicts {
  const usable = ({ fingerprint, answers }: SurveyedHousehold) =>
    fingerprint !== null && (answers ?? 0) >= sameAnswers.limits.answers;
  const verdicts = new Map<string, Verdict>(
    households.map((one) => [one.householdId, usable(one) ? 'fine' : 'noData']),
  );
  const alike = groupBy(
    households.filter(usable),
    ({ villageId, fingerprint }) => `${villageId} ${fingerprint}`,
  );
  for (const group of alike.values())
    if (group.length >= sameAnswers.limits.households)
      for (const { householdId } of group) verdicts.set(householdId, { households: group.length });
  return verdicts;
}

/** More interviews in a day than a day holds: one finding for the enumerator and the day. */
export function busyDays(households: readonly SurveyedHousehold[]): QualityFinding[] {
  const days = groupBy(
    households.filter(isTimed),
    ({ enumerator, startedAt }) => `${enumerator} ${dayOf(startedAt)}`,
  );
  return [...days].flatMap(([subject, own]) => {
    const [first] = own;
    return first === undefined || own.length <= tooManyInDay.limits.interviews
      ? []
      : [
          {
            check: 'tooManyInDay' as const,
            subject,
            villageId: first.villageId,
            householdId: null,
            enumerator: first.enumerator,
            facts: { day: dayOf(first.startedAt), interviews: own.length },
          },
        ];
  });
}

/** Scores of a village that crowd on one side of the line that decides. */
export function bunchingOfScores(
  ofVillage: readonly SurveyedHousehold[],
  { scoreCutOff: cutOff }: QualityGround,
): Verdict {
  const scores = ofVillage.flatMap(({ incomeScore }) => (incomeScore === null ? [] : [incomeScore]));
  const { households, points, percent } = scoresBunch.limits;
  if (cutOff === null || scores.length < households) return 'noData';
  const below = scores.filter((score) => score > cutOff - points && score <= cutOff).length;
  const above = scores.filter((score) => score > cutOff && score <= cutOff + points).length;
  const crowded = Math.max(below, above);
  // Near the line there must be a crowd, and nearly all of it on one side.
  return crowded * 2 >= households && crowded * 100 >= percent * (below + above)
    ? { cutOff, below, above }
    : 'fine';
}

/** Deprivation scores of a village that are just what is needed. */
export function deprivationsAtCutOffOf(
  ofVillage: readonly SurveyedHousehold[],
  { scoreCutOff, deprivationCutOff: cutOff }: QualityGround,
): Verdict {
  if (cutOff === null || scoreCutOff === null) return 'noData';
  const scores = ofVillage.flatMap(({ incomeScore, deprivationScore }) =>
    incomeScore !== null && incomeScore <= scoreCutOff && deprivationScore !== null ? [deprivationScore] : [],
  );
  const { households, percent } = deprivationsAtCutOff.limits;
  if (scores.length < households) return 'noData';
  const just = scores.filter((score) => score === cutOff).length;
  return just * 100 >= percent * scores.length ? { cutOff, just, scored: scores.length } : 'fine';
}
