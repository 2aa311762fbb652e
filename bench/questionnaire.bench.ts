import type { Answers, HouseholdAnswers } from '@benvung/domain/standard/questionnaire/questionnaire';
import { findQuestionnaire } from '@benvung/regulations/find-questionnaire';
import { regulations } from '../apps/server/src/standard/read-regulations.ts';
import { type BenchLine, bestOf } from './measure.ts';

const ROUNDS = 2_000;
const BIRTHS = ['1984', '1987-03-12', '2010-05-02', '2019-11-30', '1950', '2012'];

/** A household of six fully answered: 18 questions of each member and 17 of the household, all conditions and checks. */
export async function benchQuestionnaire(): Promise<BenchLine[]> {
  const asked = findQuestionnaire(regulations(), 'VN-2022');
  if (asked === undefined) throw new Error('no questionnaire of VN-2022');
  const some = (questions: typeof asked.memberQuestions): Answers =>
    Object.fromEntries(
      questions.map(({ code, kind, options }) => [
        code,
        kind === 'any-of'
          ? [String(options[1]?.value)]
          : (options[0]?.value ?? (kind === 'number' ? 40 : 'Lý Văn Páo')),
      ]),
    );
  const answers: HouseholdAnswers = {
    household: some(asked.householdQuestions),
    members: BIRTHS.map((birthDate, at) => ({
      personId: String(at),
      answers: { ...some(asked.memberQuestions), birthDate },
    })),
  };
  const questions = asked.householdQuestions.length + BIRTHS.length * asked.memberQuestions.length;
  let found = 0;
  const taken = await bestOf(5, () => {
    for (let round = 0; round < ROUNDS; round += 1)
      found += asked.evaluate(answers, '2024-10-15').findings.length;
  });
  const each = taken / ROUNDS;
  return [
    {
      what: `questionnaire of ${questions} questions: what is asked, missing, does not agree (${found / ROUNDS / 5} findings)`,
      ours: `${each.toFixed(3)} ms`,
      peer: '–',
      figure: `${each.toFixed(3)} ms`,
      aim: '< 0.1 ms',
      met: each < 0.1,
    },
  ];
}
