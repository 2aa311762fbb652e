import type { TerritoryProblemCode } from '@benvung/domain/territory/problems';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { settableClock } from '../platform/testing/settable-clock.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { watchDay } from '../platform/watch-day.ts';
import { assignVillage } from './assign-village.ts';
import { createVillages, type NewVillage } from './create-villages.ts';
import { loadShippedTerritory } from './load-shipped-territory.ts';
import * as territory from './territory.public.ts';
import { searchUnitsOn } from './territory.store.ts';

const NOW = '2026-05-01T00:00:00.000Z';

describeOnEachDatabase('territory', (open) => {
  let handle: DatabaseHandle;
  beforeAll(async () => {
    handle = await open();
    await loadShippedTerritory(handle, NOW);
  });
  const byCode = async (code: string, day: string) =>
    (await territory.resolveUnit(handle.db, { unit: code, day }))!;
  const village = async (
    communeCode: string,
    name: string,
    validFrom = '2023-01-01',
  ): Promise<NewVillage> => ({
    communeId: (await byCode(communeCode, validFrom)).id,
    name,
    validFrom,
    source: 'test',
  });
  const create = async (...villages: NewVillage[]) => {
    const result = await handle.withSession((session, db) => createVillages({ session, db }, villages));
    if (!result.ok) throw new Error(result.problem.code);
    return result.value;
  };

  const assignIt = (villageId: number, communeId: number) =>
    handle.withSession((_session, db) =>
      assignVillage(db, { villageId, communeId, source: 'test', today: '2026-05-03' }),
    );

  it('is loaded once: the second time only a hash is looked at', async () => {
    expect(await loadShippedTerritory(handle, NOW)).toBe('already-there');
    const [nation] = await territory.listUnitsOn(handle.db, [1], '2023-12-31');
    expect(nation?.path).toBe('/1/');
  });

  it.each([
    ['06493', '2023-12-31', 'Xã Bằng Mạc'],
    ['06475', '2023-12-31', 'Xã Gia Lộc'],
    ['06475', '2025-07-01', 'Xã Bằng Mạc'],
    ['474', '2023-12-31', 'Thành phố Huế'],
    ['474', '2025-01-01', 'Quận Thuận Hóa'],
    ['46', '2023-12-31', 'Tỉnh Thừa Thiên Huế'],
    ['46', '2025-01-01', 'Thành phố Huế'],
    ['VN', '2023-12-31', 'Cả nước'],
  ])('code %s on %s is %s', async (code, day, name) => expect((await byCode(code, day)).name).toBe(name));

  it('a code on a day it does not name anything is nothing', async () =>
    expect(await territory.resolveUnit(handle.db, { unit: '474', day: '2025-07-01' })).toBeUndefined());

  it('the lines of province 46: 9 districts in 2023, 40 communes since 1/7/2025, in Vietnamese order', async () => {
    const lines = async (day: string) => territory.listLines(handle.db, await byCode('46', day), day);
    expect((await lines('2023-12-31')).map((one) => one.name)).toEqual([
      'Huyện A Lưới',
      'Thành phố Huế',
      'Thị xã Hương Thủy',
      'Thị xã Hương Trà',
      'Huyện Nam Đông',
      'Huyện Phong Điền',
      'Huyện Phú Lộc',
      'Huyện Phú Vang',
      'Huyện Quảng Điền',
    ]);
    const communes = await lines('2025-07-01');
    expect(communes).toHaveLength(40);
    expect(communes.slice(0, 5).map((one) => one.name)).toEqual([1, 2, 3, 4, 5].map((n) => `Xã A Lưới ${n}`));
  });

  it('the lineage of a commune runs from the nation to itself', async () => {
    const unit = await byCode('19906', '2023-12-31');
    const lineage = await territory.listLineage(handle.db, unit, '2023-12-31');
    expect(lineage.map((one) => one.name)).toEqual([
      'Cả nước',
      'Tỉnh Thừa Thiên Huế',
      'Thành phố Huế',
      'Xã Phú Dương',
    ]);
    expect(unit.path).toBe(`/${lineage.map((one) => one.id).join('/')}/`);
  });

  it.each([
    ['thuan hoa', 'Phường Thuận Hóa'],
    ['Thuận Hoá', 'Phường Thuận Hóa'],
    ['xã bằng mạc', 'Xã Bằng Mạc'],
    ['LY THUONG', undefined],
    ['dak', 'Đắk Lắk'],
  ])('the name %s is found as typed', async (typed, expected) => {
    const { searchKey } = await import('@benvung/domain/shared/vietnamese-text');
    const found = await searchUnitsOn(handle.db, { day: '2026-05-01', key: searchKey(typed), limit: 50 });
    if (expected === undefined)
      expect(found.every((one) => searchKey(one.name).includes('li thuong'))).toBe(true);
    else expect(found.some((one) => one.name.endsWith(expected))).toBe(true);
  });

  it('a village follows its commune through a merge, and waits where its commune was split', async () => {
    const [merged] = await create(await village('06493', 'Thôn Nà Pe'));
    const [waiting] = await create(await village('00019', 'Tổ dân phố 1'));
    const path = async (id: number, day: string) => territory.findUnitPath(handle.db, id, day);
    expect(await path(merged!.id, '2025-06-30')).toBe(merged!.path);
    expect(await path(merged!.id, '2025-07-01')).toBe(
      `${(await byCode('06475', '2025-07-01')).path}${merged!.id}/`,
    );
    expect(await path(waiting!.id, '2025-07-01')).toBe(
      `${(await byCode('01', '2025-07-01')).path}${waiting!.id}/`,
    );
  });

  it('two villages of one commune do not bear one name, however it is written', async () => {
    await create(await village('06481', 'Thôn Hoà Lý'));
    const again = async (name: string, ...more: string[]) => {
      const all = [
        await village('06481', name),
        ...(await Promise.all(more.map((one) => village('06481', one)))),
      ];
      const result = await handle.withSession((session, db) => createVillages({ session, db }, all));
      return result.ok ? 'made' : result.problem.code;
    };
    const taken: TerritoryProblemCode = 'territory.village-name-taken';
    expect(await again('thôn hòa lí')).toBe(taken);
    expect(await again('Thôn Mới', 'THÔN MỚI')).toBe(taken);
    expect(await again('  ')).toBe('territory.name-missing');
    const found = await territory.findVillageByName(handle.db, {
      communeId: (await byCode('06481', '2024-01-01')).id,
      name: 'THÔN HÒA LÝ',
      day: '2024-01-01',
    });
    expect(found?.name).toBe('Thôn Hoà Lý');
  });

  it('only a commune has villages', async () => {
    const wrong = await village('46', 'Thôn 1');
    const result = await handle.withSession((session, db) => createVillages({ session, db }, [wrong]));
    expect(result).toMatchObject({ ok: false, problem: { code: 'territory.village-parent-not-commune' } });
  });

  describe('a restatement', () => {
    it('gives every village a line or leaves it under the unit that holds it', async () => {
      const [known] = await create(await village('06493', 'Thôn Khun Lao'));
      const [lost] = await create(await village('00019', 'Tổ dân phố 2'));
      const to = '2025-07-01';
      const restated = await territory.restateTo(handle.db, {
        from: '2023-12-31',
        to,
        villageIds: [known!.id, lost!.id],
      });
      const commune = await byCode('06475', to);
      expect(restated.lineOf(known!.id, 'commune')).toBe(commune.id);
      expect(restated.lineOf(known!.communeId, 'commune')).toBe(commune.id);
      expect(restated.lineOf(lost!.id, 'commune')).toBeUndefined();
      expect(restated.lineOf(lost!.id, 'province')).toBe((await byCode('01', to)).id);
      expect(restated.place(lost!.id)?.assignable).toBe(false);
      const hanoi = await byCode('01', to);
      expect(restated.place(lost!.communeId)).toEqual({ unitId: hanoi.id, assignable: false });
    });
    it('goes back too: Nam Đông of 2025 lies in no single commune of 2023', async () => {
      const back = await territory.restateTo(handle.db, { from: '2026-05-01', to: '2023-12-31' });
      const now = await byCode('20179', '2026-05-01');
      expect(back.place(now.id)).toEqual({
        unitId: (await byCode('483', '2023-12-31')).id,
        assignable: false,
      });
      expect(back.lineOf(now.id, 'district')).toBe((await byCode('483', '2023-12-31')).id);
    });
  });

  describe('facts follow the unit now responsible', () => {
    const addFact = (at: number, path: string) =>
      sql`insert into population_base (year, commune_id, village_id, households, source, on_day, demonstration, scope_path)
        values (1900, ${at}, 0, 1, 'test', '2023-12-31', false, ${path})`.execute(handle.db);
    const factPaths = async () =>
      (
        await sql<{
          path: string;
        }>`select scope_path as path from population_base order by commune_id`.execute(handle.db)
      ).rows.map(({ path }) => path);

    it('on the day a map changes, and only then; those of a split commune stay under its province', async () => {
      const [merged] = await create(await village('06493', 'Thôn Theo Dõi'));
      const [waiting] = await create(await village('00019', 'Tổ dân phố Theo Dõi'));
      const commune = await byCode('00016', '2023-12-31');
      await addFact(1, merged!.path);
      await addFact(2, waiting!.path);
      await addFact(3, commune.path);
      await territory.followTerritory(handle, '2024-10-15');
      expect(await factPaths()).toEqual([merged!.path, waiting!.path, commune.path]);
      const clock = settableClock('2024-10-15T02:00:00.000Z', '2024-10-15');
      const days = watchDay({
        clock,
        work: (day) => territory.followTerritory(handle, day),
        fault: (error) => {
          throw error;
        },
      });
      clock.setToday('2026-05-02');
      await days.look();
      await days.close();
      const hanoi = (await byCode('01', '2026-05-02')).path;
      expect(await factPaths()).toEqual([
        `${(await byCode('06475', '2026-05-02')).path}${merged!.id}/`,
        `${hanoi}${waiting!.id}/`,
        `${hanoi}${commune.id}/`,
      ]);
      expect(await territory.followTerritory(handle, '2026-05-03')).toBe(0);
      const part = await byCode('00070', '2026-05-02');
      await assignIt(waiting!.id, part.id);
      expect((await factPaths())[1]).toBe(`${part.path}${waiting!.id}/`);
    });

    it('a village of a split commune is assigned by a person, to one of the parts only', async () => {
      const [made] = await create(await village('00019', 'Tổ dân phố 3'));
      const to = '2025-07-01';
      const [part, other] = [await byCode('00070', to), await byCode('06475', to)];
      const assign = (communeId: number) => assignIt(made!.id, communeId);
      expect(await assign(other.id)).toMatchObject({
        ok: false,
        problem: { code: 'territory.not-a-successor' },
      });
      expect(await assign(part.id)).toEqual({
        ok: true,
        value: { from: to, path: `${part.path}${made!.id}/` },
      });
      expect(await assign(part.id)).toMatchObject({
        ok: false,
        problem: { code: 'territory.village-not-waiting' },
      });
      expect(await territory.findUnitPath(handle.db, made!.id, to)).toBe(`${part.path}${made!.id}/`);
      expect(await territory.findUnitPath(handle.db, made!.id, '2025-06-30')).toBe(made!.path);
    });
  });
});
