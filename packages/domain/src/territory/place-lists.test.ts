import { describe, expect, it } from 'vitest';
import type { AdminUnit } from './admin-unit.ts';
import { findUnitByNames } from './find-unit-by-names.ts';
import { type LocalGroupEntry, localGroupsOf, planLocalGroups } from './local-groups.ts';
import {
  type DesignationKind,
  type DesignationRow,
  designationKindFinder,
  isDesignatedOn,
  planDesignations,
} from './place-designation.ts';
import { mapOn } from './territory-map.ts';

const kind = (code: string, family: string | null = null, level: 'commune' | 'village' = 'commune') =>
  ({ code, label: { vi: code, en: code }, aliases: [], levels: [level], family }) satisfies DesignationKind;
const kinds: DesignationKind[] = [
  { ...kind('area-1', 'area'), label: { vi: 'Khu vực I', en: 'Area I' } },
  { ...kind('area-3', 'area'), label: { vi: 'Khu vực III', en: 'Area III' }, aliases: ['KV III'] },
  kind('border-commune'),
  kind('extremely-difficult-village', null, 'village'),
];
const row = (more: Partial<DesignationRow> = {}): DesignationRow => ({
  at: 'dòng 2',
  unitId: 1,
  unit: { level: 'commune', name: 'Xã A' },
  kind: 'area-3',
  validFrom: '2021-06-04',
  validTo: null,
  decision: 'QĐ 1',
  ...more,
});
const codes = (planned: ReturnType<typeof planDesignations>) =>
  planned.ok ? 'planned' : planned.problems.map(({ code }) => code);

describe('a place designation', () => {
  it('is in force from its first day to the day before its end', () => {
    const given = row({ validTo: '2026-01-01' });
    expect(
      ['2021-06-03', '2021-06-04', '2025-12-31', '2026-01-01'].map((day) => isDesignatedOn(given, day)),
    ).toEqual([false, true, true, false]);
  });

  it.each([
    ['KV III', 'area-3'],
    ['khu vuc iii', 'area-3'],
    ['Khu vực I', 'area-1'],
    ['khu vực', undefined],
  ])('“%s” is the kind %s', (typed, code) => expect(designationKindFinder(kinds)(typed)?.code).toBe(code));

  it.each<[string, DesignationRow[], DesignationRow[], unknown]>([
    ['a new one', [row()], [], 'planned'],
    [
      'of a kind for villages given to a commune',
      [row({ kind: 'extremely-difficult-village' })],
      [],
      ['territory.row-kind-level'],
    ],
    ['the same again', [row()], [row()], 'planned'],
    [
      'the same from another day',
      [row({ validFrom: '2022-01-01' })],
      [row()],
      ['territory.row-designation-overlaps'],
    ],
    [
      'another of its family',
      [row({ kind: 'area-1', validFrom: '2022-01-01' })],
      [row()],
      ['territory.row-designation-overlaps'],
    ],
    [
      'another of its family after its end',
      [row({ kind: 'area-1', validFrom: '2026-01-01' })],
      [row({ validTo: '2026-01-01' })],
      'planned',
    ],
    ['another kind beside it', [row({ kind: 'border-commune' })], [row()], 'planned'],
    ['the same of another unit', [row({ unitId: 2 })], [row()], 'planned'],
    [
      'two rows that exclude each other',
      [row(), row({ kind: 'area-1' })],
      [],
      ['territory.row-designation-overlaps'],
    ],
    [
      'the same with another decision',
      [row({ decision: 'QĐ 2' })],
      [row()],
      ['territory.row-designation-overlaps'],
    ],
  ])('%s: %#', (_what, rows, known, expected) =>
    expect(codes(planDesignations(rows, { kinds, known }))).toEqual(expected),
  );

  it('that was open is ended by a row with its first day and an end', () =>
    expect(
      planDesignations([row({ validTo: '2026-01-01', decision: 'QĐ 9' })], { kinds, known: [row()] }),
    ).toMatchObject({
      ok: true,
      added: [],
      ended: [{ validTo: '2026-01-01', decision: 'QĐ 9' }],
    }));
});

describe('local groups', () => {
  const entry = (group: string, more: Partial<LocalGroupEntry> = {}): LocalGroupEntry => ({
    provinceId: 1,
    group,
    validFrom: '2021-01-01',
    validTo: null,
    source: 'x',
    ...more,
  });
  const shipped = [entry('10'), entry('12')];
  const everywhere = () => true;

  it('are the shipped ones, unverified, until the province loads its own', () => {
    expect(localGroupsOf({ loaded: [], shipped }, '2024-10-15', everywhere)).toEqual({
      groups: ['10', '12'],
      verified: false,
    });
    const loaded = [entry('12', { validFrom: '2024-01-01' })];
    expect(localGroupsOf({ loaded, shipped }, '2024-10-15', everywhere)).toEqual({
      groups: ['12'],
      verified: true,
    });
    expect(localGroupsOf({ loaded, shipped }, '2023-10-15', everywhere)?.verified).toBe(false);
  });
  it('are none where a province says so, and unknown where nobody lists any', () => {
    expect(localGroupsOf({ loaded: [entry('none')], shipped }, '2024-10-15', everywhere)).toEqual({
      groups: [],
      verified: true,
    });
    expect(localGroupsOf({ loaded: [], shipped }, '2024-10-15', () => false)).toBeUndefined();
  });
  it('are planned whole: overlaps refused, the same again unchanged, an end given', () => {
    const rowOf = (one: LocalGroupEntry) => ({ ...one, at: 'dòng 2', province: 'Tỉnh A' });
    expect(planLocalGroups([rowOf(entry('10'))], [entry('10')])).toMatchObject({ ok: true, unchanged: 1 });
    expect(planLocalGroups([rowOf(entry('10', { validTo: '2025-01-01' }))], [entry('10')])).toMatchObject({
      ok: true,
      ended: [{ validTo: '2025-01-01' }],
    });
    expect(planLocalGroups([rowOf(entry('10', { validFrom: '2022-01-01' }))], [entry('10')])).toMatchObject({
      ok: false,
      problems: [{ code: 'territory.row-group-overlaps' }],
    });
  });
});

describe('a unit by its names', () => {
  const unit = (id: number, level: AdminUnit['level'], name: string, parentId: number | null): AdminUnit => ({
    id,
    level,
    name,
    parentId,
    code: null,
    type:
      level === 'province' ? 'tinh' : level === 'district' ? 'huyen' : level === 'commune' ? 'xa' : 'nuoc',
    areaType: null,
    validFrom: '2021-01-01',
    validTo: null,
    source: 'x',
  });
  const map = mapOn(
    [
      unit(1, 'nation', 'Cả nước', null),
      unit(2, 'province', 'Tỉnh Thanh Hóa', 1),
      unit(3, 'district', 'Huyện Thọ Xuân', 2),
      unit(4, 'district', 'Huyện Như Xuân', 2),
      unit(5, 'commune', 'Xã Xuân Hòa', 3),
      unit(6, 'commune', 'Xã Xuân Hòa', 4),
      unit(7, 'commune', 'Xã Thọ Hải', 3),
    ],
    '2024-01-01',
  );
  const find = (province: string, district: string, commune: string) =>
    findUnitByNames(map, { province, district, commune });

  it.each([
    ['Thanh Hoá', 'thọ xuân', 'Xuân Hoà', 5],
    ['', 'Huyện Như Xuân', 'Xã Xuân Hòa', 6],
    ['Thanh Hóa', '', 'Thọ Hải', 7],
    ['tinh thanh hoa', '', '', 2],
  ])('%s, %s, %s is %i', (province, district, commune, id) =>
    expect(find(province, district, commune)).toMatchObject({ unit: { id } }),
  );
  it('is ambiguous where two bear the name, and missing where none does', () => {
    expect(find('Thanh Hóa', '', 'Xuân Hòa')).toEqual({ ambiguous: 'Xuân Hòa' });
    expect(find('Thanh Hóa', 'Thọ Xuân', 'Xuân Lập')).toEqual({ missing: 'Xuân Lập' });
    expect(find('', '', '')).toEqual({ missing: '' });
  });
});
