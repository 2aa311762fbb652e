import type { ReviewOfHousehold } from '@benvung/contract/household';
import type { HouseholdFacts, MemberFacts } from '@benvung/domain/household/household-facts';
import { sensitiveFieldOf } from '@benvung/domain/household/sensitive-fields';
import { unknownFacts } from '@benvung/domain/household/unknown-facts';
import { startUpper } from '@benvung/domain/shared/phrase';
import type { Language } from '@benvung/domain/shared/text';
import { CLASS_LABELS } from '@benvung/domain/standard/class-labels';
import { evidenceUnder } from '@benvung/domain/standard/evidence-under';
import type { ReviewEvidence } from '@benvung/domain/standard/review-evidence';
import type { Scorecard } from '@benvung/domain/standard/scorecard';
import type { HouseholdReview } from '../review/review.public.ts';
import {
  explainReview,
  findPovertyStandard,
  isLocalStandard,
  type ReviewExplanation,
} from '../standard/standard.public.ts';
import { answerSections } from './answer-sections.ts';
import type { ReviewFacts } from './review-facts.store.ts';
import { unverifiedText } from './unverified-text.ts';

type Frozen = Pick<ReviewFacts, 'evidence'> & { readonly facts: HouseholdFacts | null };
type Line = ReviewOfHousehold['explanation'][number];

interface ReviewToShow {
  readonly review: HouseholdReview;
  readonly frozen: Frozen | undefined;
  /** The card its points were counted with, when one is named and known. */
  readonly scorecard: Scorecard | undefined;
  readonly place: ReviewOfHousehold['place'];
}

/** What a household answered in a year, the class that followed, and why. */
export function reviewOfHousehold(shown: ReviewToShow, language: Language): ReviewOfHousehold {
  const { record, standardHash } = shown.review;
  const evidence = formUnder(shown, shown.frozen?.evidence) ?? evidenceOf(shown);
  const facts = shown.frozen?.facts ?? null;
  const explained = record.closing === null ? undefined : explain(shown, { facts, evidence }, language);
  const closing = record.closing;
  return {
    roundId: record.roundId,
    version: record.version,
    roundStatus: shown.review.round.status,
    result:
      closing === null
        ? null
        : {
            persons: closing.persons,
            flags: { ...closing.flags },
            causes: closing.causes.filter((cause) => cause !== 'illness'),
            wishes: [...closing.wishes],
          },
    year: record.year,
    standard: record.standardId,
    local: isLocalStandard(record.standardId),
    standardHash,
    class: closing?.class ?? null,
    computedClass: record.computedClass,
    overrideReason: record.overrideReason,
    state: record.stage === 'recognised' ? 'official' : 'provisional',
    incomeScore: record.incomeScore,
    deprivationScore: record.deprivationScore,
    unknownCount: closing === null ? 0 : [...closing.deprivations].filter((letter) => letter === '?').length,
    areaType: closing?.areaType ?? facts?.areaType ?? null,
    unverified: marksOf(shown, explained, language),
    explanation: closing === null ? [] : linesOf(shown, { explained, evidence }, language),
    whatWouldChange: [...(explained?.whatWouldChange ?? [])],
    place: shown.place,
    answers: answerSections({ facts, evidence }, language),
  };
}

function explain(
  { review: { record, standardHash } }: ReviewToShow,
  { facts, evidence }: Frozen,
  language: Language,
): ReviewExplanation | undefined {
  if (facts === null && evidence.kind === 'none') return undefined;
  const known = facts ?? { ...NOTHING_ASKED, areaType: record.closing?.areaType ?? 'rural' };
  const review = {
    standardId: record.standardId,
    facts: known,
    evidence,
    standardHash: standardHash || undefined,
  };
  return explainReview(review, language) ?? explainReview({ ...review, standardHash: undefined }, language);
}

/** The form is the nation's; under a local standard its ticks go by the indicator. */
function formUnder(
  { review: { record, round } }: ReviewToShow,
  evidence: ReviewEvidence | undefined,
): ReviewEvidence | undefined {
  if (evidence === undefined || record.standardId === round.standardId) return evidence;
  const [from, to] = [findPovertyStandard(round.standardId), findPovertyStandard(record.standardId)];
  return from === undefined || to === undefined
    ? evidence
    : evidenceUnder(evidence, from.standard, to.standard);
}

/** What a result without answers rests on: the totals that came with it. */
function evidenceOf({ review: { record }, scorecard }: ReviewToShow): ReviewEvidence {
  const { incomeScore, deprivationScore, closing, evidence } = record;
  if (evidence === 'scored')
    return {
      kind: 'scored',
      incomeScore,
      scorecard: scorecard === undefined ? null : { id: scorecard.id, status: scorecard.status },
    };
  if (evidence === 'quickScreen')
    return {
      kind: 'quickScreen',
      outcome: closing?.class === 'NOT_POOR' ? 'screenedOut' : 'screenedIn',
      form: null,
    };
  if (incomeScore === null && deprivationScore === null) return { kind: 'none' };
  const ticked = closing === null || /^\?*$/u.test(closing.deprivations) ? null : closing.deprivations;
  return { kind: 'signedForm', incomeScore, deprivationScore, deprivations: ticked, form: null };
}

function marksOf(
  { review: { record }, scorecard }: ReviewToShow,
  explained: ReviewExplanation | undefined,
  language: Language,
): string[] {
  if (explained !== undefined && explained.unverified.length > 0) return [...explained.unverified];
  return record.verified || record.closing === null ? [] : [unverifiedText(scorecard?.status, language)];
}

interface Explained {
  readonly explained: ReviewExplanation | undefined;
  readonly evidence: ReviewEvidence;
}

function linesOf(shown: ReviewToShow, { explained }: Explained, language: Language): Line[] {
  const { record } = shown.review;
  const lines = explained === undefined ? [listedLine(shown, language)] : openLines(explained);
  if (explained === undefined || explained.classification.class === record.closing?.class) return lines;
  return [decidedLine(shown, language), ...lines];
}

/** A line about a sensitive indicator names nobody: nor do the answers it points at. */
function openLines({ explanation, classification }: ReviewExplanation): Line[] {
  const sensitive = new Set(
    classification.indicators.flatMap(({ indicator }) => (indicator.sensitive ? [indicator.code] : [])),
  );
  return explanation.map(({ kind, indicator, state, text, answers, source }) => ({
    kind,
    indicator,
    state,
    text,
    source,
    answers: answers.filter((key) => {
      const [of, , answer] = key.split('.');
      if (of !== 'member') return true;
      if (indicator !== null && sensitive.has(indicator)) return false;
      return sensitiveFieldOf(answer as keyof MemberFacts) === undefined;
    }),
  }));
}

const plainLine = (text: string, source: string): Line => ({
  kind: 'class',
  indicator: null,
  state: null,
  text,
  answers: [],
  source,
});

function listedLine({ review: { record } }: ReviewToShow, language: Language): Line {
  const vi = language === 'vi';
  const label = classLabel(record.closing?.class, language);
  return plainLine(
    vi
      ? `${label} (${record.standardId}): lấy từ danh sách kết quả; không có câu trả lời và điểm để tính lại.`
      : `${label} (${record.standardId}): taken from the list of results; there are no answers or scores to compute it from.`,
    record.decisionNumber ?? (vi ? 'danh sách đã nhập' : 'the list that was loaded'),
  );
}

function decidedLine({ review: { record } }: ReviewToShow, language: Language): Line {
  const label = classLabel(record.closing?.class, language);
  return plainLine(
    language === 'vi'
      ? `Kết quả được giữ là ${label.toLocaleLowerCase('vi')}, khác với kết quả tính từ câu trả lời.`
      : `The class kept is ${label.toLowerCase()}, other than what follows from the answers.`,
    record.decisionNumber ?? '',
  );
}

const classLabel = (of: keyof typeof CLASS_LABELS | undefined, language: Language): string =>
  of === undefined ? '?' : startUpper(CLASS_LABELS[of][language]);

const NOTHING_ASKED: HouseholdFacts = unknownFacts('rural', '1900-01-01');
