import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { createVillages } from './create-villages.ts';
import { listDesignatedUnder } from './designation.store.ts';
import { designationsOn } from './designations-on-day.ts';
import { loadDesignations } from './load-designations.ts';
import { loadLocalGroups } from './load-local-groups.ts';
import { loadShippedTerritory } from './load-shipped-territory.ts';
import { readLocalGroups } from './local-groups.ts';
import { resolveUnit } from './territory.public.ts';

const NOW = '2026-05-01T00:00:00.000Z';
const HEAD = 'Mã đơn vị;Tỉnh;Huyện;Xã;Thôn;Loại địa bàn;Từ ngày;Đến hết ngày;Quyết định';

describeOnEachDatabase('lists of places', (open) => {
  let handle: DatabaseHandle;
  const folder = mkdtempSync(join(tmpdir(), 'benvung-places-'));
  const file = (lines: readonly string[]) => {
    const path = join(folder, 'list.csv');
    writeFileSync(path, lines.join('\n'));
    return path;
  };
  const asked = (areas: readonly string[] | null = null, dryRun = false) => ({
    dryRun,
    areas,
    actor: 'test',
    at: NOW,
  });
  const unit = async (code: string, day: string) => (await resolveUnit(handle.db, { unit: code, day }))!;
  const load = (rows: readonly string[], options = asked()) =>
    loadDesignations(handle.db, { path: file([HEAD, ...rows]), ...options });
  beforeAll(async () => {
    handle = await open();
    await loadShippedTerritory(handle, NOW);
    const { id } = await unit('06493', '2023-01-01');
    await handle.withSession((session, db) =>
      createVillages({ session, db }, [
        { communeId: id, name: 'Thôn Khòn Nưa', validFrom: '2021-01-01', source: 'test' },
      ]),
    );
  });

  describe('designations', () => {
    it('with a wrong row are refused whole, each row with its reason', async () => {
      const outcome = await load([
        '06493;;;;;Khu vực III;04/06/2021;31/12/2025;QĐ 1',
        '06493;;;;;Khu vực 9;04/06/2021;;QĐ 1',
        '99999;;;;;Khu vực III;04/06/2021;;QĐ 1',
        ';Lạng Sơn;Chi Lăng;Bằng Mạc;Thôn Không Có;thôn ĐBKK;13/09/2021;;QĐ 2',
        '06505;;;;;Khu vực III;31/02/2021;;QĐ 1',
        '06505;;;;;Khu vực III;04/06/2021;01/01/2021;QĐ 1',
        '06505;;;;;Khu vực III;04/06/2021;;',
        '187;;;;;Khu vực III;04/06/2021;;QĐ 1',
      ]);
      expect(outcome).toMatchObject({ written: false, added: 0 });
      expect(outcome.problems.map(({ at, code }) => `${at} ${code.slice('territory.row-'.length)}`)).toEqual([
        'dòng 3 kind-unknown',
        'dòng 4 unit-unknown',
        'dòng 5 unit-unknown',
        'dòng 6 day-unreadable',
        'dòng 7 end-before-start',
        'dòng 8 source-missing',
        'dòng 9 kind-level',
      ]);
      expect(await designationsOn(handle.db, (await unit('06493', '2023-12-31')).id, '2023-12-31')).toEqual(
        [],
      );
    });

    it('are tried without writing, written once, and found on a day for a village, its commune and no successor', async () => {
      const rows = [
        '06493;;;;;Khu vực III;04/06/2021;31/12/2025;QĐ 1',
        ';Lạng Sơn;Chi Lăng;Bằng Mạc;thôn khòn nưa;thôn ĐBKK;13/09/2021;;QĐ 2',
      ];
      expect(await load(rows, asked(null, true))).toMatchObject({ written: false, added: 2, problems: [] });
      expect(await load(rows)).toMatchObject({ written: true, added: 2 });
      expect(await load(rows)).toMatchObject({ written: false, added: 0, unchanged: 2 });
      const commune = await unit('06493', '2023-12-31');
      const [found] = await listDesignatedUnder(handle.db, {
        path: commune.path,
        day: '2023-12-31',
        kind: 'extremely-difficult-village',
        limit: 9,
      });
      const village = found!;
      expect(village.name).toBe('Thôn Khòn Nưa');
      const kinds = async (id: number, day: string) =>
        (await designationsOn(handle.db, id, day)).map(({ kind, decision }) => `${kind} ${decision}`);
      expect(await kinds(village.unitId, '2023-12-31')).toEqual([
        'extremely-difficult-village QĐ 2',
        'area-3 QĐ 1',
      ]);
      expect(await kinds(commune.id, '2021-06-03')).toEqual([]);
      // The new commune took over the ground, not the designation; the village is still the village it was given to.
      expect(await kinds((await unit('06475', '2025-08-01')).id, '2025-08-01')).toEqual([]);
      expect(await kinds(village.unitId, '2025-08-01')).toEqual(['extremely-difficult-village QĐ 2']);
    });

    it('outside the loader’s area are refused', async () =>
      expect(
        (await load(['06505;;;;;Xã biên giới;01/01/2022;;QĐ 3'], asked(['/1/700046/']))).problems,
      ).toMatchObject([{ code: 'territory.row-unit-outside-area' }]));
  });

  describe('local groups', () => {
    const of = async (code: string, day: string) =>
      (await readLocalGroups(handle.db)).of((await unit(code, day)).id, day);

    it('follow the ground of the province that lists them, and only that', async () => {
      expect((await of('62', '2023-12-14'))?.groups).toContain('14');
      expect(await of('46', '2023-12-14')).toBeUndefined();
      // Đăk Pék lay in Kon Tum, Bình Sơn in Quảng Ngãi: both are in the new Quảng Ngãi.
      const kontum = (await readLocalGroups(handle.db)).within(
        (await unit('51', '2025-12-14')).id,
        '2025-12-14',
      );
      expect(kontum?.verified).toBe(false);
      expect((await of('23344', '2025-12-14'))?.groups).toContain('14');
      expect(await of('21040', '2025-12-14')).toBeUndefined();
    });

    it('of a province that loads its own replace the shipped ones there', async () => {
      const rows = [
        '62;Xơ Đăng;01/01/2024;;NQ 5',
        'Kon Tum;Brâu;01/01/2024;;NQ 5',
        '62;Sao Hỏa;01/01/2024;;NQ 5',
      ];
      const take = (lines: readonly string[]) =>
        loadLocalGroups(handle.db, {
          path: file(['Mã tỉnh;Dân tộc;Từ ngày;Đến hết ngày;Căn cứ', ...lines]),
          ...asked(),
        });
      expect((await take(rows)).problems.map(({ code }) => code)).toEqual([
        'territory.row-unit-unknown',
        'territory.row-group-unknown',
      ]);
      expect(await take([rows[0]!, '62;52;01/01/2024;;NQ 5'])).toMatchObject({ written: true, added: 2 });
      expect(await of('62', '2024-12-14')).toEqual({ groups: ['14', '52'], verified: true });
      expect((await of('62', '2023-12-14'))?.verified).toBe(false);
    });
  });
});
