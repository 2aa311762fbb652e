import type { HouseholdFacts } from '../household/household-facts.ts';
import type { Classification, ClassifiedIndicator } from './classification.ts';
import { marksOf } from './classification-marks.ts';
import { type CompiledIndicator, compileIndicator } from './compile-indicator.ts';
import { compileCount, knownOf, unknownOf } from './count-deprivations.ts';
import { type ClassCode, classOf, decideByDeprivations, decideByIncome } from './decide-class.ts';
import { DEPRIVATION_LETTERS, type DeprivationPattern, type DeprivationState } from './household-class.ts';
import {
  INCOME_POSITIONS,
  type IncomePosition,
  incomeBasis,
  incomePosition,
  scoreOf,
} from './income-position.ts';
import type { PovertyStandard } from './poverty-standard.ts';
import type { ReviewEvidence } from './review-evidence.ts';
import { stateOf } from './state-code.ts';

export interface CompiledStandard {
  readonly standard: PovertyStandard;
  readonly hash: string;
  classify(facts: HouseholdFacts, evidence: ReviewEvidence): Classification;
  /** The classes alone, as places in `HOUSEHOLD_CLASSES`: the same rules without the evidence. */
  classifyBatch(facts: readonly HouseholdFacts[], evidence: readonly ReviewEvidence[]): Uint8Array;
}

interface DeprivationCount {
  readonly known: number;
  readonly unknown: number;
}

export function compileStandard(standard: PovertyStandard, hash: string): CompiledStandard {
  const engine: Engine = { standard, hash, indicators: standard.indicators.map(compileIndicator) };
  const classCode = compileClassCode(standard);
  return {
    standard,
    hash,
    classify: (facts, evidence) => classify(engine, facts, evidence),
    classifyBatch: (facts, evidence) => {
      const classes = new Uint8Array(facts.length);
      for (let at = 0; at < facts.length; at += 1)
        classes[at] = classCode(facts[at] as HouseholdFacts, evidence[at] as ReviewEvidence);
      return classes;
    },
  };
}

/** The classes alone, without evidence and without allocation. */
function compileClassCode(
  standard: PovertyStandard,
): (facts: HouseholdFacts, evidence: ReviewEvidence) => ClassCode {
  const count = compileCount(
    standard.indicators.map(({ rule }) => rule),
    standard.povertyCutoffK,
  );
  return (facts, evidence) => {
    const byIncome = decideByIncome(standard, facts, incomePosition(standard, facts, evidence));
    if (byIncome !== undefined) return byIncome;
    if (evidence.kind === 'signedForm') {
      const form = formCount(standard, evidence);
      if (form !== undefined) return decideByDeprivations(standard, form.known, form.unknown);
    }
    const counted = count(facts);
    return decideByDeprivations(standard, knownOf(counted), unknownOf(counted));
  };
}

/** What a signed form says of the deprivations; undefined when it, or any form, leaves them to the answers. */
function formCount(standard: PovertyStandard, evidence: ReviewEvidence): DeprivationCount | undefined {
  if (evidence.kind !== 'signedForm') return undefined;
  if (evidence.deprivationScore !== null)
    return { known: Math.floor(evidence.deprivationScore / standard.pointsPerIndicator), unknown: 0 };
  return evidence.deprivations === null ? undefined : countPattern(evidence.deprivations);
}

export function countPattern(pattern: DeprivationPattern): DeprivationCount {
  let known = 0;
  let unknown = 0;
  for (const letter of pattern) {
    if (letter === DEPRIVATION_LETTERS.deprived) known += 1;
    else if (letter === DEPRIVATION_LETTERS.unknown) unknown += 1;
  }
  return { known, unknown };
}

interface Engine {
  readonly standard: PovertyStandard;
  readonly hash: string;
  readonly indicators: readonly CompiledIndicator[];
}

function classify(engine: Engine, facts: HouseholdFacts, evidence: ReviewEvidence): Classification {
  const { standard, hash } = engine;
  const position = incomePosition(standard, facts, evidence);
  const indicators = judgeIndicators(engine, facts, evidence);
  const deprivations = indicators.map(({ state }) => DEPRIVATION_LETTERS[state]).join('');
  const { known, unknown } = formCount(standard, evidence) ?? countPattern(deprivations);
  const formScore = evidence.kind === 'signedForm' ? evidence.deprivationScore : null;
  const code = decideByIncome(standard, facts, position) ?? decideByDeprivations(standard, known, unknown);
  const verdict = {
    standardId: standard.id,
    standardHash: hash,
    areaType: facts.areaType,
    class: classOf(code),
    incomePosition: INCOME_POSITIONS[position] as IncomePosition,
    incomeBasis: incomeBasis(standard, facts, evidence),
    incomeScore: scoreOf(evidence),
    monthlyIncomePerPerson: facts.monthlyIncomePerPerson,
    deprivationScore: formScore ?? known * standard.pointsPerIndicator,
    deprivationScoreAtMost: formScore ?? (known + unknown) * standard.pointsPerIndicator,
    deprivedCount: known,
    unknownCount: unknown,
    deprivations,
    indicators,
    evidence,
  };
  const marks = marksOf(standard, verdict);
  const blocked = marks.some((mark) => mark.blocksRecognition) || verdict.class === 'UNDETERMINED';
  return { ...verdict, marks, canBeRecognised: !blocked };
}

/** Ticks of a signed form count before the answers; the answers still say what they can of the rest. */
function judgeIndicators(
  { indicators }: Engine,
  facts: HouseholdFacts,
  evidence: ReviewEvidence,
): ClassifiedIndicator[] {
  const ticks = evidence.kind === 'signedForm' ? evidence.deprivations : null;
  return indicators.map((compiled, at) => {
    const { indicator } = compiled;
    const tick = ticks?.[at];
    if (tick !== undefined)
      return { indicator, state: stateOfLetter(tick), answers: ['form.deprivations'], members: [] };
    const { state, answers, members } = compiled.judge(facts);
    return { indicator, state: stateOf(state), answers, members };
  });
}

const STATES_BY_LETTER = new Map<string, DeprivationState>(
  Object.entries(DEPRIVATION_LETTERS).map(([state, letter]) => [letter, state as DeprivationState]),
);
const stateOfLetter = (letter: string): DeprivationState => STATES_BY_LETTER.get(letter) ?? 'unknown';
