import { unknownFacts } from '@benvung/domain/household/unknown-facts';
import { sampleClosing } from '@benvung/domain/review/review-record.sample';
import type { HouseholdClass } from '@benvung/domain/standard/household-class';
import type { ReviewEvidence } from '@benvung/domain/standard/review-evidence';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { putReviewRecords } from '../review/review.public.ts';
import {
  openTestRounds,
  pathOfTestUnit,
  testHouseholdId,
  testRecord,
  writeTestHousehold,
  writeTestTerritory,
} from '../review/review.test-support.ts';
import { exportSimulated } from './export-simulated.ts';
import { listSimulatedChange, simulateStandard } from './simulate-standard.ts';

const today = '2024-11-01';
const FORM = { kind: 'signedForm', form: null } as const;

/** What was found of each household: its class, and the form. */
const HOUSEHOLDS: readonly (readonly [HouseholdClass, ReviewEvidence | null])[] = [
  ['POOR', { ...FORM, incomeScore: 120, deprivationScore: 40, deprivations: '111100000000' }],
  ['NEAR_POOR', { ...FORM, incomeScore: 130, deprivationScore: 20, deprivations: '110000000000' }],
  ['POOR', { ...FORM, incomeScore: 110, deprivationScore: 30, deprivations: null }],
  ['NOT_POOR', null],
];

describeOnEachDatabase('trying another standard', (open) => {
  let handle: DatabaseHandle;
  const wanted = { unitId: 7, year: 2024, after: null, areas: null, today };

  beforeAll(async () => {
    handle = await open();
    await writeTestTerritory(handle.db);
    const round = (await openTestRounds(handle.db, 2024)).get(7)!;
    for (const [at, [of, evidence]] of HOUSEHOLDS.entries()) {
      const householdId = testHouseholdId(at + 1);
      await writeTestHousehold(handle.db, householdId, 71);
      const record = testRecord(round, { householdId, opening: null, closing: sampleClosing({ class: of }) });
      expect(await putReviewRecords(handle.db, [record], { today })).toMatchObject({ ok: true });
      if (evidence === null) continue;
      const facts = { ...unknownFacts('rural', '2024-10-10'), farmHousehold: true };
      await sql`insert into review_facts values (7, ${householdId}::uuid, 2024, ${pathOfTestUnit(71)},
        ${JSON.stringify({ facts, evidence, note: null })}::jsonb)`.execute(handle.db);
    }
  });

  test('counts who would change class, and apart whom nobody can tell, with the reason', async () => {
    const tried = await simulateStandard(handle.db, { ...wanted, standardId: 'VN-2027' });
    expect(tried).toMatchObject({ ok: true, value: { done: 4, total: 4, next: null } });
    if (!tried.ok) return;
    expect(tried.value.standard).toMatchObject({ id: 'VN-2027', draft: true, local: false });
    expect(tried.value.counts).toEqual([
      { from: 'POOR', to: 'POOR', households: 1, persons: 4 },
      { from: 'NEAR_POOR', to: 'UNDETERMINED', households: 1, persons: 4 },
    ]);
    expect(tried.value.notSimulated).toEqual([
      { from: 'POOR', reason: 'paperTotals', households: 1 },
      { from: 'NOT_POOR', reason: 'noAnswers', households: 1 },
    ]);
  });

  test('lists the households of a change with why; under the same indicators totals are enough', async () => {
    const change = { standardId: 'DONG-NAI-2022', from: 'NEAR_POOR', to: 'POOR', language: 'vi' } as const;
    const listed = await listSimulatedChange(handle.db, { ...wanted, ...change });
    expect(listed).toMatchObject({
      value: { next: null, households: [{ id: testHouseholdId(2), village: 'Thôn Một', from: 'NEAR_POOR' }] },
    });
    expect(listed.ok && listed.value.households[0]?.why).toMatch(/DONG-NAI-2022.*từ 2 trở lên/u);
    const setting = {
      place: 'Xã',
      person: 'Người xuất',
      at: '2024-11-01T00:00:00.000Z',
      demonstration: false,
    };
    const { after: _after, ...all } = wanted;
    const file = await exportSimulated(handle.db, { ...all, ...change }, { ...setting, purpose: 'so chuẩn' });
    expect(file).toMatchObject({
      value: {
        title: 'Hộ sẽ đổi từ hộ cận nghèo sang hộ nghèo',
        rows: [
          [
            null,
            expect.any(String),
            4,
            'Thôn Một',
            'hộ cận nghèo',
            'hộ nghèo',
            expect.stringMatching(/từ 2/u),
          ],
        ],
      },
    });
    expect(file.ok && file.value.facts.join(' ')).toMatch(/không dùng để công nhận.*so chuẩn/u);
    const totals = await simulateStandard(handle.db, { ...wanted, standardId: 'DONG-NAI-2022' });
    expect(totals.ok && totals.value.counts).toContainEqual({
      from: 'POOR',
      to: 'POOR',
      households: 2,
      persons: 8,
    });
  });

  test('is refused outside one’s area and for a standard nobody knows', async () => {
    const outside = { ...wanted, areas: ['/1/46/462/'], standardId: 'VN-2027' };
    expect(await simulateStandard(handle.db, outside)).toMatchObject({
      problem: { code: 'shared.outside-area' },
    });
    expect(await simulateStandard(handle.db, { ...wanted, standardId: 'VN-1999' })).toMatchObject({
      problem: { code: 'standard.unknown-standard' },
    });
  });
});
