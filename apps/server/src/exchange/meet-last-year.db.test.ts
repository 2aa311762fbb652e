import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { machineClock } from '../platform/clock.ts';
import { inAreaScope } from '../platform/database/area-scope.ts';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { decideMatch, type StoredMatch } from '../review/review.public.ts';
import { loadShippedTerritory, resolveUnit } from '../territory/territory.public.ts';
import { importList } from './import-list.ts';
import type { ListToImport } from './import-report.ts';

const AT = '2024-10-15T01:00:00.000Z';
const HEAD =
  'Họ tên chủ hộ;Thành viên;Quan hệ với chủ hộ;Ngày sinh;Giới tính;CCCD;Mã xã;Thôn;Dân tộc;Phân loại hộ;QĐ công nhận';
const folder = mkdtempSync(join(tmpdir(), 'benvung-meet-test-'));

/** One row a member: head, member, relation, birth, sex, number, village, class. */
const rowsOf = (commune: string, lines: readonly string[]): string[] =>
  lines.map((line) => {
    const [head, member, relation, birth, sex, number, village, listed] = line.split('|');
    return [head, member, relation, birth, sex, number, commune, village, 'Kinh', listed, '31/QĐ-UBND'].join(
      ';',
    );
  });

const take = (
  database: DatabaseHandle,
  today: string,
  list: Pick<ListToImport, 'year' | 'unit' | 'matches'> & {
    lines: readonly string[];
    areas?: readonly string[];
  },
  dryRun = false,
) => {
  const path = join(folder, `list-${list.year}-${list.unit}.csv`);
  writeFileSync(path, [HEAD, ...rowsOf(String(list.unit), list.lines)].join('\n'));
  return importList(
    { database, clock: machineClock(today) },
    {
      path,
      year: list.year,
      unit: list.unit,
      dryRun,
      openingOnly: false,
      areas: list.areas ?? null,
      actor: { accountId: null, actor: 'test' },
      mayClose: false,
      matches: list.matches,
    },
  );
};

describeOnEachDatabase('this year’s list meets last year’s', (open) => {
  let database: DatabaseHandle;
  beforeAll(async () => {
    database = await open();
    await loadShippedTerritory(database, AT);
    const first = await take(database, '2024-10-15', {
      year: 2023,
      unit: '20044',
      lines: [
        'Hồ Thị Nga|Hồ Thị Nga|Chủ hộ|1961|Nữ|046161000123|Thôn 1|Hộ nghèo',
        'Lê Văn Ba|Lê Văn Ba|Chủ hộ|1970|Nam||Thôn 1|Hộ nghèo',
        'Lê Văn Ba|Lê Thị Bé|Con|2005|Nữ||Thôn 1|Hộ nghèo',
        'Hồ Văn Tư|Hồ Văn Tư|Chủ hộ|1955|Nam||Thôn 2|Hộ nghèo',
        'Hồ Văn Tư|Hồ Thị Năm|Vợ/chồng|1958|Nữ||Thôn 2|Hộ nghèo',
        'Trần Văn Sáu|Trần Văn Sáu|Chủ hộ|1980|Nam||Thôn 2|Hộ cận nghèo',
      ],
    });
    expect(first).toMatchObject({
      ok: true,
      value: { written: true, households: 4, known: 0, proposals: 0 },
    });
  });

  const second = {
    year: 2024,
    unit: '20044',
    lines: [
      // the same number, in another village
      'Hồ Thị Nga|Hồ Thị Nga|Chủ hộ|1961|Nữ|046161000123|Thôn 2|Hộ cận nghèo',
      // name, year and village, and a member in common
      'LÊ VĂN BA|LÊ VĂN BA|Chủ hộ|1970|Nam||Thôn 1|Hộ nghèo',
      'LÊ VĂN BA|Lê Thị Bé|Con|2005|Nữ||Thôn 1|Hộ nghèo',
      // name, year and village alone: other people live there
      'Hồ Văn Tư|Hồ Văn Tư|Chủ hộ|1955|Nam||Thôn 2|Hộ nghèo',
      'Hồ Văn Tư|Hồ Văn Khác|Con|1990|Nam||Thôn 2|Hộ nghèo',
      // nobody's
      'Đinh Thị Mới|Đinh Thị Mới|Chủ hộ|1999|Nữ||Thôn 1|Hộ nghèo',
    ],
  } as const;

  test('a trial says how many are known, and how many a person will have to decide', async () => {
    expect(await take(database, '2024-10-15', second, true)).toMatchObject({
      ok: true,
      value: { written: false, households: 4, known: 2, proposals: 1 },
    });
    expect((await sql`select 1 from review_match`.execute(database.db)).rows).toEqual([]);
  });

  test('what a person decided in the trial goes before all evidence, and can be taken back', async () => {
    const trial = await take(database, '2024-10-15', second, true);
    const issue = trial.ok ? trial.value.issues[0] : undefined;
    expect(issue?.detail).toMatchObject({ head: 'Hồ Văn Tư', known: 'Hồ Văn Tư, 1955, Thôn 2' });
    const pair = { at: issue?.at ?? '', candidate: String(issue?.detail.candidate) };
    const decided = (matches: NonNullable<ListToImport['matches']>) =>
      take(database, '2024-10-15', { ...second, matches }, true);
    const same = { ...pair, same: true };
    expect(await decided([same])).toMatchObject({
      value: { known: 3, proposals: 0, issues: [{ code: 'exchange.match-decided', detail: { same: 1 } }] },
    });
    expect(await decided([same, { ...pair, same: false }])).toMatchObject({
      value: { known: 2, proposals: 0, issues: [{ code: 'exchange.match-decided', detail: { same: 0 } }] },
    });
    expect(await decided([same, { ...pair, same: null }])).toMatchObject({
      value: { known: 2, proposals: 1, issues: [{ code: 'exchange.match-to-decide' }] },
    });
  });

  const recordsOf2024 = async () =>
    (
      await sql<{ head: string }>`
        select h.head_name as head, r.opening_class as opening, r.final_class as closing, r.arrival_reason as arrived
        from review_record r join household h on h.id = r.household_id where r.year = 2024
        order by h.head_sort_key, r.opening_class nulls first`.execute(database.db)
    ).rows;

  test('certain ones are joined, probable ones are new until a person decides, the rest is new or still to be found', async () => {
    const taken = await take(database, '2024-10-15', second);
    expect(taken).toMatchObject({
      ok: true,
      value: {
        written: true,
        known: 2,
        proposals: 1,
        issues: [{ code: 'exchange.match-to-decide', severity: 'warning', detail: { head: 'Hồ Văn Tư' } }],
      },
    });
    expect(await recordsOf2024()).toEqual([
      { head: 'Lê Văn Ba', opening: 'POOR', closing: 'POOR', arrived: null },
      { head: 'Đinh Thị Mới', opening: null, closing: 'POOR', arrived: 'newEntry' },
      { head: 'Hồ Thị Nga', opening: 'POOR', closing: 'NEAR_POOR', arrived: null },
      { head: 'Trần Văn Sáu', opening: 'NEAR_POOR', closing: null, arrived: null },
      { head: 'Hồ Văn Tư', opening: null, closing: 'POOR', arrived: 'newEntry' },
      { head: 'Hồ Văn Tư', opening: 'POOR', closing: null, arrived: null },
    ]);
  });

  test('the proposal stands open beside the round, and said to be the same becomes one household that stays', async () => {
    const { rows } =
      await sql<StoredMatch>`select id, year, certainty, decision, evidence from review_match`.execute(
        database.db,
      );
    expect(rows).toMatchObject([
      {
        year: 2024,
        certainty: 'probable',
        decision: null,
        evidence: { found: ['headNameBirthYearVillage'], commonMembers: 1 },
      },
    ]);
    const decision = {
      matchId: rows[0]!.id,
      decision: 'same',
      by: 'Lý Thị Mẩy',
      at: AT,
      today: '2024-10-15',
    } as const;
    expect(await decideMatch(database.db, decision)).toMatchObject({ ok: true });
    expect((await recordsOf2024()).filter(({ head }) => head === 'Hồ Văn Tư')).toEqual([
      { head: 'Hồ Văn Tư', opening: 'POOR', closing: 'POOR', arrived: null },
    ]);
  });
});

describeOnEachDatabase('a list of a year whose commune has since ended', (open) => {
  const TODAY = '2026-10-01';
  test('is seen by the officer of the commune that holds it today, who may also take it in; years follow one another', async () => {
    const database = await open();
    await loadShippedTerritory(database, `${TODAY}T01:00:00.000Z`);
    const today = (await resolveUnit(database.db, { unit: '06475', day: TODAY }))!;
    const other = (await resolveUnit(database.db, { unit: '06493', level: 'commune', day: '2023-12-14' }))!;
    const lines = ['Hoàng Thị Hai|Hoàng Thị Hai|Chủ hộ|1961|Nữ||Thôn Nà Pe|Hộ nghèo'];
    for (const year of [2023, 2024])
      expect(await take(database, TODAY, { year, unit: '06493', lines, areas: [today.path] })).toMatchObject({
        ok: true,
        value: { written: true, households: 1, known: year - 2023 },
      });
    expect(today.path).not.toBe(other.path);
    const seen = (path: string) =>
      inAreaScope(database, { paths: [path] }, async (db) => {
        const counts = await sql<{ table: string; rows: number }>`
          select 'household' as table, count(*) as rows from household union all
          select 'person', count(*) from person union all
          select 'record', count(*) from review_record union all
          select 'round', count(*) from review_round order by 1`.execute(db);
        return counts.rows.map(({ table, rows }) => [table, Number(rows)]);
      });
    expect(await seen(today.path)).toEqual([
      ['household', 1],
      ['person', 1],
      ['record', 2],
      ['round', 2],
    ]);
    const opening = await sql`select year, opening_class as opening from review_record order by year`.execute(
      database.db,
    );
    expect(opening.rows).toEqual([
      { year: 2023, opening: null },
      { year: 2024, opening: 'POOR' },
    ]);
    const elsewhere = (await resolveUnit(database.db, { unit: '20044', day: TODAY }))?.path ?? '/1/2/';
    expect(
      await take(database, TODAY, { year: 2023, unit: '06493', lines, areas: [elsewhere] }),
    ).toMatchObject({
      ok: false,
      problem: { code: 'shared.outside-area' },
    });
  });
});
