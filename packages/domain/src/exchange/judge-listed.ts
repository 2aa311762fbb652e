import { deriveFlags } from '../household/derive-flags.ts';
import type { AreaType, HouseholdFacts } from '../household/household-facts.ts';
import { countDeprivations } from '../review/counters.ts';
import type { ClosingState, HouseholdFlags, ReviewStage } from '../review/review-record.ts';
import {
  type ReviewedUnder,
  type RoundStandards,
  reviewUnderStandards,
} from '../review/review-under-standards.ts';
import { countChildren } from '../review/shared-closing.ts';
import type { CompiledStandard } from '../standard/compile-standard.ts';
import { haveSameIndicators, patternUnder } from '../standard/evidence-under.ts';
import type { DeprivationPattern, HouseholdClass } from '../standard/household-class.ts';
import { atLeastNational, isBelowNational } from '../standard/local-class.ts';
import type { ReviewEvidence, ScorecardMark } from '../standard/review-evidence.ts';
import type { LocalGroups } from '../territory/local-groups.ts';
import type { ListedHousehold } from './listed-household.ts';

export interface JudgeContext {
  /** Those of the commune's round. */
  readonly standards: RoundStandards;
  /** Of the commune on the reference day; a list that names another area type keeps its own. */
  readonly areaType: AreaType;
  readonly referenceDay: string;
  /** What the catalogue says of the commune on the reference day; undefined where nobody lists local groups. */
  readonly localGroups: LocalGroups | undefined;
  scorecard(id: string): ScorecardMark;
}

/** What a listed household comes to under a standard: the class of the list is final, the computed one beside it. */
export interface JudgedHousehold {
  readonly facts: HouseholdFacts;
  readonly evidence: ReviewEvidence;
  readonly computedClass: HouseholdClass | null;
  /** `null` for a household that is gone, or only on the list so far. */
  readonly closing: Omit<ClosingState, 'villageId'> | null;
  /** The list's class and the computed one, when they differ. */
  readonly difference: { readonly listed: HouseholdClass; readonly computed: HouseholdClass } | null;
  readonly stage: ReviewStage;
  readonly verified: boolean;
  /** What it comes to under the local standard of its round; null where there is none. */
  readonly local: JudgedLocal | null;
}

export interface JudgedLocal
  extends Pick<JudgedHousehold, 'computedClass' | 'closing' | 'difference' | 'stage' | 'verified'> {
  readonly standardId: string;
  /** Points B under it. */
  readonly deprivationScore: number | null;
  /** The class the list tells is below the national one. */
  readonly isBelow: boolean;
}

export function judgeListed(listed: ListedHousehold, context: JudgeContext): JudgedHousehold {
  const { review } = listed;
  const facts = factsOf(listed, context);
  const evidence = evidenceOf(listed, context);
  const gone = review.goneReason !== null;
  const told = { national: gone ? null : review.class, local: gone ? null : (review.local?.class ?? null) };
  const [national, local] = reviewUnderStandards(context.standards, { facts, evidence, told });
  const computedClass = review.computedClass ?? national.computedClass;
  const judged = told.national ?? (isSurveyed(listed) ? computedClass : null);
  const verified = review.verified ?? national.verified;
  const closing =
    judged === null
      ? null
      : closingOf(listed, context, facts, {
          class: judged,
          deprivations: national.classification.deprivations,
        });
  const stage = stageOf(listed, judged, verified);
  return {
    facts,
    evidence,
    computedClass,
    closing,
    difference: differenceOf(told.national, computedClass),
    stage,
    verified,
    local:
      local === undefined
        ? null
        : judgeLocal(listed, local, { closing, stage, national: context.standards.national }),
  };
}

function differenceOf(
  listed: HouseholdClass | null,
  computed: HouseholdClass | null,
): JudgedHousehold['difference'] {
  if (listed === null || computed === null || computed === 'UNDETERMINED' || computed === listed) return null;
  return { listed, computed };
}

interface JudgedNationally extends Pick<JudgedHousehold, 'closing' | 'stage'> {
  readonly national: CompiledStandard;
}

/** The same household under the local standard: what the list says of it, otherwise what follows from the facts. */
function judgeLocal(
  { review }: ListedHousehold,
  under: ReviewedUnder,
  { closing, stage, national }: JudgedNationally,
): JudgedLocal {
  const { local } = review;
  const { standard } = under.standard;
  const of =
    closing === null ? null : (local?.class ?? atLeastNational(closing.class, under.class ?? 'UNDETERMINED'));
  const computedClass = local?.computedClass ?? under.computedClass;
  const verified = local?.verified ?? review.verified ?? under.verified;
  const blocked = of === 'UNDETERMINED' || !verified;
  const deprivations = patternOf(review, under, national);
  return {
    standardId: standard.id,
    computedClass,
    closing:
      closing === null || of === null
        ? null
        : {
            ...closing,
            class: of,
            deprivations,
            oncePoor: local?.oncePoor ?? false,
            onceNearPoor: local?.onceNearPoor ?? false,
          },
    difference: differenceOf(local?.class ?? null, computedClass),
    stage: local?.stage ?? (stage === 'recognised' && blocked ? 'scored' : stage),
    verified,
    deprivationScore: haveSameIndicators(national.standard, standard)
      ? review.deprivationScore
      : countDeprivations(deprivations) * standard.pointsPerIndicator,
    isBelow: closing !== null && of !== null && isBelowNational(closing.class, of),
  };
}

function patternOf(
  { local, deprivations }: ListedHousehold['review'],
  { standard: { standard }, classification }: ReviewedUnder,
  national: CompiledStandard,
): DeprivationPattern {
  if (local?.deprivations?.length === standard.indicators.length) return local.deprivations;
  if (deprivations === null) return classification.deprivations;
  return patternUnder(deprivations, national.standard, standard);
}

/** A list without a class may still carry what a class is computed from. */
const isSurveyed = ({ review }: ListedHousehold): boolean =>
  review.goneReason === null &&
  (review.incomeScore !== null || review.deprivationScore !== null || review.deprivations !== null);

function factsOf(listed: ListedHousehold, { areaType, referenceDay }: JudgeContext): HouseholdFacts {
  return {
    ...listed.facts,
    areaType: listed.facts.areaType ?? areaType,
    surveyDay: listed.facts.surveyDay ?? referenceDay,
    members: listed.members,
  };
}

function evidenceOf({ review }: ListedHousehold, { scorecard }: JudgeContext): ReviewEvidence {
  const { incomeScore, deprivationScore, deprivations } = review;
  if (review.evidence === 'scored')
    return {
      kind: 'scored',
      incomeScore,
      scorecard: review.scorecardId === null ? null : scorecard(review.scorecardId),
    };
  if (review.evidence === 'quickScreen')
    return {
      kind: 'quickScreen',
      outcome: review.class === 'NOT_POOR' ? 'screenedOut' : 'screenedIn',
      form: review.decisionNumber,
    };
  if (incomeScore === null && deprivationScore === null && deprivations === null) return { kind: 'none' };
  return { kind: 'signedForm', incomeScore, deprivationScore, deprivations, form: review.decisionNumber };
}

/** A list with a decision is recognised; one with classes alone is not yet. */
function stageOf({ review }: ListedHousehold, judged: HouseholdClass | null, verified: boolean): ReviewStage {
  if (review.stage !== null) return review.stage;
  if (judged === null) return review.goneReason === null ? 'listed' : 'surveyed';
  const recognised = review.decisionNumber !== null && verified && judged !== 'UNDETERMINED';
  return recognised ? 'recognised' : 'scored';
}

function closingOf(
  listed: ListedHousehold,
  { referenceDay, localGroups }: JudgeContext,
  facts: HouseholdFacts,
  found: { class: HouseholdClass; deprivations: DeprivationPattern },
): Omit<ClosingState, 'villageId'> {
  const { review, members } = listed;
  const counted = countChildren(members, facts.surveyDay);
  const derived = deriveFlags({ members, day: referenceDay, localGroups: [], lastExit: null });
  const flag = (name: keyof HouseholdFlags) => review.flags[name] ?? derived[name] ?? false;
  const headEthnicity =
    review.headEthnicity ?? members.find((each) => each.relation === 'head')?.ethnicity ?? null;
  return {
    class: found.class,
    persons: listed.persons ?? members.length,
    areaType: facts.areaType,
    deprivations: review.deprivations ?? found.deprivations,
    headEthnicity,
    flags: {
      minority: flag('minority'),
      localMinority: isLocalMinority(review.flags.localMinority ?? null, { headEthnicity, localGroups }),
      noLabourCapacity: flag('noLabourCapacity'),
      merit: flag('merit'),
      femaleHead: flag('femaleHead'),
      socialAssistance: flag('socialAssistance'),
      recentlyExited: flag('recentlyExited'),
    },
    causes: facts.causes,
    wishes: facts.wishes,
    children: review.children ?? counted.children,
    childrenDeprivedOfHealth: review.childrenDeprivedOfHealth ?? counted.health,
    childrenDeprivedOfEducation: review.childrenDeprivedOfEducation ?? counted.education,
    oncePoor: review.oncePoor ?? false,
    onceNearPoor: review.onceNearPoor ?? false,
  };
}

/** A list the province loaded is certain; general knowledge only fills what the file leaves open. */
function isLocalMinority(
  told: boolean | null,
  {
    headEthnicity,
    localGroups,
  }: Pick<JudgeContext, 'localGroups'> & { readonly headEthnicity: string | null },
): boolean {
  const listed =
    localGroups === undefined || headEthnicity === null ? null : localGroups.groups.includes(headEthnicity);
  return (localGroups?.verified === true ? (listed ?? told) : (told ?? listed)) ?? false;
}
