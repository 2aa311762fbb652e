import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { repositoryFolder } from '../platform/server-folder.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { importReported } from './import-reported.ts';
import { listReportedTables } from './reported-table.store.ts';

const tables = join(repositoryFolder, '../shared/data/tables');

describeOnEachDatabase('published totals', (open) => {
  let handle: DatabaseHandle;
  beforeAll(async () => {
    handle = await open();
  });
  const take = async (number: number, year: number, text: string | Buffer, name = 'công bố.csv') => {
    const taken = await importReported(handle.db, {
      number,
      year,
      name,
      bytes: Buffer.from(text),
      unit: null,
      source: 'thử',
      loadedBy: 'thử',
      at: '2024-12-31T00:00:00Z',
    });
    if (!taken.ok) throw new Error(`${taken.problem.code} ${JSON.stringify(taken.problem.detail)}`);
    return taken.value;
  };
  const broken = (checks: readonly { id: string; ok: boolean; detail: string }[]) =>
    checks.filter((check) => !check.ok).map(({ id, detail }) => [id, detail] as const);

  test('that break their own identities are kept as they are, with every breach named', async () => {
    await take(3, 2023, 'Đơn vị,c5\nĐăk Glong,360\n');
    const table = await take(
      2,
      2023,
      'TT,Đơn vị,1,2,3,4,5,6,7,8,9\n1,Đăk Glong,"1.369",374,128,,39,0,28,,923\n',
    );
    expect(table.rows[0]?.cells).toMatchObject({ c1: 1369, c2: 374, c9: 923 });
    const [two, three] = broken(table.checks);
    expect(two).toEqual(['2', expect.stringContaining('374 ≠ T3.c5 360 (lệch 14), Đăk Glong')]);
    expect(three).toEqual(['3', expect.stringContaining('934 ≠ T2.c9 923 (lệch 11)')]);
    const [kept] = await listReportedTables(handle.db, { year: 2023, number: 2 });
    expect(kept?.checks).toEqual(table.checks);
  });

  test('without a header that can be understood are refused with the reason', async () => {
    const taken = await importReported(handle.db, {
      number: 1,
      year: 2023,
      name: 'x.csv',
      bytes: Buffer.from('a,b\n1,2\n'),
      unit: null,
      source: '',
      loadedBy: '',
      at: '2024-12-31T00:00:00Z',
    });
    expect(taken).toMatchObject({ problem: { code: 'report.reported-file-unreadable' } });
  });

  describe.skipIf(!existsSync(tables))('of Đắk Nông (needs ../shared)', () => {
    const read = (name: string) => readFileSync(join(tables, name));

    test('are read whole; districts and communes are compared', async () => {
      const districts = await take(1, 2024, read('daknong_district_2023_2024.csv'), 'districts.csv');
      expect(districts.rows).toHaveLength(8);
      const communes = await take(1, 2024, read('daknong_commune_2024.csv'), 'communes.csv');
      expect(communes.rows.length).toBeGreaterThan(60);
      expect(communes.checks.find(({ id }) => id === '5')?.detail).not.toContain('chưa đủ số liệu');
      const dakRlap = await take(1, 2023, read('daknong_dakrlap_2023.csv'), 'dakrlap.csv');
      expect(dakRlap.rows.map((row) => row.cells.c3).reduce((sum = 0, value = 0) => sum + value, 0)).toBe(
        466,
      );
    });
  });
});
