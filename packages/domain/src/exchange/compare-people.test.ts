import { expect, test } from 'vitest';
import { type ComparedPerson, comparePeople } from './compare-people.ts';

let made = 0;
const person = (
  fullName: string,
  identityNumber: string | null = null,
  birthDate: string | null = '1961-05-12',
  sex: ComparedPerson['sex'] = 'female',
): ComparedPerson => {
  made += 1;
  return { key: `p${made}`, fullName, identityNumber, birthDate, sex };
};
const told = (ours: readonly ComparedPerson[], theirs: readonly ComparedPerson[]) =>
  comparePeople(ours, theirs).map((one) =>
    'fields' in one ? `${one.kind} ${one.fields.join('+')}` : one.kind,
  );

const NUMBER = '046161000123';

test.each([
  ['the same person', person('Hồ Thị Hòa', NUMBER), person('HỒ THỊ  HOÀ', NUMBER), ['same']],
  [
    'another name under one number',
    person('Hồ Thị Hoa', NUMBER),
    person('Hồ Thị Hòa', NUMBER),
    ['differs fullName'],
  ],
  [
    'a full date where we have the year',
    person('Hồ Thị Nga', NUMBER, '1961'),
    person('Hồ Thị Nga', NUMBER),
    ['differs birthDate'],
  ],
  [
    'the year where we have a full date',
    person('Hồ Thị Nga', NUMBER),
    person('Hồ Thị Nga', NUMBER, '1961'),
    ['same'],
  ],
  ['a number we do not have', person('Hồ Thị Nga'), person('Hồ Thị Nga', NUMBER), ['differs identityNumber']],
  [
    'another sex',
    person('Hồ Thị Nga', NUMBER, '1961', 'male'),
    person('Hồ Thị Nga', NUMBER, '1961'),
    ['differs sex'],
  ],
  [
    'a blank in the extract',
    person('Hồ Thị Nga', NUMBER),
    person('Hồ Thị Nga', NUMBER, null, null),
    ['same'],
  ],
  [
    'somebody else',
    person('Hồ Thị Nga', NUMBER),
    person('Lê Văn Ba', '046070000001', '1970'),
    ['missingOurs', 'missingTheirs'],
  ],
] as const)('%s', (_what, ours, theirs, expected) => {
  expect(told([ours], [theirs])).toEqual(expected);
});

test('two of one name and year are for a person to tell apart, unless a number does', () => {
  const two = [person('Hồ Thị Nga', NUMBER), person('Hồ Thị Nga')];
  expect(told(two, [person('Hồ Thị Nga', '046161000999')])).toEqual(['ambiguous']);
  expect(told(two, [person('Hồ Thị Nga', NUMBER)])).toEqual(['same', 'missingTheirs']);
});

test('nobody is settled twice', () => {
  const ours = [person('A Viết Bình', '046161000001'), person('A Viết Bình', '046161000002')];
  const theirs = [person('A Viết Bình', '046161000001'), person('A Viết Bình', '046161000001')];
  const found = comparePeople(ours, theirs);
  expect(found.map(({ kind }) => kind).sort()).toEqual(['ambiguous', 'ambiguous', 'missingTheirs']);
});
