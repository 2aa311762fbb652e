import { sampleClosing } from '@benvung/domain/review/review-record.sample';
import { HOUSEHOLD_CLASSES } from '@benvung/domain/standard/household-class';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { openRounds, putPopulationBase, putReviewRecords, rebuildCounters } from '../review/review.public.ts';
import {
  openTestRounds,
  pathOfTestUnit,
  testHouseholdId,
  testRecord,
  writeTestHousehold,
  writeTestMerge,
  writeTestTerritory,
} from '../review/review.test-support.ts';
import { type ReviewRound, updateRoundStatus } from '../review/review-round.store.ts';
import { followTerritory } from '../territory/territory.public.ts';
import { computeTable } from './compute-table.ts';
import type { FiguresWanted } from './figures.store.ts';
import { findTableYear } from './find-table-year.ts';
import { readFigures, readKeptSheets } from './kept-sheets.ts';
import { gatherSheets, type Sheets } from './unit-figures.ts';

const YEAR = 2024;
const TODAY = `${YEAR}-10-01`;
/** A province of its own beside the test country's. */
const OTHER = { province: 47, commune: 12, path: '/1/47/12/' };
const VILLAGE_OF: Record<number, number> = { 7: 71, 8: 81, 9: 91, 12: 0 };
const COMMUNES = [7, 8, 9, 12];

type Step =
  | { readonly kind: 'put'; readonly household: number; readonly communeId: number; readonly draw: number }
  | { readonly kind: 'base'; readonly communeId: number; readonly draw: number }
  | { readonly kind: 'rebuild'; readonly communeId: number };
const communeId = fc.constantFrom(...COMMUNES);
const draw = fc.integer({ min: 0, max: 2 ** 16 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('put' as const), household: fc.nat(7), communeId, draw }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('base' as const), communeId, draw }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rebuild' as const), communeId }) },
);

const WANTED: FiguresWanted = {
  year: YEAR,
  standardId: 'VN-2022',
  day: TODAY,
  path: '/1/',
  measures: null,
  seesNation: true,
};
const READINGS: readonly [wanted: FiguresWanted, depth: number][] = [
  [{ ...WANTED, measures: ['closing', 'opening'], baseFields: ['households'], pathsAreCurrent: true }, 0],
  [WANTED, 0],
  [WANTED, 1],
];

describeOnEachDatabase('the sums kept of each province', (open) => {
  let handle: DatabaseHandle;
  let rounds: Map<number, ReviewRound>;
  beforeAll(async () => {
    handle = await open();
    const { db } = handle;
    await writeTestTerritory(db);
    await writeOtherProvince();
    await sql`insert into territory_load (id, name, content_hash, loaded_at, loaded_by)
      values (gen_random_uuid(), 'thử', 'thử', now(), 'thử')`.execute(db);
    for (let at = 0; at < 8; at++) await writeTestHousehold(db, testHouseholdId(at), 71);
    rounds = new Map(await openTestRounds(db, YEAR));
  });

  async function writeOtherProvince(): Promise<void> {
    for (const [id, level, parent, path] of [
      [OTHER.province, 'province', 1, '/1/47/'],
      [OTHER.commune, 'commune', OTHER.province, OTHER.path],
    ] as const) {
      await sql`insert into territory_unit (id, level) values (${id}, ${level})`.execute(handle.db);
      await sql`insert into territory_unit_version
        (unit_id, valid_from, valid_to, level, code, name, type, area_type, parent_id, path, search_key, sort_key, source)
        values (${id}, '2021-01-01', null, ${level}, ${String(id)}, 'Khác', 'thử', 'rural', ${parent}, ${path}, 'khac',
          'khac', 'thử')`.execute(handle.db);
    }
  }

  const pathOf = (id: number) => (id === OTHER.commune ? OTHER.path : pathOfTestUnit(id));

  const expectKeptToBeTheLines = async (readings = READINGS) => {
    for (const [wanted, depth] of readings) {
      const lines = gatherSheets(await readFigures(handle.db, wanted, depth));
      expect(plain(await readKeptSheets(handle.db, wanted, depth))).toEqual(plain(lines));
      expect(plain(await readKeptSheets(handle.db, wanted, depth))).toEqual(plain(lines));
    }
  };
  const plain = (sheets: Sheets) =>
    Object.fromEntries(
      [...sheets].map(([id, { measures, base, rounds: standing, demonstrationRounds }]) => [
        id,
        {
          measures: Object.fromEntries(measures),
          base,
          standing: Object.fromEntries(standing),
          demonstrationRounds,
        },
      ]),
    );

  async function take(each: Step): Promise<void> {
    const { db } = handle;
    if (each.kind === 'rebuild') {
      await sql`update review_counter set poor_households = poor_households + 1
        where commune_id = ${each.communeId} and measure = 'closing'`.execute(db);
      await rebuildCounters(db, { year: YEAR, communeIds: [each.communeId], today: TODAY });
    } else if (each.kind === 'base') {
      const households = 100 + (each.draw % 50);
      const minorityHouseholds = each.draw % 3 === 0 ? null : 10;
      const line = { year: YEAR, communeId: each.communeId, villageId: 0, households, minorityHouseholds };
      const put = await putPopulationBase(db, [
        {
          ...line,
          persons: null,
          minorityPersons: null,
          localMinorityHouseholds: null,
          localMinorityPersons: null,
          source: 'thử',
          onDay: TODAY,
          demonstration: each.draw % 2 === 0,
          scopePath: pathOf(each.communeId),
        },
      ]);
      expect(put.ok).toBe(true);
    } else await putRecord(each);
  }

  async function putRecord(each: Extract<Step, { kind: 'put' }>): Promise<void> {
    const { db } = handle;
    if (!rounds.has(each.communeId)) {
      const opened = await openRounds(db, {
        year: YEAR,
        kind: 'PERIODIC',
        communes: [{ communeId: each.communeId, scopePath: pathOf(each.communeId) }],
        standardId: 'VN-2022',
        standardHash: 'x',
        localStandard: null,
        referenceDay: `${YEAR}-12-31`,
        today: TODAY,
        source: 'thử',
        demonstration: true,
        carryOver: false,
      });
      if (!opened.ok) throw new Error(opened.problem.code);
      rounds.set(each.communeId, opened.value[0] as ReviewRound);
    }
    const householdId = testHouseholdId(each.household);
    const stored = await sql<{ version: number }>`select version from review_record
      where origin_commune_id = 7 and household_id = ${householdId}::uuid and year = ${YEAR}`.execute(db);
    const put = await putReviewRecords(
      db,
      [
        testRecord(rounds.get(each.communeId)!, {
          householdId,
          closing: sampleClosing({
            class: HOUSEHOLD_CLASSES[each.draw % HOUSEHOLD_CLASSES.length],
            persons: 1 + (each.draw % 6),
            villageId: VILLAGE_OF[each.communeId] ?? 0,
            headEthnicity: each.draw % 2 === 0 ? '02' : '01',
          }),
          version: stored.rows[0]?.version ?? 0,
        }),
      ],
      { today: TODAY },
    );
    if (!put.ok) throw new Error(put.problem.code);
  }

  test('answer like the lines themselves after any changes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
        for (const each of steps) await take(each);
        await expectKeptToBeTheLines();
      }),
      { numRuns: 8 },
    );
  });

  test('nothing is written where nothing changed, and only the province where something did', async () => {
    await take({ kind: 'put', household: 1, communeId: 12, draw: 1 });
    await expectKeptToBeTheLines();
    const writtenAt = async () =>
      Object.fromEntries(
        (
          await sql<{ province: string; at: string }>`select province, xmin::text as at from report_subtotal
            where content_key like '% now %' order by 1`.execute(handle.db)
        ).rows.map(({ province, at }) => [province, at]),
      );
    const before = await writtenAt();
    expect(Object.keys(before)).toEqual(['46', '47']);
    await expectKeptToBeTheLines();
    expect(await writtenAt()).toEqual(before);
    await take({ kind: 'put', household: 1, communeId: 12, draw: 2 });
    await expectKeptToBeTheLines();
    const after = await writtenAt();
    expect(after['46']).toBe(before['46']);
    expect(after['47']).not.toBe(before['47']);
  });

  test('a round that closes is seen at once', async () => {
    await take({ kind: 'put', household: 2, communeId: 12, draw: 3 });
    await expectKeptToBeTheLines();
    const closed = { status: 'CLOSED', closedOn: TODAY, lockedOn: null } as const;
    await updateRoundStatus(handle.db, rounds.get(12)!.id, closed);
    await expectKeptToBeTheLines();
  });

  test('the nation’s table is the same before and after units merge, as it was and on the new map', async () => {
    const table = async (map: string | null, today: string) => {
      const computed = await computeTable(handle.db, {
        number: 2,
        unit: 'id:1',
        year: YEAR,
        map,
        standardId: null,
        levels: 2,
        checks: true,
        areas: null,
        now: '',
        today,
      });
      if (!computed.ok) throw new Error(computed.problem.code);
      return computed.value;
    };
    const before = await table(null, TODAY);
    await writeTestMerge(handle.db);
    await sql`insert into territory_load (id, name, content_hash, loaded_at, loaded_by)
      values (gen_random_uuid(), 'thử 2', 'thử 2', now(), 'thử')`.execute(handle.db);
    expect(await table(null, TODAY)).toEqual(before);
    expect(await followTerritory(handle, '2025-08-01')).toBeGreaterThan(0);
    expect(await table(null, '2025-08-01')).toEqual(before);
    await expectKeptToBeTheLines([...READINGS, [{ ...WANTED, day: '2025-08-01' }, 1]]);
    expect((await table('2025-08-01', '2025-08-01')).total).toEqual(before.total);
  });

  test('a year whose rounds do not agree is read as most of them were opened', async () => {
    expect(await findTableYear(handle.db, { year: YEAR, standardId: null })).toEqual({
      standardId: 'VN-2022',
      referenceDay: `${YEAR}-12-31`,
    });
    await sql`update review_round set reference_day = '2024-06-30' where year = ${YEAR} and commune_id = 12`.execute(
      handle.db,
    );
    expect((await findTableYear(handle.db, { year: YEAR, standardId: null })).referenceDay).toBe(
      `${YEAR}-12-31`,
    );
  });
});
