import { toNfc } from '../../shared/vietnamese-text.ts';
import type { CompiledQuestionnaire } from './compile-questionnaire.ts';
import type { Answers, AnswerValue, HouseholdAnswers, Question } from './questionnaire.ts';

export interface SoundAnswers {
  readonly answers: HouseholdAnswers;
  /** A question with an answer it does not offer; the first one. */
  readonly wrong: Question | null;
}

/** Answers as another machine sent them: questions that are not asked are left out, words in one form. */
export function soundAnswers(asked: CompiledQuestionnaire, sent: HouseholdAnswers): SoundAnswers {
  const household = sound(asked.householdQuestions, sent.household);
  const members = sent.members.map(({ personId, answers }) => ({
    personId,
    found: sound(asked.memberQuestions, answers),
  }));
  const all = [...members.map(({ found }) => found), household];
  return {
    answers: {
      household: household.answers,
      members: members.map(({ personId, found }) => ({ personId, answers: found.answers })),
    },
    wrong: all.find(({ wrong }) => wrong !== null)?.wrong ?? null,
  };
}

function sound(questions: readonly Question[], sent: Answers): { answers: Answers; wrong: Question | null } {
  const answers: Record<string, AnswerValue | null> = {};
  let wrong: Question | null = null;
  for (const question of questions) {
    const answer = sent[question.code];
    if (answer === undefined) continue;
    if (answer === null) answers[question.code] = null;
    else if (isOffered(question, answer))
      answers[question.code] =
        typeof answer === 'string' ? toNfc(answer).replace(/\s+/gu, ' ').trim() : answer;
    else wrong ??= question;
  }
  return { answers, wrong };
}

function isOffered({ kind, options, range }: Question, answer: AnswerValue): boolean {
  switch (kind) {
    case 'one-of':
    case 'yes-no':
      return options.some(({ value }) => value === answer);
    case 'any-of':
      return (
        Array.isArray(answer) &&
        answer.every((each) => options.some(({ value }) => String(value) === each)) &&
        (answer.length < 2 ||
          !options.some(({ none, value }) => none === true && answer.includes(String(value))))
      );
    case 'number':
      return typeof answer === 'number' && range !== null && answer >= range.from && answer <= range.to;
    case 'day-or-year':
      return typeof answer === 'string' && /^\d{4}(-\d{2}-\d{2})?$/u.test(answer);
    default:
      return typeof answer === 'string';
  }
}
