import type { Day } from '../../shared/day.ts';
import type { HouseholdClass } from '../../standard/household-class.ts';

/**
 * The usual high-frequency checks of a survey, as data: what each looks at and from where on it tells. A sign is a
 * question to be answered, never a verdict. A check that lacks its facts says so and is counted, it does not pass.
 */
export const QUALITY_CHECKS = {
  tooShort: { of: 'household', limits: { minutes: 10 } },
  oddHour: { of: 'household', limits: { fromMinute: 5 * 60, toMinute: 21 * 60 + 30 } },
  overlapping: { of: 'household', limits: {} },
  tooManyInDay: { of: 'enumerator', limits: { interviews: 15 } },
  farFromHouse: { of: 'household', limits: { metres: 500 } },
  samePlace: { of: 'household', limits: { households: 3, metres: 15 } },
  sameAnswers: { of: 'household', limits: { households: 3, answers: 10 } },
  manyUnknown: { of: 'household', limits: { answers: 10, percent: 15 } },
  conflictingAnswers: { of: 'household', limits: {} },
  decidedOtherwise: { of: 'household', limits: {} },
  changedAfterMeeting: { of: 'household', limits: {} },
  scoreJump: { of: 'household', limits: { points: 60 } },
  rosterShrunk: { of: 'household', limits: { persons: 2 } },
  notByAssigned: { of: 'household', limits: {} },
  scoresBunch: { of: 'village', limits: { households: 10, points: 10, percent: 80 } },
  deprivationsAtCutOff: { of: 'village', limits: { households: 10, percent: 60 } },
} as const satisfies Record<string, QualityCheck>;

interface QualityCheck {
  /** What a finding is about. */
  readonly of: 'household' | 'enumerator' | 'village';
  readonly limits: Readonly<Record<string, number>>;
}

export type QualityCheckCode = keyof typeof QUALITY_CHECKS;
export const QUALITY_CHECK_CODES = Object.keys(QUALITY_CHECKS) as readonly QualityCheckCode[];

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** What is known of one surveyed household of a round; `null` is not known. */
export interface SurveyedHousehold {
  readonly householdId: string;
  readonly villageId: number;
  /** Who asked, and who was to ask: an account's id, or a name. */
  readonly enumerator: string | null;
  readonly assigned: string | null;
  /** `YYYY-MM-DDTHH:mm` in Việt Nam. */
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly place: Point | null;
  readonly house: Point | null;
  /** The same for the same answers about the household, those carried from the register left out. */
  readonly fingerprint: string | null;
  readonly answers: number | null;
  readonly unknown: number | null;
  /** Answers that do not agree, or do not agree with the paper; null: no answers were typed. */
  readonly conflicts: number | null;
  readonly persons: number | null;
  readonly personsBefore: number | null;
  readonly incomeScore: number | null;
  readonly incomeScoreBefore: number | null;
  readonly deprivationScore: number | null;
  readonly class: HouseholdClass | null;
  readonly computed: HouseholdClass | null;
  /** What the village meeting agreed on; null: it has not met on it. */
  readonly agreed: HouseholdClass | null;
}

export interface QualityGround {
  /** Income score at and below which a household is poor or near-poor; null where none is scored. */
  readonly scoreCutOff: number | null;
  readonly deprivationCutOff: number | null;
}

/** `fine`, `noData`, or what was found, in figures. */
export type Verdict = 'fine' | 'noData' | Readonly<Record<string, number | string>>;

export interface QualityFinding {
  readonly check: QualityCheckCode;
  /** The household, `enumerator day`, or the village: the same finding keeps it. */
  readonly subject: string;
  readonly villageId: number;
  readonly householdId: string | null;
  readonly enumerator: string | null;
  readonly facts: Readonly<Record<string, number | string>>;
}

/** The day part of a moment. */
export const dayOf = (moment: string): Day => moment.slice(0, 10);
