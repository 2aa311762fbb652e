import { describe, expect, test } from 'vitest';
import {
  type ComparedHousehold,
  type ComparedMember,
  certaintyOf,
  isProposedAgain,
  judgeDuplicate,
  likeness,
  nameLikeness,
} from './duplicates.ts';

const person = (fullName: string, more: Partial<ComparedMember> = {}): ComparedMember => ({
  personId: `${fullName} ${more.birthDate ?? ''} ${Math.abs(fullName.length)}`,
  fullName,
  relation: 'other',
  sex: null,
  birthDate: null,
  identityNumber: null,
  ...more,
});
const household = (id: string, members: ComparedMember[], villageId = 1): ComparedHousehold => ({
  id,
  villageId,
  members: members.map((member) => ({ ...member, personId: `${id} ${member.personId}` })),
});

describe('two writings of a name', () => {
  test.each([
    ['Nguyễn Thị Hoà', 'Nguyễn Thị Hòa', 'same'],
    ['NGUYỄN THỊ HÒA', 'Nguyen Thi Hoa', 'same'],
    ['Lý Văn Quý', 'Lí Văn Quí', 'same'],
    ['Đặng Đình Đức', 'Dang Dinh Duc', 'same'],
    ["H'Bia Niê", 'H’Bia Niê', 'same'],
    ['Nguyễn Văn Hùng', 'Nguyễn Hùng', 'near'],
    ['Hồ Thị Nhung', 'Hồ Thị Nhunng', 'near'],
    ['Lê Văn Thành', 'Lê Văn Thnàh', 'near'],
    ['Trần Quốc Bảo', 'Trần Quốc Bão', 'same'],
    ['Nguyễn Thị Lan', 'Nguyễn Thị Loan', 'near'],
    ['Hồ Lan', 'Hồ Loan', 'far'],
    ['Nguyễn Thị Thúy', 'Nguyễn Văn Thúy', 'far'],
    ['Thúy', 'Thúi', 'far'],
    ['Nguyễn Văn Nam', 'Trần Văn Nam', 'far'],
  ] as const)('%s and %s are %s', (one, other, expected) => {
    expect(nameLikeness(one, other)).toBe(expected);
    expect(nameLikeness(other, one)).toBe(expected);
  });
});

describe('two persons', () => {
  const nga = person('Hồ Thị Nga', { birthDate: '1961-05-12', sex: 'female' });
  test.each([
    ['the same day', { birthDate: '1961-05-12' }, 'sameNameAndBirth'],
    ['day and month the other way round', { birthDate: '1961-12-05' }, 'sameNameAndYear'],
    ['the year alone', { birthDate: '1961' }, 'sameNameAndYear'],
    ['the first of January', { birthDate: '1961-01-01' }, 'sameNameAndYear'],
    ['another day of the year', { birthDate: '1961-07-20' }, undefined],
    ['another year', { birthDate: '1962' }, undefined],
    ['no birth known', {}, undefined],
    ['another sex', { birthDate: '1961', sex: 'male' as const }, undefined],
  ])('of one name and %s', (_, more, expected) => {
    expect(likeness(nga, person('Hồ Thị Nga', more))).toBe(expected);
  });

  const numbered = { identityNumber: '046161000123' };
  test.each([
    ['Hồ Thị Nga', numbered, 'sameNumber'],
    ['Hồ Thị Ngà', { ...numbered, birthDate: '1980' }, 'sameNumber'],
    ['Trần Văn Bình', numbered, 'sameNumberOtherName'],
    ['Hồ Thị Nga', { identityNumber: '046161000124', birthDate: '1961-05-12' }, undefined],
  ])('one with a number and %s', (name, more, expected) => {
    expect(likeness({ ...nga, ...numbered }, person(name, more))).toBe(expected);
  });

  test('a number of another length proves nothing', () => {
    const short = { identityNumber: '123' };
    expect(likeness({ ...nga, ...short }, person('Lê Ba', short))).toBeUndefined();
  });
});

describe('two households', () => {
  const head = (more: Partial<ComparedMember> = {}) =>
    person('Nguyễn Thị Hòa', { relation: 'head', birthDate: '1961', ...more });
  const son = person('Nguyễn Văn Lanh', { relation: 'child', birthDate: '1990-02-03' });
  const wife = person('Trần Thị Mẩy', { relation: 'spouse', birthDate: '1965' });
  const judged = (one: ComparedMember[], other: ComparedMember[], village = 1) => {
    const judgement = judgeDuplicate(household('a', one), household('b', other, village));
    return judgement && { kind: judgement.kind, certainty: certaintyOf(judgement.score) };
  };

  test.each([
    [
      'heads of one name and year in one village',
      [head()],
      [head()],
      1,
      { kind: 'household', certainty: 'possible' },
    ],
    [
      'heads of one name and year in two villages',
      [head()],
      [head()],
      2,
      { kind: 'household', certainty: 'possible' },
    ],
    ['heads and a child', [head(), son], [head(), son], 1, { kind: 'household', certainty: 'certain' }],
    [
      'a son alike and nobody else',
      [head(), son, wife],
      [person('Lê An', { relation: 'head' }), son, wife, person('Lê Ba'), person('Lê Tư')],
      1,
      { kind: 'household', certainty: 'certain' },
    ],
    [
      'a namesake who is no head',
      [head(), wife],
      [person('Lê An'), person('Trần Thị Mẩy', { birthDate: '1965' })],
      1,
      undefined,
    ],
    [
      'two near names',
      [head()],
      [person('Nguyễn Thị Hoàn', { relation: 'head', birthDate: '1961' })],
      1,
      undefined,
    ],
    [
      'a near name and the same day',
      [head({ birthDate: '1961-05-12' })],
      [person('Nguyễn Hòa', { relation: 'head', birthDate: '1961-05-12' })],
      1,
      { kind: 'household', certainty: 'possible' },
    ],
  ] as const)('%s', (_, one, other, village, expected) => {
    expect(judged([...one], [...other], village)).toEqual(expected);
  });

  test('that count one person twice are not one household', () => {
    const number = { identityNumber: '046190000001' };
    const one = [head(), wife, person('Nguyễn Văn Lanh', { relation: 'child', ...number })];
    const other = [
      person('Lê An', { relation: 'head' }),
      person('Lê Thị Tư', { relation: 'spouse' }),
      person('Nguyễn Văn Lanh', { relation: 'child', ...number }),
    ];
    expect(judged(one, other)).toEqual({ kind: 'person', certainty: 'certain' });
  });

  test('are alike in whichever order they are compared', () => {
    const [one, other] = [household('a', [head(), son, wife]), household('b', [head(), son])];
    expect(judgeDuplicate(one, other)?.score).toBe(judgeDuplicate(other, one)?.score);
  });
});

test('what someone said is none comes back only with more evidence', () => {
  expect([isProposedAgain(60, 60), isProposedAgain(60, 50), isProposedAgain(60, 95)]).toEqual([
    false,
    false,
    true,
  ]);
});
