import { dayNumber } from '../../shared/age.ts';
import type { Language } from '../../shared/text.ts';
import { writeAnswer } from './answer-text.ts';
import {
  type CompiledCondition,
  type CompiledQuantity,
  compileCondition,
  compileQuantity,
  FALSE,
  type QuestionPlaces,
  type Scope,
  TRUE,
} from './compile-condition.ts';
import type { AnswerCheck, Answers, HouseholdAnswers, Question, Questionnaire } from './questionnaire.ts';

/** One question, of the household or of the member in that line. */
export interface QuestionPlace {
  readonly member: number | null;
  readonly code: string;
}

export interface Finding {
  readonly check: AnswerCheck;
  readonly member: number | null;
}

/** Where an entry stands: what is still to be answered, what was answered "?", what need not be, what disagrees. */
export interface Evaluation {
  readonly asked: number;
  readonly missing: readonly QuestionPlace[];
  readonly unknown: readonly QuestionPlace[];
  /** Keys of `placeKey`. */
  readonly skipped: ReadonlySet<string>;
  readonly findings: readonly Finding[];
}

export const placeKey = (member: number | null, code: string): string =>
  member === null ? code : `${member}:${code}`;

export interface CompiledQuestionnaire {
  readonly questionnaire: Questionnaire;
  readonly hash: string;
  readonly householdQuestions: readonly Question[];
  readonly memberQuestions: readonly Question[];
  question(code: string): Question | undefined;
  evaluate(answers: HouseholdAnswers, surveyDay: string): Evaluation;
  /** Facts that follow from other answers; those that cannot be told are left out. */
  derive(answers: HouseholdAnswers, surveyDay: string): ReadonlyMap<string, number>;
  findingText(finding: Finding, answers: HouseholdAnswers, language: Language): string;
}

interface Asked {
  readonly question: Question;
  readonly askedWhen: CompiledCondition | null;
}

export function compileQuestionnaire(questionnaire: Questionnaire, hash: string): CompiledQuestionnaire {
  const ofLevel = (level: 'household' | 'member') =>
    questionnaire.sections.flatMap((section) => (section.level === level ? section.questions : []));
  const householdQuestions = ofLevel('household');
  const memberQuestions = ofLevel('member');
  const known = new Map([...householdQuestions, ...memberQuestions].map((each) => [each.code, each]));
  const ofMember = new Set(memberQuestions.map(({ code }) => code));
  const places: QuestionPlaces = {
    isOfMember: (code) => ofMember.has(code),
    birthCode: memberQuestions.find(({ fact }) => fact === 'member.birthDate')?.code ?? null,
  };
  const compiled = (questions: readonly Question[]): Asked[] =>
    questions.map((question) => ({
      question,
      askedWhen: question.askedWhen === null ? null : compileCondition(question.askedWhen, places),
    }));
  const engine: Engine = {
    household: compiled(householdQuestions),
    member: compiled(memberQuestions),
    checks: questionnaire.checks.map((check) => ({ check, when: compileCondition(check.when, places) })),
  };
  const derived = (questionnaire.derived ?? []).map(({ fact, value }) => ({
    fact,
    value: compileQuantity(value, places),
  }));
  return {
    questionnaire,
    hash,
    householdQuestions,
    memberQuestions,
    question: (code) => known.get(code),
    evaluate: (answers, surveyDay) => evaluate(engine, answers, surveyDay),
    derive: (answers, surveyDay) => derive(derived, answers, surveyDay),
    findingText: (finding, answers, language) => findingText(finding, { answers, known }, language),
  };
}

function derive(
  derived: readonly { readonly fact: string; readonly value: CompiledQuantity }[],
  { household, members }: HouseholdAnswers,
  surveyDay: string,
): ReadonlyMap<string, number> {
  const scope: Scope = { household, members, member: null, onDay: dayNumber(surveyDay) };
  const known = derived.flatMap(({ fact, value }): [string, number][] => {
    const [least, most] = [value.least(scope), value.most(scope)];
    // NaN is equal to nothing: what nobody knows is not told.
    return least === most ? [[fact, least]] : [];
  });
  return new Map(known);
}

interface Engine {
  readonly household: readonly Asked[];
  readonly member: readonly Asked[];
  readonly checks: readonly { readonly check: AnswerCheck; readonly when: CompiledCondition }[];
}

function evaluate(engine: Engine, { household, members }: HouseholdAnswers, surveyDay: string): Evaluation {
  const scope: Scope = { household, members, member: null, onDay: dayNumber(surveyDay) };
  const missing: QuestionPlace[] = [];
  const unknown: QuestionPlace[] = [];
  const skipped = new Set<string>();
  let asked = 0;
  const look = (questions: readonly Asked[], answers: Answers, member: number | null): void => {
    for (const { question, askedWhen } of questions) {
      const { code } = question;
      if (askedWhen !== null && askedWhen(scope) === FALSE) {
        skipped.add(placeKey(member, code));
        continue;
      }
      asked += 1;
      const answer = answers[code];
      if (answer === undefined) missing.push({ member, code });
      else if (answer === null) unknown.push({ member, code });
    }
  };
  for (const [at, { answers }] of members.entries()) {
    scope.member = answers;
    look(engine.member, answers, at);
  }
  scope.member = null;
  look(engine.household, household, null);
  return { asked, missing, unknown, skipped, findings: find(engine, scope) };
}

function find({ checks }: Engine, scope: Scope): Finding[] {
  const findings: Finding[] = [];
  for (const { check, when } of checks) {
    if (check.level === 'household') {
      if (when(scope) === TRUE) findings.push({ check, member: null });
      continue;
    }
    for (const [member, { answers }] of scope.members.entries()) {
      scope.member = answers;
      if (when(scope) === TRUE) findings.push({ check, member });
    }
    scope.member = null;
  }
  return findings;
}

interface Told {
  readonly answers: HouseholdAnswers;
  readonly known: ReadonlyMap<string, Question>;
}

function findingText({ check, member }: Finding, { answers, known }: Told, language: Language): string {
  const ofMember = member === null ? {} : (answers.members[member]?.answers ?? {});
  return check.text[language].replace(/\{(\w+)\}/gu, (blank, code: string) => {
    if (code === 'members') return String(answers.members.length);
    if (code === 'name')
      return nameOf(ofMember, known) ?? `${language === 'vi' ? 'dòng' : 'line'} ${(member ?? 0) + 1}`;
    const question = known.get(code);
    if (question === undefined) return blank;
    const answer = ofMember[code] ?? answers.household[code];
    return answer == null ? '?' : writeAnswer(question, answer, language).words;
  });
}

function nameOf(answers: Answers, known: ReadonlyMap<string, Question>): string | undefined {
  for (const { code, fact } of known.values())
    if (fact === 'member.fullName') {
      const name = answers[code];
      return typeof name === 'string' && name !== '' ? name : undefined;
    }
  return undefined;
}
