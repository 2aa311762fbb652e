import { describe, expect, it } from 'vitest';
import type { PlacedUnit } from './territory-history.ts';
import {
  checkVillageMerger,
  checkVillageName,
  renameVersions,
  type VillageTypeRule,
} from './village-acts.ts';
import { villageMergers } from './village-mergers.ts';

const rules: VillageTypeRule[] = [
  { from: '2026-05-26', types: { xa: ['thon'], phuong: ['to-dan-pho'], 'dac-khu': ['thon', 'to-dan-pho'] } },
];
const village = (more: Partial<PlacedUnit> = {}): PlacedUnit => ({
  id: 10,
  level: 'village',
  code: null,
  name: 'Thôn 1',
  type: 'thon',
  areaType: 'rural',
  parentId: 5,
  path: '/1/5/10/',
  validFrom: '2021-01-01',
  validTo: null,
  source: 'x',
  ...more,
});

describe('the name of a village', () => {
  const give = (
    name: string,
    type: 'xa' | 'phuong' | 'dac-khu',
    day = '2026-06-01',
    others = ['Thôn Hoà Lý'],
  ) => {
    const parent = { level: 'commune', type, name: 'Xã A' } as const;
    const named = { name, day, parent, others: others.map((other) => ({ name: other })) };
    const checked = checkVillageName(named, rules);
    return checked.ok ? checked.value : checked.problem.code;
  };
  it.each([
    ['  Thôn   2 ', 'xa', '2026-06-01', 'Thôn 2'],
    ['Bản Hua Mức', 'xa', '2026-06-01', 'Bản Hua Mức'],
    ['Nà Pất', 'phuong', '2026-06-01', 'Nà Pất'],
    ['Tổ dân phố 2', 'xa', '2026-06-01', 'territory.village-type-not-allowed'],
    ['Thôn 2', 'phuong', '2026-06-01', 'territory.village-type-not-allowed'],
    ['Tổ dân phố 2', 'xa', '2026-05-25', 'Tổ dân phố 2'],
    ['Tổ dân phố 2', 'dac-khu', '2026-06-01', 'Tổ dân phố 2'],
    ['THÔN HÒA LÍ', 'xa', '2026-06-01', 'territory.village-name-taken'],
    [' ', 'xa', '2026-06-01', 'territory.name-missing'],
  ] as const)('“%s” in a %s from %s: %s', (name, type, day, expected) =>
    expect(give(name, type, day)).toBe(expected),
  );
});

it('a new name holds from its day, through every later place of the village', () => {
  const versions = [
    village({ validTo: '2025-07-01' }),
    village({ validFrom: '2025-07-01', parentId: 6, path: '/1/6/10/' }),
  ];
  const renamed = renameVersions(versions, { name: 'Bản Mới', from: '2024-03-01', source: 'NQ 2' });
  expect(renamed.map(({ name, validFrom, validTo, path }) => [name, validFrom, validTo, path])).toEqual([
    ['Bản Mới', '2024-03-01', '2025-07-01', '/1/5/10/'],
    ['Bản Mới', '2025-07-01', null, '/1/6/10/'],
  ]);
});

describe('merging villages', () => {
  const merge = (villages: PlacedUnit[], day = '2024-03-01') => {
    const checked = checkVillageMerger(villages, { day, today: '2024-10-15' });
    return checked.ok ? checked.value.communeId : checked.problem.code;
  };
  const two = [village(), village({ id: 11, name: 'Thôn 2' })];
  it.each([
    ['two of one commune', two, '2024-03-01', 5],
    ['one alone', [village()], '2024-03-01', 'territory.merger-needs-two'],
    [
      'two of two communes',
      [village(), village({ id: 11, parentId: 6 })],
      '2024-03-01',
      'territory.merger-across-communes',
    ],
    ['on a day to come', two, '2024-10-16', 'territory.day-in-future'],
    [
      'before one of them began',
      [village(), village({ id: 11, validFrom: '2024-03-01' })],
      '2024-03-01',
      'territory.day-before-change',
    ],
  ])('%s', (_what, villages, day, expected) => expect(merge(villages, day)).toBe(expected));

  it('is followed to the last village, and back to all its parts', () => {
    const mergers = villageMergers([
      { fromId: 1, toId: 3 },
      { fromId: 2, toId: 3 },
      { fromId: 3, toId: 5 },
      { fromId: 4, toId: 5 },
    ]);
    expect([mergers.into(1), mergers.into(5), mergers.into(9)]).toEqual([5, 5, 9]);
    expect([...mergers.partsOf(5)].sort()).toEqual([1, 2, 3, 4]);
  });
});
