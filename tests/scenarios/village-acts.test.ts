import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unitDetail } from '@benvung/contract/territory';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SignedIn, signedInAs } from '../../apps/server/src/access/testing/signed-in.ts';
import { buildApp } from '../../apps/server/src/app.ts';
import { importList } from '../../apps/server/src/exchange/import-list.ts';
import type { DatabaseHandle } from '../../apps/server/src/platform/database/database.ts';
import { newId } from '../../apps/server/src/platform/ids.ts';
import { settableClock } from '../../apps/server/src/platform/testing/settable-clock.ts';
import { describeOnEachDatabase } from '../../apps/server/src/platform/testing/test-database.ts';
import { computeTable } from '../../apps/server/src/report/compute-table.ts';
import { verifyLedger } from '../../apps/server/src/review/verify-ledger.ts';
import { loadShippedTerritory, resolveUnit } from '../../apps/server/src/territory/territory.public.ts';

const TODAY = '2024-10-15';
const clock = settableClock(`${TODAY}T02:00:00.000Z`, TODAY);
const HEAD =
  'Họ tên chủ hộ;Thành viên;Quan hệ với chủ hộ;Ngày sinh;Giới tính;Mã xã;Thôn;Dân tộc;Phân loại hộ;QĐ công nhận;B1;B2';
const household = (name: string, village: string) =>
  `${name};${name};Chủ hộ;1970;Nam;20044;${village};Kinh;Hộ nghèo;31/QĐ-UBND;110;40`;

describeOnEachDatabase('what a commune decides of its villages', (open) => {
  let database: DatabaseHandle;
  let app: Awaited<ReturnType<typeof buildApp>>;
  let officer: SignedIn;
  const folder = mkdtempSync(join(tmpdir(), 'benvung-villages-'));

  const take = async (year: number, lines: readonly string[]) => {
    const path = join(folder, `${year}.csv`);
    writeFileSync(path, [HEAD, ...lines].join('\n'));
    const taken = await importList(
      { database, clock },
      {
        path,
        year,
        unit: '20044',
        dryRun: false,
        openingOnly: false,
        areas: null,
        actor: { accountId: null, actor: 'test' },
        mayClose: false,
      },
    );
    if (!taken.ok || !taken.value.written) throw new Error(JSON.stringify(taken));
  };
  const villageId = async (name: string) =>
    (
      await sql<{ id: number }>`select unit_id as id from territory_unit_version
        where level = 'village' and name = ${name} order by valid_from desc limit 1`.execute(database.db)
    ).rows[0]!.id;
  const act = async (path: string, payload: object) => {
    const answer = await officer({
      method: 'POST',
      url: `/api/territory/villages/${path}`,
      payload: { commandId: newId(), decision: 'NQ 7/NQ-HĐND', ...payload },
    });
    return answer.json();
  };
  const rowsOf = async (year: number, map: string | null = null) => {
    const table = await computeTable(database.db, {
      number: 1,
      unit: '20044',
      year,
      map,
      standardId: null,
      levels: 1,
      checks: true,
      areas: null,
      now: clock.now(),
    });
    if (!table.ok) throw new Error(table.problem.code);
    const at = table.value.columns.findIndex(({ key }) => key === 'c3');
    return {
      rows: table.value.rows.map(({ unit, values }) => `${unit?.name ?? '?'} ${values[at]}`),
      failed: table.value.checks.filter(({ id, ok }) => !ok && id !== '6').map(({ id }) => id),
    };
  };

  beforeAll(async () => {
    database = await open();
    await loadShippedTerritory(database, clock.now());
    const parts = { database, clock, version: '0' };
    app = await buildApp(parts);
    await app.ready();
    const commune = (await resolveUnit(database.db, { unit: '20044', day: TODAY }))!;
    officer = await signedInAs(app, parts, {
      username: 'can.bo.xa',
      grants: [{ role: 'officer', unitId: commune.id }],
    });
    const lines = [
      household('Hồ Văn Một', 'Thôn 1'),
      household('Lê Văn Hai', 'Thôn 2'),
      household('Lê Văn Ba', 'Thôn 3'),
    ];
    await take(2023, lines);
    await take(2024, lines.slice(0, 2));
  });
  afterAll(() => app.close());

  it('a village bears its new name from its day on', async () => {
    const id = await villageId('Thôn 3');
    expect(await act(`${id}/rename`, { name: 'Thôn 1', from: '2024-03-01' })).toMatchObject({
      code: 'territory.village-name-taken',
    });
    expect(await act(`${id}/rename`, { name: 'Bản Pa Hy', from: '2024-03-01' })).toMatchObject({ id });
    const answer = await officer({ method: 'GET', url: `/api/territory/units/${id}?on=2024-02-29` });
    expect(unitDetail.parse(answer.json())).toMatchObject({ name: 'Thôn 3' });
    expect((await rowsOf(2023)).rows).toContain('Thôn 3 1');
  });

  it('merged villages are one from its day on: households, open results and tables follow, the past stays', async () => {
    const ids = [await villageId('Thôn 1'), await villageId('Thôn 2')];
    expect(await act('merge', { villageIds: ids.slice(1), name: 'Thôn A', day: '2024-03-01' })).toMatchObject(
      {
        code: 'territory.merger-needs-two',
      },
    );
    const merged = await act('merge', { villageIds: ids, name: 'Thôn 1', day: '2024-03-01' });
    expect(merged).toMatchObject({ village: { name: 'Thôn 1' }, households: 2, records: 2 });
    expect((await rowsOf(2023)).rows).toEqual(['Thôn 1 1', 'Thôn 2 1', 'Thôn 3 1']);
    expect(await rowsOf(2024)).toEqual({ rows: ['Bản Pa Hy 0', 'Thôn 1 2'], failed: [] });
    expect((await rowsOf(2023, TODAY)).rows).toEqual(['Bản Pa Hy 1', 'Thôn 1 2']);
    const ledger = await verifyLedger(database.db, { path: '/1/', year: null });
    expect(ledger.problems).toEqual([]);
    const lived =
      await sql`select r.village_id as village, r.valid_to as until, r.reason from household_residence r
      join household h on h.id = r.household_id where h.head_name = 'Lê Văn Hai' order by r.valid_from`.execute(
        database.db,
      );
    expect(lived.rows).toMatchObject([
      { village: ids[1], until: '2024-03-01' },
      { village: merged.village.id, until: null, reason: 'villageMerged' },
    ]);
    const paths = await sql<{ path: string }>`select distinct scope_path as path from review_record
      where scope_path like ${`%/${ids[1]}/`}`.execute(database.db);
    expect(paths.rows).toEqual([]);
    const past = await officer({ method: 'GET', url: `/api/territory/units/${merged.village.id}` });
    expect(
      unitDetail
        .parse(past.json())
        .predecessors.map(({ unit }) => unit.id)
        .sort(),
    ).toEqual(ids.sort());
  });

  it('a merger before a closed result is refused', async () => {
    await sql`update review_round set status = 'CLOSED' where year = 2024`.execute(database.db);
    const ids = [await villageId('Thôn 1'), await villageId('Bản Pa Hy')];
    expect(await act('merge', { villageIds: ids, name: 'Thôn Chung', day: '2024-05-01' })).toMatchObject({
      code: 'territory.villages-in-closed-round',
    });
  });
});
