import { describe, expect, it } from 'vitest';
import { deriveFlags, type FlagGrounds, flagsInForce } from './derive-flags.ts';
import { ethnicGroupFinder } from './ethnic-group.ts';
import type { MemberFacts } from './household-facts.ts';
import { sampleMember } from './member.sample.ts';

const flags = (members: Partial<MemberFacts>[], more: Partial<FlagGrounds> = {}) =>
  deriveFlags({
    members: members.map((facts, index) =>
      sampleMember({ relation: index === 0 ? 'head' : 'child', ...facts }),
    ),
    day: '2024-10-15',
    localGroups: [],
    lastExit: null,
    ...more,
  });

describe('a household', () => {
  it.each([
    ['of a Kinh head', [{ ethnicity: '01' }], false],
    ['of a Tày head', [{ ethnicity: '02' }, { ethnicity: '01' }], true],
    ['of a Kinh head with a Tày spouse', [{ ethnicity: '01' }, { ethnicity: '02' }], false],
    ['of a foreign head', [{ ethnicity: '55' }], false],
    ['of a head whose group is not known', [{}, { ethnicity: '02' }], null],
  ])('%s is minority: %s %s', (_who, members, expected) => expect(flags(members).minority).toBe(expected));

  it.each([
    [
      'an old couple',
      [
        { birthDate: '1940', labourStatus: 'retired' },
        { birthDate: '1944', labourStatus: 'unable' },
      ],
      true,
    ],
    ['a child and a disabled father', [{ labourStatus: 'unable' }, { birthDate: '2015-03-01' }], true],
    [
      'a mother without work',
      [{ birthDate: '1990', labourStatus: 'unemployed' }, { birthDate: '2015' }],
      false,
    ],
    ['a severely disabled person alone', [{ birthDate: '1980', disabilityDegree: 'severe' }], true],
    ['someone of whom nothing is known', [{ birthDate: '1980' }], null],
    ['an unknown person beside a worker', [{}, { birthDate: '1990', labourStatus: 'farmWork' }], false],
    ['a helper who may be under age', [{ birthDate: '2008', labourStatus: 'farmWork' }], null],
    ['nobody', [], null],
  ] as [string, Partial<MemberFacts>[], boolean | null][])(
    'of %s has no labour capacity: %o',
    (_who, members, expected) => expect(flags(members).noLabourCapacity).toBe(expected),
  );

  it.each([
    ['merit', [{ meritGroup: null }, { meritGroup: 'thương binh' }], true],
    ['merit', [{ meritGroup: 'none' }, { meritGroup: 'none' }], false],
    ['merit', [{ meritGroup: 'none' }, {}], null],
    ['femaleHead', [{ sex: 'female' }], true],
    ['femaleHead', [{}], null],
    ['socialAssistance', [{ monthlyAllowance: 'none' }, { monthlyAllowance: 'disability' }], true],
    ['socialAssistance', [{ monthlyAllowance: 'merit' }], false],
    ['socialAssistance', [{ monthlyAllowance: 'none' }, {}], null],
  ] as [keyof ReturnType<typeof flags>, Partial<MemberFacts>[], boolean | null][])(
    '%s of %o is %s',
    (flag, members, expected) => expect(flags(members)[flag]).toBe(expected),
  );

  it.each([
    ['2021-10-16', true],
    ['2021-10-15', false],
    [null, false],
  ])('that left poverty on %s has recently exited: %s', (lastExit, expected) =>
    expect(flags([{}], { lastExit }).recentlyExited).toBe(expected),
  );

  it('is of a local group only where the province lists such groups', () => {
    expect(flags([{ ethnicity: '20' }]).localMinority).toBe(false);
    expect(flags([{ ethnicity: '20' }], { localGroups: ['12', '20'] }).localMinority).toBe(true);
    expect(flags([{}], { localGroups: ['20'] }).localMinority).toBeNull();
  });

  it('keeps an officer’s word with its reason before what is derived', () => {
    const shown = flagsInForce(flags([{ ethnicity: '01' }]), {
      minority: { value: true, reason: 'Giấy khai sinh' },
    });
    expect(shown.find((each) => each.flag === 'minority')).toEqual({
      flag: 'minority',
      value: true,
      overridden: true,
      reason: 'Giấy khai sinh',
    });
    expect(shown.filter((each) => each.overridden)).toHaveLength(1);
  });
});

describe('an ethnic group', () => {
  const find = ethnicGroupFinder([
    { code: '01', name: 'Kinh', aliases: ['Việt'] },
    { code: '02', name: 'Tày', aliases: [] },
    { code: '12', name: 'Ê-đê', aliases: ['Rađê'] },
    { code: '20', name: 'Mnông', aliases: ['M’Nông'] },
    { code: '24', name: 'Thổ', aliases: [] },
    { code: '90', name: 'Thô', aliases: [] },
  ]);
  it.each([
    ['1', '01'],
    ['01', '01'],
    ['KINH', '01'],
    ['Ê Đê', '12'],
    ["m'nông", '20'],
    ['Tày'.normalize('NFD'), '02'],
    ['Tay', '02'],
    ['Tầy', undefined],
    ['Thổ', '24'],
    ['Tho', undefined],
    ['Sao Hỏa', undefined],
  ])('is found by “%s”: %s', (text, code) => expect(find(text)).toBe(code));
});
