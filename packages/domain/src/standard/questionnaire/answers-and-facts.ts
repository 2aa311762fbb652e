import {
  type AreaType,
  type DwellingFacts,
  type HouseholdFacts,
  type MemberFacts,
  RELATIONS,
} from '../../household/household-facts.ts';
import { UNKNOWN_DWELLING, UNKNOWN_MEMBER } from '../../household/unknown-facts.ts';
import type { CompiledQuestionnaire } from './compile-questionnaire.ts';
import type { Answers, AnswerValue, HouseholdAnswers, Question } from './questionnaire.ts';

type Fact = AnswerValue | null;

/** What the answers say, as the facts every standard is applied to; what is blank or "?" is not known. */
export function factsOfAnswers(
  asked: CompiledQuestionnaire,
  answered: HouseholdAnswers,
  { areaType, surveyDay }: { readonly areaType: AreaType; readonly surveyDay: string },
): HouseholdFacts {
  const { householdQuestions, memberQuestions } = asked;
  const { household, members } = answered;
  const facts = boundFacts(householdQuestions, household);
  for (const [fact, value] of asked.derive(answered, surveyDay))
    if (facts.get(fact) == null) facts.set(fact, value);
  const list = <Value>(name: string): readonly Value[] => (facts.get(name) as readonly Value[] | null) ?? [];
  return {
    areaType,
    surveyDay,
    members: members.map(({ personId, answers }) =>
      memberFacts(personId, boundFacts(memberQuestions, answers)),
    ),
    dwelling: fill<DwellingFacts>(UNKNOWN_DWELLING, 'dwelling', facts),
    causes: list('household.causes'),
    wishes: list('household.wishes'),
    monthlyIncomePerPerson: (facts.get('household.monthlyIncomePerPerson') as number | undefined) ?? null,
    farmHousehold: (facts.get('household.farmHousehold') as boolean | undefined) ?? null,
  };
}

function memberFacts(personId: string, facts: ReadonlyMap<string, Fact>): MemberFacts {
  const told = fill<MemberFacts>(
    { ...UNKNOWN_MEMBER, personId, fullName: '', relation: 'other' },
    'member',
    facts,
  );
  return RELATIONS.includes(told.relation) ? told : { ...told, relation: 'other' };
}

function fill<Facts extends object>(blank: Facts, level: string, facts: ReadonlyMap<string, Fact>): Facts {
  const filled = { ...blank } as Record<string, unknown>;
  for (const name of Object.keys(blank)) {
    const fact = facts.get(`${level}.${name}`);
    if (fact !== undefined && fact !== null) filled[name] = fact;
  }
  return filled as Facts;
}

function boundFacts(questions: readonly Question[], answers: Answers): Map<string, Fact> {
  const facts = new Map<string, Fact>();
  for (const question of questions) {
    const answer = answers[question.code];
    if (question.fact !== null && answer !== undefined) facts.set(question.fact, factOf(question, answer));
  }
  return facts;
}

/** A choice of several is bound to a list, or to whether there is any of them at all. */
function factOf({ kind, options, fact }: Question, answer: AnswerValue | null): Fact {
  if (answer === null) return null;
  if (kind === 'any-of' && Array.isArray(answer)) {
    const chosen = options.filter((option) => option.none !== true && answer.includes(String(option.value)));
    return fact?.startsWith('household.') ? chosen.map(({ value }) => String(value)) : chosen.length > 0;
  }
  const option = options.find(({ value }) => value === answer);
  return option?.fact === undefined ? answer : option.fact;
}

/** The answers that facts of the register or of an earlier review tell for sure; the rest stays blank. */
export function answersOfFacts(
  { householdQuestions, memberQuestions }: CompiledQuestionnaire,
  facts: Pick<HouseholdFacts, 'members'> & Partial<HouseholdFacts>,
  keep: (question: Question) => boolean = () => true,
): HouseholdAnswers {
  const household = answersOf(householdQuestions.filter(keep), {
    household: facts as unknown as Facts,
    dwelling: (facts.dwelling ?? {}) as unknown as Facts,
  });
  const asked = memberQuestions.filter(keep);
  return {
    household,
    members: facts.members.map((member) => ({
      personId: member.personId,
      answers: answersOf(asked, { member: member as unknown as Facts }),
    })),
  };
}

type Facts = Readonly<Record<string, Fact | undefined>>;

function answersOf(questions: readonly Question[], levels: Readonly<Record<string, Facts>>): Answers {
  const answers: Record<string, AnswerValue> = {};
  for (const question of questions) {
    const [level = '', name = ''] = question.fact?.split('.') ?? [];
    const answer = answerOfFact(question, levels[level]?.[name] ?? null);
    if (answer !== undefined) answers[question.code] = answer;
  }
  return answers;
}

function answerOfFact({ kind, options }: Question, fact: Fact): AnswerValue | undefined {
  if (fact === null) return undefined;
  if (kind === 'any-of') {
    if (Array.isArray(fact)) return fact.length === 0 ? undefined : fact;
    const none = options.find((option) => option.none === true);
    return fact === false && none !== undefined ? [String(none.value)] : undefined;
  }
  if (kind !== 'one-of' && kind !== 'yes-no') return fact === '' ? undefined : fact;
  const standing = options.filter(
    (option) => (option.fact === undefined ? option.value : option.fact) === fact,
  );
  return standing.length === 1 ? standing[0]?.value : undefined;
}
