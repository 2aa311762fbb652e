import { UNKNOWN_DWELLING, UNKNOWN_MEMBER } from '../../household/unknown-facts.ts';
import { type Condition, partsOf, type Quantity } from './condition.ts';
import type { Question, Questionnaire } from './questionnaire.ts';

const HOUSEHOLD_FACTS = ['causes', 'wishes', 'monthlyIncomePerPerson', 'farmHousehold'];
const FACTS = new Set([
  ...['fullName', 'relation', ...Object.keys(UNKNOWN_MEMBER)].map((name) => `member.${name}`),
  ...Object.keys(UNKNOWN_DWELLING).map((name) => `dwelling.${name}`),
  ...HOUSEHOLD_FACTS.map((name) => `household.${name}`),
]);

/** What is wrong with a questionnaire as data, before it is ever asked; empty when it can be used. */
export function questionnaireFaults(questionnaire: Questionnaire): string[] {
  const { sections, checks } = questionnaire;
  const questions = sections.flatMap((section) => section.questions);
  const levels = new Map(
    sections.flatMap(({ level, questions: ofSection }) =>
      ofSection.map(({ code }): [string, Level] => [code, level]),
    ),
  );
  return [
    ...repeated(questions.map(({ code }) => code)).map((code) => `question ${code} twice`),
    ...repeated(questions.map(({ number }) => number)).map((number) => `number ${number} twice`),
    ...repeated(checks.map(({ code }) => code)).map((code) => `check ${code} twice`),
    ...sections.flatMap(({ level, questions: ofSection }) =>
      ofSection.flatMap((question) => [
        ...questionFaults(question, level),
        ...(question.askedWhen === null
          ? []
          : conditionFaults(question.askedWhen, { at: question.code, level, levels })),
      ]),
    ),
    ...(questionnaire.derived ?? []).flatMap(({ fact, value }) => [
      ...(fact.startsWith('household.') && FACTS.has(fact) ? [] : [`${fact} follows, which is no fact`]),
      ...quantityFaults(value, { at: fact, level: 'household', levels }),
    ]),
    ...checks.flatMap((check) => [
      ...conditionFaults(check.when, { at: check.code, level: check.level, levels }),
      ...check.at.flatMap((code) =>
        levels.has(code) ? [] : [`${check.code} looks at ${code}, which is not asked`],
      ),
    ]),
  ];
}

type Level = 'household' | 'member';

function questionFaults({ code, kind, fact, options, range }: Question, level: Level): string[] {
  const chooses = kind === 'one-of' || kind === 'any-of' || kind === 'yes-no';
  const wrongLevel = fact !== null && (fact.startsWith('member.') ? 'member' : 'household') !== level;
  return [
    ...(fact !== null && !FACTS.has(fact) ? [`${code} is bound to ${fact}, which is no fact`] : []),
    ...(wrongLevel ? [`${code} is bound to ${fact} at the level of the ${level}`] : []),
    ...(chooses === options.length > 0 ? [] : [`${code} is ${kind} with ${options.length} options`]),
    ...(kind === 'number' && range === null ? [`${code} is a number without a range`] : []),
    ...repeated(options.map(({ number }) => number)).map((number) => `${code} has option ${number} twice`),
    ...repeated(options.map(({ value }) => String(value))).map((value) => `${code} has value ${value} twice`),
  ];
}

interface Where {
  readonly at: string;
  readonly level: Level;
  readonly levels: ReadonlyMap<string, Level>;
}

function conditionFaults(condition: Condition, where: Where): string[] {
  if (typeof condition === 'boolean') return [];
  if ('is' in condition) return referenceFaults(condition.is[0], where);
  if ('has' in condition) return referenceFaults(condition.has[0], where);
  if ('known' in condition) return referenceFaults(condition.known, where);
  if ('compare' in condition) {
    const [left, , right] = condition.compare;
    return [...quantityFaults(left, where), ...quantityFaults(right, where)];
  }
  const within: Where =
    'anyMember' in condition || 'allMembers' in condition ? { ...where, level: 'member' } : where;
  return partsOf(condition).flatMap((part) => conditionFaults(part, within));
}

function quantityFaults(quantity: Quantity, where: Where): string[] {
  if (typeof quantity === 'number' || 'members' in quantity) return [];
  if ('answer' in quantity) return referenceFaults(quantity.answer, where);
  if ('age' in quantity)
    return where.level === 'member' ? [] : [`${where.at} asks for an age where no member is asked about`];
  if ('count' in quantity) return conditionFaults(quantity.count, { ...where, level: 'member' });
  if ('perPersonAndMonth' in quantity) return quantityFaults(quantity.perPersonAndMonth, where);
  const parts = 'plus' in quantity ? quantity.plus : quantity.minus;
  return parts.flatMap((part) => quantityFaults(part, where));
}

function referenceFaults(code: string, { at, level, levels }: Where): string[] {
  const of = levels.get(code);
  if (of === undefined) return [`${at} looks at ${code}, which is not asked`];
  return of === 'member' && level === 'household' ? [`${at} looks at ${code} of no member`] : [];
}

const repeated = (values: readonly string[]): string[] =>
  values.filter((value, at) => values.indexOf(value) !== at);
