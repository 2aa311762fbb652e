import { describe, expect, test } from 'vitest';
import { type HouseholdToMatch, type MemberToMatch, proposeMatches } from './match-households.ts';

const member = (
  name: string,
  birthYear: number | null,
  identityNumber: string | null = null,
): MemberToMatch => ({
  name,
  birthYear,
  identityNumber,
});
const household = (key: string, changes: Partial<HouseholdToMatch> = {}): HouseholdToMatch => ({
  key,
  headName: 'Nguyễn Thị Hòa',
  headIdentityNumber: null,
  headBirthYear: 1961,
  villageId: 71,
  members: [member('Nguyễn Thị Hòa', 1961), member('Lê Văn Bảy', 1985), member('Lê Thị Út', 1990)],
  ...changes,
});
const outcome = (listed: HouseholdToMatch[], candidates: HouseholdToMatch[]) =>
  proposeMatches(listed, candidates).matches.map(({ candidateKey, certainty, evidence }) => [
    candidateKey,
    certainty,
    ...evidence,
  ]);

describe('a household of this year’s list', () => {
  test('is certainly the one whose head has the same identity number, wherever it now lives', () => {
    const number = '046061000123';
    expect(
      outcome(
        [household('a', { headIdentityNumber: number, villageId: 99, headBirthYear: null, members: [] })],
        [household('x', { headIdentityNumber: number })],
      ),
    ).toEqual([['x', 'certain', 'headIdentityNumber']]);
  });

  test('with the same number under another name is probable only', () => {
    const number = '046061000123';
    expect(
      outcome(
        [household('a', { headIdentityNumber: number, headName: 'Trần Văn Khác', members: [] })],
        [household('x', { headIdentityNumber: number })],
      ),
    ).toEqual([['x', 'probable', 'headIdentityNumber', 'namesDiffer']]);
  });

  test('is found by name, birth year and village however the name is written', () => {
    expect(outcome([household('a', { headName: 'NGUYỄN THỊ HOÀ' })], [household('x')])).toEqual([
      ['x', 'certain', 'headNameBirthYearVillage'],
    ]);
  });

  test('is certain by its head when the list names heads only', () => {
    const alone = household('a', { members: [member('Nguyễn Thị Hòa', 1961)], membersListed: false });
    expect(outcome([alone], [household('x')])).toEqual([['x', 'certain', 'headNameBirthYearVillage']]);
    expect(outcome([{ ...alone, membersListed: true }], [household('x')])).toEqual([
      ['x', 'probable', 'headNameBirthYearVillage'],
    ]);
    expect(outcome([alone], [household('x'), household('y')]).map(([, certainty]) => certainty)).toEqual([
      'probable',
    ]);
  });

  test('is probable when no other member confirms the head', () => {
    expect(
      outcome(
        [household('a', { members: [member('Nguyễn Thị Hòa', 1961), member('Ai Khác', 2000)] })],
        [household('x')],
      ),
    ).toEqual([['x', 'probable', 'headNameBirthYearVillage']]);
  });

  test('is probable when both heads have numbers that differ though the members agree', () => {
    expect(
      outcome(
        [household('a', { headIdentityNumber: '046061000123' })],
        [household('x', { headIdentityNumber: '046061000999' })],
      ),
    ).toEqual([['x', 'probable', 'headNameBirthYearVillage', 'identityNumbersDiffer']]);
  });

  test('is found by its members when the head changed', () => {
    const changed = household('a', { headName: 'Lê Văn Bảy', headBirthYear: 1985 });
    expect(outcome([changed], [household('x')])).toEqual([['x', 'probable', 'members']]);
  });

  test('that nobody of last year fits is new, and last year’s is left over', () => {
    const proposal = proposeMatches(
      [household('a', { headName: 'Hồ Văn Lanh', members: [member('Hồ Văn Lanh', 1970)] })],
      [household('x')],
    );
    expect(proposal).toMatchObject({
      matches: [{ candidateKey: null, certainty: 'none' }],
      unmatchedCandidates: ['x'],
    });
  });

  test('of two that fit equally is proposed one with the doubt said', () => {
    expect(outcome([household('a')], [household('x'), household('y')])[0]).toEqual([
      'x',
      'probable',
      'headNameBirthYearVillage',
      'severalCandidates',
    ]);
  });
});

test('each household of last year is proposed once, to the strongest evidence', () => {
  const number = '046061000123';
  const proposal = proposeMatches(
    [household('a'), household('b', { headIdentityNumber: number })],
    [household('x', { headIdentityNumber: number })],
  );
  expect(proposal.matches.map(({ listedKey, candidateKey }) => [listedKey, candidateKey])).toEqual([
    ['a', null],
    ['b', 'x'],
  ]);
});
