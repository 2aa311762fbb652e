import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { machineClock } from '../platform/clock.ts';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { computeTable } from '../report/compute-table.ts';
import { listRoundsUnder } from '../review/review.public.ts';
import { loadShippedTerritory, resolveUnit } from '../territory/territory.public.ts';
import { importList } from './import-list.ts';
import type { ListToImport } from './import-report.ts';
import { issueLine } from './issue-text.ts';

const AT = '2024-10-15T01:00:00.000Z';
const HEAD =
  'Họ tên chủ hộ;Thành viên;Quan hệ với chủ hộ;Ngày sinh;Giới tính;CCCD;Mã xã;Thôn;Dân tộc;Phân loại hộ;QĐ công nhận;B1;B2';
const NGA =
  'Hồ Thị Nga;Hồ Thị Nga;Chủ hộ;12/05/1961;Nữ;046161000123;20044;Thôn 1;Tà Ôi;Hộ nghèo;31/QĐ-UBND;110;40';
const MINH = 'Hồ Thị Nga;Hồ Văn Minh;Con;2010;Nam;;20044;Thôn 1;Tà Ôi;Hộ nghèo;31/QĐ-UBND;;';
const BA = 'Lê Văn Ba;Lê Văn Ba;Chủ hộ;1970;Nam;;20044;Thôn 2;Kinh;Hộ cận nghèo;31/QĐ-UBND;130;20';

describeOnEachDatabase('taking in a list', (open) => {
  let database: DatabaseHandle;
  const folder = mkdtempSync(join(tmpdir(), 'benvung-import-test-'));
  let made = 0;

  beforeAll(async () => {
    database = await open();
    await loadShippedTerritory(database, AT);
  });

  const take = (lines: readonly string[], more: Partial<ListToImport> = {}) => {
    made += 1;
    const path = join(folder, `list-${made}.csv`);
    writeFileSync(path, [HEAD, ...lines].join('\n'));
    return importList(
      { database, clock: machineClock('2024-10-15') },
      {
        path,
        year: 2023,
        unit: '20044',
        dryRun: false,
        openingOnly: false,
        areas: null,
        actor: { accountId: null, actor: 'test' },
        mayClose: false,
        ...more,
      },
    );
  };
  const count = async (table: string) =>
    (await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(database.db))
      .rows[0]?.count;
  const written = async () => [await count('household'), await count('person'), await count('review_record')];

  describe('refuses', () => {
    test.each([
      ['a bad cell among good ones', [NGA, BA.replace('1970', '30/02/1970')], {}, 'exchange.day-not-real'],
      ['a commune of another unit', [NGA.replace('20044', '20050')], {}, 'exchange.outside-unit'],
      ['a household without its village', [NGA.replace('Thôn 1', '')], {}, 'exchange.village-missing'],
      ['no household below its headers', [], {}, 'exchange.file-empty'],
      ['lost diacritics', [NGA.replaceAll('Hồ', 'H?')], {}, 'exchange.text-lost-diacritics'],
    ] as const)('%s, and writes nothing', async (_what, lines, more, code) => {
      const answer = await take(lines, more);
      expect(answer).toMatchObject({ ok: true, value: { written: false, errors: 1 } });
      expect(answer.ok && answer.value.issues.map((issue) => issue.code)).toContain(code);
      expect(await written()).toEqual([0, 0, 0]);
    });

    test.each([
      ['a unit outside the person’s areas', { areas: ['/1/2/'] }, 'shared.outside-area'],
      ['a unit nobody knows', { unit: '99999' }, 'exchange.unit-unknown'],
      ['a year before the programme', { year: 1999 }, 'exchange.year-out-of-range'],
    ] as const)('%s', async (_what, more, code) => {
      expect(await take([NGA], more)).toMatchObject({ ok: false, problem: { code } });
      expect(await written()).toEqual([0, 0, 0]);
    });
  });

  test('names each bad cell with its value and what to do', async () => {
    const answer = await take([BA.replace('1970', '30/02/1985')]);
    const lines = answer.ok ? answer.value.issues.map((issue) => issueLine(issue, 'vi')) : [];
    expect(lines).toContain('D2: 30/02/1985 — Ngày không có thật. Sửa ngày, hoặc chỉ ghi năm.');
  });

  test('tries without writing, and says what would happen', async () => {
    const answer = await take([NGA, MINH, BA], { dryRun: true });
    expect(answer).toMatchObject({
      ok: true,
      value: {
        written: false,
        dryRun: true,
        households: 2,
        persons: 3,
        rounds: 1,
        newVillages: 2,
        errors: 0,
      },
    });
    expect(await written()).toEqual([0, 0, 0]);
  });

  test('writes households, members, classes and an open round in one go', async () => {
    const answer = await take([NGA, MINH, BA], { batchId: '018f0000-0000-7000-8000-00000000000a' });
    expect(answer).toMatchObject({ ok: true, value: { written: true, households: 2, persons: 3 } });
    expect(await written()).toEqual([2, 3, 2]);
    const { rows } = await sql`select h.head_name, r.final_class, r.stage, r.arrival_reason, r.income_score,
        r.deprivation_score, r.minority, v.name as village
      from review_record r join household h on h.id = r.household_id
      join territory_unit_version v on v.unit_id = r.village_id and v.valid_to is null or v.unit_id = r.village_id
        and v.valid_from <= '2023-12-14' and v.valid_to > '2023-12-14'
      order by h.head_sort_key`.execute(database.db);
    expect(rows.map((row) => Object.values(row as object))).toContainEqual([
      'Hồ Thị Nga',
      'POOR',
      'recognised',
      'newEntry',
      110,
      40,
      true,
      'Thôn 1',
    ]);
    const unit = await resolveUnit(database.db, { unit: '20044', level: 'commune', day: '2023-12-14' });
    expect(await listRoundsUnder(database.db, 2023, unit!.path)).toMatchObject([
      { status: 'OPEN', standardId: 'VN-2022' },
    ]);
  });

  test('sent twice under one id is written once', async () => {
    await take([NGA, MINH, BA], { batchId: '018f0000-0000-7000-8000-00000000000a' });
    expect(await written()).toEqual([2, 3, 2]);
  });

  test('recognises next year the households it knows, renews their members and keeps last year’s class as opening', async () => {
    const answer = await take([NGA.replace('Hộ nghèo', 'Hộ cận nghèo').replace(';110;40', ';130;20')], {
      year: 2024,
    });
    expect(answer).toMatchObject({ ok: true, value: { written: true, known: 1 } });
    expect(await count('household')).toBe(2);
    const { rows } =
      await sql`select h.head_name as head, h.persons, r.opening_class as opening, r.final_class as closing
      from review_record r join household h on h.id = r.household_id where r.year = 2024
      order by h.head_sort_key`.execute(database.db);
    expect(rows).toEqual([
      { head: 'Lê Văn Ba', persons: 1, opening: 'NEAR_POOR', closing: null },
      { head: 'Hồ Thị Nga', persons: 1, opening: 'POOR', closing: 'NEAR_POOR' },
    ]);
    const left = await sql`select full_name as name, left_reason as reason from person
      where left_on is not null`.execute(database.db);
    expect(left.rows).toEqual([{ name: 'Hồ Văn Minh', reason: 'notListed' }]);
  });

  test('of a province with local groups knows local households by their heads, and tables say the list is unverified', async () => {
    const in2344 = (line: string, ethnicity: string) =>
      line.replace(';20044;', ';23344;').replace(/;(Tà Ôi|Kinh);/u, `;${ethnicity};`);
    const answer = await take([in2344(NGA, 'Giẻ Triêng'), in2344(BA, 'Tày')], { unit: '23344' });
    expect(answer).toMatchObject({ ok: true, value: { written: true, households: 2 } });
    const tableOf = (number: number) =>
      computeTable(database.db, {
        number,
        unit: '62',
        year: 2023,
        map: null,
        standardId: null,
        levels: 1,
        checks: false,
        areas: null,
        now: AT,
      });
    const [table, byGroup] = [await tableOf(12), await tableOf(9)];
    if (!table.ok || !byGroup.ok) throw new Error('no table');
    const groups = byGroup.value.columns.flatMap(({ key, label }) =>
      key.startsWith('poorEthnic') ? [label] : [],
    );
    expect(groups).toContain('Gié-Triêng');
    expect(groups).not.toContain('Tày');
    const { columns, total, unverified } = table.value;
    expect(total[columns.findIndex(({ key }) => key === 'nLocal')]).toBe(1);
    expect(unverified).toContain('unverified-local-groups');
  });
});
