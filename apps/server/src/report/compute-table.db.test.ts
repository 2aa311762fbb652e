import type { OfficialTable } from '@benvung/contract/report';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { writeTestTerritory } from '../review/review.test-support.ts';
import { computeTable, type TableWanted } from './compute-table.ts';
import { openCell } from './open-cell.ts';
import { readHome } from './read-home.ts';
import { reportForms } from './report-forms.ts';
import { twoYears, writeTwoYears } from './two-years.test-support.ts';

describeOnEachDatabase('two years in one commune', (open) => {
  let handle: DatabaseHandle;
  beforeAll(async () => {
    handle = await open();
    await writeTestTerritory(handle.db);
    await writeTwoYears(handle.db);
  });

  const wanted: Omit<TableWanted, 'number'> = {
    unit: '00007',
    year: 2024,
    map: null,
    standardId: null,
    levels: 1,
    checks: true,
    areas: null,
    now: '2024-12-31T00:00:00Z',
  };
  const compute = async (number: number, changes: Partial<TableWanted> = {}): Promise<OfficialTable> => {
    const computed = await computeTable(handle.db, { ...wanted, number, ...changes });
    if (!computed.ok) throw new Error(computed.problem.code);
    return computed.value;
  };

  describe('every table is what was worked out by hand', () => {
    test.each(Object.entries(twoYears.tables))('table %s', async (number, expected) => {
      const { total, persons, marks, ...units } = expected;
      const table = await compute(Number(number));
      expect(table.total).toEqual(total);
      if (persons !== undefined) expect(table.totalPersons).toEqual(persons);
      for (const [name, values] of Object.entries(units))
        expect(table.rows.find((row) => row.unit?.name === name)?.values).toEqual(values);
      if (marks !== undefined) expect(marksOf(table)).toEqual(marks);
    });
  });

  const marksOf = (table: OfficialTable): [unknown, string][] => {
    const at = (key: string) => table.columns.findIndex((column) => column.key === key);
    const [isNew, isRelapse] = [at('isNew'), at('isRelapse')];
    return table.rows
      .map((row): [unknown, string] => [
        row.values[at('fullName')],
        row.values[isNew] === 'x' ? 'new' : row.values[isRelapse] === 'x' ? 'relapse' : 'old',
      ])
      .sort(([a], [b]) => String(a).localeCompare(String(b)));
  };

  test('all six identities hold, for the commune, its district and its province', async () => {
    for (const unit of ['00007', '461', '46']) {
      const { checks } = await compute(1, { unit });
      expect(checks.map(({ id, ok }) => [id, ok])).toEqual(
        ['1', '2', '3', '4', '5', '6'].map((id) => [id, true]),
      );
      expect(checks.map(({ detail }) => detail)).not.toContainEqual(expect.stringContaining('chưa đủ'));
    }
  });

  test('the tables of larger units add up from the commune', async () => {
    const commune = await compute(2);
    for (const unit of ['461', '46', 'id:1'])
      expect(await compute(2, { unit })).toMatchObject({
        total: commune.total,
        totalPersons: commune.totalPersons,
      });
  });

  test('every figure opens to as many households and persons', async () => {
    for (const { number, kind } of reportForms()) {
      if (kind === 'list') continue;
      const table = await compute(number, { unit: '46' });
      for (const [at, { key, opens }] of table.columns.entries()) {
        if (!opens) continue;
        for (const line of ['households', 'persons'] as const) {
          const cell = { ...wanted, number, unit: '46', column: key, line, page: 1 };
          const opened = await openCell(handle.db, cell);
          if (!opened.ok) throw new Error(opened.problem.code);
          const inPersons =
            number === 11 ||
            key === 'sum' ||
            (number !== 2 && number !== 3 && number !== 8 && /^(c9|c11|c13|m)/u.test(key));
          if (line === 'households' && !inPersons)
            expect([number, key, opened.value.count]).toEqual([number, key, table.total[at]]);
          if (line === 'persons' && table.totalPersons !== undefined)
            expect([number, key, opened.value.persons]).toEqual([number, key, table.totalPersons[at]]);
        }
      }
    }
  });

  test('a unit without a round is blank, not 0', async () => {
    const { rows } = await compute(1, { unit: '46', year: 2022 });
    expect(rows.map((row) => row.values)).toEqual([new Array(15).fill(null), new Array(15).fill(null)]);
  });

  test('two levels of rows: each district in bold, its communes below it', async () => {
    const { rows } = await compute(1, { unit: '46', levels: 2 });
    expect(rows.map((row) => [row.unit?.name, row.kind])).toEqual([
      ['Huyện Đông', 'group'],
      ['Xã Bảy', 'unit'],
      ['Xã Tám', 'unit'],
      ['Huyện Tây', 'group'],
      ['Phường Chín', 'unit'],
    ]);
  });

  test('marks what makes it provisional', async () => {
    expect((await compute(1)).unverified).toEqual(['provisional', 'undetermined']);
  });

  test('the landing page shows opening, current and change; the unreviewed keep their class', async () => {
    const home = await readHome(handle.db, {
      unit: '00007',
      today: '2024-12-20',
      time: '09:00',
      areas: null,
    });
    if (!home.ok) throw new Error(home.problem.code);
    expect(home.value).toMatchObject({
      year: 2024,
      progress: { status: 'OPEN', recognised: 10, scored: 1 },
      figures: [
        {
          class: 'POOR',
          opening: 5,
          current: 5,
          change: 0,
          carried: 0,
          openingRate: 5,
          currentRate: 4.9,
          state: 'provisional',
        },
        { class: 'NEAR_POOR', opening: 2, current: 2, openingRate: 2, currentRate: 1.96 },
      ],
      history: [{ year: 2023, poor: 5, nearPoor: 2, poorRate: 5, nearPoorRate: 2 }],
    });
    expect(home.value.tasks.map(({ kind, overdueDays }) => [kind, overdueDays])).toEqual([
      ['undetermined', 6],
      ['not-recognised', 6],
    ]);
    expect(home.value.children.map((child) => [child.unit.name, child.figures[0]?.current])).toEqual([
      ['Thôn Hai', 1],
      ['Thôn Một', 4],
    ]);
  });

  test('a unit outside the reader’s areas is not found', async () => {
    const computed = await computeTable(handle.db, {
      number: 1,
      unit: '46',
      year: 2024,
      map: null,
      standardId: null,
      levels: 1,
      checks: false,
      areas: ['/1/46/461/'],
      now: '',
    });
    expect(computed).toMatchObject({ problem: { code: 'report.unit-not-found' } });
  });
});
