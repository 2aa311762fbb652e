import { daysBetween } from '../../shared/day.ts';
import {
  dayOf,
  type Point,
  QUALITY_CHECKS,
  type QualityCheckCode,
  type SurveyedHousehold,
  type Verdict,
} from './quality-check.ts';

type Rule = (household: SurveyedHousehold) => Verdict;

const MINUTES_OF_DAY = 24 * 60;
const minuteOfDay = (moment: string): number =>
  Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16));

/** Minutes from one moment to another; negative when the second is earlier. */
export const minutesBetween = (from: string, to: string): number =>
  daysBetween(dayOf(from), dayOf(to)) * MINUTES_OF_DAY + minuteOfDay(to) - minuteOfDay(from);

const EARTH_METRES = 6_371_000;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres between two points on the ground. */
export function metresBetween(one: Point, other: Point): number {
  const latitude = radians(other.latitude - one.latitude);
  const longitude = radians(other.longitude - one.longitude);
  const half =
    Math.sin(latitude / 2) ** 2 +
    Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(longitude / 2) ** 2;
  return Math.round(2 * EARTH_METRES * Math.asin(Math.sqrt(half)));
}

const { tooShort, oddHour, farFromHouse, manyUnknown, scoreJump, rosterShrunk } = QUALITY_CHECKS;

/** Rules about one household alone. */
export const HOUSEHOLD_RULES = {
  tooShort: ({ startedAt, endedAt }) => {
    if (startedAt === null || endedAt === null) return 'noData';
    const minutes = minutesBetween(startedAt, endedAt);
    return minutes < tooShort.limits.minutes ? { minutes } : 'fine';
  },
  oddHour: ({ startedAt }) => {
    if (startedAt === null) return 'noData';
    const minute = minuteOfDay(startedAt);
    const { fromMinute, toMinute } = oddHour.limits;
    return minute < fromMinute || minute >= toMinute ? { startedAt } : 'fine';
  },
  farFromHouse: ({ place, house }) => {
    if (place === null || house === null) return 'noData';
    const metres = metresBetween(place, house);
    return metres > farFromHouse.limits.metres ? { metres } : 'fine';
  },
  manyUnknown: ({ answers, unknown }) => {
    if (answers === null || unknown === null || answers < manyUnknown.limits.answers) return 'noData';
    return unknown * 100 > manyUnknown.limits.percent * answers ? { unknown, answers } : 'fine';
  },
  conflictingAnswers: ({ conflicts }) => {
    if (conflicts === null) return 'noData';
    return conflicts > 0 ? { conflicts } : 'fine';
  },
  decidedOtherwise: ({ class: decided, computed }) => {
    if (decided === null || computed === null || computed === 'UNDETERMINED') return 'noData';
    return decided === computed ? 'fine' : { computed, decided };
  },
  changedAfterMeeting: ({ class: decided, agreed }) => {
    // Before its meeting a household has nothing that could have been changed.
    if (agreed === null) return 'fine';
    return decided === agreed ? 'fine' : { agreed, decided: decided ?? 'UNDETERMINED' };
  },
  scoreJump: ({ incomeScore, incomeScoreBefore }) => {
    if (incomeScore === null || incomeScoreBefore === null) return 'noData';
    const points = Math.abs(incomeScore - incomeScoreBefore);
    return points >= scoreJump.limits.points ? { before: incomeScoreBefore, now: incomeScore } : 'fine';
  },
  rosterShrunk: ({ persons, personsBefore }) => {
    if (persons === null || personsBefore === null) return 'noData';
    return personsBefore - persons >= rosterShrunk.limits.persons
      ? { before: personsBefore, now: persons }
      : 'fine';
  },
  notByAssigned: ({ enumerator, assigned }) => {
    if (enumerator === null || assigned === null) return 'noData';
    return enumerator === assigned ? 'fine' : {};
  },
} as const satisfies Partial<Record<QualityCheckCode, Rule>>;
