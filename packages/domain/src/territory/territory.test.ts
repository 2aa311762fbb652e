import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AdminLevel, AdminUnit, Succession } from './admin-unit.ts';
import { restateTotals } from './restate.ts';
import { followCommune, openHistory, withPaths } from './territory-history.ts';
import { ancestorsOf, commonHolder, descendantsOf, findUnitByCode, mapOn, pathOf } from './territory-map.ts';
import { bareName, headOfVillage, isAreaTypeUncertain, nameInSentence, typeOfName } from './unit-type.ts';
import { verifyTerritory } from './verify-territory.ts';

const unit = (
  id: number,
  level: AdminLevel,
  parentId: number | null,
  period: readonly [string, string | null],
  code: string | null = null,
): AdminUnit => ({
  id,
  level,
  code,
  name: `${level} ${id}`,
  type: level === 'commune' ? 'xa' : level === 'village' ? 'thon' : level === 'district' ? 'huyen' : 'tinh',
  areaType: null,
  parentId,
  validFrom: period[0],
  validTo: period[1],
  source: 'test',
});
const OLD = ['2021-01-01', '2025-07-01'] as const;
const NEW = ['2025-07-01', null] as const;
const row = (fromId: number, toId: number, kind: Succession['kind']): Succession => ({
  day: '2025-07-01',
  fromId,
  toId,
  kind,
  whole: kind === 'merge',
  source: 'test',
});

// Province 2 with districts 10, 11; communes 101–104; 101 and 102 merge, 103 is split, 104 goes on.
const units = [
  unit(1, 'nation', null, ['1976-07-02', null]),
  unit(2, 'province', 1, ['2021-01-01', null], '46'),
  unit(10, 'district', 2, OLD, '474'),
  unit(11, 'district', 2, OLD, '475'),
  unit(101, 'commune', 10, OLD, '00001'),
  unit(102, 'commune', 10, OLD, '00002'),
  unit(103, 'commune', 11, OLD, '00003'),
  unit(104, 'commune', 11, OLD, '00004'),
  unit(104, 'commune', 2, NEW, '00004'),
  unit(201, 'commune', 2, NEW, '00002'),
  unit(202, 'commune', 2, NEW, '00003'),
];
const successions = [
  row(10, 2, 'merge'),
  row(11, 2, 'merge'),
  row(101, 201, 'merge'),
  row(102, 201, 'merge'),
  row(103, 201, 'split'),
  row(103, 202, 'split'),
];
const history = openHistory(units, successions);
const [before, after] = [history.mapOn('2024-12-31'), history.mapOn('2025-07-01')];

describe('a map of a day', () => {
  it('holds the units in force, end days excluded', () => {
    expect([...mapOn(units, '2025-06-30').units.keys()]).toEqual([1, 2, 10, 11, 101, 102, 103, 104]);
    expect([...after.units.keys()].sort()).toEqual([1, 104, 2, 201, 202].sort());
  });
  it('tells one code apart by its day', () => {
    expect(findUnitByCode(before, 'commune', '00002')?.id).toBe(102);
    expect(findUnitByCode(after, 'commune', '00002')?.id).toBe(201);
    expect(findUnitByCode(after, 'province', '00002')).toBeUndefined();
  });
  it('gives paths, ancestors, descendants and the common holder', () => {
    expect(pathOf(before, 101)).toBe('/1/2/10/101/');
    expect(ancestorsOf(after, 201).map(({ id }) => id)).toEqual([1, 2]);
    expect(descendantsOf(before, 2, 'commune').map(({ id }) => id)).toEqual([101, 102, 103, 104]);
    expect(commonHolder(before, [101, 103])?.id).toBe(2);
    expect(commonHolder(before, [101, 102])?.id).toBe(10);
  });
  it('gives a unit a new version when its ancestors change', () => {
    const lines = withPaths(units).filter(({ id }) => id === 104);
    expect(lines.map(({ path, validFrom, validTo }) => [path, validFrom, validTo])).toEqual([
      ['/1/2/11/104/', '2021-01-01', '2025-07-01'],
      ['/1/2/104/', '2025-07-01', null],
    ]);
  });
});

describe('a unit on another map', () => {
  const forward = history.placeBetween('2024-12-31', '2026-01-01');
  const back = history.placeBetween('2026-01-01', '2024-12-31');
  it.each([
    ['goes on', 104, 104, true],
    ['was merged', 101, 201, true],
    ['was split: not assignable, within the province', 103, 2, false],
    ['was a district: its province answers', 10, 2, true],
  ])('forward, when it %s', (_what, id, unitId, assignable) =>
    expect(forward(id)).toEqual({ unitId, assignable }),
  );
  it.each([
    ['goes on', 104, 104, true],
    ['was made of several: not assignable', 201, 2, false],
    ['was made of a part of one: that one', 202, 103, true],
  ])('back, when it %s', (_what, id, unitId, assignable) => expect(back(id)).toEqual({ unitId, assignable }));
  it('is where it was on the same map', () =>
    expect(history.placeBetween('2025-01-01', '2025-06-30')(103)).toEqual({ unitId: 103, assignable: true }));
  it('of unknown successor counts in the larger unit, never in a guessed one', () => {
    const lost = openHistory(units, [
      ...successions.filter((one) => one.fromId !== 103),
      row(103, 2, 'unknown'),
    ]);
    expect(lost.placeBetween('2024-12-31', '2025-07-01')(103)).toEqual({ unitId: 2, assignable: false });
  });

  it('has candidates among which a person may choose', () => {
    const candidates = history.candidatesBetween('2024-12-31', '2025-07-01');
    expect([candidates(103), candidates(101)]).toEqual([[201, 202], [201]]);
  });

  it('keeps every total: restating adds up, whichever map', () => {
    const counts = fc.array(
      fc.tuple(fc.constantFrom(101, 102, 103, 104), fc.tuple(fc.nat(1000), fc.nat(1000))),
    );
    fc.assert(
      fc.property(counts, (rows) => {
        const restated = restateTotals(rows, forward, { id: 1 });
        const sum = (at: number, all: Iterable<readonly number[]>) =>
          [...all].reduce((total, numbers) => total + (numbers[at] ?? 0), 0);
        for (const at of [0, 1])
          expect(sum(at, [...restated.byUnit.values(), ...restated.notAssignable.values()])).toBe(
            sum(
              at,
              rows.map(([, numbers]) => numbers),
            ),
          );
        expect(restated.byUnit.has(103)).toBe(false);
      }),
    );
  });
});

describe('a village', () => {
  it.each([
    [
      'of a merged commune moves with it',
      101,
      [
        ['2023-01-01', 101, '/1/2/10/101/'],
        ['2025-07-01', 201, '/1/2/201/'],
      ],
    ],
    [
      'of a split commune waits under the province',
      103,
      [
        ['2023-01-01', 103, '/1/2/11/103/'],
        ['2025-07-01', 2, '/1/2/'],
      ],
    ],
    [
      'of a commune that goes on follows its path',
      104,
      [
        ['2023-01-01', 104, '/1/2/11/104/'],
        ['2025-07-01', 104, '/1/2/104/'],
      ],
    ],
  ])('%s', (_what, communeId, expected) => {
    const periods = followCommune(history, communeId, '2023-01-01');
    expect(periods.map(({ validFrom, parentId, parentPath }) => [validFrom, parentId, parentPath])).toEqual(
      expected,
    );
    expect(periods.at(-1)?.validTo).toBeNull();
  });
});

describe('verification', () => {
  const steps = [
    { on: '2021-01-01', official: { provinces: 1, districts: 2, communes: 4 }, complete: false },
    { on: '2025-07-01', official: { provinces: 1, districts: 0, communes: 3 }, complete: true },
  ];
  const codes = (changed: readonly AdminUnit[], rows: readonly Succession[]) =>
    verifyTerritory({ steps, units: changed, successions: rows }).problems.map((problem) => problem.code);
  it('finds nothing in a whole territory and counts its splits', () => {
    const verdict = verifyTerritory({ steps, units, successions });
    expect(verdict.problems).toEqual([]);
    expect(verdict.states[1]).toMatchObject({
      communes: 3,
      splitCommunes: 1,
      split: ['00003'],
      notAssignable: [],
    });
  });
  it('finds a commune without a successor', () =>
    expect(
      codes(
        units,
        successions.filter((one) => one.fromId !== 101),
      ),
    ).toEqual(['territory.no-successor']));
  it('finds a new commune without parts', () =>
    expect(codes([...units, unit(203, 'commune', 2, NEW, '00009')], successions)).toEqual([
      'territory.count-differs',
      'territory.no-predecessor',
    ]));
  it('finds a split that is called whole', () =>
    expect(
      codes(
        units,
        successions.map((one) => (one.fromId === 103 ? { ...one, whole: true } : one)),
      ),
    ).toEqual(['territory.split-not-marked']));
  it('finds a code borne twice and a unit without a parent', () =>
    expect(
      codes(
        [...units, unit(204, 'commune', 99, ['2021-01-01', '2025-07-01'], '00004')],
        [...successions, row(204, 201, 'merge')],
      ),
    ).toEqual(
      expect.arrayContaining(['territory.count-differs', 'territory.code-twice', 'territory.no-parent']),
    ));
  it('finds a new commune that crosses an old province border', () => {
    const two = [
      ...units,
      unit(3, 'province', 1, OLD, '45'),
      unit(12, 'district', 3, OLD, '476'),
      unit(105, 'commune', 12, OLD, '00005'),
    ];
    expect(
      codes(two, [...successions, row(3, 2, 'merge'), row(12, 2, 'merge'), row(105, 201, 'merge')]),
    ).toContain('territory.crosses-province');
  });
});

describe('the type of a unit', () => {
  it.each([
    ['Thị trấn Sịa', 'commune', 'thi-tran', 'Sịa'],
    ['Phường Phường Đúc', 'commune', 'phuong', 'Phường Đúc'],
    ['Thành phố Huế', 'province', 'thanh-pho', 'Huế'],
    ['Đặc khu Côn Đảo', 'commune', 'dac-khu', 'Côn Đảo'],
    ['Tổ dân phố 5', 'village', 'to-dan-pho', 'Tổ dân phố 5'],
    ['Buôn Ma', 'village', 'thon', 'Buôn Ma'],
    ['Sịa', 'commune', undefined, 'Sịa'],
  ] as const)('%s at the level %s is %s', (name, level, type, bare) => {
    expect(typeOfName(name, level)).toBe(type);
    expect(bareName(name, level)).toBe(bare);
  });
  it('is uncertain for the poverty line of a special zone only', () =>
    expect((['xa', 'phuong', 'dac-khu'] as const).filter(isAreaTypeUncertain)).toEqual(['dac-khu']));
});

it.each([
  ['Tỉnh Lạng Sơn', 'tỉnh Lạng Sơn'],
  ['Thị trấn A Lưới', 'thị trấn A Lưới'],
  ['Thôn Khòn Nưa', 'thôn Khòn Nưa'],
  ['Cả nước', 'cả nước'],
  ['Thôn 2', 'Thôn 2'],
  ['Tổ dân phố 14', 'Tổ dân phố 14'],
  ['Thành phố Hồ Chí Minh', 'Thành phố Hồ Chí Minh'],
  ['Pâr Nghi', 'Pâr Nghi'],
])('%s inside a sentence: %s', (name, written) => {
  expect(nameInSentence(name)).toBe(written);
});

it.each([
  ['Thôn Khòn Nưa', 'Trưởng thôn Khòn Nưa'],
  ['Bản 2', 'Trưởng Bản 2'],
  ['Tổ dân phố Đồng Hin', 'Tổ trưởng tổ dân phố Đồng Hin'],
])('%s is led by: %s', (village, led) => {
  expect(headOfVillage(village)).toBe(led);
});
