import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { linesOf, placeOn, restateTotals } from '@benvung/domain/territory/restate';
import { findUnitByCode, mapOn, pathOf, unitAtLevel } from '@benvung/domain/territory/territory-map';
import { verifyTerritory } from '@benvung/domain/territory/verify-territory';
import { describe, expect, it } from 'vitest';
import { readShippedTerritory, shippedStates } from './shipped-territory.ts';

const folder = new URL('../../territory/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, folder), 'utf8');
const states = shippedStates.parse(JSON.parse(read('states.json')));
const territory = readShippedTerritory(
  states,
  states.map(({ on }) => ({
    on,
    units: read(`${on}/units.json`),
    successions: read(`${on}/successions.json`),
  })),
);
const lines = linesOf(territory.units);
const on = (day: string) => mapOn(territory.units, day);
const [map2023, mapSpring2025, map2025, map2026] = [
  '2023-12-31',
  '2025-03-01',
  '2025-07-01',
  '2026-05-01',
].map(on) as [ReturnType<typeof on>, ReturnType<typeof on>, ReturnType<typeof on>, ReturnType<typeof on>];
const change = (from: ReturnType<typeof on>, to: ReturnType<typeof on>) =>
  placeOn({ from, to, successions: territory.successions, lines });

describe('the shipped territory', () => {
  it('passes its own verification', () => expect(verifyTerritory(territory).problems).toEqual([]));

  it.each([
    ['2021-01-01', 63, 705, 10_599],
    ['2025-01-01', 63, 696, 10_035],
    ['2025-07-01', 34, 0, 3321],
    ['2026-04-30', 34, 0, 3321],
  ])('of %s has %i provinces, %i districts, %i communes', (day, provinces, districts, communes) => {
    const state = verifyTerritory(territory).states.find((one) => one.on === day);
    expect(state).toMatchObject({
      provinces,
      districts,
      communes,
      official: { provinces, districts, communes },
    });
  });

  it.each([
    ['2025-03-01', { xa: 7694, phuong: 1724, 'thi-tran': 617 }],
    ['2025-07-01', { xa: 2621, phuong: 687, 'dac-khu': 13 }],
    ['2026-05-01', { xa: 2611, phuong: 697, 'dac-khu': 13 }],
  ])('of %s has the official number of each type', (day, expected) => {
    const counted: Record<string, number> = {};
    for (const unit of on(day).units.values())
      if (unit.level === 'commune') counted[unit.type] = (counted[unit.type] ?? 0) + 1;
    expect(counted).toEqual(expected);
  });

  it('lists every unit by which a package differs', () => {
    const of2025 = states[1]!;
    const count = (kind: string) =>
      of2025.differences.filter((one) => one.change === kind).reduce((sum, one) => sum + one.codes.length, 0);
    expect(of2025.inPackages.communes - count('excess') + count('added')).toBe(of2025.official.communes);
  });

  it('is the text whose hash it carries', () => {
    for (const state of states) {
      const hash = createHash('sha256');
      for (const file of ['units.json', 'successions.json']) hash.update(read(`${state.on}/${file}`));
      expect(hash.digest('hex')).toBe(state.hash);
    }
  });

  it('uses ids below one million, each for one level', () => {
    const levelOf = new Map<number, string>();
    for (const { id, level } of territory.units) {
      expect(id).toBeLessThan(1_000_000);
      expect(levelOf.get(id) ?? level).toBe(level);
      levelOf.set(id, level);
    }
  });
});

describe('codes', () => {
  it('name other ground at other times: 1,844 of them', () => {
    const reused = [...map2025.units.values()].filter((unit) => {
      const old =
        unit.level === 'commune' ? findUnitByCode(mapSpring2025, 'commune', unit.code ?? '') : undefined;
      return old !== undefined && old.name.replace(/^\S+ /u, '') !== unit.name.replace(/^\S+ /u, '');
    });
    expect(reused.length).toBeGreaterThan(1700);
  });
  it('of two communes were corrected and ten communes became wards on 30/4/2026, ids unchanged', () => {
    for (const [old, now] of [
      ['06970', '06978'],
      ['23737', '23938'],
    ] as const)
      expect(findUnitByCode(map2026, 'commune', now)?.id).toBe(findUnitByCode(map2025, 'commune', old)?.id);
    for (const code of '25270 25357 25363 26116 26170 26248 26326 26368 26425 26485'.split(' ')) {
      const [before, after] = [map2025, map2026].map((map) => findUnitByCode(map, 'commune', code));
      expect([before?.type, before?.areaType, after?.type, after?.areaType, after?.id]).toEqual([
        'xa',
        'rural',
        'phuong',
        'urban',
        before?.id,
      ]);
    }
    expect(findUnitByCode(map2026, 'province', '75')?.name).toBe('Thành phố Đồng Nai');
  });
});

describe('province 46', () => {
  it('is one ground from Thừa Thiên Huế to the city of Huế', () => {
    const [before, after] = [map2023, mapSpring2025].map((map) => findUnitByCode(map, 'province', '46'));
    expect([before?.name, after?.name, before?.id]).toEqual([
      'Tỉnh Thừa Thiên Huế',
      'Thành phố Huế',
      after?.id,
    ]);
  });
  it('had 9 districts and 141 communes in 2023, 9 and 133 in spring 2025, 40 communes since', () => {
    const count = (map: typeof map2023, level: 'district' | 'commune') =>
      [...map.units.values()].filter(
        (unit) => unit.level === level && unitAtLevel(map, unit.id, 'province')?.code === '46',
      ).length;
    expect([count(map2023, 'district'), count(map2023, 'commune')]).toEqual([9, 141]);
    expect([count(mapSpring2025, 'district'), count(mapSpring2025, 'commune')]).toEqual([9, 133]);
    expect([count(map2025, 'district'), count(map2025, 'commune')]).toEqual([0, 40]);
  });
  it('code 474 is the city of Huế, later the quận Thuận Hóa: two grounds', () => {
    const [before, after] = [map2023, mapSpring2025].map((map) => findUnitByCode(map, 'district', '474'));
    expect([before?.name, after?.name]).toEqual(['Thành phố Huế', 'Quận Thuận Hóa']);
    expect(before?.id).not.toBe(after?.id);
  });
  it.each([
    ['19906', '19909'],
    ['19924', '19909'],
    ['19999', '20002'],
    ['20032', '20029'],
    ['19822', '19825'],
    ['19834', '19828'],
    ['19840', '19843'],
    ['19849', '19819'],
  ])('the commune %s of 2023 went into %s', (old, now) => {
    const place = change(map2023, mapSpring2025)(findUnitByCode(map2023, 'commune', old)!.id);
    expect(place).toEqual({ unitId: findUnitByCode(mapSpring2025, 'commune', now)?.id, assignable: true });
  });
});

describe('the places of the five plans (regulations 7.3)', () => {
  it.each([
    ['06493', '20', '06475', 'Xã Bằng Mạc', '20'],
    ['15517', '38', '15520', 'Xã Xuân Hòa', '38'],
    ['16180', '38', '16177', 'Xã Xuân Bình', '38'],
    ['20044', '46', '20044', 'Xã A Lưới 2', '46'],
  ])('old commune %s of %s is now %s %s', (old, oldProvince, now, name, province) => {
    const unit = findUnitByCode(map2023, 'commune', old)!;
    expect(unitAtLevel(map2023, unit.id, 'province')?.code).toBe(oldProvince);
    const place = change(map2023, map2025)(unit.id)!;
    expect(place.assignable).toBe(true);
    expect(map2025.units.get(place.unitId)).toMatchObject({ code: now, name });
    expect(unitAtLevel(map2025, place.unitId, 'province')?.code).toBe(province);
  });

  it.each([
    ['187', ['06463', '06475', '06481', '06496', '06505', '06517'], '20'],
    // 07228 is phường Đa Mai, which took in xã Quế Nham alone.
    ['216', ['07228', '07306', '07330', '07333', '07339', '07351'], '24'],
    ['481', ['20044', '20050', '20056', '20071', '20101'], '46'],
  ])('district %s of 2025 is now the communes %j of province %s', (district, expected, province) => {
    const unit = findUnitByCode(mapSpring2025, 'district', district)!;
    const place = change(mapSpring2025, map2025);
    const now = (mapSpring2025.childrenOf.get(unit.id) ?? []).map((commune) => place(commune.id)!);
    expect(now.every((one) => one.assignable)).toBe(true);
    expect([...new Set(now.map((one) => map2025.units.get(one.unitId)?.code))].sort()).toEqual(expected);
    expect(map2025.units.get(place(unit.id)?.unitId ?? 0)?.code).toBe(province);
  });

  it.each([
    ['20', 65],
    ['24', 99],
    ['46', 40],
    ['38', 166],
  ])('province %s has %i communes', (code, count) => {
    const province = findUnitByCode(map2025, 'province', code)!;
    expect(map2025.childrenOf.get(province.id)).toHaveLength(count);
  });

  it('the path of a commune runs from the nation through its province', () => {
    const unit = findUnitByCode(map2025, 'commune', '06475')!;
    expect(pathOf(map2025, unit.id)).toBe(`/1/${findUnitByCode(map2025, 'province', '20')?.id}/${unit.id}/`);
  });
});

describe('a commune that was split', () => {
  it('is not assignable and counts in the province that holds its parts', () => {
    const unit = findUnitByCode(mapSpring2025, 'commune', '00019')!;
    const placed = change(mapSpring2025, map2025)(unit.id);
    expect(placed).toEqual({ unitId: findUnitByCode(map2025, 'province', '01')?.id, assignable: false });
  });
});

describe('a number counted on one map', () => {
  const maps = [map2023, mapSpring2025, map2025, map2026];
  const pairs = maps.flatMap((from) => maps.map((to) => ({ from, to, name: `${from.day} → ${to.day}` })));
  it.each(pairs)('is in one place on the other: $name', ({ from, to }) => {
    const place = change(from, to);
    const communes = [...from.units.values()].filter((unit) => unit.level === 'commune');
    const { byUnit, notAssignable } = restateTotals(
      communes.map((unit) => [unit.id, [unit.id % 97]] as const),
      place,
      { id: 1 },
    );
    const sum = (numbers: Iterable<readonly number[]>) =>
      [...numbers].reduce((total, [one = 0]) => total + one, 0);
    expect(sum(byUnit.values()) + sum(notAssignable.values())).toBe(
      communes.reduce((all, unit) => all + (unit.id % 97), 0),
    );
    for (const unit of communes) expect(to.units.has(place(unit.id)?.unitId ?? 0)).toBe(true);
    // An island that became a special zone was a district without communes.
    const others = communes.filter((unit) => unit.type !== 'dac-khu').map((unit) => place(unit.id)!);
    for (const { unitId, assignable } of others)
      if (assignable) expect(to.units.get(unitId)?.level).toBe('commune');
    for (const [unitId] of notAssignable) expect(unitId).not.toBe(1);
  });
});

const oldToNew = new URL('../../../../../shared/data/units/old_to_new.csv', import.meta.url);
describe.skipIf(!existsSync(oldToNew))('the successors, against rows on which three sources agree', () => {
  it('reach at least 99.5 %, every difference listed', () => {
    const [head = '', ...lines] = existsSync(oldToNew)
      ? readFileSync(oldToNew, 'utf8').trim().split(/\r?\n/u)
      : [];
    const at = (name: string) => head.split(',').indexOf(name);
    const rows = lines.map((line) => line.split(',')).filter((row) => row[at('agreed_by_3_sources')] === '1');
    const day = '2025-07-01';
    const found = new Set(
      territory.successions.filter((row) => row.day === day).map((row) => `${row.fromId}>${row.toId}`),
    );
    const missing = rows.filter((row) => {
      const from = findUnitByCode(mapSpring2025, 'commune', row[at('old_code')] ?? '')?.id;
      const code = row[at('new_code')] ?? '';
      const to = (findUnitByCode(map2026, 'commune', code) ?? findUnitByCode(map2025, 'commune', code))?.id;
      return from === undefined || to === undefined || !(from === to || found.has(`${from}>${to}`));
    });
    console.info(`old_to_new: ${rows.length - missing.length} of ${rows.length} agreed rows found`);
    for (const row of missing) console.info(`differs: ${row.slice(0, 10).join(' | ')}`);
    expect(rows.length).toBeGreaterThan(10_000);
    expect(missing.length / rows.length).toBeLessThanOrEqual(0.005);
  });
});
