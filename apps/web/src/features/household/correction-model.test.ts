import type { ReviewOfHousehold } from '@benvung/contract/household';
import { describe, expect, test } from 'vitest';
import { asItStands, changeOf, personsOf, type TypedCorrection } from './correction-model.ts';

const review = {
  result: {
    persons: 4,
    flags: { merit: false, femaleHead: true },
    causes: ['landLack', 'capitalLack'],
    wishes: ['credit'],
  },
} as unknown as ReviewOfHousehold;

describe('a correction sends', () => {
  const cases: [string, Partial<TypedCorrection>, object][] = [
    ['nothing when nothing was said otherwise', {}, {}],
    ['nothing when the same is said in another order', { causes: ['capitalLack', 'landLack'] }, {}],
    [
      'only the trait that is otherwise',
      { flags: { merit: true, femaleHead: true } },
      { flags: { merit: true } },
    ],
    [
      'causes without touching illness',
      { causes: ['landLack'] },
      { causes: ['landLack'], keepIllness: true },
    ],
    ['illness when it was said', { illness: 'no' }, { causes: ['landLack', 'capitalLack'] }],
    ['illness as a cause', { illness: 'yes' }, { causes: ['landLack', 'capitalLack', 'illness'] }],
    ['wishes', { wishes: [] }, { wishes: [] }],
    ['class and persons', { class: 'NEAR_POOR', persons: ' 5 ' }, { class: 'NEAR_POOR', persons: 5 }],
    ['nothing but why the household was gone', { gone: 'died', class: 'POOR', wishes: [] }, { gone: 'died' }],
  ];
  test.each(cases)('%s', (_said, typed, sent) => {
    expect(changeOf({ ...asItStands(review), ...typed }, review)).toEqual(sent);
  });

  test('for a household without a result only why it is gone', () => {
    const gone = { result: null } as ReviewOfHousehold;
    expect(changeOf({ ...asItStands(gone), class: 'POOR' }, gone)).toEqual({});
  });
});

test.each([
  ['', null],
  ['0', null],
  ['100', null],
  ['4,5', null],
  ['12', 12],
])('%j persons are %j', (text, persons) => {
  expect(personsOf(text)).toBe(persons);
});
