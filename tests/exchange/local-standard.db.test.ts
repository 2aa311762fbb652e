import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportList } from '../../apps/server/src/exchange/export-list.ts';
import { importList } from '../../apps/server/src/exchange/import-list.ts';
import { machineClock } from '../../apps/server/src/platform/clock.ts';
import type { DatabaseHandle } from '../../apps/server/src/platform/database/database.ts';
import { describeOnEachDatabase } from '../../apps/server/src/platform/testing/test-database.ts';
import { computeTable } from '../../apps/server/src/report/compute-table.ts';
import { verifyLedger } from '../../apps/server/src/review/verify-ledger.ts';
import { loadShippedTerritory } from '../../apps/server/src/territory/territory.public.ts';

const AT = '2023-12-15T01:00:00.000Z';
const TODAY = '2023-12-15';
const YEAR = 2023;
/** Xã Hố Nai 3, huyện Trảng Bom, tỉnh Đồng Nai. */
const COMMUNE = '26272';
const STANDARDS = ['VN-2022', 'DONG-NAI-2022'];

const HEAD = [
  'Họ tên chủ hộ;Ngày sinh;Giới tính;Mã xã;Thôn;Dân tộc;Số nhân khẩu;Phân loại đầu kỳ',
  'Phân loại hộ;Phân loại theo chuẩn địa phương;B1;B2;Thu nhập bình quân (đồng/người/tháng)',
  'Hộ nông, lâm, ngư, diêm nghiệp;Lý do không còn trong danh sách;QĐ công nhận',
].join(';');
const LIST = [
  HEAD,
  'Trần Thị Hoa;1971;Nữ;26272;Ấp 1;Kinh;4;Hộ nghèo;Hộ nghèo;;120;40;;có;;12/QĐ-UBND',
  // Two lacking indicators: near-poor for the nation, poor for the province.
  'Lê Văn Bình;1965;Nam;26272;Ấp 1;Kinh;3;Hộ nghèo;Hộ cận nghèo;Hộ nghèo;135;20;;có;;12/QĐ-UBND',
  // Above the national line, under the province's.
  'Điểu K’Lanh;1980;Nam;26272;Ấp 2;Mạ;5;;;;160;30;1900000;có;;12/QĐ-UBND',
  // Nothing tells the province's class: it stays undetermined there.
  'Ngô Thị Mai;1990;Nữ;26272;Ấp 2;Kinh;2;;Hộ cận nghèo;;;;;có;;12/QĐ-UBND',
  'Võ Văn Sáu;1950;Nam;26272;Ấp 1;Kinh;1;Hộ cận nghèo;;;;;;;chết;',
];

describeOnEachDatabase('a list of a province with a standard of its own', (open) => {
  const folder = mkdtempSync(join(tmpdir(), 'benvung-local-standard-'));
  let source: DatabaseHandle;
  let target: DatabaseHandle;

  const take = (database: DatabaseHandle, path: string) =>
    importList(
      { database, clock: machineClock(TODAY) },
      {
        path,
        year: YEAR,
        unit: COMMUNE,
        dryRun: false,
        openingOnly: false,
        areas: null,
        actor: { accountId: null, actor: 'test' },
        mayClose: true,
      },
    );
  const takeLines = (database: DatabaseHandle, name: string, lines: readonly string[]) => {
    const path = join(folder, name);
    writeFileSync(path, lines.join('\n'));
    return take(database, path);
  };
  const write = async (database: DatabaseHandle, name: string) => {
    const path = join(folder, name);
    const wanted = { path, format: 'csv', year: YEAR, unit: COMMUNE } as const;
    expect(await exportList(database.db, { ...wanted, areas: null, today: TODAY })).toMatchObject({
      ok: true,
    });
    return path;
  };
  const tableOf = async (handle: DatabaseHandle, number: number, standardId: string) => {
    const wanted = { number, unit: COMMUNE, year: YEAR, map: null, standardId, levels: 2 } as const;
    const table = await computeTable(handle.db, { ...wanted, checks: true, areas: null, now: AT });
    if (!table.ok) throw new Error(table.problem.code);
    return JSON.parse(
      JSON.stringify(table.value, (key, value) => (key === 'id' || key === 'computedAt' ? undefined : value)),
    );
  };

  beforeAll(async () => {
    [source, target] = [await open(), await open()];
    for (const each of [source, target]) await loadShippedTerritory(each, AT);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('is refused where its local class is below the national one', async () => {
    const [head = '', first = ''] = LIST;
    const lower = first.replace('Hộ nghèo;;120', 'Hộ nghèo;Hộ cận nghèo;120');
    expect(await takeLines(source, 'lower.csv', [head, lower])).toMatchObject({
      value: { written: false, errors: 1 },
    });
  });

  test('gives each household a class under both standards, and balanced ledgers', async () => {
    expect(await takeLines(source, 'list.csv', LIST)).toMatchObject({
      value: { written: true, households: 5 },
    });
    // Poor, near-poor, of average living standard, undetermined.
    const households = async (standardId: string) => {
      const { total } = await tableOf(source, 1, standardId);
      return [total[2], total[4], total[6], total.at(-1)];
    };
    expect(await households('VN-2022')).toEqual([1, 2, 1, 0]);
    expect(await households('DONG-NAI-2022')).toEqual([3, 0, 0, 1]);
    expect((await verifyLedger(source.db, { path: '/1/', year: null })).problems).toEqual([]);
  });

  test('taken into an empty system it gives the same tables under both', async () => {
    const written = await write(source, 'whole.csv');
    expect(await take(target, written)).toMatchObject({
      value: { written: true, errors: 0, classDifferences: 0 },
    });
    for (const standardId of STANDARDS)
      for (let number = 1; number <= 15; number++)
        expect([number, await tableOf(target, number, standardId)]).toEqual([
          number,
          await tableOf(source, number, standardId),
        ]);
  });
});
