import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCondition, FALSE, type Scope, TRUE, type Truth, UNKNOWN } from './compile-condition.ts';
import type { Condition, Quantity } from './condition.ts';
import type { Answers } from './questionnaire.ts';

const PLACES = { isOfMember: (code: string) => code.startsWith('m'), birthCode: 'mBirth' };

function truthOf(condition: Condition, household: Answers, members: readonly Answers[] = []): Truth {
  const scope: Scope = {
    household,
    members: members.map((answers, at) => ({ personId: String(at), answers })),
    member: members[0] ?? null,
    onDay: 20_241_015,
  };
  return compileCondition(condition, PLACES)(scope);
}

const yes: Condition = true;
const no: Condition = false;
const perhaps: Condition = { is: ['nothing', 'x'] };

describe('a condition has three values', () => {
  test.each<[string, Condition, Truth]>([
    ['and is false when one part is, whatever is not known', { and: [perhaps, no] }, FALSE],
    ['and is not known when no part is false and one not known', { and: [yes, perhaps] }, UNKNOWN],
    ['or is true when one part is, whatever is not known', { or: [perhaps, yes] }, TRUE],
    ['or is not known when no part is true and one not known', { or: [no, perhaps] }, UNKNOWN],
    ['not of the unknown is the unknown', { not: perhaps }, UNKNOWN],
    ['known is never unknown', { known: 'nothing' }, FALSE],
    [
      'a comparison with what is not known is not known',
      { compare: [{ answer: 'nothing' }, '<', 3] },
      UNKNOWN,
    ],
    ['nobody in the roster makes no member so', { anyMember: yes }, FALSE],
    ['of nobody, all are so', { allMembers: no }, TRUE],
  ])('%s', (_, condition, expected) => {
    expect(truthOf(condition, {})).toBe(expected);
  });

  test.each<[string, string | null, Condition, Truth]>([
    ['a birthday passed', '2008-10-15', { compare: [{ age: 'onSurveyDay' }, '>=', 16] }, TRUE],
    ['a birthday to come', '2008-10-16', { compare: [{ age: 'onSurveyDay' }, '>=', 16] }, FALSE],
    ['only the year, on either side', '2008', { compare: [{ age: 'onSurveyDay' }, '>=', 16] }, UNKNOWN],
    ['only the year, surely older', '2007', { compare: [{ age: 'onSurveyDay' }, '>=', 16] }, TRUE],
    ['no birth date', null, { compare: [{ age: 'onSurveyDay' }, '>=', 16] }, UNKNOWN],
  ])('age: %s', (_, mBirth, condition, expected) => {
    expect(truthOf(condition, {}, [{ mBirth }])).toBe(expected);
  });

  test('a count with unknown members is a range', () => {
    const members = [{ mWorks: true }, { mWorks: null }, { mWorks: false }];
    const counted: Quantity = { count: { is: ['mWorks', true] } };
    const truth = (comparison: '<' | '<=' | '=' | '!=' | '>=' | '>', than: number) =>
      truthOf({ compare: [counted, comparison, than] }, {}, members);
    expect([truth('>=', 1), truth('>=', 2), truth('>', 2)]).toEqual([TRUE, UNKNOWN, FALSE]);
    expect([truth('=', 1), truth('=', 3), truth('!=', 3)]).toEqual([UNKNOWN, FALSE, TRUE]);
    expect(truth('<=', 2)).toBe(TRUE);
    expect(truthOf({ compare: [{ minus: [{ members: 'all' }, counted] }, '<=', 2] }, {}, members)).toBe(TRUE);
    expect(truthOf({ compare: [{ plus: [1, counted] }, '>', 3] }, {}, members)).toBe(FALSE);
  });

  test('a member asked about inside another stays who it was', () => {
    const alone: Condition = {
      and: [{ is: ['mSex', 'f'] }, { anyMember: { is: ['mSex', 'm'] } }, { is: ['mSex', 'f'] }],
    };
    expect(truthOf(alone, {}, [{ mSex: 'f' }, { mSex: 'm' }])).toBe(TRUE);
  });
});

const CODES = ['a', 'b', 'mA', 'mB', 'mBirth'];
const answer = fc.option(
  fc.oneof(fc.constantFrom('x', 'y', '2010', '1980-02-01'), fc.boolean(), fc.nat(20)),
  { nil: null },
);
const answers = fc.dictionary(fc.constantFrom(...CODES), answer);
const code = fc.constantFrom(...CODES);
const { condition } = fc.letrec<{ condition: Condition; quantity: Quantity }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    fc.boolean(),
    code.map((one): Condition => ({ known: one })),
    fc
      .tuple(code, fc.constantFrom('x', 'y', true, false))
      .map(([one, value]): Condition => ({ is: [one, value] })),
    fc
      .array(tie('condition'), { minLength: 1, maxLength: 3 })
      .map((and): Condition => ({ and: and as Condition[] })),
    fc
      .array(tie('condition'), { minLength: 1, maxLength: 3 })
      .map((or): Condition => ({ or: or as Condition[] })),
    tie('condition').map((not): Condition => ({ not: not as Condition })),
    tie('condition').map((each): Condition => ({ anyMember: each as Condition })),
    tie('condition').map((each): Condition => ({ allMembers: each as Condition })),
    fc
      .tuple(tie('quantity'), fc.constantFrom('<', '<=', '=', '!=', '>=', '>'), tie('quantity'))
      .map(
        ([a, comparison, b]): Condition => ({ compare: [a as Quantity, comparison as '<', b as Quantity] }),
      ),
  ),
  quantity: fc.oneof(
    { maxDepth: 3 },
    fc.nat(30),
    code.map((one): Quantity => ({ answer: one })),
    fc.constant<Quantity>({ age: 'onSurveyDay' }),
    fc.constant<Quantity>({ members: 'all' }),
    tie('condition').map((each): Quantity => ({ count: each as Condition })),
    fc
      .tuple(tie('quantity'), tie('quantity'))
      .map(([a, b]): Quantity => ({ minus: [a as Quantity, b as Quantity] })),
  ),
}));

const holdsKnown = (one: Condition | Quantity): boolean => JSON.stringify(one).includes('"known"');

describe('any condition', () => {
  test('answers true, false or unknown, whatever the answers', () => {
    fc.assert(
      fc.property(condition, answers, fc.array(answers, { maxLength: 3 }), (one, household, members) => {
        expect([FALSE, TRUE, UNKNOWN]).toContain(truthOf(one, household, members));
      }),
      { numRuns: 300 },
    );
  });

  test('that is decided stays decided when more becomes known', () => {
    const fill = (some: Answers, more: Answers): Answers => {
      const filled = Object.entries(more).filter(([name]) => some[name] == null);
      return { ...some, ...Object.fromEntries(filled) };
    };
    fc.assert(
      fc.property(
        condition.filter((one) => !holdsKnown(one)),
        fc.array(fc.tuple(answers, answers), { minLength: 1, maxLength: 3 }),
        (one, given) => {
          const [household, more] = given[0]!;
          const before = truthOf(
            one,
            household,
            given.map(([some]) => some),
          );
          const after = truthOf(
            one,
            fill(household, more),
            given.map(([some, later]) => fill(some, later)),
          );
          if (before !== UNKNOWN) expect(after).toBe(before);
        },
      ),
      { numRuns: 500 },
    );
  });
});
