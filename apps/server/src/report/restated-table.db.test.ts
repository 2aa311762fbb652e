import type { OfficialTable } from '@benvung/contract/report';
import { sampleClosing } from '@benvung/domain/review/review-record.sample';
import { beforeAll, expect, test } from 'vitest';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { putPopulationBase, putReviewRecords } from '../review/review.public.ts';
import {
  openTestRounds,
  pathOfTestUnit,
  testHouseholdId,
  testRecord,
  writeTestHousehold,
  writeTestMerge,
  writeTestTerritory,
} from '../review/review.test-support.ts';
import type { RestRow } from './cell-places.ts';
import { computeTable } from './compute-table.ts';
import { openCell } from './open-cell.ts';

const NEW_MAP = '2025-07-01';
/** Poor households of 2023 by commune and village; 0: the village is not known. */
const POOR: readonly [communeId: number, villageId: number, households: number][] = [
  [7, 71, 3],
  [7, 72, 2],
  [7, 0, 1],
  [8, 81, 4],
  [9, 91, 5],
];
const BASES: Record<number, number> = { 7: 100, 8: 200, 9: 300 };

describeOnEachDatabase('a table of 2023 on the map of 1/7/2025', (open) => {
  let handle: DatabaseHandle;
  beforeAll(async () => {
    handle = await open();
    const { db } = handle;
    await writeTestTerritory(db);
    await writeTestMerge(db);
    const rounds = await openTestRounds(db, 2023);
    let number = 0;
    for (const [communeId, villageId, households] of POOR)
      for (let at = 0; at < households; at++) {
        const householdId = testHouseholdId(++number);
        await writeTestHousehold(db, householdId, villageId || 71);
        const record = testRecord(rounds.get(communeId)!, {
          householdId,
          opening: null,
          arrivalReason: 'newEntry',
          closing: sampleClosing({ villageId, persons: 2 }),
        });
        await putReviewRecords(db, [record], { today: '2023-12-01' });
      }
    await putPopulationBase(
      db,
      Object.entries(BASES).map(([commune, households]) => ({
        year: 2023,
        communeId: Number(commune),
        villageId: 0,
        households,
        persons: households * 4,
        minorityHouseholds: null,
        minorityPersons: null,
        localMinorityHouseholds: null,
        localMinorityPersons: null,
        source: 'thử',
        onDay: '2023-12-31',
        demonstration: false,
        scopePath: pathOfTestUnit(Number(commune)),
      })),
    );
  });

  const compute = async (
    unit: string,
    map: string | null,
    { number = 1, levels = 1 as 1 | 2 } = {},
  ): Promise<OfficialTable> => {
    const computed = await computeTable(handle.db, {
      number,
      unit,
      year: 2023,
      map,
      standardId: null,
      levels,
      checks: true,
      areas: null,
      now: '',
    });
    if (!computed.ok) throw new Error(computed.problem.code);
    return computed.value;
  };
  const poorOf = (table: OfficialTable) =>
    table.rows.map((row) => [row.unit?.name ?? row.kind, row.values[0], row.values[2], row.values[3]]);

  test('households of a split commune follow their village; the others stay visible', async () => {
    const table = await compute('46', NEW_MAP);
    expect(poorOf(table)).toEqual([
      ['Xã Mười', null, 7, null],
      ['Xã Mười Một', null, 7, null],
      ['notAssignable', 100, 1, 1],
    ]);
    expect(table.unverified).toContain('not-assignable');
  });

  test('the total is the total as it was, in every table', async () => {
    for (let number = 1; number <= 13; number++) {
      const [then, now] = [await compute('46', null, { number }), await compute('46', NEW_MAP, { number })];
      expect({ counts: countsOf(now) }).toEqual({ counts: countsOf(then) });
    }
  });
  /** The base of the province is unknown once a part of it is; counts never change. */
  const countsOf = (table: OfficialTable) =>
    table.total.filter((_value, at) => table.columns[at]?.opens === true);

  test('a commune of the new map holds what certainly lies in it', async () => {
    expect(poorOf(await compute('00010', NEW_MAP))).toEqual([
      ['Thôn Ba', null, 4, null],
      ['Thôn Một', null, 3, null],
    ]);
  });

  test('with two levels, villages stand below their new commune', async () => {
    expect(
      (await compute('46', NEW_MAP, { levels: 2 })).rows.map((row) => [
        row.unit?.name ?? row.kind,
        row.values[2],
      ]),
    ).toEqual([
      ['Xã Mười', 7],
      ['Thôn Ba', 4],
      ['Thôn Một', 3],
      ['Xã Mười Một', 7],
      ['Thôn Hai', 2],
      ['Tổ dân phố Bốn', 5],
      ['notAssignable', 1],
    ]);
  });

  test('a code is read on the day of the round; a unit that is not on the map is refused', async () => {
    expect((await compute('00007', null)).total[2]).toBe(6);
    await expect(compute('00007', NEW_MAP)).rejects.toThrow('report.unit-not-on-map');
    await expect(compute('00009999', NEW_MAP)).rejects.toThrow('report.unit-not-found');
  });

  const PERSON_COLUMNS = ['c9', 'c11', 'c13'];
  const openRow = async (row: OfficialTable['rows'][number], column: string, map: string | null) => {
    const at = row.unit ?? row.within;
    const cell = {
      unit: `id:${at?.id}`,
      column,
      line: row.line === 'persons' ? 'persons' : 'households',
    } as const;
    const rest = row.unit === null ? (row.kind as RestRow) : undefined;
    const shared = { number: 1, year: 2023, map, standardId: null, areas: null, page: 1 };
    const opened = await openCell(handle.db, { ...shared, ...cell, rest });
    if (!opened.ok) throw new Error(opened.problem.code);
    return PERSON_COLUMNS.includes(column) ? opened.value.persons : opened.value.count;
  };
  const TABLES = [
    ['46', NEW_MAP, 1],
    ['46', NEW_MAP, 2],
    ['VN', NEW_MAP, 2],
    ['00010', NEW_MAP, 1],
    ['00007', null, 1],
  ] as const;
  test.each(TABLES)(
    'every count of unit %s on the map %s (levels %s) opens to as many households',
    async (unit, map, levels) => {
      const table = await compute(unit, map, { levels });
      for (const row of table.rows)
        for (const [at, { key, opens }] of table.columns.entries()) {
          if (opens !== true) continue;
          expect([row.kind, key, await openRow(row, key, map)]).toEqual([row.kind, key, row.values[at] ?? 0]);
        }
    },
  );

  test('the household nobody can place is found by its row', async () => {
    const rest = (await compute('46', NEW_MAP)).rows.at(-1)!;
    expect([rest.kind, rest.within?.name, rest.values[2]]).toEqual(['notAssignable', 'Tỉnh Thử', 1]);
    expect(await openRow(rest, 'c3', NEW_MAP)).toBe(1);
    const unknown = (await compute('00007', null)).rows.at(-1)!;
    expect([unknown.kind, unknown.within?.name, unknown.values[2]]).toEqual(['villageUnknown', 'Xã Bảy', 1]);
  });
});
