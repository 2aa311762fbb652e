import { describe, expect, test } from 'vitest';
import { LANH, NGA, sampleHousehold, UT } from './household.sample.ts';
import type { MemberFacts } from './household-facts.ts';
import { sampleMember } from './member.sample.ts';
import { type Roster, takeRoster } from './take-roster.ts';

const NEW = '018f0000-0000-7000-8000-000000000004';
const time = { day: '2024-10-15', today: '2024-10-15', version: 1 };
const written = () => sampleHousehold().members;
const take = (members: readonly MemberFacts[], left: Roster['left'] = new Map()) =>
  takeRoster(sampleHousehold(), { members, left }, time);
const taken = (...told: Parameters<typeof take>) => {
  const result = take(...told);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};

describe('a roster taken into a household', () => {
  test('that says what is written changes nothing', () => {
    expect(taken(written())).toEqual({ state: sampleHousehold(), events: [] });
  });

  test('leaves alone what it does not know', () => {
    const blank = sampleMember({ personId: LANH, fullName: '', relation: 'child' });
    const { events, state } = taken(written().map((each) => (each.personId === LANH ? blank : each)));
    expect(events).toEqual([]);
    expect(state.members).toEqual(sampleHousehold().members);
  });

  test('corrects facts, naming them in the history and never what they say', () => {
    const changed = written().map((each) =>
      each.personId === LANH ? { ...each, healthInsurance: true } : each,
    );
    expect(taken(changed).events).toEqual([
      { kind: 'memberCorrected', detail: { personId: LANH, fields: ['healthInsurance'] } },
    ]);
  });

  test('brings newcomers in, the newly born as such, and lets others go for the reason told', () => {
    const baby = sampleMember({
      personId: NEW,
      fullName: 'Hồ Thị Bé',
      relation: 'grandchild',
      birthDate: '2024-05-01',
    });
    const { state, events } = taken(
      [...written().filter(({ personId }) => personId !== UT), baby],
      new Map([[UT, 'died']]),
    );
    expect(events).toEqual([
      { kind: 'memberJoined', detail: { personId: NEW, reason: 'born' } },
      { kind: 'memberLeft', detail: { personId: UT, reason: 'died' } },
    ]);
    expect(state.members.map(({ personId }) => personId)).toEqual([NGA, LANH, NEW]);
    expect(state.departed.at(-1)).toMatchObject({ on: '2024-10-15', reason: 'died' });
  });

  test('makes a newcomer the head when the old one has died', () => {
    const wife = sampleMember({ personId: NEW, fullName: 'Hồ Thị Mới', relation: 'head' });
    const { state, events } = taken(
      [wife, ...written().filter(({ personId }) => personId !== NGA)],
      new Map([[NGA, 'died']]),
    );
    expect(events.map(({ kind }) => kind)).toEqual(['memberJoined', 'headChanged', 'memberLeft']);
    expect(state.members.find(({ personId }) => personId === NEW)?.relation).toBe('head');
    expect(state.members.some(({ personId }) => personId === NGA)).toBe(false);
  });

  test('changes the head among those who stay', () => {
    const relations = { [NGA]: 'parent', [LANH]: 'head', [UT]: 'child' } as const;
    const members = written().map((each) => ({
      ...each,
      relation: relations[each.personId as keyof typeof relations],
    }));
    const { state } = taken(members);
    expect(Object.fromEntries(state.members.map((each) => [each.personId, each.relation]))).toEqual(
      relations,
    );
  });

  test.each<[string, () => readonly MemberFacts[], string]>([
    [
      'two heads',
      () => written().map((each) => ({ ...each, relation: 'head' as const })),
      'household.two-heads',
    ],
    [
      'no head',
      () => written().map((each) => ({ ...each, relation: 'child' as const })),
      'household.head-missing',
    ],
    [
      'a newcomer without a name',
      () => [...written(), sampleMember({ personId: NEW, fullName: '', relation: 'other' })],
      'household.person-name-missing',
    ],
  ])('with %s is refused', (_, members, code) => {
    const result = take(members());
    expect(result.ok ? null : result.problem.code).toBe(code);
  });

  test('of someone who saw an older version is refused', () => {
    const result = takeRoster(sampleHousehold({ version: 2 }), { members: written(), left: new Map() }, time);
    expect(result.ok ? null : result.problem.code).toBe('household.version-conflict');
  });
});
