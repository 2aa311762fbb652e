import { unknownFacts } from '@benvung/domain/household/unknown-facts';
import type { Classification } from '@benvung/domain/standard/classification';
import type { CompiledStandard } from '@benvung/domain/standard/compile-standard';
import { explainClassification } from '@benvung/domain/standard/explain-classification';
import { findChanges } from '@benvung/domain/standard/find-changes';
import { DEPRIVATION_STATES, HOUSEHOLD_CLASSES } from '@benvung/domain/standard/household-class';
import type { SignedForm } from '@benvung/domain/standard/review-evidence';
import { whatWouldChange } from '@benvung/domain/standard/what-would-change';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyEvidence, anyFacts } from './household-facts.test-support.ts';
import { packageLibrary } from './read-package.test-support.ts';

const { standards } = packageLibrary;
const named = standards.map((compiled) => ({ id: compiled.standard.id, compiled }));

/** Smaller is poorer. */
const rank = (result: Classification) =>
  ['POOR', 'NEAR_POOR', 'AVERAGE_LIVING_STANDARD', 'NOT_POOR'].indexOf(result.class);

const form = (incomeScore: number, deprivations: string): SignedForm => ({
  kind: 'signedForm',
  incomeScore,
  deprivationScore: null,
  deprivations,
  form: null,
});

const nobody = unknownFacts('rural', '2023-10-15');

describe.each(named)('under $id', ({ compiled }: { compiled: CompiledStandard }) => {
  const { standard, classify, classifyBatch } = compiled;
  const size = standard.indicators.length;
  const pattern = fc
    .array(fc.constantFrom('1', '0', '-', '?'), { minLength: size, maxLength: size })
    .map((letters) => letters.join(''));
  const score = fc.integer({ min: 80, max: 200 });

  test('many households get the class each of them gets alone', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyFacts, anyEvidence), { minLength: 1, maxLength: 8 }), (households) => {
        const facts = households.map(([each]) => each);
        const evidence = households.map(([, each]) => each);
        const alone = households.map(([each, by]) => HOUSEHOLD_CLASSES.indexOf(classify(each, by).class));
        expect([...classifyBatch(facts, evidence)]).toEqual(alone);
      }),
      { numRuns: 400 },
    );
  });

  test('points B are ten for each deprived indicator, and unknown counts neither way', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const result = classify(facts, { kind: 'none' });
        const count = (letter: string) => [...result.deprivations].filter((each) => each === letter).length;
        expect(result.deprivationScore).toBe(10 * count('1'));
        expect(result.deprivationScoreAtMost).toBe(10 * (count('1') + count('?')));
        expect(result.unknownCount).toBe(count('?'));
        for (const { state } of result.indicators) expect(DEPRIVATION_STATES).toContain(state);
      }),
    );
  });

  test('one more known deprivation never makes a household less poor', () => {
    fc.assert(
      fc.property(pattern, score, fc.nat(size - 1), (letters, incomeScore, at) => {
        const worse = `${letters.slice(0, at)}1${letters.slice(at + 1)}`;
        const before = classify(nobody, form(incomeScore, letters));
        const after = classify(nobody, form(incomeScore, worse));
        if (before.class !== 'UNDETERMINED' && after.class !== 'UNDETERMINED')
          expect(rank(after)).toBeLessThanOrEqual(rank(before));
        if (before.class === 'POOR') expect(after.class).toBe('POOR');
      }),
    );
  });

  test('once the unknown is known, the class is the one already given, or it was undetermined', () => {
    const filled = fc.array(fc.constantFrom('0', '1'), { minLength: size, maxLength: size });
    fc.assert(
      fc.property(pattern, score, filled, (letters, incomeScore, answers) => {
        const known = [...letters].map((letter, at) => (letter === '?' ? answers[at] : letter)).join('');
        const before = classify(nobody, form(incomeScore, letters));
        const after = classify(nobody, form(incomeScore, known));
        expect(after.deprivationScore).toBeGreaterThanOrEqual(before.deprivationScore);
        expect(after.deprivationScore).toBeLessThanOrEqual(before.deprivationScoreAtMost);
        if (before.class !== 'UNDETERMINED') expect(after.class).toBe(before.class);
      }),
    );
  });

  test('points A and B are never added: the class is a function of each apart', () => {
    const bs = Array.from({ length: size + 1 }, (_, count) => count * 10);
    for (const areaType of ['rural', 'urban'] as const) {
      const { scoreCutoff } = standard.lines[areaType];
      if (scoreCutoff === null) continue;
      const cut = standard.povertyCutoffK * 10;
      for (let a = scoreCutoff - 40; a <= scoreCutoff; a += 1)
        for (const b of bs) {
          const evidence: SignedForm = {
            kind: 'signedForm',
            incomeScore: a,
            deprivationScore: b,
            deprivations: null,
            form: null,
          };
          const expected = standard.method === 'line-and-deprivations' && b < cut ? 'NEAR_POOR' : 'POOR';
          expect(classify({ ...nobody, areaType }, evidence).class).toBe(expected);
        }
    }
  });

  test('what is said to change the class does change it so', () => {
    fc.assert(
      fc.property(pattern, score, (letters, incomeScore) => {
        const result = classify(nobody, form(incomeScore, letters));
        for (const change of findChanges(standard, result)) {
          if (change.kind === 'close') {
            const closed = new Set(change.indicators.map(({ code }) => code));
            expect(closed.size).toBe(change.count);
            const after = [...letters].map((letter, at) =>
              letter === '?' || closed.has(standard.indicators[at]?.code ?? '') ? '0' : letter,
            );
            const reached = classify(nobody, form(incomeScore, after.join('')));
            expect([reached.class, reached.deprivationScore]).toEqual([
              change.class,
              change.deprivationScore,
            ]);
          } else if (change.kind === 'deprive') {
            let left = change.count;
            const after = [...letters].map((letter) => (letter !== '1' && left-- > 0 ? '1' : letter));
            expect(classify(nobody, form(incomeScore, after.join(''))).class).toBe(change.class);
          } else if (change.kind === 'income' && change.basis === 'score') {
            const reached = classify(nobody, form(change.atMost ?? (change.above ?? 0) + 1, letters));
            expect(reached.class).toBe(change.class);
          }
          expect(change.kind === 'learn' || change.class !== result.class).toBe(true);
        }
      }),
    );
  });

  test('every class is explained, each line with its source, and no article is made up', () => {
    fc.assert(
      fc.property(anyFacts, anyEvidence, (facts, evidence) => {
        const result = classify(facts, evidence);
        for (const language of ['vi', 'en'] as const) {
          const lines = explainClassification(standard, result, language);
          expect(lines.filter(({ kind }) => kind === 'indicator')).toHaveLength(size);
          for (const { text, source } of lines) {
            expect(`${text}${source}`).not.toMatch(/undefined|null|NaN/u);
            expect(source).not.toBe('');
          }
          for (const sentence of whatWouldChange(standard, result, language))
            expect(sentence).not.toMatch(/undefined|null|NaN/u);
        }
        const articles = explainClassification(standard, result, 'vi')
          .map(({ source }) => source)
          .filter((source) => /Điều \d/u.test(source));
        expect(articles.every((source) => source === 'NĐ 07/2021/NĐ-CP Điều 3')).toBe(true);
      }),
    );
  });

  test('a member with a closed answer is never named', () => {
    const closed = new Set(standard.indicators.filter(({ sensitive }) => sensitive).map(({ code }) => code));
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const lines = explainClassification(standard, classify(facts, { kind: 'none' }), 'vi');
        for (const { indicator, text } of lines)
          if (indicator !== null && closed.has(indicator)) expect(text).not.toContain('Vi Văn Thành');
      }),
    );
  });
});
