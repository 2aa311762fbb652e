import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { householdFactsSchema } from '@benvung/regulations/household-facts.schema';
import { expect, test } from 'vitest';
import { putReviewFacts, writeHouseholds } from '../household/household.public.ts';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { repositoryFolder } from '../platform/server-folder.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { classifyUnit } from './classify-unit.ts';
import { getStandard } from './standard.public.ts';

const examples = JSON.parse(
  readFileSync(
    join(repositoryFolder, 'packages/regulations/poverty-standard/VN-2022/1/examples.json'),
    'utf8',
  ),
);
const wellOff = householdFactsSchema.parse(examples.household);
const withoutWaterAndToilet = {
  ...wellOff,
  dwelling: { ...wellOff.dwelling, water: 'surface', toilet: 'noToilet' },
} as const;

async function writeReview(
  handle: DatabaseHandle,
  facts: typeof wellOff,
  incomeScore: number,
  village: string,
) {
  const id = newId();
  const scopePath = `/1/46/7/${village}/`;
  const members = facts.members.map((member) => ({ ...member, personId: newId() }));
  const household = {
    id,
    originCommuneId: 7,
    listCode: null,
    registrationNumber: null,
    phone: null,
    address: null,
    villageId: Number(village),
    scopePath,
    residentSince: '2023-09-01',
    residenceReason: 'registered',
    ended: null,
    headName: 'Hoàng Thị Nga',
    persons: null,
    members,
    flagOverrides: {},
    demonstration: true,
  };
  await handle.withSession((session) => writeHouseholds(session, [household], '2024-10-15T02:00:00.000Z'));
  const evidence = { kind: 'scored', incomeScore, scorecard: null } as const;
  const key = { originCommuneId: 7, householdId: id, year: 2023, scopePath };
  await putReviewFacts(handle.db, [{ ...key, facts: { ...facts, members }, evidence, note: null }]);
}

describeOnEachDatabase('the stored answers of a unit', (open) => {
  test('are counted by the class another standard would give, and only those of the unit and the year', async () => {
    const handle = await open();
    await writeReview(handle, withoutWaterAndToilet, 120, '70');
    await writeReview(handle, wellOff, 200, '70');
    await writeReview(handle, withoutWaterAndToilet, 120, '71');
    const count = async (path: string, year: number, standard: string) => {
      const { households, classes } = await classifyUnit(handle.db, {
        path,
        year,
        standardOf: () => getStandard(standard),
      });
      return [households, classes.POOR.households, classes.NEAR_POOR.households, classes.NOT_POOR.households];
    };
    expect(await count('/1/46/7/', 2023, 'VN-2022')).toEqual([3, 0, 2, 1]);
    expect(await count('/1/46/7/70/', 2023, 'VN-2022')).toEqual([2, 0, 1, 1]);
    expect(await count('/1/46/7/', 2023, 'DONG-NAI-2022')).toEqual([3, 2, 0, 0]);
    expect(await count('/1/46/7/', 2024, 'VN-2022')).toEqual([0, 0, 0, 0]);
    expect(await count('/1/46/8/', 2023, 'VN-2022')).toEqual([0, 0, 0, 0]);
  });
});
