import type { HouseholdFacts } from '@benvung/domain/household/household-facts';
import { compileStandard } from '@benvung/domain/standard/compile-standard';
import type { PovertyStandard } from '@benvung/domain/standard/poverty-standard';
import type { ReviewEvidence } from '@benvung/domain/standard/review-evidence';
import standard from '../packages/regulations/poverty-standard/VN-2022/1/standard.json';
import { handWrittenClassify } from './hand-written-classify.ts';
import { madeUpHouseholds, seededRandom } from './made-up-households.ts';
import { type BenchLine, type BenchOptions, milliseconds, times } from './measure.ts';
import { rulesEngineClassifier } from './rules-engine-classify.ts';

const BLOCK = 50_000;

interface Block {
  readonly facts: HouseholdFacts[];
  readonly scores: number[];
  readonly evidence: ReviewEvidence[];
}

function block(seed: number, size: number): Block {
  const facts = madeUpHouseholds(size, seed);
  const random = seededRandom(seed + 1);
  const scores = facts.map(() => Math.floor(random() * 200));
  const evidence = scores.map(
    (incomeScore): ReviewEvidence => ({
      kind: 'signedForm',
      incomeScore,
      deprivationScore: null,
      deprivations: null,
      form: null,
    }),
  );
  return { facts, scores, evidence };
}

/** Distinct households in blocks, the two ways taking turns on each block; both must give the same classes. */
export async function benchClassify(options: BenchOptions): Promise<BenchLine[]> {
  const compiled = compileStandard(standard as unknown as PovertyStandard, 'bench');
  let ours = 0;
  let byHand = 0;
  let done = 0;
  for (let seed = 0; done < options.households; seed += 2) {
    const size = Math.min(BLOCK, options.households - done);
    const { facts, scores, evidence } = block(seed, size);
    const expected = new Uint8Array(size);
    const runByHand = () => {
      const start = performance.now();
      for (let at = 0; at < size; at += 1)
        expected[at] = handWrittenClassify(facts[at] as HouseholdFacts, scores[at] as number);
      byHand += performance.now() - start;
    };
    const runOurs = () => {
      const start = performance.now();
      const classes = compiled.classifyBatch(facts, evidence);
      ours += performance.now() - start;
      return classes;
    };
    if (seed % 4 === 0) runByHand();
    const classes = runOurs();
    if (seed % 4 !== 0) runByHand();
    const different = classes.findIndex((each, at) => each !== expected[at]);
    if (different >= 0)
      throw new Error(
        `household ${different} of block ${seed}: ours ${classes[different]}, by hand ${expected[different]}`,
      );
    done += size;
  }

  const { facts, scores } = block(7, options.peerHouseholds);
  const classify = rulesEngineClassifier();
  const start = performance.now();
  for (const [at, each] of facts.entries()) await classify(each, scores[at] as number);
  const scaled = ((performance.now() - start) * options.households) / options.peerHouseholds;

  const households = options.households.toLocaleString('en');
  return [
    {
      what: `classify ${households} households ÷ a hand-written loop`,
      ours: milliseconds(ours),
      peer: milliseconds(byHand),
      figure: times(ours / byHand),
      aim: '≤ 1.5×',
      met: ours / byHand <= 1.5,
    },
    {
      what: `classify, json-rules-engine (${options.peerHouseholds.toLocaleString('en')} scaled) ÷ ours`,
      ours: milliseconds(ours),
      peer: milliseconds(scaled),
      figure: times(scaled / ours),
      aim: '≥ 20×',
      met: scaled / ours >= 20,
    },
  ];
}
